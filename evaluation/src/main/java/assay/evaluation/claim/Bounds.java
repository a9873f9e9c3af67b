package assay.evaluation.claim;

import assay.evaluation.comparison.Missing;
import assay.evaluation.comparison.SampleOutcome;
import assay.evaluation.comparison.Scale;
import assay.statistics.Interval;
import assay.statistics.Observations;
import assay.statistics.Range;
import assay.statistics.interval.ClusteredWilsonInterval;
import assay.statistics.interval.DefaultInterval;
import assay.statistics.interval.GradedWilsonInterval;
import assay.statistics.interval.WilsonInterval;
import assay.statistics.power.ClusteredWilsonPower;
import assay.statistics.power.ConstantPower;
import assay.statistics.power.MoreOfTheSame;
import assay.statistics.power.StudentPower;
import assay.statistics.power.StudentPower.Figure;
import assay.statistics.power.WilsonPower;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * An interval; where something is missing, from the lowest end to the highest of that of what is
 * there and of those of all samples asked, had everything missing been worst and had it been best.
 *
 * @param lower lower end
 * @param upper upper end
 * @param isWidened whether anything was missing
 */
record Bounds(double lower, double upper, boolean isWidened) {

  private static final double POWER = 0.8;
  private static final String WILSON = new WilsonInterval().id();
  private static final Set<String> BY_EFFECTIVE_SIZE =
      Set.of(new ClusteredWilsonInterval().id(), new GradedWilsonInterval().id());

  /** How the interval of values is made. */
  interface Rule {
    Interval interval(Observations values);

    /** What one value can be. */
    default Range range() {
      return Range.UNIT;
    }
  }

  /** Whether an interval is that of right and wrong answers to independent questions. */
  static boolean isOfCounts(Interval interval) {
    return interval.method().equals(WILSON);
  }

  /** That of a mean score. */
  static Rule rule(Scale scale, double level) {
    return new Rule() {
      @Override
      public Interval interval(Observations values) {
        return Bounds.interval(values, scale, level);
      }

      @Override
      public Range range() {
        return Bounds.range(scale);
      }
    };
  }

  /** Of an interval about a value to which nothing is missing. */
  static Bounds of(Interval interval) {
    return new Bounds(interval.lower(), interval.upper(), false);
  }

  /** Where something is missing and nothing bounds what it could be. */
  static Bounds unbounded() {
    return new Bounds(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, true);
  }

  /**
   * Where something is missing.
   *
   * @param interval of what is there
   * @param extremes had everything missing been worst, had it been best, and had it been such that
   *     an end is farthest out
   */
  static Bounds hull(Interval interval, List<Interval> extremes) {
    double lower = interval.lower();
    double upper = interval.upper();
    for (Interval extreme : extremes) {
      lower = Math.min(lower, extreme.lower());
      upper = Math.max(upper, extreme.upper());
    }
    return new Bounds(lower, upper, true);
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
    return DefaultInterval.ofMean(values, range(scale), level);
  }

  private static Range range(Scale scale) {
    return scale.isBounded() ? new Range(scale.lower(), scale.upper()) : Range.UNBOUNDED;
  }

  /** Clusters, or null where there are none. */
  static @Nullable Integer clusters(Observations values) {
    return values.isClustered() ? Integer.valueOf(values.clusterCount()) : null;
  }

