package assay.statistics.interval;

import assay.statistics.Arguments;
import assay.statistics.Interval;
import assay.statistics.Observations;
import assay.statistics.Range;
import assay.statistics.distribution.Quantiles;

/**
 * Interval of a weighted mean by its cluster-robust standard error:
 *
 * <pre>m ± t(G − 1)·√V</pre>
 *
 * <p>with V of {@link ClusterRobustVariance} and G clusters. Symmetric about the estimate, so for a
 * proportion near 0 or 1 {@link ClusteredWilsonInterval} is the better one. Where every cluster has
 * exactly the same mean although values differ, V is 0 by accident of balance: the variance of
 * independent observations then takes its place.
 *
 * <p>Fewer than about 20 clusters make the coverage fall below the level, more so where clusters
 * differ in size.
 */
public record ClusterRobustInterval() implements MeanInterval {

  @Override
  public String id() {
    return "cluster-robust";
  }

  @Override
  public Interval interval(Observations observations, Range range, double level) {
    Arguments.checkLevel(level);
    observations.checkWithin(range);
    int clusters = observations.clusterCount();
    if (clusters < 2) {
      return range.whole(level, id());
    }
    if (observations.isConstant()) {
      return ConstantSample.interval(observations, range, level, id());
    }
    Observations spread = ClusterRobustVariance.withVisibleSpread(observations);
    double mean = spread.mean().orElseThrow();
    double variance = ClusterRobustVariance.of(spread.clusterTotals(), mean);
    double half = Quantiles.studentTwoSided(level, clusters - 1.0) * Math.sqrt(variance);
    return range.interval(mean - half, mean + half, level, id());
  }
}
