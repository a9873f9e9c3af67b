package assay.statistics.test;

import assay.statistics.PairedCounts;

/**
 * McNemar's test of whether two yes/no measurements of the same items succeed equally often, exact
 * given the number of items on which they differ: of b + c such items, b is binomial with
 * probability 1/2 under the hypothesis, and
 *
 * <pre>p = min(1, 2·P(X ≤ min(b, c))),  X ~ Binomial(b + c, 1/2)</pre>
 *
 * <p>It never rejects a true hypothesis more often than its level says, and often much less; {@link
 * McNemarMidP} is closer to the level. Without differing items p is 1. The statistic is min(b, c).
 * Items that depend on each other (several of one patient) break it.
 *
 * <p>Source: Q. McNemar, Note on the sampling error of the difference between correlated
 * proportions or percentages, Psychometrika 12 (1947) 153–157, doi:10.1007/BF02295996.
 */
public final class McNemarExact {

  /** The {@link TestResult#test()} of what it gives. */
  public static final String ID = "mcnemar_exact";

  private McNemarExact() {}

  /**
   * The test.
   *
   * @throws IllegalArgumentException if more than 2,147,483,647 items differ
   */
  public static TestResult test(PairedCounts counts) {
    SignCounts signs = SignCounts.of(counts);
    return new TestResult(ID, signs.fewer(), Math.min(1, 2 * signs.lowerTail()));
  }
}
