package assay.statistics.interval;

import assay.statistics.Arguments;
import assay.statistics.Interval;
import assay.statistics.Observations;
import assay.statistics.Range;
import assay.statistics.resampling.BootstrapDistribution;
import assay.statistics.resampling.BootstrapPlan;
import assay.statistics.resampling.MeanBootstrap;

/**
 * The middle {@code level} of the bootstrap distribution of a mean; clusters are drawn whole. Where
 * the means of all clusters are equal although values differ, observations are drawn instead.
 *
 * <p>Source: B. Efron, Nonparametric standard errors and confidence intervals, Canadian Journal of
 * Statistics 9 (1981) 139–158, doi:10.2307/3314608.
 *
 * @param plan how often is drawn, and from which randomness
 */
public record PercentileBootstrapInterval(BootstrapPlan plan) implements MeanInterval {

  /** The {@link Interval#method()} of what it gives. */
  public static final String ID = "bootstrap-percentile";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public Interval interval(Observations observations, Range range, double level) {
    Arguments.checkLevel(level);
    observations.checkWithin(range);
    if (observations.clusterCount() < 2) {
      return range.whole(level, id());
    }
    if (observations.isConstant()) {
      return ConstantSample.interval(observations, range, level, id());
    }
    Observations spread = ClusterRobustVariance.withVisibleSpread(observations);
    return interval(MeanBootstrap.of(spread, plan), range, level, id());
  }

  /**
   * The interval of any statistic from its bootstrap distribution. If all its values are equal the
   * whole range: their spread says nothing then, and no statistic is known without error.
   *
   * @param range the values that the statistic can take
   * @throws IllegalArgumentException if the level is outside (0, 1)
   */
  public static Interval of(BootstrapDistribution distribution, Range range, double level) {
    Arguments.checkLevel(level);
    return distribution.isConstant()
        ? range.whole(level, ID)
        : interval(distribution, range, level, ID);
  }

  static Interval interval(
      BootstrapDistribution distribution, Range range, double level, String method) {
    double tail = (1 - level) / 2;
    return range.interval(
        distribution.quantile(tail), distribution.quantile(1 - tail), level, method);
  }
}
