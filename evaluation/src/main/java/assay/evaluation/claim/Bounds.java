package assay.evaluation.claim;

import assay.evaluation.comparison.SampleOutcome;
import assay.evaluation.comparison.SampleOutcome.Status;
import assay.evaluation.comparison.Scale;
import assay.statistics.Interval;
import assay.statistics.Observations;
import assay.statistics.Range;
import assay.statistics.interval.ClusterRobustVariance;
import assay.statistics.interval.DefaultInterval;
import assay.statistics.interval.WilsonInterval;
import assay.statistics.power.NormalPower;
import assay.statistics.resampling.BootstrapPlan;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * An interval moved outwards for what is missing: by as much as the value would fall had everything
 * missing been worst, and rise had it been best.
 *
 * @param lower lower end
 * @param upper upper end
 * @param isWidened whether anything was missing
 */
record Bounds(double lower, double upper, boolean isWidened) {

  private static final double POWER = 0.8;
  private static final long MOST = 1_000_000_000;

  /** Of an interval about a value that could also lie anywhere from lowest to highest. */
  static Bounds of(Interval interval, double value, double lowest, double highest) {
    double down = Double.isNaN(lowest) ? Double.POSITIVE_INFINITY : Math.max(0, value - lowest);
    double up = Double.isNaN(highest) ? Double.POSITIVE_INFINITY : Math.max(0, highest - value);
    return new Bounds(interval.lower() - down, interval.upper() + up, down > 0 || up > 0);
  }

  /** Which side of a line they lie on: above is claimed. */
  Decision above(double line, boolean inclusive) {
    if (lower > line || (inclusive && lower == line)) {
      return Decision.SUPPORTED;
    }
    return upper < line || (!inclusive && upper == line) ? Decision.REFUTED : Decision.UNDECIDED;
  }

  /** Which side of a line they lie on: below, or on it, is claimed. */
  Decision atMost(double line) {
    if (upper <= line) {
      return Decision.SUPPORTED;
    }
    return lower > line ? Decision.REFUTED : Decision.UNDECIDED;
  }

  /** Values of samples in their clusters; without clusters where each sample is one of its own. */
  static Observations observations(
      Collection<SampleOutcome> samples, ToDoubleFunction<SampleOutcome> value) {
    Observations all = Observations.of(samples.stream().mapToDouble(value).toArray());
    List<String> clusters =
        samples.stream()
            .map(s -> s.cluster() == null ? "sample " + s.id() : "cluster " + s.cluster())
            .toList();
    return new HashSet<>(clusters).size() < clusters.size() ? all.inClusters(clusters) : all;
  }

  /** The default interval of a mean score. */
  static Interval interval(Observations values, Scale scale, double level, BootstrapPlan plan) {
    if (scale.isShare()) {
      return DefaultInterval.ofProportion(values, level);
    }
    Range range = scale.isBounded() ? new Range(scale.lower(), scale.upper()) : Range.UNBOUNDED;
    return DefaultInterval.ofMean(values, range, level, plan);
  }

  /** Clusters, or null where there are none. */
  static @Nullable Integer clusters(Observations values) {
    return values.isClustered() ? Integer.valueOf(values.clusterCount()) : null;
  }

  /** Samples that should have an outcome and have none. */
  static int missing(Collection<SampleOutcome> samples) {
    return (int)
        samples.stream()
            .filter(s -> s.status() == Status.FAILED || s.status() == Status.UNDEFINED)
            .count();
  }

  /** How many more would decide; null where none would, or it cannot be told. */
  static @Nullable Long further(Observations values, double line, double level) {
    if (values.isConstant() && !values.isClustered() && isShare(values.values()[0])) {
      return furtherAlike(values, line, level);
    }
    OptionalDouble variance = ClusterRobustVariance.of(values);
    if (variance.isEmpty() || values.isConstant() || !(variance.getAsDouble() > 0)) {
      return null;
    }
    double mean = values.mean().orElseThrow();
    if (mean == line) {
      return null;
    }
    OptionalLong more =
        NormalPower.furtherSamples(
            mean, line, Math.sqrt(variance.getAsDouble()), values.n(), level, POWER);
    return more.isPresent() ? Long.valueOf(Math.max(1, more.getAsLong())) : null;
  }

  private static boolean isShare(double value) {
    return value == 0 || value == 1;
  }

  /** All were right, or all wrong: how many more of the same would do, by Wilson's interval. */
  private static @Nullable Long furtherAlike(Observations values, double line, double level) {
    double value = values.values()[0];
    long low = values.n();
    long high = MOST;
    if (value == line || !isClear(value, high, line, level)) {
      return null;
    }
    while (high - low > 1) {
      long middle = low + (high - low) / 2;
      if (isClear(value, middle, line, level)) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high - values.n();
  }

  private static boolean isClear(double value, long n, double line, double level) {
    Interval interval = new WilsonInterval().interval(value == 1 ? n : 0, n, level);
    return interval.lower() > line || interval.upper() < line;
  }
}
