package assay.statistics.interval;

import assay.statistics.Arguments;
import assay.statistics.Interval;
import assay.statistics.PairedCounts;
import assay.statistics.distribution.Hypergeometric;

/**
 * Exact intervals of odds ratios. Their coverage is never below the level.
 *
 * <ul>
 *   <li>Of different items: given the margins of the fourfold table its first cell is
 *       hypergeometric with weight ωˣ, and the interval holds the ω for which neither tail has
 *       probability below (1 − level)/2 (id {@code odds-ratio-exact}). It goes with {@code
 *       FisherExact}.
 *   <li>Of the same items: of b + c items on which two differ, b is binomial, and the odds ratio
 *       b/c is p/(1 − p): the ends of {@link ClopperPearsonInterval} so transformed (id {@code
 *       odds-ratio-paired-exact}). It goes with {@code McNemarExact}.
 * </ul>
 *
 * <p>0 and ∞ are ends where the data do not rule them out; without information it is [0, ∞].
 *
 * <p>Source: J. Cornfield, A statistical problem arising from retrospective studies, Proceedings of
 * the 3rd Berkeley Symposium 4 (1956) 135–148; paired: N. E. Breslow, N. E. Day, Statistical
 * Methods in Cancer Research I, 1980, §5.2.
 */
public final class OddsRatioInterval {

  private static final int HALVINGS = 200;
  private static final double FARTHEST = 700;

  private OddsRatioInterval() {}

  /**
   * Of x₁ of n₁ against x₂ of n₂.
   *
   * @throws IllegalArgumentException unless 0 ≤ x ≤ n in both, n₁ + n₂ ≤ 2,147,483,647 and 0 &lt;
   *     level &lt; 1
   */
  public static Interval interval(
      long successes1, long n1, long successes2, long n2, double level) {
    Arguments.checkSuccesses(successes1, n1);
    Arguments.checkSuccesses(successes2, n2);
    Arguments.checkBetween("n1 + n2", n1 + n2, 0, Integer.MAX_VALUE);
    double tail = (1 - Arguments.checkLevel(level)) / 2;
    Hypergeometric cell = Hypergeometric.of(n1 + n2, successes1 + successes2, n1);
    int x = (int) successes1;
    double lower = x == cell.least() ? 0 : Math.exp(logOdds(cell, x, tail, true));
    double upper =
        x == cell.most() ? Double.POSITIVE_INFINITY : Math.exp(logOdds(cell, x, tail, false));
    return new Interval(lower, upper, level, "odds-ratio-exact");
  }

  /**
   * Of the same items: the odds that the first is right where the two differ.
   *
   * @throws IllegalArgumentException unless 0 &lt; level &lt; 1
   */
  public static Interval paired(PairedCounts counts, double level) {
    Interval share =
        new ClopperPearsonInterval().interval(counts.firstOnly(), counts.discordant(), level);
    return new Interval(odds(share.lower()), odds(share.upper()), level, "odds-ratio-paired-exact");
  }

  private static double odds(double share) {
    return share == 1 ? Double.POSITIVE_INFINITY : share / (1 - share);
  }

  /** The log odds for which P(X ≥ x), or P(X ≤ x), is the tail. */
  private static double logOdds(Hypergeometric cell, int x, double tail, boolean above) {
    double low = -FARTHEST;
    double high = FARTHEST;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = low + (high - low) / 2;
      if (middle == low || middle == high) {
        break;
      }
      double odds = Math.exp(middle);
      // P(X ≥ x) grows with the odds, P(X ≤ x) falls.
      if ((above ? cell.atLeast(x, odds) : cell.atMost(x, odds)) > tail == above) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }
}
