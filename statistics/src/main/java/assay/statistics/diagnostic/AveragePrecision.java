package assay.statistics.diagnostic;

import assay.statistics.Arguments;
import assay.statistics.Estimate;
import assay.statistics.Interval;
import assay.statistics.distribution.Quantiles;
import assay.statistics.interval.WilsonInterval;

/**
 * The area under the precision–recall curve as average precision:
 *
 * <pre>AP = Σ (Rₖ − Rₖ₋₁)·Pₖ</pre>
 *
 * <p>over the thresholds k that the scores can tell, with R the recall and P the precision; no
 * lines between, which would flatter. 1 ranks all positive cases first; chance gives the share of
 * positive cases. Undefined without positive cases ({@code no-positives}).
 *
 * <p>The interval is normal on the logit scale with variance {@code 1/(n₊·AP·(1 − AP))} (method
 * {@code average-precision-logit}); for AP = 1 it is Wilson's of n₊ of n₊ (method {@code
 * average-precision-wilson}). It takes cases as independent.
 *
 * <p>Source: K. Boyd, K. H. Eng, C. D. Page, Area under the precision-recall curve: point estimates
 * and confidence intervals, ECML PKDD 2013, 451–466, doi:10.1007/978-3-642-40994-3_29.
 */
public final class AveragePrecision {

  private AveragePrecision() {}

  /**
   * AP with its interval.
   *
   * @throws IllegalArgumentException unless 0 &lt; level &lt; 1
   */
  public static Estimate of(Cases cases, double level) {
    double z = Quantiles.normalTwoSided(Arguments.checkLevel(level));
    int positives = cases.positives();
    if (positives == 0) {
      return new Estimate.Undefined("no-positives");
    }
    int[] order = RocCurve.byFallingScore(cases);
    double sum = 0;
    int hits = 0;
    int counted = 0;
    for (int k = 0; k < order.length; k++) {
      hits += cases.isPositive(order[k]) ? 1 : 0;
      if (k + 1 == order.length || cases.score(order[k + 1]) != cases.score(order[k])) {
        sum += (double) (hits - counted) * hits / (k + 1);
        counted = hits;
      }
    }
    double value = Math.min(1, sum / positives);
    return new Estimate.Known(value, interval(value, positives, z, level));
  }

  private static Interval interval(double value, int positives, double z, double level) {
    if (value == 1) {
      Interval wilson = new WilsonInterval().interval(positives, positives, level);
      return new Interval(wilson.lower(), 1, level, "average-precision-wilson");
    }
    double centre = Math.log(value / (1 - value));
    double half = z / Math.sqrt(positives * value * (1 - value));
    return new Interval(
        1 / (1 + Math.exp(half - centre)),
        1 / (1 + Math.exp(-half - centre)),
        level,
        "average-precision-logit");
  }
}
