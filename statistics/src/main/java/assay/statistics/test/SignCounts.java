package assay.statistics.test;

import assay.statistics.Arguments;
import assay.statistics.PairedCounts;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * Items that speak for one side or the other, equally likely under the hypothesis.
 *
 * @param fewer the smaller count
 * @param all both counts together
 */
record SignCounts(int fewer, int all) {

  static SignCounts of(PairedCounts counts) {
    Arguments.checkBetween(
        "number of items that differ", counts.discordant(), 0, Integer.MAX_VALUE);
    return new SignCounts(
        (int) Math.min(counts.firstOnly(), counts.secondOnly()), (int) counts.discordant());
  }

  boolean isBalanced() {
    return 2L * fewer == all;
  }

  /** P(X ≤ fewer) for X ~ Binomial(all, 1/2). */
  double lowerTail() {
    return BinomialDistribution.of(all, 0.5).cumulativeProbability(fewer);
  }

  /** P(X = fewer). */
  double probabilityOfFewer() {
    return BinomialDistribution.of(all, 0.5).probability(fewer);
  }
}
