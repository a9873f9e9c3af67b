package assay.statistics.diagnostic;

import assay.statistics.Arguments;
import assay.statistics.Estimate;
import assay.statistics.Interval;
import assay.statistics.Range;
import assay.statistics.interval.NewcombeUnpairedInterval;
import assay.statistics.interval.OddsRatioInterval;
import assay.statistics.interval.RatioInterval;
import assay.statistics.interval.WilsonInterval;
import java.util.Optional;

/**
 * Independent cases by truth and by what a reader said. Shares have Wilson's interval and are
 * {@link Estimate.Undefined} where nothing is to be shared out ({@code no-positives}, {@code
 * no-negatives}, {@code none-called-positive}, {@code none-called-negative}).
 *
 * @param truePositives positive cases called positive
 * @param falseNegatives positive cases called negative
 * @param falsePositives negative cases called positive
 * @param trueNegatives negative cases called negative
 */
public record FourfoldTable(
    long truePositives, long falseNegatives, long falsePositives, long trueNegatives) {

  /**
   * @throws IllegalArgumentException if a count is negative
   */
  public FourfoldTable {
    Arguments.checkCount("truePositives", truePositives);
    Arguments.checkCount("falseNegatives", falseNegatives);
    Arguments.checkCount("falsePositives", falsePositives);
    Arguments.checkCount("trueNegatives", trueNegatives);
  }

  /**
   * Counts calls against truths.
   *
   * @throws IllegalArgumentException if lengths differ
   */
  public static FourfoldTable of(boolean[] called, boolean[] positive) {
    Arguments.checkSameLength("called", called.length, "positive", positive.length);
    long[] cells = new long[4];
    for (int i = 0; i < called.length; i++) {
      cells[(positive[i] ? 0 : 2) + (called[i] ? 0 : 1)]++;
    }
    return new FourfoldTable(cells[0], cells[1], cells[2], cells[3]);
  }

  /** Positive cases. */
  public long positives() {
    return truePositives + falseNegatives;
  }

  /** Negative cases. */
  public long negatives() {
    return falsePositives + trueNegatives;
  }

  private static Estimate share(long part, long whole, String reason, double level) {
    Arguments.checkLevel(level);
    return whole == 0
        ? new Estimate.Undefined(reason)
        : new Estimate.Known(
            (double) part / whole, new WilsonInterval().interval(part, whole, level));
  }

  /** Share of positive cases called positive, 0 to 1. */
  public Estimate sensitivity(double level) {
    return share(truePositives, positives(), "no-positives", level);
  }

  /** Share of negative cases called negative, 0 to 1. */
  public Estimate specificity(double level) {
    return share(trueNegatives, negatives(), "no-negatives", level);
  }

  /** Share of right ones among those called positive, at the prevalence of these cases. */
  public Estimate precision(double level) {
    return share(truePositives, truePositives + falsePositives, "none-called-positive", level);
  }

  /** Share of right ones among those called negative, at the prevalence of these cases. */
  public Estimate negativePrecision(double level) {
    return share(trueNegatives, trueNegatives + falseNegatives, "none-called-negative", level);
  }

  /** Youden's J, sensitivity + specificity − 1, −1 to 1; Newcombe's interval. */
  public Estimate youden(double level) {
    if (positives() == 0 || negatives() == 0) {
      return new Estimate.Undefined(positives() == 0 ? "no-positives" : "no-negatives");
    }
    Interval interval =
        NewcombeUnpairedInterval.interval(
            truePositives, positives(), falsePositives, negatives(), level);
    double j = (double) truePositives / positives() - (double) falsePositives / negatives();
    return new Estimate.Known(j, interval);
  }

  /**
   * A ratio that may be infinite.
   *
   * @param value 0 to ∞; NaN never: 0/0 is no ratio
   * @param interval Koopman's, 0 to ∞
   */
  public record Ratio(double value, Interval interval) {

    private Ratio inverse() {
      return new Ratio(
          1 / value,
          new Interval(
              1 / interval.upper(), 1 / interval.lower(), interval.level(), interval.method()));
    }
  }

  /**
   * LR+, sensitivity/(1 − specificity): how much a positive call multiplies the odds; empty without
   * positive or without negative cases, and where none was called positive: 0/0.
   */
  public Optional<Ratio> positiveLikelihoodRatio(double level) {
    return ratio(truePositives, falsePositives, level);
  }

  /**
   * LR−, (1 − sensitivity)/specificity: how much a negative call multiplies the odds; empty without
   * positive or without negative cases, and where none was called negative: 0/0.
   */
  public Optional<Ratio> negativeLikelihoodRatio(double level) {
    return ratio(falseNegatives, trueNegatives, level);
  }

  private Optional<Ratio> ratio(long ofPositives, long ofNegatives, double level) {
    Arguments.checkLevel(level);
    if (positives() == 0 || negatives() == 0) {
      return Optional.empty();
    }
    double up = (double) ofPositives * negatives();
    double down = (double) ofNegatives * positives();
    if (up == 0 && down == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new Ratio(
            up / down,
            RatioInterval.interval(ofPositives, positives(), ofNegatives, negatives(), level)));
  }

  /**
   * The diagnostic odds ratio, LR+/LR−, with its exact interval; empty without positive or without
   * negative cases, and where all were called alike: 0/0.
   */
  public Optional<Ratio> oddsRatio(double level) {
    Arguments.checkLevel(level);
    if (positives() == 0 || negatives() == 0) {
      return Optional.empty();
    }
    double up = (double) truePositives * trueNegatives;
    double down = (double) falsePositives * falseNegatives;
    if (up == 0 && down == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new Ratio(
            up / down,
            OddsRatioInterval.interval(
                truePositives, positives(), falsePositives, negatives(), level)));
  }

  /**
   * The probability of being positive once called positive, where a share π is positive: {@code
   * LR+·o/(1 + LR+·o)}, {@code o = π/(1 − π)}. The interval is that of LR+ so transformed: π is
   * taken as known.
   *
   * @param prevalence π, 0 &lt; π &lt; 1
   * @return undefined without positives or negatives, or where none was called positive
   * @throws IllegalArgumentException if an argument is outside its range
   */
  public Estimate positivePredictiveValue(double prevalence, double level) {
    double odds = Arguments.checkOpenUnit("prevalence", prevalence) / (1 - prevalence);
    return predictive("none-called-positive", positiveLikelihoodRatio(level), odds, level);
  }

  /**
   * The probability of being negative once called negative, where a share π is positive: {@code
   * 1/(1 + LR−·o)}, {@code o = π/(1 − π)}.
   *
   * @param prevalence π, 0 &lt; π &lt; 1
   * @return undefined without positives or negatives, or where none was called negative
   * @throws IllegalArgumentException if an argument is outside its range
   */
  public Estimate negativePredictiveValue(double prevalence, double level) {
    double odds = Arguments.checkOpenUnit("prevalence", prevalence) / (1 - prevalence);
    Optional<Ratio> inverse = negativeLikelihoodRatio(level).map(Ratio::inverse);
    return predictive("none-called-negative", inverse, 1 / odds, level);
  }

  private Estimate predictive(String reason, Optional<Ratio> known, double odds, double level) {
    if (positives() == 0 || negatives() == 0) {
      return new Estimate.Undefined(positives() == 0 ? "no-positives" : "no-negatives");
    }
    if (known.isEmpty()) {
      return new Estimate.Undefined(reason);
    }
    Ratio ratio = known.get();
    Interval interval = ratio.interval();
    return new Estimate.Known(
        probability(ratio.value() * odds),
        Range.UNIT.interval(
            probability(interval.lower() * odds),
            probability(interval.upper() * odds),
            level,
            "predictive-" + interval.method()));
  }

  private static double probability(double odds) {
    return odds == Double.POSITIVE_INFINITY ? 1 : odds / (1 + odds);
  }
}
