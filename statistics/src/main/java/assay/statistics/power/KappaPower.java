package assay.statistics.power;

import assay.statistics.Arguments;
import java.util.OptionalLong;

/**
 * How many items two readers must both read for Cohen's κ of a yes/no finding to be told from a
 * fixed value κ₀, by the goodness of fit of the three outcomes (both yes, both no, different) under
 * a common prevalence π:
 *
 * <pre>
 * n = (z(α/2) + z(β))² / (e²/(π² + v·κ₀) + 2e²/(v(1 − κ₀)) + e²/((1 − π)² + v·κ₀))
 * v = π(1 − π),  e = v(κ₁ − κ₀)
 * </pre>
 *
 * <p>Source: A. Donner, M. Eliasziw, A goodness-of-fit approach to inference procedures for the
 * kappa statistic, Statistics in Medicine 11 (1992) 1511–1519, doi:10.1002/sim.4780111109.
 */
public final class KappaPower {

  private KappaPower() {}

  /**
   * The number of items, rounded up.
   *
   * @param kappa0 the fixed value, 0 ≤ κ₀ &lt; 1
   * @param kappa1 the true κ, 0 ≤ κ₁ ≤ 1, not κ₀
   * @param prevalence π, 0 &lt; π &lt; 1
   * @param level 1 − α, such as 0.95
   * @param power 1 − β, such as 0.8; at least 0.5
   * @return the number; empty if it exceeds the range of long
   * @throws IllegalArgumentException if an argument is outside its range
   */
  public static OptionalLong itemsNeeded(
      double kappa0, double kappa1, double prevalence, double level, double power) {
    double quantiles = NormalPower.quantiles(level, power);
    double n = Math.ceil(quantiles * quantiles / informationPerItem(kappa0, kappa1, prevalence));
    return n < Long.MAX_VALUE ? OptionalLong.of((long) n) : OptionalLong.empty();
  }

  /**
   * The power with n items.
   *
   * @param n positive
   * @throws IllegalArgumentException if an argument is outside its range
   */
  public static double power(
      double n, double kappa0, double kappa1, double prevalence, double level) {
    Arguments.checkPositive("n", n);
    double shift = Math.sqrt(n * informationPerItem(kappa0, kappa1, prevalence));
    return NormalPower.power(shift, 1, level);
  }

  private static double informationPerItem(double kappa0, double kappa1, double prevalence) {
    Arguments.checkUnit("kappa1", kappa1);
    if (!(kappa0 >= 0 && kappa0 < 1)) {
      throw new IllegalArgumentException("kappa0 " + kappa0 + " is outside [0, 1)");
    }
    if (kappa0 == kappa1) {
      throw new IllegalArgumentException("kappa1 " + kappa1 + " equals kappa0");
    }
    double pi = Arguments.checkOpenUnit("prevalence", prevalence);
    double v = pi * (1 - pi);
    double e = v * (kappa1 - kappa0);
    return e * e / (pi * pi + v * kappa0)
        + 2 * e * e / (v * (1 - kappa0))
        + e * e / ((1 - pi) * (1 - pi) + v * kappa0);
  }
}
