package assay.statistics.test;

import assay.statistics.distribution.Quantiles;

/**
 * Cochran's Q: whether several systems are right equally often on the same items. With Tⱼ what
 * system j has right, uᵢ how many have item i right, N = Σ Tⱼ and k systems,
 *
 * <pre>Q = (k − 1)(k·Σ Tⱼ² − N²) / (k·N − Σ uᵢ²)</pre>
 *
 * <p>and p is that of χ² with k − 1 degrees of freedom. For two systems it is McNemar's χ² without
 * correction. Items on which all agree say nothing; without others, and for fewer than two systems,
 * Q is 0 and p is 1. A large-sample test: about 24 numbers on items that differ are wanted.
 *
 * <p>Source: W. G. Cochran, The comparison of percentages in matched samples, Biometrika 37 (1950)
 * 256–266, doi:10.1093/biomet/37.3-4.256.
 */
public final class CochranQ {

  /** The {@link TestResult#test()} of what it gives. */
  public static final String ID = "cochran_q";

  private CochranQ() {}

  /**
   * The test.
   *
   * @param scores {@code scores[i][j]}: 1 where system j is right on item i, else 0
   * @throws IllegalArgumentException if rows differ in length, or with the place of the first value
   *     that is neither 0 nor 1
   */
  public static TestResult test(double[][] scores) {
    int systems = Blocks.checkTable(scores);
    double[] columns = new double[systems];
    double total = 0;
    double rowSquares = 0;
    for (int i = 0; i < scores.length; i++) {
      double row = 0;
      for (int j = 0; j < systems; j++) {
        if (scores[i][j] != 0 && scores[i][j] != 1) {
          throw new IllegalArgumentException(
              "scores[" + i + "][" + j + "] is " + scores[i][j] + "; expected 0 or 1");
        }
        row += scores[i][j];
        columns[j] += scores[i][j];
      }
      total += row;
      rowSquares += row * row;
    }
    double within = systems * total - rowSquares;
    if (systems < 2 || within == 0) {
      return new TestResult(ID, 0, 1);
    }
    double squares = 0;
    for (double column : columns) {
      squares += column * column;
    }
    double q = (systems - 1) * (systems * squares - total * total) / within;
    return new TestResult(ID, q, Quantiles.chiSquaredSurvival(q, systems - 1.0));
  }
}
