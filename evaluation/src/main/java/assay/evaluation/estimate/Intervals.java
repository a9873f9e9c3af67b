package assay.evaluation.estimate;

import assay.core.AssayException;
import assay.core.Problem;
import assay.core.measure.Metric;
import assay.core.measure.ScoreRange;
import assay.statistics.Interval;
import assay.statistics.Observations;
import assay.statistics.Range;
import assay.statistics.interval.DefaultInterval;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the interval of an estimate by what is measured, never by the values seen: accuracy is a
 * proportion unless a scorer declares another range than 0 to 1, any other mean has Hall's interval
 * within the range of its scorers, a measure of a whole corpus that of {@link CorpusInterval}, and
 * what else is no mean one by its values without each unit. See {@link DefaultInterval}.
 */
final class Intervals {

  private static final String PROPORTION = "accuracy";

  private Intervals() {}

  /**
   * The interval.
   *
   * @param series one that has a value
   * @param observations those of the series
   */
  static Interval of(Series series, Observations observations, double level) {
    Composition composition = series.composition();
    if (composition.metric().ofTexts()) {
      return CorpusInterval.of(series.units(), Objects.requireNonNull(series.value()), level);
    }
    if (!composition.metric().mean()) {
      return MetricInterval.of(series, level);
    }
    Range range = range(composition);
    boolean shares = range.equals(Range.UNIT) || range.equals(Range.UNBOUNDED);
    if (shares && composition.metric().descriptor().name().equals(PROPORTION)) {
      requireShares(observations.values(), composition);
      return DefaultInterval.ofProportion(observations, level);
    }
    return DefaultInterval.ofMean(observations, range, level);
  }

  /** Whether what is estimated is a share from 0 to 1, as compare has it too. */
  static boolean isShare(Composition composition) {
    Metric metric = composition.metric();
    return metric.share()
        && (!metric.mean()
            || metric.descriptor().name().equals(PROPORTION)
            || range(composition).equals(Range.UNIT));
  }

  /** A scorer that declares no range, as that of recorded scores, may give anything. */
  private static void requireShares(double[] scores, Composition composition) {
    for (double score : scores) {
      if (score < 0 || score > 1) {
        throw AssayException.data(
            Problem.of("accuracy is asked for, but " + composition.scorer() + " gave " + score)
                .expected("scores from 0 (wrong) to 1 (right)")
                .remedy("name the metric 'mean' for this scorer in benchmark.yaml"));
      }
    }
  }

  /** From the lowest to the highest score of any; a scorer without a range may give anything. */
  static Range range(Composition composition) {
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
