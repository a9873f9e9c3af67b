package assay.statistics.interval;

import assay.statistics.Arguments;
import assay.statistics.Interval;
import assay.statistics.Range;
import assay.statistics.distribution.Quantiles;

/**
 * Koopman's score interval of the ratio θ = p₁/p₂ of two proportions on different items: the θ that
 * the score test does not reject,
 *
 * <pre>|x₁/n₁ − θ·x₂/n₂| ≤ z·√(p̃₁(1 − p̃₁)/n₁ + θ²·p̃₂(1 − p̃₂)/n₂)</pre>
 *
 * <p>with p̃₁ = θp̃₂ the most likely values under θ. [0, ∞] where both have no success, or a group
 * is empty; 0 and ∞ are ends where the data do not rule them out. Exchanging the groups inverts it.
 *
 * <p>Source: P. A. R. Koopman, Confidence intervals for the ratio of two binomial proportions,
 * Biometrics 40 (1984) 513–517, doi:10.2307/2531405; O. Miettinen, M. Nurminen, Comparative
 * analysis of two rates, Statistics in Medicine 4 (1985) 213–226, doi:10.1002/sim.4780040211,
 * without their factor N/(N − 1).
 */
public final class RatioInterval {

  /** The {@link Interval#method()} of what it gives. */
  public static final String ID = "ratio-score";

  private static final int HALVINGS = 200;
  private static final double FARTHEST = 60;

  private RatioInterval() {}

  /**
   * The interval.
   *
   * @throws IllegalArgumentException unless 0 ≤ x ≤ n in both and 0 &lt; level &lt; 1
   */
  public static Interval interval(
      long successes1, long n1, long successes2, long n2, double level) {
    Arguments.checkSuccesses(successes1, n1);
    Arguments.checkSuccesses(successes2, n2);
    double z = Quantiles.normalTwoSided(level);
    if (n1 == 0 || n2 == 0 || successes1 + successes2 == 0) {
      return new Range(0, Double.POSITIVE_INFINITY).whole(level, ID);
    }
    double upper =
        successes2 == 0
            ? Double.POSITIVE_INFINITY
            : Math.exp(
                logUpper((double) successes1, (double) n1, (double) successes2, (double) n2, z));
    double lower =
        successes1 == 0
            ? 0
            : Math.exp(
                -logUpper((double) successes2, (double) n2, (double) successes1, (double) n1, z));
    return new Interval(lower, upper, level, ID);
  }

  /** The largest log θ that is not rejected; the score falls as θ grows. */
  private static double logUpper(double x1, double n1, double x2, double n2, double z) {
    double low = x1 == 0 ? -FARTHEST : Math.log(x1 / n1 / (x2 / n2));
    double high = FARTHEST;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = low + (high - low) / 2;
      if (middle == low || middle == high) {
        break;
      }
      if (score(x1, n1, x2, n2, Math.exp(middle)) >= -z) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  private static double score(double x1, double n1, double x2, double n2, double theta) {
    double a = (n1 + n2) * theta;
    double b = n1 * theta + x1 + n2 + x2 * theta;
    double c = x1 + x2;
    double p2 = 2 * c / (b + Math.sqrt(Math.max(0, b * b - 4 * a * c)));
    double p1 = Math.min(1, theta * p2);
    double variance = p1 * (1 - p1) / n1 + theta * theta * p2 * (1 - p2) / n2;
    double deviation = x1 / n1 - theta * x2 / n2;
    return deviation == 0 ? 0 : deviation / Math.sqrt(Math.max(0, variance));
  }
}
