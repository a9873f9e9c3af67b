package assay.statistics.test;

import assay.statistics.Arguments;
import assay.statistics.distribution.Quantiles;

/**
 * Pearson's χ² test of whether rows and columns of a table of counts are independent:
 *
 * <pre>χ² = Σ (observed − expected)²/expected,  (r − 1)(c − 1) degrees of freedom</pre>
 *
 * <p>without continuity correction; rows and columns without counts are left out. Fewer than two
 * rows or columns: 0 and p is 1. Expected counts below 5 make it unreliable, {@link FisherExact} is
 * for those. Items must not depend on each other: not for paired data, not in clusters.
 *
 * <p>Source: K. Pearson, Philosophical Magazine 50 (1900) 157–175, doi:10.1080/14786440009463897.
 */
public final class ChiSquaredTest {

  /** The {@link TestResult#test()} of what it gives. */
  public static final String ID = "chi_squared";

  private ChiSquaredTest() {}

  /**
   * The test.
   *
   * @param table counts, {@code table[row][column]}
   * @throws IllegalArgumentException if rows differ in length or a count is negative
   */
  public static TestResult test(long[][] table) {
    int width = table.length == 0 ? 0 : table[0].length;
    double[] rows = new double[table.length];
    double[] columns = new double[width];
    double total = 0;
    for (int i = 0; i < table.length; i++) {
      Arguments.checkSameLength("table[0]", width, "table[" + i + "]", table[i].length);
      for (int j = 0; j < width; j++) {
        double count = Arguments.checkCount("table[" + i + "][" + j + "]", table[i][j]);
        rows[i] += count;
        columns[j] += count;
        total += count;
      }
    }
    double statistic = 0;
    for (int i = 0; i < table.length; i++) {
      for (int j = 0; j < width; j++) {
        double expected = rows[i] * columns[j] / total;
        if (expected > 0) {
          statistic += (table[i][j] - expected) * (table[i][j] - expected) / expected;
        }
      }
    }
    double df = Math.max(0, filled(rows) - 1.0) * Math.max(0, filled(columns) - 1.0);
    return df == 0
        ? new TestResult(ID, 0, 1)
        : new TestResult(ID, statistic, Quantiles.chiSquaredSurvival(statistic, df));
  }

  private static int filled(double[] sums) {
    int filled = 0;
    for (double sum : sums) {
      filled += sum > 0 ? 1 : 0;
    }
    return filled;
  }
}
