package assay.statistics.interval;

import assay.statistics.Interval;
import assay.statistics.Observations;
import assay.statistics.Range;
import assay.statistics.Rounding;

/**
 * The interval of a mean when all values are equal, so that their spread says nothing.
 *
 * <p>If a share ε of the population differs from the observed value c, then m independent
 * observations all miss it with probability (1 − ε)ᵐ. Shares for which this is below α/2, with α =
 * 1 − level, are ruled out, as in the exact interval for 0 of m: {@code ε = 1 − (α/2)^(1/m)}. What
 * may differ can lie anywhere in the range [a, b], so the mean lies in
 *
 * <pre>[c − ε(c − a), c + ε(b − c)]</pre>
 *
 * <p>For c at an end of the range that is the interval of {@link ClopperPearsonInterval}; without a
 * bounded range it is unbounded. m is the effective number of clusters: observations of one cluster
 * may be alike for its sake.
 */
public final class ConstantSample {

  private ConstantSample() {}

  /** The interval. */
  static Interval interval(Observations observations, Range range, double level, String method) {
    double value = observations.mean().orElseThrow();
    double m = observations.clusterTotals().effectiveClusters();
    double share = -Math.expm1(Math.log((1 - level) / 2) / m);
    return range.interval(
        value - share * (value - range.lower()),
        value + share * (range.upper() - value),
        level,
        method);
  }

  /**
   * The smallest α for which the interval of level 1 − 2α lies wholly above a mean; 1 for none.
   *
   * @param constant all values equal, at least one
   */
  public static double upperP(Observations constant, Range range, double mean) {
    return p(constant, mean - range.lower(), constant.mean().orElseThrow() - range.lower());
  }

  /**
   * The smallest α for which the interval of level 1 − 2α lies wholly below a mean; 1 for none.
   *
   * @param constant all values equal, at least one
   */
  public static double lowerP(Observations constant, Range range, double mean) {
    return p(constant, range.upper() - mean, range.upper() - constant.mean().orElseThrow());
  }

  /**
   * With the distances of the mean and of the values from the end of the range that is in doubt.
   */
  private static double p(Observations constant, double ofMean, double ofValues) {
    if (ofMean >= ofValues || Rounding.areEqual(ofMean, ofValues)) {
      return 1;
    }
    return ofMean <= 0
        ? 0
        : Math.pow(ofMean / ofValues, constant.clusterTotals().effectiveClusters());
  }
}
