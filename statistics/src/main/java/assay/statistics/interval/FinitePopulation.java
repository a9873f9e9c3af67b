package assay.statistics.interval;

import assay.statistics.Arguments;
import assay.statistics.Interval;
import assay.statistics.distribution.Quantiles;

/**
 * A sample of n items from a benchmark of N that is itself the whole question: what is not known is
 * the score on the other N − n, not on all items that could ever be written. Standard errors shrink
 * by
 *
 * <pre>√((N − n)/(N − 1))</pre>
 *
 * <p>and are 0 once every item was asked. Not for claims about patients or questions beyond the
 * benchmark. Source: W. G. Cochran, Sampling Techniques, 3rd edition 1977, §2.6.
 */
public final class FinitePopulation {

  /** The {@link Interval#method()} of what it gives. */
  public static final String ID = "wilson-finite";

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
   * Of the share right on all N: Wilson's interval for {@code n·(N − 1)/(N − n)} items, cut to what
   * is still possible, {@code [x/N, (N − n + x)/N]}; a point once all were asked.
   *
   * @param successes right among those asked
   * @param n items asked
   * @param population N, at least n
   * @throws IllegalArgumentException if an argument is outside its range
   */
  public static Interval proportion(long successes, long n, long population, double level) {
    Arguments.checkSuccesses(successes, n);
    Arguments.checkBetween("population", population, Math.max(1, n), Long.MAX_VALUE);
    double z = Quantiles.normalTwoSided(level);
    double size = (double) population;
    double least = successes / size;
    double most = (population - n + successes) / size;
    if (n == population || n == 0) {
      return new Interval(least, most, level, ID);
    }
    double factor = correction(n, population);
    Interval wilson =
        WilsonInterval.interval((double) successes / n, n / (factor * factor), z, level, ID);
    return new Interval(Math.max(least, wilson.lower()), Math.min(most, wilson.upper()), level, ID);
  }
}
