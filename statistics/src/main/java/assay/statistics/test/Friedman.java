package assay.statistics.test;

import assay.statistics.distribution.Quantiles;
import org.apache.commons.statistics.distribution.FDistribution;

/**
 * Friedman's test of whether several systems rank equally high on the same items: systems are
 * ranked within each item, ties share their ranks, and with Rⱼ the rank sums, n items, k systems
 *
 * <pre>χ² = 12·Σ(Rⱼ − n(k + 1)/2)² / (nk(k + 1) − Σ(t³ − t)/(k − 1)),  k − 1 degrees of freedom
 * </pre>
 *
 * <p>{@link #imanDavenport} turns it into {@code F = (n − 1)χ²/(n(k − 1) − χ²)}, which keeps its
 * level better for few items. Fewer than two systems, no items, or ties throughout: 0 and p is 1.
 * Which systems differ: {@link NemenyiTest}, {@link ConoverTest}.
 *
 * <p>Source: M. Friedman, The use of ranks to avoid the assumption of normality, JASA 32 (1937)
 * 675–701, doi:10.1080/01621459.1937.10503522; F: R. L. Iman, J. M. Davenport, Approximations of
 * the critical region of the Friedman statistic, Communications in Statistics A 9 (1980) 571–595,
 * doi:10.1080/03610928008827904.
 */
public final class Friedman {

  /** The {@link TestResult#test()} of the χ² form. */
  public static final String ID = "friedman";

  private Friedman() {}

  /**
   * The χ² form.
   *
   * @param scores {@code scores[i][j]}: the score of system j on item i
   * @throws IllegalArgumentException if rows differ in length or a value is NaN or infinite
   */
  public static TestResult test(double[][] scores) {
    Blocks blocks = Blocks.of(scores);
    if (blocks.systems() < 2) {
      return new TestResult(ID, 0, 1);
    }
    double chi = blocks.chiSquared();
    return new TestResult(ID, chi, Quantiles.chiSquaredSurvival(chi, blocks.systems() - 1.0));
  }

  /**
   * The F form (id {@code friedman_iman_davenport}); infinite, with p 0, where every item ranks the
   * systems alike.
   *
   * @param scores {@code scores[i][j]}: the score of system j on item i
   * @throws IllegalArgumentException if rows differ in length or a value is NaN or infinite
   */
  public static TestResult imanDavenport(double[][] scores) {
    String id = ID + "_iman_davenport";
    Blocks blocks = Blocks.of(scores);
    if (blocks.systems() < 2 || blocks.items() < 2 || blocks.chiSquared() == 0) {
      return new TestResult(id, 0, 1);
    }
    double n = blocks.items();
    double k = blocks.systems();
    double chi = blocks.chiSquared();
    double rest = n * (k - 1) - chi;
    if (rest <= 1e-12 * chi) {
      return new TestResult(id, Double.POSITIVE_INFINITY, 0);
    }
    double f = (n - 1) * chi / rest;
    return new TestResult(id, f, FDistribution.of(k - 1, (k - 1) * (n - 1)).survivalProbability(f));
  }
}
