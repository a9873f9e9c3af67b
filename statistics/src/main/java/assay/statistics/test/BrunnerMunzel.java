package assay.statistics.test;

import assay.statistics.Arguments;
import assay.statistics.Ranks;
import assay.statistics.distribution.StudentT;
import java.util.Arrays;
import org.apache.commons.numbers.combinatorics.BinomialCoefficientDouble;

/**
 * The test of Brunner and Munzel of whether {@code P(X > Y) + P(X = Y)/2 = 1/2} for two independent
 * samples, which may differ in spread and hold ties. With R the ranks among all, Rᵢ those within
 * the own sample and s² the variance of R − Rᵢ in each,
 *
 * <pre>
 * W = nm(R̄₁ − R̄₂)/((n + m)·√(n·s₁² + m·s₂²)),
 * df = (n·s₁² + m·s₂²)² / ((n·s₁²)²/(n − 1) + (m·s₂²)²/(m − 1))
 * </pre>
 *
 * <p>p is that of Student's t with df degrees of freedom; the sign of W is that of the first sample
 * less the second. Fewer than two values in a sample, or all values equal: W is 0, p is 1. Samples
 * that do not overlap have no s²: W is infinite, and p the probability {@code 2·n!m!/(n + m)!} of
 * such a separation. Samples under 10 make it reject too often.
 *
 * <p>Source: E. Brunner, U. Munzel, The nonparametric Behrens–Fisher problem, Biometrical Journal
 * 42 (2000) 17–25, doi:10.1002/(SICI)1521-4036(200001)42:1&lt;17::AID-BIMJ17&gt;3.0.CO;2-U.
 */
public final class BrunnerMunzel {

  /** The {@link TestResult#test()} of what it gives. */
  public static final String ID = "brunner_munzel";

  private BrunnerMunzel() {}

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
    if (n < 2 || m < 2) {
      return new TestResult(ID, 0, 1);
    }
    Placements a = Placements.of(first, second);
    Placements b = Placements.of(second, first);
    double spread = n * a.variance() + m * b.variance();
    if (spread == 0) {
      return separated(a.mean() - b.mean(), n, m);
    }
    double w =
        (double) n * m * (meanRank(first, a) - meanRank(second, b)) / ((n + m) * Math.sqrt(spread));
    double partA = n * a.variance();
    double partB = m * b.variance();
    double df = spread * spread / (partA * partA / (n - 1.0) + partB * partB / (m - 1.0));
    return new TestResult(ID, w, StudentT.twoSidedP(w, df));
  }

  private static TestResult separated(double difference, int n, int m) {
    if (difference == 0) {
      return new TestResult(ID, 0, 1);
    }
    double p = Math.min(1, 2 / BinomialCoefficientDouble.value(n + m, n));
    return new TestResult(ID, Math.copySign(Double.POSITIVE_INFINITY, difference), p);
  }

  private static double meanRank(double[] own, Placements placements) {
    return (own.length + 1.0) / 2 + placements.mean();
  }

  /** How many of the others each value exceeds, ties counted half: rank among all less own rank. */
  private record Placements(double mean, double variance) {

    static Placements of(double[] own, double[] others) {
      Ranks ranks = Ranks.of(others);
      double[] placed = Arrays.stream(own).map(ranks::placement).toArray();
      double mean = Arrays.stream(placed).sum() / placed.length;
      double squares = Arrays.stream(placed).map(p -> (p - mean) * (p - mean)).sum();
      return new Placements(mean, squares / (placed.length - 1));
    }
  }
}
