package assay.statistics.power;

import assay.statistics.Arguments;
import assay.statistics.distribution.Quantiles;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What one sample's proportion can show against a fixed value p₀ (chance, a threshold, a published
 * figure): the two-sided score test of level α on n observations finds a true proportion p₁ with
 * power 1 − β where
 *
 * <pre>√n·|p₁ − p₀| = z(α/2)·√(p₀(1 − p₀)) + z(β)·√(p₁(1 − p₁))</pre>
 *
 * <p>Source: J. L. Fleiss, B. Levin, M. C. Paik, Statistical Methods for Rates and Proportions, 3rd
 * edition 2003, §2.5, without continuity correction. Clustered observations: divide n by the design
 * effect.
 */
public final class OneProportionPower {

  private static final int HALVINGS = 200;

  private OneProportionPower() {}

  /** On which side of p₀ the true proportion is sought. */
  public enum Side {
    ABOVE,
    BELOW
  }

  /**
   * The smallest |p₁ − p₀| on that side that is found with the given power.
   *
   * @param n number of observations, may be an effective number
   * @param p0 the fixed value, 0 &lt; p₀ &lt; 1
   * @param side where p₁ is sought
   * @param level 1 − α, such as 0.95
   * @param power 1 − β, such as 0.8; at least 0.5
   * @return the difference; empty where not even p₁ = 1, or 0, is found
   * @throws IllegalArgumentException if an argument is outside its range
   */
  public static OptionalDouble smallestDetectableDifference(
      double n, double p0, Side side, double level, double power) {
    return smallest(
        n,
        p0,
        side,
        Quantiles.normalTwoSided(level),
        Quantiles.normalUpper(1 - McNemarPower.checkPower(power)));
  }

  /**
   * The same of clustered observations, by Student's quantiles in place of the normal ones: see
   * {@link StudentPower}.
   *
   * @param n the effective number of observations
   * @param degreesOfFreedom clusters less 1, positive
   * @throws IllegalArgumentException if an argument is outside its range
   */
  public static OptionalDouble smallestDetectableDifference(
      double n, double p0, Side side, double level, double power, double degreesOfFreedom) {
    return smallest(
        n,
        p0,
        side,
        Quantiles.studentTwoSided(level, degreesOfFreedom),
        StudentPower.found(power, degreesOfFreedom));
  }

  private static OptionalDouble smallest(double n, double p0, Side side, double za, double zb) {
    Arguments.checkPositive("n", n);
    Arguments.checkOpenUnit("p0", p0);
    // What is above p₀ for one outcome is below 1 − p₀ for the other.
    double q0 =
        switch (side) {
          case ABOVE -> p0;
          case BELOW -> 1 - p0;
        };
    double reached = za * Math.sqrt(q0 * (1 - q0));
    if (Math.sqrt(n) * (1 - q0) < reached) {
      return OptionalDouble.empty();
    }
    // What is missing at distance d is convex in d, negative at 0 and not at the end: one root.
    double low = 0;
    double high = 1 - q0;
    for (int i = 0; i < HALVINGS && low < high; i++) {
      double d = low + (high - low) / 2;
      if (d == low || d == high) {
        break;
      }
      double spread = zb * Math.sqrt((q0 + d) * Math.max(0, 1 - q0 - d));
      if (Math.sqrt(n) * d >= reached + spread) {
        high = d;
      } else {
        low = d;
      }
    }
    return OptionalDouble.of(high);
  }

  /**
   * The smallest distance at an end, p₀ or p₁ = 0 or 1, by the exact test: observations that are
   * all alike reject every figure under which they are less likely than α/2, and a sample is not
   * all alike with the given power. Both hold where {@code (1 − d)ⁿ ≤ min(α/2, β)}:
   *
   * <pre>d = 1 − min(α/2, β)^(1/n)</pre>
   *
   * @param n number of observations, may be an effective number
   * @param level 1 − α, such as 0.95
   * @param power 1 − β, such as 0.8; at least 0.5
   * @throws IllegalArgumentException if an argument is outside its range
   */
  public static double smallestDetectableDifferenceAtEnd(double n, double level, double power) {
    double tail =
        Math.min((1 - Arguments.checkLevel(level)) / 2, 1 - McNemarPower.checkPower(power));
    return -Math.expm1(Math.log(tail) / Arguments.checkPositive("n", n));
  }

  /**
   * The number of observations with which p₁ is told from p₀ with the given power.
   *
   * @param p0 the fixed value, 0 &lt; p₀ &lt; 1
   * @param p1 the true proportion, 0 ≤ p₁ ≤ 1, not p₀
   * @return the number, rounded up; empty if it exceeds the range of long
   * @throws IllegalArgumentException if an argument is outside its range
   */
  public static OptionalLong observationsNeeded(double p0, double p1, double level, double power) {
    Arguments.checkOpenUnit("p0", p0);
    Arguments.checkUnit("p1", p1);
    if (p0 == p1) {
      throw new IllegalArgumentException("p1 " + p1 + " equals p0; expected a difference");
    }
    double za = Quantiles.normalTwoSided(level);
    double zb = Quantiles.normalUpper(1 - McNemarPower.checkPower(power));
    double root =
        (za * Math.sqrt(p0 * (1 - p0)) + zb * Math.sqrt(p1 * (1 - p1))) / Math.abs(p1 - p0);
    double n = Math.ceil(root * root);
    return n < Long.MAX_VALUE ? OptionalLong.of((long) n) : OptionalLong.empty();
  }
}
