package assay.reading.metric;

import assay.core.measure.Descriptor;
import assay.core.measure.Metric;
import assay.core.measure.Outcome;
import java.util.OptionalDouble;

/**
 * The weighted share of outcomes whose reciprocal rank is at least {@code 1/k}: of ranked answers
 * those in which a right one is among the first k. For scores of 0 and 1 it is the accuracy. Range
 * 0 to 1, more is better; undefined over nothing.
 */
public final class HitAtK implements Metric {

  private final Descriptor descriptor;
  private final double least;

  /**
   * {@code hit-at-k}.
   *
   * @param k above 0
   */
  public HitAtK(int k) {
    if (k < 1) {
      throw new IllegalArgumentException("k " + k + ": expected at least 1");
    }
    descriptor =
        new Descriptor(
            "hit-at-" + k,
            1,
            "share of ranked answers with a right one among the first " + k,
            "over the scorer reciprocal-rank");
    least = 1.0 / k;
  }

  @Override
  public Descriptor descriptor() {
    return descriptor;
  }

  @Override
  public boolean mean() {
    return false;
  }

  @Override
  public Accumulator start() {
    return new Hits(least);
  }

  private static final class Hits implements Accumulator {
    private final double least;
    private final WeightedMean mean = new WeightedMean();

    Hits(double least) {
      this.least = least;
    }

    @Override
    public void add(Outcome outcome) {
      mean.add(
          new Outcome(
              outcome.sampleId(),
              outcome.value() >= least ? 1 : 0,
              outcome.weight(),
              outcome.cluster(),
              outcome.expected(),
              outcome.observed()));
    }

    @Override
    public void merge(Accumulator other) {
      if (!(other instanceof Hits hits) || hits.least != least) {
        throw new IllegalArgumentException(
            "a sum of another metric: " + other.getClass().getName());
      }
      mean.merge(hits.mean);
    }

    @Override
    public OptionalDouble result() {
      return mean.result();
    }
  }
}
