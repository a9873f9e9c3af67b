package assay.statistics.distribution;

import assay.statistics.Arguments;
import org.apache.commons.numbers.gamma.LogBeta;
import org.apache.commons.numbers.gamma.RegularizedBeta;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Quantiles of the normal, Student's t and the beta distribution. The normal one is good to about
 * 1e-15; the others to 1e-13 relative for parameters to some thousands, 1e-10 for a million, which
 * is what the library's incomplete beta function holds there, and 1e-9 for any larger ones that
 * were compared (to 1e12). No quantile of the beta distribution is below 1e-300: smaller ones, of
 * parameters near 0, are that.
 *
 * <p>The general inversion of commons-statistics stops at an absolute error of 1e-9, which is the
 * whole first digit of the exact interval for one success in a million. So the beta quantile is
 * found by Newton steps on the logarithms of quantile and probability, kept in a bracket, from an
 * approximation by the normal quantile where there is one: two or three steps do. t follows from
 * it: {@code ν / (ν + t²)} is Beta(ν/2, 1/2).
 */
public final class Quantiles {

  private static final NormalDistribution STANDARD_NORMAL = NormalDistribution.of(0, 1);
  private static final double SMALLEST = 1e-300;
  private static final int MAX_STEPS = 400;
  private static final double CLOSE = 1e-10;

  private Quantiles() {}

  /**
   * The standard normal quantile that leaves {@code (1 − level) / 2} on either side; 1.96 for 0.95.
   *
   * @throws IllegalArgumentException unless 0 &lt; level &lt; 1
   */
  public static double normalTwoSided(double level) {
    return normalUpper((1 - Arguments.checkLevel(level)) / 2);
  }

  /**
   * The standard normal quantile with probability {@code tail} above it.
   *
   * @throws IllegalArgumentException unless 0 &lt; tail &lt; 1
   */
  public static double normalUpper(double tail) {
    return STANDARD_NORMAL.inverseSurvivalProbability(Arguments.checkOpenUnit("tail", tail));
  }

  /** The standard normal distribution function. */
  public static double normalProbability(double x) {
    return STANDARD_NORMAL.cumulativeProbability(x);
  }

  /** The standard normal probability above x, without cancellation for large x. */
  public static double normalSurvival(double x) {
    return STANDARD_NORMAL.survivalProbability(x);
  }

  /**
   * The probability that a normal deviation is at least as large as this one.
   *
   * @param deviation from the mean
   * @param continuity what is taken off its magnitude, down to 0: 1/2 for counts, else 0
   * @param standardDeviation 0 or positive; 0 gives 1 for no deviation, else 0
   */
  public static double twoSidedP(double deviation, double continuity, double standardDeviation) {
    double corrected = Math.max(0, Math.abs(deviation) - continuity);
    return corrected == 0 ? 1 : Math.min(1, 2 * normalSurvival(corrected / standardDeviation));
  }

  /** The chi-squared probability above x; 1 for 0 degrees of freedom. */
  public static double chiSquaredSurvival(double x, double degreesOfFreedom) {
    return degreesOfFreedom == 0
        ? 1
        : ChiSquaredDistribution.of(degreesOfFreedom).survivalProbability(x);
  }

  /**
   * The chi-squared quantile with probability {@code tail} above it, to about 1e-9 relative.
   *
   * @throws IllegalArgumentException unless 0 &lt; tail &lt; 1 and the degrees of freedom are
   *     positive
   */
  public static double chiSquaredUpper(double tail, double degreesOfFreedom) {
    return ChiSquaredDistribution.of(Arguments.checkPositive("degreesOfFreedom", degreesOfFreedom))
        .inverseSurvivalProbability(Arguments.checkOpenUnit("tail", tail));
  }

  /**
   * The quantile of Student's t that leaves {@code (1 − level) / 2} on either side.
   *
   * @param degreesOfFreedom positive, not necessarily whole
   * @throws IllegalArgumentException if an argument is outside its range
   */
  public static double studentTwoSided(double level, double degreesOfFreedom) {
    double outside = 1 - Arguments.checkLevel(level);
    double half = Arguments.checkPositive("degreesOfFreedom", degreesOfFreedom) / 2;
    // Two shares that add to 1; each is taken where it is precise.
    double y = betaUpper(outside, 0.5, half);
    double x = beta(outside, half, 0.5);
    return Math.sqrt(degreesOfFreedom * y / x);
  }