  /**
   * How many more would decide, with a power of 80 %, by the power of the interval that decides: of
   * right and wrong answers to independent questions the exact one of Wilson's ({@link
   * WilsonPower}), of clusters and of shares of trials {@link ClusteredWilsonPower}, of any other
   * mean {@link StudentPower}, and where all values are equal the number at which the interval
   * itself is clear ({@link ConstantPower}). Where that is met, as many as the interval needs
   * ({@link MoreOfTheSame}). Null where none would, it cannot be told, or there are fewer than 10
   * clusters and the values differ.
   *
   * <p>Where something is missing, right and wrong answers to independent questions and so many
   * more are taken together with all of it at its worst; of any other values it moves the interval,
   * and it takes no fewer than all samples with it at its worst would.
   *
   * @param rule how the interval of such values is made
   * @param missing all of which goes the other way
   * @param worst the values of all samples asked had it; null where nothing is missing or nothing
   *     bounds it
   */
  static @Nullable Long further(
      Observations values,
      double line,
      double level,
      Rule rule,
      Missing missing,
      @Nullable Observations worst) {
    if (worst == null) {
      return moved(values, line, level, rule, missing);
    }
    double mean = values.mean().orElseThrow();
    double least = worst.mean().orElseThrow();
    if (!rule.interval(values).method().equals(WILSON) || line < 0 || line > 1) {
      boolean same = (least - line) * (mean - line) > 0;
      return Missing.larger(
          moved(values, line, level, rule, missing),
          same ? moved(worst, line, level, rule, Missing.NONE) : null);
    }
    WilsonPower power = new WilsonPower(line, level);
    return mean == line
        ? null
        : Missing.first(
            more -> {
              double all = worst.n() + (double) more;
              double mixed = (worst.n() * least + more * mean) / all;
              OptionalLong needed =
                  (mixed - line) * (mean - line) > 0
                      ? power.observationsNeeded(mixed, POWER)
                      : OptionalLong.empty();
              return needed.isPresent() && needed.getAsLong() <= all;
            });
  }

  private static @Nullable Long moved(
      Observations values, double line, double level, Rule rule, Missing missing) {
    double mean = values.mean().orElseThrow();
    return missing.until(
        (below, above) -> {
          double moved = mean > line ? line + below : line - above;
          boolean beyond = mean > line ? moved >= mean : moved <= mean;
          return beyond ? null : needed(values, moved, level, rule);
        });
  }

  private static @Nullable Long needed(Observations values, double line, double level, Rule rule) {
    OptionalLong more = moreByPower(values, line, level, rule);
    if (more.isEmpty()) {
      return null;
    }
    if (more.getAsLong() > 0 || isClear(rule.interval(values), line)) {
      return more.getAsLong();
    }
    OptionalInt like = MoreOfTheSame.until(values, some -> isClear(rule.interval(some), line));
    return like.isPresent() ? Long.valueOf(like.getAsInt()) : null;
  }

  private static OptionalLong moreByPower(
      Observations values, double line, double level, Rule rule) {
    double mean = values.mean().orElseThrow();
    String method = rule.interval(values).method();
    if (method.equals(WILSON)) {
      return line < 0 || line > 1
          ? OptionalLong.empty()
          : beyond(values.n(), new WilsonPower(line, level).observationsNeeded(mean, POWER));
    }
    if (hasFewUnits(values) && !values.isConstant()) {
      return OptionalLong.empty();
    }
    if (BY_EFFECTIVE_SIZE.contains(method)) {
      return values.clusterCount() < 2 || line < 0 || line > 1
          ? OptionalLong.empty()
          : new ClusteredWilsonPower(values).furtherSamples(line, level, POWER);
    }
    return values.isConstant()
        ? new ConstantPower(values, rule.range(), level).furtherSamples(line)
        : StudentPower.ofHall(values)
            .map(
                power ->
                    power.furtherSamples(
                        Figure.of(line, mean), Math.abs(mean - line), values.n(), level, POWER))
            .orElse(OptionalLong.empty());
  }

  private static OptionalLong beyond(int n, OptionalLong all) {
    return all.isPresent() ? OptionalLong.of(Math.max(0, all.getAsLong() - n)) : all;
  }

  /**
   * Whether there are fewer clusters, or samples of scores between, than a spread is taken from.
   */
  static boolean hasFewUnits(Observations values) {
    return values.clusterCount() < StudentPower.FEWEST_CLUSTERS;
  }

  private static boolean isClear(Interval interval, double line) {
    return interval.lower() > line || interval.upper() < line;
  }
}
