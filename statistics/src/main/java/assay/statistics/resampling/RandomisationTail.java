package assay.statistics.resampling;

import assay.statistics.Arguments;

/**
 * How often a rearrangement of the data is as extreme as the data are.
 *
 * @param share of all rearrangements, or of those drawn: the p-value of a randomisation test, 0
 *     &lt; share ≤ 1
 * @param isExact whether all were counted. Of B drawn ones, of which m are as extreme, the share is
 *     (m + 1)/(B + 1): what was observed is one of the possible ones, and p is never 0 (B. Phipson,
 *     G. K. Smyth, Statistical Applications in Genetics and Molecular Biology 9 (2010) 39,
 *     doi:10.2202/1544-6115.1585)
 */
public record RandomisationTail(double share, boolean isExact) {

  /**
   * @throws IllegalArgumentException unless 0 ≤ share ≤ 1
   */
  public RandomisationTail {
    Arguments.checkUnit("share", share);
  }

  static RandomisationTail drawn(long extreme, long draws) {
    return new RandomisationTail((extreme + 1.0) / (draws + 1.0), false);
  }

  static RandomisationTail counted(double share) {
    return new RandomisationTail(Math.min(1, Math.max(0, share)), true);
  }
}
