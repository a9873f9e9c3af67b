package assay.statistics.resampling;

import assay.statistics.Arguments;
import assay.statistics.Ranks;
import assay.statistics.Rounding;
import java.util.Arrays;

/** The values of a statistic on resamples, in ascending order. */
public final class BootstrapDistribution {

  private static final double ROUNDING = 1e-12;

  private final double[] sorted;

  private BootstrapDistribution(double[] sorted) {
    this.sorted = sorted;
  }

  /**
   * Of the statistic's values on resamples, in any order.
   *
   * @throws IllegalArgumentException if there are none, or with the index of the first that is NaN
   *     or infinite
   */
  public static BootstrapDistribution of(double... replicates) {
    Arguments.checkBetween("number of replicates", replicates.length, 1, Integer.MAX_VALUE);
    Arguments.checkFinite("replicates", replicates);
    double[] sorted = replicates.clone();
    Arrays.sort(sorted);
    return new BootstrapDistribution(sorted);
  }

  /** Number of resamples. */
  public int size() {
    return sorted.length;
  }

  /**
   * Whether all values are equal (see {@link Rounding}), so that nothing is seen of the statistic's
   * spread.
   */
  public boolean isConstant() {
    return Rounding.areEqual(sorted);
  }

  /**
   * The quantile at p: the value of rank {@code (B + 1)·p} of B, interpolated between ranks and
   * kept within the smallest and the largest (A. C. Davison, D. V. Hinkley, Bootstrap Methods and
   * their Application, 1997, §5.2; type 6 of R's {@code quantile}).
   *
   * @throws IllegalArgumentException unless 0 ≤ p ≤ 1
   */
  public double quantile(double p) {
    double rank = (sorted.length + 1) * Arguments.checkUnit("p", p);
    int below = (int) Math.floor(rank);
    if (below < 1) {
      return sorted[0];
    }
    if (below >= sorted.length) {
      return sorted[sorted.length - 1];
    }
    double low = sorted[below - 1];
    double high = sorted[below];
    return low + (rank - below) * (high - low);
  }

  /**
   * The share of resamples below the value; those equal to it count half. Equal means within 1e-12
   * of the largest magnitude: the same values, summed in another order, differ by rounding.
   */
  public double shareBelow(double value) {
    double rounding = ROUNDING * Math.max(Math.abs(sorted[0]), Math.abs(sorted[sorted.length - 1]));
    int below = Ranks.below(sorted, value - rounding);
    int notAbove = Ranks.below(sorted, Math.nextUp(value + rounding));
    return (below + notAbove) / 2.0 / sorted.length;
  }
}
