package assay.statistics.interval;

import assay.statistics.Arguments;
import assay.statistics.Interval;
import assay.statistics.Range;
import assay.statistics.distribution.Hypergeometric;
import java.util.function.LongPredicate;

/**
 * A sample of n items from a benchmark of N that is itself the whole question: what is not known is
 * the score on the other N − n, not on all items that could ever be written. Standard errors shrink
 * by
 *
 * <pre>√((N − n)/(N − 1))</pre>
 *
 * <p>and are 0 once every item was asked. Not for claims about patients or questions beyond the
 * benchmark. Source: W. G. Cochran, Sampling Techniques, 3rd edition 1977, §2.6 and, for the exact
 * interval, §3.6; J. P. Buonaccorsi, A note on confidence intervals for proportions in finite
 * populations, American Statistician 41 (1987) 215–218; how much too short approximate ones are: W.
 * Wang, Exact optimal confidence intervals for hypergeometric parameters, JASA 110 (2015)
 * 1491–1499, doi:10.1080/01621459.2014.966191.
 */
public final class FinitePopulation {

  /** The {@link Interval#method()} of what it gives. */
  public static final String ID = "hypergeometric";

  private FinitePopulation() {}

  /**
   * The factor on a standard error.
   *
   * @param n items asked, at least 1
   * @param population N, at least n
   * @throws IllegalArgumentException if an argument is outside its range
   */
  public static double correction(long n, long population) {
    Arguments.checkBetween("n", n, 1, population);
    return population == 1 ? 0 : Math.sqrt((double) (population - n) / ((double) population - 1));
  }

  /**
   * Of the share right on all N, exact: shares M/N for which neither P(X ≥ x) nor P(X ≤ x) of the
   * hypergeometric distribution is at most (1 − level)/2, and x/n. Never outside what is still
   * possible, {@code [x/N, (N − n + x)/N]}; a point once all were asked. Its coverage is never
   * below the level and nears that of {@link ClopperPearsonInterval} as N grows.
   *
   * @param successes right among those asked
   * @param n items asked
   * @param population N, at least n, at most 2,147,483,647
   * @throws IllegalArgumentException if an argument is outside its range
   */
  public static Interval proportion(long successes, long n, long population, double level) {
    Arguments.checkSuccesses(successes, n);
    Arguments.checkBetween("population", population, Math.max(1, n), Integer.MAX_VALUE);
    double tail = (1 - Arguments.checkLevel(level)) / 2;
    if (n == 0) {
      return Range.UNIT.whole(level, ID);
    }
    int x = (int) successes;
    long least =
        first(x, population - n + x, m -> Hypergeometric.of(population, m, n).atLeast(x) > tail);
    long tooMany =
        first(
            least,
            population - n + x + 1,
            m -> Hypergeometric.of(population, m, n).atMost(x) <= tail);
    double share = (double) successes / n;
    return new Interval(
        Math.min(share, (double) least / population),
        Math.max(share, (tooMany - 1.0) / population),
        level,
        ID);
  }

  /** The first of these numbers that fits, all after it fitting too; the last if none does. */
  private static long first(long from, long to, LongPredicate fits) {
    long low = from;
    long high = to;
    while (low < high) {
      long middle = low + (high - low) / 2;
      if (fits.test(middle)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
