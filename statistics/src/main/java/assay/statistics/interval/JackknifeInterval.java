package assay.statistics.interval;

import assay.statistics.Arguments;
import assay.statistics.ClusterTotals;
import assay.statistics.Interval;
import assay.statistics.Range;
import assay.statistics.distribution.Quantiles;
import java.util.List;
import org.apache.commons.numbers.core.Sum;

/**
 * The jackknife interval of any smooth statistic of units (samples, or clusters whole), by its
 * values with each unit left out in turn:
 *
 * <pre>d ± t(ν)·√V,  V = Σₛ Vₛ,  Vₛ = (Gₛ − 1)/Gₛ · Σ_g (d₋ₛ_g − d̄ₛ)²,  ν = V² / Σₛ Vₛ²/νₛ</pre>
 *
 * <p>over strata whose sizes are fixed by design, of Gₛ units each, with νₛ of {@link
 * ClusterTotals#degreesOfFreedom(double[])}: Gₛ − 1 where all units are of one size. Of a mean it
 * is Student's interval, of a difference of two strata's means Welch's. It draws nothing and needs
 * no seed.
 *
 * <p>For differences of metrics over classes on the same questions it holds its level where the
 * bootstrap is short, see {@code docs/calibration.md}. It fails for statistics that jump, such as a
 * median.
 *
 * <p>Source: J. W. Tukey, Bias and confidence in not-quite large samples, Annals of Mathematical
 * Statistics 29 (1958) 614; K. M. Wolter, Introduction to Variance Estimation, 2nd edition 2007,
 * §4.5 (strata); B. L. Welch, Biometrika 34 (1947) 28–35.
 */
public final class JackknifeInterval {

  /** The {@link Interval#method()} of what it gives. */
  public static final String ID = "jackknife";

  // What rounding makes of equal values is no spread.
  private static final double ROUNDING = 1e-13;

  private JackknifeInterval() {}

  /** Units that were sampled together, each left out in turn. */
  public static final class Stratum {

    private final double[] without;
    private final double[] sizes;

    /**
     * A stratum.
     *
     * @param without the statistic with each of its units left out in turn
     * @param sizes what each of these units weighs, positive
     * @throws IllegalArgumentException unless there are as many sizes as values, the values are
     *     finite and the sizes positive
     */
    public Stratum(double[] without, double[] sizes) {
      Arguments.checkFinite("without", without);
      if (sizes.length != without.length) {
        throw new IllegalArgumentException(
            without.length + " values of units left out, but " + sizes.length + " sizes");
      }
      for (double size : sizes) {
        Arguments.checkPositive("size", size);
      }
      this.without = without.clone();
      this.sizes = sizes.clone();
    }

    /** Number of units. */
    public int units() {
      return without.length;
    }

    private double variance() {
      int units = without.length;
      double mean = Sum.of(without).getAsDouble() / units;
      Sum squares = Sum.create();
      for (double value : without) {
        squares.addProduct(value - mean, value - mean);
      }
      return (units - 1.0) / units * squares.getAsDouble();
    }
  }

  /**
   * The interval. A stratum of fewer than two units adds no spread: what it does not show is not in
   * the interval. Where no unit moves the statistic nothing is known of its spread: the whole
   * range.
   *
   * @param estimate the statistic of all units
   * @param range the values that the statistic can take
   * @throws IllegalArgumentException if the level is outside (0, 1) or the estimate not finite
   */
  public static Interval of(double estimate, List<Stratum> strata, Range range, double level) {
    Arguments.checkLevel(level);
    Arguments.checkFinite("estimate", new double[] {estimate});
    double variance = 0;
    double uncertainty = 0;
    for (Stratum stratum : strata) {
      if (stratum.units() > 1) {
        double own = stratum.variance();
        variance += own;
        uncertainty += own * own / ClusterTotals.degreesOfFreedom(stratum.sizes);
      }
    }
    double error = Math.sqrt(variance);
    if (error <= ROUNDING * Math.max(1, Math.abs(estimate))) {
      return range.whole(level, ID);
    }
    double half = error * Quantiles.studentTwoSided(level, variance * variance / uncertainty);
    return range.interval(estimate - half, estimate + half, level, ID);
  }
}
