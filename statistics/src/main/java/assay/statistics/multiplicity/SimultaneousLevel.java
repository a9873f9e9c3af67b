package assay.statistics.multiplicity;

import assay.statistics.Arguments;

/**
 * The level that each of m intervals needs for all to hold their truths together with a given
 * level.
 *
 * <p>Source: O. J. Dunn, Multiple comparisons among means, JASA 56 (1961) 52–64,
 * doi:10.1080/01621459.1961.10482090; Z. Šidák, Rectangular confidence regions for the means of
 * multivariate normal distributions, JASA 62 (1967) 626–633, doi:10.1080/01621459.1967.10482935.
 */
public final class SimultaneousLevel {

  private SimultaneousLevel() {}

  /**
   * {@code 1 − (1 − level)/m}, for any intervals.
   *
   * @param m number of intervals, at least 1
   * @throws IllegalArgumentException if an argument is outside its range
   */
  public static double bonferroni(double level, int m) {
    Arguments.checkBetween("m", m, 1, Integer.MAX_VALUE);
    return 1 - (1 - Arguments.checkLevel(level)) / m;
  }

  /**
   * {@code level^(1/m)}, for independent intervals and for two-sided ones of jointly normal means.
   *
   * @param m number of intervals, at least 1
   * @throws IllegalArgumentException if an argument is outside its range
   */
  public static double sidak(double level, int m) {
    Arguments.checkBetween("m", m, 1, Integer.MAX_VALUE);
    return Math.pow(Arguments.checkLevel(level), 1.0 / m);
  }
}
