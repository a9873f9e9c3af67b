package assay.evaluation.estimate;

import assay.statistics.Interval;
import assay.statistics.Observations;
import assay.statistics.Range;
import assay.statistics.interval.BcaBootstrapInterval;
import assay.statistics.interval.ClusteredWilsonInterval;
import assay.statistics.interval.WilsonInterval;
import assay.statistics.resampling.BootstrapPlan;
import java.util.Arrays;

/**
 * Chooses the interval of a mean of outcomes: right or wrong and independent, Wilson; right or
 * wrong in clusters, Wilson on the effective sample size; anything else, the (clustered) BCa
 * bootstrap by the run's seed.
 */
final class Intervals {

  private Intervals() {}

  static Interval of(Series series, double level, long seed, String name) {
    double[] values = series.values();
    boolean binary = Arrays.stream(values).allMatch(value -> value == 0 || value == 1);
    if (binary && !series.clustered()) {
      long right = Arrays.stream(values).filter(value -> value == 1).count();
      return new WilsonInterval().interval(right, values.length, level);
    }
    Observations observations = Observations.of(values);
    if (series.clustered()) {
      observations = observations.inClusters(series.clusterCodes());
    }
    return binary
        ? new ClusteredWilsonInterval().interval(observations, Range.UNIT, level)
        : new BcaBootstrapInterval(BootstrapPlan.of(seed, name))
            .interval(observations, range(values), level);
  }

  /** Scores between 0 and 1 stay there; others are not bounded by what was seen. */
  private static Range range(double[] values) {
    boolean unit = Arrays.stream(values).allMatch(value -> value >= 0 && value <= 1);
    return unit ? Range.UNIT : new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  }
}
