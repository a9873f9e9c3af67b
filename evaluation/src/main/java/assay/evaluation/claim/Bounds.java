package assay.evaluation.claim;

import assay.evaluation.comparison.Missing;
import assay.evaluation.comparison.SampleOutcome;
import assay.evaluation.comparison.Scale;
import assay.statistics.Interval;
import assay.statistics.Observations;
import assay.statistics.Range;
import assay.statistics.interval.ClusterRobustVariance;
import assay.statistics.interval.ClusteredWilsonInterval;
import assay.statistics.interval.DefaultInterval;
import assay.statistics.interval.EffectiveSampleSize;
import assay.statistics.interval.WilsonInterval;
import assay.statistics.power.MoreOfTheSame;
import assay.statistics.power.NormalPower;
import assay.statistics.power.StudentPower;
import assay.statistics.power.WilsonPower;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
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
  private static final String WILSON = new WilsonInterval().id();

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
   * How many more would decide, with a power of 80 %. Of right and wrong answers to independent
   * questions it is the exact power of Wilson's interval ({@link WilsonPower}). Of other shares
   * that it decides, with the standard error at the line beside that at the value; of all else the
   * normal formula. Where that is met, as many as the interval itself needs ({@link
   * MoreOfTheSame}). Null where none would, or it cannot be told.
   *
   * @param interval how the interval of such values is made
   * @param missing all of which goes the other way
   */
  static @Nullable Long further(
      Observations values,
      double line,
      double level,
      Function<Observations, Interval> interval,
      Missing missing) {
    double mean = values.mean().orElseThrow();
    return missing.until(
        (below, above) -> {
          double moved = mean > line ? line + below : line - above;
          boolean beyond = mean > line ? moved >= mean : moved <= mean;
          return beyond ? null : needed(values, moved, level, interval);
        });
  }

  private static @Nullable Long needed(
      Observations values, double line, double level, Function<Observations, Interval> interval) {
    double mean = values.mean().orElseThrow();
    boolean wilson = interval.apply(values).method().equals(WILSON);
    long needed = 0;
    if (wilson && Arrays.stream(values.values()).allMatch(Bounds::isShare)) {
      OptionalLong all =
          line < 0 || line > 1
              ? OptionalLong.empty()
              : new WilsonPower(line, level).observationsNeeded(mean, POWER);
      if (all.isEmpty()) {
        return null;
      }
      needed = Math.max(0, all.getAsLong() - values.n());
    } else if (!values.isConstant()) {
      OptionalLong more = byFormula(values, line, level, interval.apply(values).method());
      if (more.isEmpty()) {
        return null;
      }
      needed = more.getAsLong();
    }
    if (needed == 0 && !isClear(interval.apply(values), line)) {
      OptionalInt more = MoreOfTheSame.until(values, like -> isClear(interval.apply(like), line));
      return more.isPresent() ? Long.valueOf(more.getAsInt()) : null;
    }
    return needed;
  }

  private static OptionalLong byFormula(
      Observations values, double line, double level, String method) {
    double mean = values.mean().orElseThrow();
    double error = Math.sqrt(ClusterRobustVariance.of(values).orElse(0));
    boolean clustered = method.equals(new ClusteredWilsonInterval().id());
    if (clustered && values.clusterCount() > 1) {
      double size = EffectiveSampleSize.of(values).guardedSize();
      double there = Math.sqrt(line * (1 - line) / size);
      double here = Math.sqrt(mean * (1 - mean) / size);
      return there > 0
          ? StudentPower.furtherSamples(
              Math.abs(mean - line),
              there,
              here,
              values.n(),
              values.clusterCount() - 1.0,
              level,
              POWER)
          : OptionalLong.of(0);
    }
    if (error > 0 && method.equals(WILSON) && line > 0 && line < 1) {
      double there = Math.sqrt(line * (1 - line) / values.n());
      return StudentPower.furtherSamples(
          Math.abs(mean - line), there, error, values.n(), values.n() - 1.0, level, POWER);
    }
    return error > 0
        ? NormalPower.furtherSamples(mean, line, error, values.n(), level, POWER)
        : OptionalLong.of(0);
  }

  private static boolean isShare(double value) {
    return value == 0 || value == 1;
  }

  private static boolean isClear(Interval interval, double line) {
    return interval.lower() > line || interval.upper() < line;
  }
}
