package assay.statistics.test;

import assay.statistics.Arguments;
import assay.statistics.distribution.StudentizedRange;

/**
 * Nemenyi's comparison of all pairs after {@link Friedman}: the mean ranks of two of k systems on n
 * items differ where
 *
 * <pre>|R̄ᵢ − R̄ⱼ| ≥ q·√(k(k + 1)/(12n))</pre>
 *
 * <p>with q the quantile of the studentised range of k normals. The probability that any of all
 * pairs is wrongly told apart stays at the level. Whether two systems differ depends on which
 * others are in the comparison; {@link PairedPermutation} with {@code multiplicity} does not have
 * that.
 *
 * <p>Source: P. B. Nemenyi, Distribution-free multiple comparisons, thesis, Princeton 1963; J.
 * Demšar, Statistical comparisons of classifiers over multiple data sets, Journal of Machine
 * Learning Research 7 (2006) 1–30.
 */
public final class NemenyiTest {

  /** The {@link TestResult#test()} of what it gives. */
  public static final String ID = "nemenyi";

  private NemenyiTest() {}

  /**
   * All pairs.
   *
   * @param scores {@code scores[i][j]}: the score of system j on item i
   * @return {@code [i][j]}: the statistic √(12n/(k(k + 1)))·|R̄ᵢ − R̄ⱼ| and its p, already adjusted
   *     for all pairs; 0 and 1 for i = j
   * @throws IllegalArgumentException if rows differ in length or a value is NaN or infinite
   */
  public static TestResult[][] test(double[][] scores) {
    Blocks blocks = Blocks.of(scores);
    int k = blocks.systems();
    TestResult[][] results = new TestResult[k][k];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        double apart = Math.abs(blocks.rankSum(i) - blocks.rankSum(j)) / blocks.items();
        double q = apart / Math.sqrt(k * (k + 1.0) / (12.0 * blocks.items()));
        double p = i == j || q == 0 ? 1 : StudentizedRange.survival(q, k);
        results[i][j] = new TestResult(ID, q, p);
      }
    }
    return results;
  }

  /**
   * The difference of mean ranks from which two systems are told apart.
   *
   * @param systems k, at least 2
   * @param items n, at least 1
   * @param level such as 0.95
   * @throws IllegalArgumentException if an argument is outside its range
   */
  public static double criticalDifference(int systems, int items, double level) {
    Arguments.checkBetween("systems", systems, 2, 10_000);
    Arguments.checkBetween("items", items, 1, Integer.MAX_VALUE);
    double q = StudentizedRange.quantile(Arguments.checkLevel(level), systems);
    return q * Math.sqrt(systems * (systems + 1.0) / (12.0 * items));
  }
}
