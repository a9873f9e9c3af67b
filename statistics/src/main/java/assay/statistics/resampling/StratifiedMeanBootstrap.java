package assay.statistics.resampling;

import assay.statistics.Arguments;
import assay.statistics.Observations;
import java.util.Arrays;
import java.util.List;

/**
 * The bootstrap of a mean over strata: each is drawn from by {@link MeanBootstrap} with randomness
 * of its own, and the means of one resample of each are put together by given shares.
 */
public final class StratifiedMeanBootstrap {

  private StratifiedMeanBootstrap() {}

  /**
   * The distribution of {@code Σ share·mean / Σ share}.
   *
   * @throws IllegalArgumentException if there are no strata, not as many shares, a share is not
   *     positive, or a stratum is empty
   */
  public static BootstrapDistribution of(
      List<Observations> strata, double[] shares, BootstrapPlan plan) {
    Arguments.checkBetween("number of strata", strata.size(), 1, Integer.MAX_VALUE);
    Arguments.checkSameLength("shares", shares.length, "strata", strata.size());
    double all = Arrays.stream(shares).sum();
    double[] means = new double[plan.resamples()];
    for (int s = 0; s < shares.length; s++) {
      double share = Arguments.checkPositive("shares[" + s + "]", shares[s]) / all;
      BootstrapPlan own = new BootstrapPlan(plan.resamples(), plan.seed(), plan.name() + "/" + s);
      double[] replicates = MeanBootstrap.replicates(strata.get(s), own);
      for (int b = 0; b < means.length; b++) {
        means[b] += share * replicates[b];
      }
    }
    return BootstrapDistribution.of(means);
  }
}
