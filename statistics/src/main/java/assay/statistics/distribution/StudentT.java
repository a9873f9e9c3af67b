package assay.statistics.distribution;

import assay.statistics.Arguments;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A value of Student's t with its degrees of freedom.
 *
 * @param t may be infinite
 * @param degreesOfFreedom 0 where nothing is known of the spread: every p is then 1
 */
public record StudentT(double t, double degreesOfFreedom) {

  /**
   * @throws IllegalArgumentException if t is NaN or there are less than 0 degrees of freedom
   */
  public StudentT {
    if (Double.isNaN(t)) {
      throw new IllegalArgumentException("t is NaN; expected a number");
    }
    if (degreesOfFreedom != 0) {
      Arguments.checkPositive("degreesOfFreedom", degreesOfFreedom);
    }
  }

  /** P(|T| ≥ |t|). */
  public static double twoSidedP(double t, double degreesOfFreedom) {
    return new StudentT(t, degreesOfFreedom).twoSidedP();
  }

  /** P(|T| ≥ |t|). */
  public double twoSidedP() {
    return degreesOfFreedom == 0 ? 1 : Math.min(1, 2 * above(Math.abs(t)));
  }

  /** P(T ≥ t). */
  public double upperP() {
    return degreesOfFreedom == 0 ? 1 : above(t);
  }

  /** P(T ≤ t). */
  public double lowerP() {
    return degreesOfFreedom == 0 ? 1 : above(-t);
  }

  private double above(double value) {
    return TDistribution.of(degreesOfFreedom).survivalProbability(value);
  }
}
