package assay.evaluation.estimate;

import assay.core.measure.ScoreRange;
import assay.statistics.Interval;
import assay.statistics.Observations;
import assay.statistics.Range;
import assay.statistics.interval.DefaultInterval;
import assay.statistics.resampling.BootstrapPlan;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the interval of an estimate by what is measured: accuracy is a proportion, any other mean
 * is bootstrapped within the range of its scorers, and what is no mean is bootstrapped whole. See
 * {@link DefaultInterval}.
 */
final class Intervals {

  private static final String PROPORTION = "accuracy";

  /** Draws of single values in all: beyond, fewer resamples are drawn, at least the fewest. */
  private static final long DRAWS = 1_000_000_000L;

  private static final int FEWEST = 1_000;

  private Intervals() {}

  static Interval of(Series series, double level, long seed, String name) {
    Composition composition = series.composition();
    if (!composition.metric().mean()) {
      return MetricBootstrap.of(series, level, new BootstrapPlan(2_000, seed, name));
    }
    Observations observations = series.observations();
    if (composition.metric().descriptor().name().equals(PROPORTION)
        && withinUnit(observations.values())) {
      return DefaultInterval.ofProportion(observations, level);
    }
    long affordable = Math.max(FEWEST, DRAWS / Math.max(1, observations.n()));
    int resamples = (int) Math.min(BootstrapPlan.DEFAULT_RESAMPLES, affordable);
    return DefaultInterval.ofMean(
        observations, range(composition), level, new BootstrapPlan(resamples, seed, name));
  }

  /** A scorer without a range may give anything; the word accuracy alone does not bind it. */
  private static boolean withinUnit(double[] values) {
    for (double value : values) {
      if (value < 0 || value > 1) {
        return false;
      }
    }
    return true;
  }

  private static Range range(Composition composition) {
    double lower = Double.POSITIVE_INFINITY;
    double upper = Double.NEGATIVE_INFINITY;
    for (Composition.Pair pair : composition.pairs().values()) {
      @Nullable ScoreRange range = pair.scorer().range();
      if (range == null) {
        return Range.UNBOUNDED;
      }
      lower = Math.min(lower, Math.min(range.worst(), range.best()));
      upper = Math.max(upper, Math.max(range.worst(), range.best()));
    }
    return new Range(lower, upper);
  }
}
