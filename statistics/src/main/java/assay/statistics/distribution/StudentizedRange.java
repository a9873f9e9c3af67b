package assay.statistics.distribution;

import assay.statistics.Arguments;

/**
 * The range of k independent standard normals:
 *
 * <pre>P(Q ≤ q) = k·∫ φ(z)·(Φ(z) − Φ(z − q))^(k − 1) dz</pre>
 *
 * <p>the studentised range with infinitely many degrees of freedom. The integrand is analytic and
 * dies off on both sides, so the trapezoidal rule is good to about 1e-14, absolutely: a probability
 * of that size or less has no digit left.
 *
 * <p>Source: H. L. Harter, Tables of range and studentized range, Annals of Mathematical Statistics
 * 31 (1960) 1122–1147, doi:10.1214/aoms/1177705684.
 */
public final class StudentizedRange {

  private static final double REACH = 9;
  private static final double STEP = 1.0 / 64;
  private static final double LARGEST = 60;
  private static final int HALVINGS = 80;

  private StudentizedRange() {}

  /**
   * P(Q &gt; q).
   *
   * @param q not negative
   * @param k number of normals, at least 2
   * @throws IllegalArgumentException if an argument is outside its range
   */
  public static double survival(double q, int k) {
    Arguments.checkBetween("k", k, 2, Integer.MAX_VALUE);
    if (q == 0) {
      return 1;
    }
    Arguments.checkPositive("q", q);
    double sum = 0;
    for (double z = -REACH; z <= REACH + q; z += STEP) {
      double density = Math.exp(-z * z / 2);
      double within = Quantiles.normalProbability(z) - Quantiles.normalProbability(z - q);
      // Summed over what is missing: a small probability loses less than as 1 less a large one.
      double missing =
          Math.pow(Quantiles.normalProbability(z), k - 1.0) - Math.pow(within, k - 1.0);
      sum += density * missing;
    }
    double value = k * sum * STEP / Math.sqrt(2 * Math.PI);
    return Math.min(1, Math.max(0, value));
  }

  /**
   * The q with P(Q ≤ q) = p.
   *
   * @throws IllegalArgumentException if an argument is outside its range
   */
  public static double quantile(double p, int k) {
    Arguments.checkOpenUnit("p", p);
    double low = 0;
    double high = LARGEST;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (survival(middle, k) > 1 - p) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }
}
