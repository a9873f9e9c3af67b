package assay.statistics.test;

import assay.statistics.Arguments;
import assay.statistics.Ranks;
import java.util.Arrays;

/**
 * The two-sample test of Kolmogorov and Smirnov: D is the largest distance between the distribution
 * functions of two independent samples.
 *
 * <ul>
 *   <li>n·m ≤ 10,000: exact given the ties (id {@code kolmogorov_smirnov_exact}), by counting the
 *       orders of the two samples whose distance stays below D;
 *   <li>beyond: Kolmogorov's limit, {@code p = 2·Σ (−1)^(k−1)·exp(−2k²x²)}, {@code x = D·√(nm/(n +
 *       m))} (id {@code kolmogorov_smirnov}), which is conservative with ties. Below x = 1, where
 *       that series is slow, its transform {@code p = 1 − √(2π)/x·Σ exp(−(2k − 1)²π²/(8x²))}.
 * </ul>
 *
 * <p>An empty sample: D is 0 and p is 1.
 *
 * <p>Source: N. Smirnov, Table for estimating the goodness of fit of empirical distributions,
 * Annals of Mathematical Statistics 19 (1948) 279–281, doi:10.1214/aoms/1177730256; exact: J. L.
 * Hodges, The significance probability of the Smirnov two-sample test, Arkiv för Matematik 3 (1958)
 * 469–486, doi:10.1007/BF02589501.
 */
public final class KolmogorovSmirnov {

  /** The {@link TestResult#test()} of the limiting form. */
  public static final String ID = "kolmogorov_smirnov";

  private static final long MOST_EXACT = 10_000;
  // Either series is good to the last bit with these many terms on its side of 1.
  private static final int TERMS = 5;

  private KolmogorovSmirnov() {}

  /**
   * The test.
   *
   * @throws IllegalArgumentException with the index of the first value that is NaN or infinite
   */
  public static TestResult test(double[] first, double[] second) {
    Arguments.checkFinite("first", first);
    Arguments.checkFinite("second", second);
    int n = first.length;
    int m = second.length;
    if (n == 0 || m == 0) {
      return new TestResult(ID + "_exact", 0, 1);
    }
    double[] all = Arrays.copyOf(first, n + m);
    System.arraycopy(second, 0, all, n, m);
    Arrays.sort(all);
    Ranks ofFirst = Ranks.of(first);
    Ranks ofSecond = Ranks.of(second);
    // In units of 1/(n·m), so that equal distances are equal.
    long farthest = 0;
    for (double x : all) {
      long distance = Math.abs((long) ofFirst.notAbove(x) * m - (long) ofSecond.notAbove(x) * n);
      farthest = Math.max(farthest, distance);
    }
    double d = (double) farthest / ((double) n * m);
    if ((long) n * m <= MOST_EXACT) {
      return new TestResult(ID + "_exact", d, exact(all, n, m, farthest));
    }
    return new TestResult(ID, d, limit(d * Math.sqrt((double) n * m / ((double) n + m))));
  }

  /** Probability that a random order of n and m, read at the ends of ties, reaches the distance. */
  private static double exact(double[] all, int n, int m, long farthest) {
    double[] reached = new double[m + 1];
    for (int i = 0; i <= n; i++) {
      for (int j = 0; j <= m; j++) {
        double before = 0;
        if (i > 0) {
          before += reached[j] * i / (i + j);
        }
        if (j > 0) {
          before += reached[j - 1] * j / (i + j);
        }
        boolean endsTie = i + j == 0 || i + j == n + m || all[i + j - 1] != all[i + j];
        boolean far = Math.abs((long) i * m - (long) j * n) >= farthest;
        reached[j] = endsTie && far ? 1 : before;
      }
    }
    return Math.min(1, reached[m]);
  }

  private static double limit(double x) {
    return x < 1 ? 1 - below(x) : above(x);
  }

  private static double below(double x) {
    if (x == 0) {
      return 0;
    }
    double sum = 0;
    for (int k = 1; k <= TERMS; k++) {
      double odd = (2 * k - 1) * Math.PI / x;
      sum += Math.exp(-odd * odd / 8);
    }
    return Math.min(1, Math.sqrt(2 * Math.PI) / x * sum);
  }

  private static double above(double x) {
    double sum = 0;
    double sign = 1;
    for (int k = 1; k <= TERMS; k++) {
      sum += sign * Math.exp(-2.0 * k * k * x * x);
      sign = -sign;
    }
    return Math.min(1, Math.max(0, 2 * sum));
  }
}
