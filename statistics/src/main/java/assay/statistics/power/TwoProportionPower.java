package assay.statistics.power;

import assay.statistics.Arguments;
import assay.statistics.distribution.Quantiles;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What a comparison of two proportions on different items can show: with n items in each group and
 * p̄ the mean of p₁ and p₂, a two-sided test of level α finds the difference with power
 *
 * <pre>Φ((√n·|p₁ − p₂| − z(α/2)·√(2p̄(1 − p̄))) / √(p₁(1 − p₁) + p₂(1 − p₂)))</pre>
 *
 * <p>Source: J. L. Fleiss, B. Levin, M. C. Paik, Statistical Methods for Rates and Proportions, 3rd
 * edition 2003, §4.2, without continuity correction. Clustered items: divide n by the {@link
 * DesignEffect}. The same items for both: {@link McNemarPower}.
 */
public final class TwoProportionPower {

  private static final int HALVINGS = 200;

  private TwoProportionPower() {}

  /**
   * The power.
   *
   * @param n items in each group, may be an effective number
   * @param level 1 − α, such as 0.95
   * @throws IllegalArgumentException if an argument is outside its range
   */
  public static double power(double n, double p1, double p2, double level) {
    Arguments.checkPositive("n", n);
    double z = Quantiles.normalTwoSided(level);
    double spread = alternative(p1, p2);
    double reach = Math.sqrt(n) * Math.abs(p1 - p2) - z * hypothesis(p1, p2);
    if (spread == 0) {
      return reach >= 0 && p1 != p2 ? 1 : 0;
    }
    return Quantiles.normalProbability(reach / spread);
  }

  /**
   * The items that each group needs.
   *
   * @param power 1 − β, such as 0.8; at least 0.5
   * @return the number, rounded up; empty if it exceeds the range of long
   * @throws IllegalArgumentException if an argument is outside its range or p₁ = p₂
   */
  public static OptionalLong itemsNeeded(double p1, double p2, double level, double power) {
    double za = Quantiles.normalTwoSided(level);
    double zb = Quantiles.normalUpper(1 - McNemarPower.checkPower(power));
    double root = (za * hypothesis(p1, p2) + zb * alternative(p1, p2)) / Math.abs(p1 - p2);
    if (p1 == p2) {
      throw new IllegalArgumentException("p2 " + p2 + " equals p1; expected a difference");
    }
    double items = Math.ceil(root * root);
    return items < Long.MAX_VALUE ? OptionalLong.of((long) items) : OptionalLong.empty();
  }

  /**
   * The smallest |p₂ − p₁| on that side of p₁ that is found with the given power.
   *
   * @param n items in each group, may be an effective number
   * @param power 1 − β, such as 0.8; at least 0.5
   * @return the difference; empty where not even p₂ = 1, or 0, is found
   * @throws IllegalArgumentException if an argument is outside its range
   */
  public static OptionalDouble smallestDetectableDifference(
      double n, double p1, OneProportionPower.Side side, double level, double power) {
    Arguments.checkUnit("p1", p1);
    McNemarPower.checkPower(power);
    double q1 =
        switch (side) {
          case ABOVE -> p1;
          case BELOW -> 1 - p1;
        };
    double low = 0;
    double high = 1 - q1;
    if (high == 0 || power(n, q1, 1, level) < power) {
      return OptionalDouble.empty();
    }
    for (int i = 0; i < HALVINGS; i++) {
      double middle = low + (high - low) / 2;
      if (middle == low || middle == high) {
        break;
      }
      if (power(n, q1, q1 + middle, level) >= power) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return OptionalDouble.of(high);
  }

  private static double hypothesis(double p1, double p2) {
    double mean = (Arguments.checkUnit("p1", p1) + Arguments.checkUnit("p2", p2)) / 2;
    return Math.sqrt(2 * mean * (1 - mean));
  }

  private static double alternative(double p1, double p2) {
    return Math.sqrt(p1 * (1 - p1) + p2 * (1 - p2));
  }
}
