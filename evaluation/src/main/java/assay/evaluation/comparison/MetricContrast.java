package assay.evaluation.comparison;

import assay.statistics.Interval;
import assay.statistics.Significance;
import assay.statistics.test.TestResult;
import org.jspecify.annotations.Nullable;

/**
 * First less second by a metric that is not the mean of all samples' scores: one over classes
 * (macro-F1, κ), one of whole texts (BLEU of a corpus), or the unweighted mean of what the subsets
 * of a benchmark come to.
 *
 * @param metric name of the metric
 * @param unit what it is measured in
 * @param subsets number of subsets that it is the mean of; null where it is of all samples at once
 * @param n pairs
 * @param clusters clusters among them; null where they are independent
 * @param first of the first side; NaN where it is not defined
 * @param second of the second side; NaN where it is not defined
 * @param sign 1 where more is better, else −1
 * @param interval of the difference, by leaving out pairs, or clusters whole, in turn
 * @param family the same at the level at which the intervals of all of its family hold together
 * @param test permutation that exchanges the two sides in pairs, or whole clusters; p is 1 where
 *     the metric is not defined
 * @param undefined clusters, or pairs, without which the metric is not defined: then there is no
 *     interval
 */
public record MetricContrast(
    String metric,
    Unit unit,
    @Nullable Integer subsets,
    int n,
    @Nullable Integer clusters,
    double first,
    double second,
    int sign,
    Interval interval,
    Interval family,
    TestResult test,
    int undefined) {

  /** What a metric is measured in. */
  public enum Unit {
    /** That of the scores, of which it is a mean. */
    SCORES,
    /** A share from 0 to 1, over classes: macro-F1. */
    SHARE,
    /** A plain number, over classes: κ. */
    NUMBER,
    /** A plain number on a scale of its own, of whole texts: CIDEr. No margin is meant for it. */
    CORPUS
  }

  /** Whether it is a mean of the scores themselves, in their unit. */
  public boolean isOfScores() {
    return unit == Unit.SCORES;
  }

  /** First less second, in the unit of the metric; NaN where it is not defined. */
  public double difference() {
    return first - second;
  }

  /** What tells it from the others: {@code macro-f1}, {@code mean of 5 subsets}. */
  public String name() {
    if (subsets == null) {
      return metric;
    }
    String mean = "mean of " + subsets + " subsets";
    return isOfScores() ? mean : metric + ", " + mean;
  }

  /**
   * As of the mean score: within the margin if the whole interval is; else the test, adjusted, and
   * the interval must both speak.
   *
   * @param margin in the unit of the metric; null for none
   */
  Verdict verdict(double adjusted, double level, @Nullable Double margin) {
    if (margin != null
        && !Double.isNaN(difference())
        && family.lower() > -margin
        && family.upper() < margin) {
      return Verdict.EQUIVALENT;
    }
    boolean open =
        Double.isNaN(difference())
            || !Significance.rejects(adjusted, level)
            || interval.contains(0);
    if (open) {
      return Verdict.UNDECIDED;
    }
    return sign * difference() > 0 ? Verdict.BETTER : Verdict.WORSE;
  }
}
