package assay.statistics.test;

import assay.statistics.Arguments;
import assay.statistics.PairedCounts;

/**
 * The sign test: of n differences that are not 0, the number that is positive is binomial with
 * probability 1/2 if either sign is as likely,
 *
 * <pre>p = min(1, 2·P(X ≤ min(n₊, n₋))),  X ~ Binomial(n₊ + n₋, 1/2)</pre>
 *
 * <p>It asks of differences nothing but their sign, so wins and losses of any scale will do; ties
 * are left out. The statistic is n₊. Without a difference p is 1. For right and wrong answers it is
 * {@link McNemarExact}.
 *
 * <p>Source: W. J. Dixon, A. M. Mood, The statistical sign test, JASA 41 (1946) 557–566,
 * doi:10.1080/01621459.1946.10501898.
 */
public final class SignTest {

  /** The {@link TestResult#test()} of what it gives. */
  public static final String ID = "sign";

  private SignTest() {}

  /**
   * The test of counted wins and losses.
   *
   * @throws IllegalArgumentException if a count is negative or both together exceed 2,147,483,647
   */
  public static TestResult test(long wins, long losses) {
    SignCounts signs = SignCounts.of(new PairedCounts(0, wins, losses, 0));
    return new TestResult(ID, (double) wins, Math.min(1, 2 * signs.lowerTail()));
  }

  /**
   * The test of differences.
   *
   * @throws IllegalArgumentException with the index of the first that is NaN or infinite
   */
  public static TestResult test(double[] differences) {
    Arguments.checkFinite("differences", differences);
    long wins = 0;
    long losses = 0;
    for (double difference : differences) {
      wins += difference > 0 ? 1 : 0;
      losses += difference < 0 ? 1 : 0;
    }
    return test(wins, losses);
  }
}