  /**
   * The quantile of the F distribution with probability {@code tail} above it.
   *
   * @throws IllegalArgumentException unless 0 &lt; tail &lt; 1 and the degrees of freedom are
   *     positive
   */
  public static double fUpper(double tail, double numerator, double denominator) {
    Arguments.checkPositive("numerator", numerator);
    Arguments.checkPositive("denominator", denominator);
    // Two shares that add to 1; each is taken where it is precise.
    double x = betaUpper(tail, numerator / 2, denominator / 2);
    double rest = beta(tail, denominator / 2, numerator / 2);
    return denominator * x / (numerator * rest);
  }

  /**
   * The quantile of Beta(a, b) with probability {@code p} below it.
   *
   * @throws IllegalArgumentException unless 0 &lt; p &lt; 1 and a, b are positive
   */
  public static double beta(double p, double a, double b) {
    check(p, a, b);
    double start = start(p, a, b, 1);
    boolean low = isFarFromHalf(start) ? start < 0.5 : RegularizedBeta.value(0.5, a, b) >= p;
    return low ? lowerHalf(p, a, b, start) : 1 - lowerHalfOfComplement(p, b, a, 1 - start);
  }

  /**
   * The quantile of Beta(a, b) with probability {@code q} above it.
   *
   * @throws IllegalArgumentException unless 0 &lt; q &lt; 1 and a, b are positive
   */
  public static double betaUpper(double q, double a, double b) {
    check(q, a, b);
    double start = start(q, a, b, -1);
    boolean low = isFarFromHalf(start) ? start < 0.5 : RegularizedBeta.complement(0.5, a, b) <= q;
    return low ? lowerHalfOfComplement(q, a, b, start) : 1 - lowerHalf(q, b, a, 1 - start);
  }

  /** Clear enough of 1/2 that the quantile lies on the same side of it. */
  private static boolean isFarFromHalf(double start) {
    return Math.abs(start - 0.5) > 0.2;
  }

  /**
   * About the quantile, from the normal one (K. L. Majumder, G. P. Bhattacharjee, Algorithm AS 109,
   * Applied Statistics 22 (1973) 411–414, doi:10.2307/2346798); 1/2 where it says nothing.
   *
   * @param side 1 where the probability is below the quantile, −1 where it is above
   */
  private static double start(double probability, double a, double b, int side) {
    if (Math.min(a, b) < 2) {
      return 0.5;
    }
    double y = side * normalUpper(probability);
    double r = (y * y - 3) / 6;
    double s = 1 / (2 * a - 1);
    double t = 1 / (2 * b - 1);
    double h = 2 / (s + t);
    double w = y * Math.sqrt(h + r) / h - (t - s) * (r + 5.0 / 6 - 2 / (3 * h));
    double x = a / (a + b * Math.exp(2 * w));
    return x > 0 && x < 1 ? x : 0.5;
  }

  private static void check(double p, double a, double b) {
    Arguments.checkOpenUnit("probability", p);
    Arguments.checkPositive("a", a);
    Arguments.checkPositive("b", b);
  }

  /** The x in (0, 1/2] with I(x; a, b) = p. */
  private static double lowerHalf(double p, double a, double b, double start) {
    return search(p, a, b, true, start);
  }

  /** The x in (0, 1/2] with 1 − I(x; a, b) = q. */
  private static double lowerHalfOfComplement(double q, double a, double b, double start) {
    return search(q, a, b, false, start);
  }

  private static double search(double p, double a, double b, boolean rising, double start) {
    double low = Math.log(SMALLEST);
    double high = Math.log(0.5);
    double u = Math.max(low, Math.min(high, Math.log(start == 0.5 ? a / (a + b) : start)));
    double logP = Math.log(p);
    double logBeta = LogBeta.value(a, b);
    for (int i = 0; i < MAX_STEPS && low < high; i++) {
      double x = Math.exp(u);
      double f = rising ? RegularizedBeta.value(x, a, b) : RegularizedBeta.complement(x, a, b);
      if (f == p) {
        break;
      }
      if (f < p == rising) {
        low = u;
      } else {
        high = u;
      }
      // x times the density, over f
      double slope = Math.exp(a * u + (b - 1) * Math.log1p(-x) - logBeta) / f;
      double step = (logP - Math.log(f)) / (rising ? slope : -slope);
      double next = u + step;
      if (Math.abs(step) <= CLOSE) {
        // What is left is of the order of the step's square.
        u = Math.max(low, Math.min(high, next));
        break;
      }
      u = next > low && next < high ? next : low + (high - low) / 2;
    }
    return Math.exp(u);
  }
}
