package assay.statistics.test;

import assay.statistics.Arguments;
import assay.statistics.Ranks;
import assay.statistics.distribution.Quantiles;
import assay.statistics.resampling.SubsetSums;
import java.util.Arrays;

/**
 * The test of Mann and Whitney (Wilcoxon's rank sum) of whether two independent samples come from
 * one distribution. The statistic is U, the number of pairs in which the first is larger, ties
 * counted half; U/(n·m) estimates P(X &gt; Y) + P(X = Y)/2.
 *
 * <ul>
 *   <li>Both samples smaller than 50: exact, with ties as they are (id {@code mann_whitney_exact}),
 *       {@code p = min(1, 2·min(P(U ≤ u), P(U ≥ u)))};
 *   <li>beyond: normal with mean nm/2, variance {@code nm/12·(N + 1 − Σ(t³ − t)/(N(N − 1)))}, N = n
 *       + m, and a continuity correction of 1/2 (id {@code mann_whitney}).
 * </ul>
 *
 * <p>An empty sample, or all values equal: p is 1. Samples of different spread make it reject too
 * often or too rarely; {@link BrunnerMunzel} does not mind.
 *
 * <p>Source: H. B. Mann, D. R. Whitney, On a test of whether one of two random variables is
 * stochastically larger than the other, Annals of Mathematical Statistics 18 (1947) 50–60,
 * doi:10.1214/aoms/1177730491.
 */
public final class MannWhitney {

  /** The {@link TestResult#test()} of the normal approximation. */
  public static final String ID = "mann_whitney";

  private static final int EXACT_BELOW = 50;

  private MannWhitney() {}

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
    double[] all = Arrays.copyOf(first, n + m);
    System.arraycopy(second, 0, all, n, m);
    Ranks ranks = Ranks.of(all);
    double[] midranks = ranks.midranks();
    double u = Arrays.stream(midranks, 0, n).sum() - n * (n + 1.0) / 2;
    if (n < EXACT_BELOW && m < EXACT_BELOW) {
      return new TestResult(ID + "_exact", u, exact(midranks, n, u));
    }
    double size = (double) n + m;
    double ties = ranks.tieSum() / (size * (size - 1));
    double variance = (double) n * m / 12 * (size + 1 - ties);
    double deviation = u - (double) n * m / 2;
    return new TestResult(ID, u, Quantiles.twoSidedP(deviation, 0.5, Math.sqrt(variance)));
  }

  private static double exact(double[] midranks, int n, double u) {
    int[] doubled = Arrays.stream(midranks).mapToInt(rank -> (int) (2 * rank)).toArray();
    int m = midranks.length - n;
    // The smaller sample is the cheaper one to follow; its U is the rest of n·m.
    int size = Math.min(n, m);
    double own = n <= m ? u : (double) n * m - u;
    int sum = (int) Math.round(2 * own) + size * (size + 1);
    return SubsetSums.twoSided(SubsetSums.ofSize(doubled, size), sum);
  }
}
