package assay.reading.metric;

import assay.core.measure.Descriptor;
import assay.core.measure.Metric;

/**
 * The weighted mean of the outcomes, {@code Σ wᵢ·vᵢ / Σ wᵢ}, for scores that are not shares of
 * rightn * answers. Range and direction those of the scores; undefined over nothing. The result
 * does not depend on the order of outcomes or of merging, to the last bit.
 */
public final class Mean implements Metric {

  private static final Descriptor DESCRIPTOR =
      new Descriptor(
          "mean", 1, "weighted mean of the scores, whatever their range", "arithmetic mean");

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public boolean mean() {
    return true;
  }

  @Override
  public Accumulator start() {
    return new WeightedMean();
  }
}
