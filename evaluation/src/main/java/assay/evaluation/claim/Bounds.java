package assay.evaluation.claim;

import assay.evaluation.comparison.SampleOutcome;
import assay.evaluation.comparison.Scale;
import assay.statistics.Interval;
import assay.statistics.Observations;
import assay.statistics.Range;
import assay.statistics.interval.ClusterRobustVariance;
import assay.statistics.interval.DefaultInterval;
import assay.statistics.interval.WilsonInterval;
import assay.statistics.power.MoreOfTheSame;
import assay.statistics.power.NormalPower;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * An interval, moved outwards where something is missing: by as much as the value would fall had
 * everything missing been worst, and rise had it been best.
 *
 * @param lower lower end
 * @param upper upper end
 * @param isWidened whether anything was missing
 */
record Bounds(double lower, double upper, boolean isWidened) {

  private static final double POWER = 0.8;
  private static final long MOST = 1_000_000_000;

  /** Of an interval about a value to which nothing is missing. */
  static Bounds of(Interval interval) {
    return new Bounds(interval.lower(), interval.upper(), false);
  }

  /** Of an interval about a value that could also lie anywhere from lowest to highest. */
  static Bounds of(Interval interval, double value, double lowest, double highest) {
    double down = Double.isNaN(lowest) ? Double.POSITIVE_INFINITY : Math.max(0, value - lowest);
    double up = Double.isNaN(highest) ? Double.POSITIVE_INFINITY : Math.max(0, highest - value);
    return new Bounds(interval.lower() - down, interval.upper() + up, true);
  }

  /** Which side of a line they lie on: above is claimed. */
  Decision above(double line, boolean inclusive) {
    if (lower > line || (inclusive && lower == line)) {
      return Decision.SUPPORTED;
    }
    return upper < line || (!inclusive && upper == line) ? Decision.REFUTED : Decision.UNDECIDED;
  }

  /** Whether they lie within a margin on both sides of 0, which is claimed, or beyond it. */
  Decision within(double margin) {
    if (lower > -margin && upper < margin) {
      return Decision.SUPPORTED;
    }
    return lower > margin || upper < -margin ? Decision.REFUTED : Decision.UNDECIDED;
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
    List<String> clusters = samples.stream().map(SampleOutcome::clusterName).toList();
    return new HashSet<>(clusters).size() < clusters.size() ? all.inClusters(clusters) : all;
  }

  /** The default interval of a mean score. */
  static Interval interval(Observations values, Scale scale, double level) {
    if (scale.isShare()) {
      return DefaultInterval.ofProportion(values, level);
    }
    Range range = scale.isBounded() ? new Range(scale.lower(), scale.upper()) : Range.UNBOUNDED;
    return DefaultInterval.ofMean(values, range, level);
  }

  /** Clusters, or null where there are none. */
  static @Nullable Integer clusters(Observations values) {
    return values.isClustered() ? Integer.valueOf(values.clusterCount()) : null;
  }

  /**
   * How many more would decide, with a power of 80 %; of shares at least as many as Wilson's
   * interval needs for the share that there is, and where that is met, as many as the interval
   * itself needs ({@link MoreOfTheSame}). Null where none would, or it cannot be told.
   *
   * @param interval how the interval of such values is made
   */
  static @Nullable Long further(
      Observations values, double line, double level, Function<Observations, Interval> interval) {
    double mean = values.mean().orElseThrow();
    if (mean == line) {
      return null;
    }
    boolean alike = values.isConstant();
    boolean shares =
        !values.isClustered() && Arrays.stream(values.values()).allMatch(Bounds::isShare);
    long needed = shares ? untilClear(mean, values.n(), line, level) : 0;
    OptionalDouble variance = ClusterRobustVariance.of(values);
    if (!alike && variance.isPresent() && variance.getAsDouble() > 0) {
      OptionalLong more =
          NormalPower.furtherSamples(
              mean, line, Math.sqrt(variance.getAsDouble()), values.n(), level, POWER);
      if (more.isEmpty()) {
        return null;
      }
      needed = Math.max(needed, more.getAsLong());
    }
    if (needed == 0) {
      needed =
          MoreOfTheSame.until(values, like -> isClear(interval.apply(like), line)).stream()
              .asLongStream()
              .findFirst()
              .orElse(0);
    }
    return needed > 0 && needed < MOST ? Long.valueOf(needed) : null;
  }

  private static boolean isShare(double value) {
    return value == 0 || value == 1;
  }

  /** So many more with the same share until Wilson's interval leaves the line out. */
  private static long untilClear(double share, long n, double line, double level) {
    long low = n - 1;
    long high = n;
    while (high < MOST && !isClear(share, high, line, level)) {
      low = high;
      high *= 2;
    }
    while (high - low > 1) {
      long middle = low + (high - low) / 2;
      if (isClear(share, middle, line, level)) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high - n;
  }

  private static boolean isClear(double share, long n, double line, double level) {
    return isClear(new WilsonInterval().interval(Math.round(share * n), n, level), line);
  }

  private static boolean isClear(Interval interval, double line) {
    return interval.lower() > line || interval.upper() < line;
  }
}
