package assay.reading.metric;

import assay.core.measure.Descriptor;
import assay.core.measure.Metric;

/**
 * The weighted mean of the outcomes, {@code Σ wᵢ·vᵢ / Σ wᵢ}: with scores of 0 and 1 the share of
 * rightn * answers. Range that of the scores, direction theirs; undefined over nothing. The result
 * does not depend on the order of outcomes or of merging, to the last bit.
 */
public final class Accuracy implements Metric {

  private static final Descriptor DESCRIPTOR =
      new Descriptor(
          "accuracy",
          1,
          "share of right answers: the weighted mean of scores from 0 to 1",
          "arithmetic mean");

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
