package assay.statistics.test;

import assay.statistics.Arguments;
import assay.statistics.Ranks;
import assay.statistics.distribution.Quantiles;
import java.util.Arrays;

/**
 * The test of Jonckheere and Terpstra for a trend of any score over ordered groups: J is the number
 * of pairs from different groups in which the one of the later group is larger, ties counted half.
 * Normal with mean {@code (N² − Σnᵢ²)/4} and the variance that takes ties into account,
 *
 * <pre>
 * (N(N−1)(2N+5) − Σn(n−1)(2n+5) − Σt(t−1)(2t+5))/72
 *   + Σn(n−1)(n−2)·Σt(t−1)(t−2)/(36N(N−1)(N−2)) + Σn(n−1)·Σt(t−1)/(8N(N−1))
 * </pre>
 *
 * <p>The statistic is z, positive where scores grow along the groups. Fewer than two groups with
 * values, or all values equal: 0 and p is 1. A large-sample test of independent items.
 *
 * <p>Source: A. R. Jonckheere, A distribution-free k-sample test against ordered alternatives,
 * Biometrika 41 (1954) 133–145, doi:10.1093/biomet/41.1-2.133; ties: M. Hollander, D. A. Wolfe,
 * Nonparametric Statistical Methods, 2nd edition 1999, §6.2.
 */
public final class JonckheereTerpstra {

  /** The {@link TestResult#test()} of what it gives. */
  public static final String ID = "jonckheere_terpstra";

  private JonckheereTerpstra() {}

  /**
   * The test.
   *
   * @param groups the values of each group, in the order of the groups
   * @throws IllegalArgumentException with the place of the first value that is NaN or infinite
   */
  public static TestResult test(double[][] groups) {
    double j = 0;
    double expected = 0;
    int[] sizes = new int[groups.length];
    double[] earlier = {};
    for (int g = 0; g < groups.length; g++) {
      Arguments.checkFinite("groups[" + g + "]", groups[g]);
      Ranks ranks = Ranks.of(earlier);
      for (double x : groups[g]) {
        j += ranks.placement(x);
      }
      sizes[g] = groups[g].length;
      expected += (double) earlier.length * groups[g].length / 2;
      int before = earlier.length;
      earlier = Arrays.copyOf(earlier, before + groups[g].length);
      System.arraycopy(groups[g], 0, earlier, before, groups[g].length);
    }
    double variance = variance(earlier.length, sizes, Ranks.of(earlier).tieSizes());
    double z = j == expected ? 0 : (j - expected) / Math.sqrt(variance);
    return new TestResult(ID, z, Quantiles.twoSidedP(z, 0, 1));
  }

  private static double variance(double all, int[] sizes, int[] ties) {
    double main = cubic(new int[] {(int) all}) - cubic(sizes) - cubic(ties);
    double triples = falling(sizes, 3) * falling(ties, 3);
    double pairs = falling(sizes, 2) * falling(ties, 2);
    double variance = main / 72;
    if (pairs > 0) {
      variance += pairs / (8 * all * (all - 1));
    }
    if (triples > 0) {
      variance += triples / (36 * all * (all - 1) * (all - 2));
    }
    return variance;
  }

  private static double cubic(int[] counts) {
    return Arrays.stream(counts).mapToDouble(n -> (double) n * (n - 1.0) * (2.0 * n + 5)).sum();
  }

  private static double falling(int[] counts, int factors) {
    return Arrays.stream(counts)
        .mapToDouble(n -> (double) n * (n - 1.0) * (factors == 3 ? n - 2.0 : 1))
        .sum();
  }
}
