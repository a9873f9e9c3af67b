package assay.statistics.test;

import assay.statistics.PairedCounts;

/**
 * McNemar's test with the mid-p-value: what was observed counts half,
 *
 * <pre>p = 2·P(X &lt; m) + P(X = m),  m = min(b, c),  X ~ Binomial(b + c, 1/2)</pre>
 *
 * <p>which is {@link McNemarExact}'s less P(X = m), and 1 for b = c. It may reject a true
 * hypothesis slightly more often than its level says, as a rule less than the exact test falls
 * short of it. Without differing items p is 1. The statistic is min(b, c).
 *
 * <p>Source: M. W. Fagerland, S. Lydersen, P. Laake, The McNemar test for binary matched-pairs
 * data: mid-p and asymptotic are better than exact conditional, BMC Medical Research Methodology 13
 * (2013) 91, doi:10.1186/1471-2288-13-91.
 */
public final class McNemarMidP {

  /** The {@link TestResult#test()} of what it gives. */
  public static final String ID = "mcnemar_midp";

  private McNemarMidP() {}

  /**
   * The test.
   *
   * @throws IllegalArgumentException if more than 2,147,483,647 items differ
   */
  public static TestResult test(PairedCounts counts) {
    SignCounts signs = SignCounts.of(counts);
    double p = signs.isBalanced() ? 1 : 2 * signs.lowerTail() - signs.probabilityOfFewer();
    return new TestResult(ID, signs.fewer(), Math.max(0, p));
  }
}
