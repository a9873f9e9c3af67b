package assay.statistics.test;

import assay.statistics.Observations;
import assay.statistics.resampling.BootstrapPlan;
import assay.statistics.resampling.GroupShuffles;
import assay.statistics.resampling.RandomisationTail;

/**
 * The permutation test of two independent samples: the share of the ways to deal the clusters of
 * both to two groups of the same numbers of clusters for which the means differ by at least as much
 * as observed. Observations without clusters are dealt one by one.
 *
 * <p>Exact (id {@code permutation_exact}) for right and wrong answers without clusters and for up
 * to 200,000 ways to deal; else by drawn deals (id {@code permutation}), where p is at least
 * 1/(resamples + 1). The statistic is the difference of the means, first less second. An empty
 * sample: statistic 0, p 1.
 *
 * <p>Source: E. J. G. Pitman, Significance tests which may be applied to samples from any
 * populations, Supplement to the Journal of the Royal Statistical Society 4 (1937) 119–130,
 * doi:10.2307/2984124; drawn deals: {@link RandomisationTail}.
 */
public final class UnpairedPermutation {

  /** The {@link TestResult#test()} where deals are drawn. */
  public static final String ID = "permutation";

  private UnpairedPermutation() {}

  /**
   * The test.
   *
   * @param plan how often is drawn, and from which randomness, where it is
   */
  public static TestResult test(Observations first, Observations second, BootstrapPlan plan) {
    RandomisationTail tail =
        GroupShuffles.tail(first.clusterTotals(), second.clusterTotals(), plan);
    double difference =
        first.n() == 0 || second.n() == 0
            ? 0
            : first.mean().orElseThrow() - second.mean().orElseThrow();
    return new TestResult(tail.isExact() ? ID + "_exact" : ID, difference, tail.share());
  }
}
