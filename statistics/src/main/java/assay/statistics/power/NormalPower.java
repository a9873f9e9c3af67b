package assay.statistics.power;

import assay.statistics.Arguments;
import assay.statistics.distribution.Quantiles;
import java.util.OptionalLong;

/**
 * What an estimate with a given standard error can show, if it is about normal: a mean difference
 * of scores, clustered or not, an AUROC, a κ. A two-sided test of level α against a fixed value
 * rejects, where the truth is δ away from it, with probability
 *
 * <pre>power = Φ(δ/SE − z(α/2)) + Φ(−δ/SE − z(α/2))</pre>
 *
 * <p>The standard error falls with √n, n counting what is sampled independently (items, or clusters
 * of the same kind). Source: J. M. Lachin, Introduction to sample size determination and power
 * analysis for clinical trials, Controlled Clinical Trials 2 (1981) 93–113,
 * doi:10.1016/0197-2456(81)90001-5.
 */
public final class NormalPower {

  private static final int HALVINGS = 60;

  private NormalPower() {}

  /**
   * The power at a difference.
   *
   * @param difference δ, any finite number
   * @param standardError positive
   * @param level 1 − α, such as 0.95
   * @throws IllegalArgumentException if an argument is outside its range
   */
  public static double power(double difference, double standardError, double level) {
    Arguments.checkFinite("difference", new double[] {difference});
    double z = Quantiles.normalTwoSided(level);
    double shift = Math.abs(difference) / Arguments.checkPositive("standardError", standardError);
    return Quantiles.normalProbability(shift - z) + Quantiles.normalProbability(-shift - z);
  }

  /**
   * With how many samples in all the interval lies within two limits, if the truth is where the
   * estimate is now: both of its ends can fail, and with standard error s it is within with
   * probability
   *
   * <pre>Φ((below − e)/s − z(α/2)) + Φ((e − above)/s − z(α/2)) − 1</pre>
   *
   * <p>Midway between the limits that asks for z(α/2) + z(β/2) standard errors to either.
   *
   * @param estimate e, what was found
   * @param above the lower limit; −∞ where there is none
   * @param below the upper limit; +∞ where there is none
   * @param standardError of the estimate, positive
   * @param n number of samples that it rests on, positive
   * @param level 1 − α, such as 0.95
   * @param power 1 − β, such as 0.8; at least 0.5
   * @return the number; empty where the estimate is not between the limits, or the number exceeds
   *     the range of long
   * @throws IllegalArgumentException if an argument is outside its range
   */
  public static OptionalLong samplesWithin(
      double estimate,
      double above,
      double below,
      double standardError,
      long n,
      double level,
      double power) {
    Arguments.checkFinite("estimate", new double[] {estimate});
    Arguments.checkBetween("n", n, 1, Long.MAX_VALUE);
    if (!(above < estimate && estimate < below)) {
      return OptionalLong.empty();
    }
    double z = Quantiles.normalTwoSided(level);
    double up = (below - estimate) / Arguments.checkPositive("standardError", standardError);
    double down = (estimate - above) / standardError;
    // To the nearer limit alone it takes z(α/2) + z(β) standard errors, to both no more than with
    // β/2 at each.
    double low = quantiles(level, power) / Math.min(up, down);
    double high = quantiles(level, (1 + power) / 2) / Math.min(up, down);
    for (int i = 0; i < HALVINGS; i++) {
      double root = low + (high - low) / 2;
      double within =
          Quantiles.normalProbability(root * up - z) + Quantiles.normalProbability(root * down - z);
      if (within - 1 >= power) {
        high = root;
      } else {
        low = root;
      }
    }
    double all = Math.ceil(n * high * high);
    return all < Long.MAX_VALUE ? OptionalLong.of((long) all) : OptionalLong.empty();
  }

  /** {@code z(α/2) + z(β)}. */
  static double quantiles(double level, double power) {
    return Quantiles.normalTwoSided(level)
        + Quantiles.normalUpper(1 - McNemarPower.checkPower(power));
  }
}
