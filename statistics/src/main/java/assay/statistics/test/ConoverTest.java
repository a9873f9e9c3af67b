package assay.statistics.test;

import assay.statistics.distribution.StudentT;

/**
 * Conover's comparison of pairs after {@link Friedman}, sharper than {@link NemenyiTest}: with Rⱼ
 * the rank sums, A the sum of all squared ranks and χ² Friedman's statistic,
 *
 * <pre>
 * t = (Rᵢ − Rⱼ)/√(2(nA − Σ Rⱼ²)/((n − 1)(k − 1))),  (n − 1)(k − 1) degrees of freedom
 * </pre>
 *
 * <p>Its p are not adjusted for the number of pairs: see {@code multiplicity}. All items rank the
 * systems alike: t is infinite and p is 0 for systems of different rank. Fewer than two items or
 * systems: 0 and 1.
 *
 * <p>Source: W. J. Conover, Practical Nonparametric Statistics, 3rd edition 1999, §5.8.
 */
public final class ConoverTest {

  /** The {@link TestResult#test()} of what it gives. */
  public static final String ID = "conover";

  private ConoverTest() {}

  /**
   * All pairs.
   *
   * @param scores {@code scores[i][j]}: the score of system j on item i
   * @return {@code [i][j]}: system i less system j; 0 and 1 for i = j
   * @throws IllegalArgumentException if rows differ in length or a value is NaN or infinite
   */
  public static TestResult[][] test(double[][] scores) {
    Blocks blocks = Blocks.of(scores);
    int k = blocks.systems();
    double n = blocks.items();
    double sums = 0;
    for (int j = 0; j < k; j++) {
      sums += blocks.rankSum(j) * blocks.rankSum(j);
    }
    double df = Math.max(0, (n - 1) * (k - 1));
    double rest = n * blocks.squares() - sums;
    double error = Math.sqrt(2 * (rest > 1e-12 * sums ? rest : 0) / df);
    TestResult[][] results = new TestResult[k][k];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        double apart = blocks.rankSum(i) - blocks.rankSum(j);
        double t = apart == 0 || df == 0 ? 0 : apart / error;
        results[i][j] = new TestResult(ID, t, StudentT.twoSidedP(t, df));
      }
    }
    return results;
  }
}
