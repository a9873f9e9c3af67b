package assay.statistics.test;

import assay.statistics.Arguments;
import assay.statistics.distribution.Hypergeometric;

/**
 * Fisher's exact test of two independent proportions: given the margins of the fourfold table, the
 * first cell is hypergeometric under the hypothesis, and p is the probability of all tables that
 * are no more likely than the one observed.
 *
 * <p>It never rejects a true hypothesis more often than its level says. The statistic is the sample
 * odds ratio, infinite where it is so, 1 where it is 0/0; an empty margin gives p 1.
 *
 * <p>Source: R. A. Fisher, The logic of inductive inference, Journal of the Royal Statistical
 * Society 98 (1935) 39–82, doi:10.2307/2342435.
 */
public final class FisherExact {

  /** The {@link TestResult#test()} of what it gives. */
  public static final String ID = "fisher_exact";

  // Tables as likely as the observed one differ by rounding.
  private static final double ROUNDING = 1 + 1e-7;

  private FisherExact() {}

  /**
   * The test of x₁ of n₁ against x₂ of n₂.
   *
   * @throws IllegalArgumentException unless 0 ≤ x ≤ n in both, and n₁ + n₂ ≤ 2,147,483,647
   */
  public static TestResult test(long successes1, long n1, long successes2, long n2) {
    Arguments.checkSuccesses(successes1, n1);
    Arguments.checkSuccesses(successes2, n2);
    Arguments.checkBetween("n1 + n2", n1 + n2, 0, Integer.MAX_VALUE);
    double up = (double) successes1 * (n2 - successes2);
    double down = (double) successes2 * (n1 - successes1);
    double odds = up == down ? 1 : up / down;
    if (n1 == 0 || n2 == 0) {
      return new TestResult(ID, 1, 1);
    }
    Hypergeometric cell = Hypergeometric.of(n1 + n2, successes1 + successes2, n1);
    double most = cell.probability((int) successes1) * ROUNDING;
    int mode = cell.mode();
    if (cell.probability(mode) <= most) {
      return new TestResult(ID, odds, 1);
    }
    double p = cell.atMost(below(cell, mode, most)) + cell.atLeast(above(cell, mode, most));
    return new TestResult(ID, odds, Math.min(1, p));
  }

  /** The largest cell before the mode that is no more likely than this; least − 1 for none. */
  private static int below(Hypergeometric cell, int mode, double most) {
    int low = cell.least() - 1;
    int high = mode;
    while (high - low > 1) {
      int middle = low + (high - low) / 2;
      if (cell.probability(middle) <= most) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The smallest cell after the mode that is no more likely than this; most + 1 for none. */
  private static int above(Hypergeometric cell, int mode, double most) {
    long low = mode;
    long high = cell.most() + 1L;
    while (high - low > 1) {
      long middle = low + (high - low) / 2;
      if (cell.probability((int) middle) <= most) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return (int) high;
  }
}
