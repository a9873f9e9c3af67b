package assay.statistics.interval;

import assay.statistics.Arguments;
import assay.statistics.ClusterTotals;
import assay.statistics.Interval;
import assay.statistics.Observations;
import assay.statistics.Range;
import assay.statistics.distribution.Quantiles;

/**
 * Interval of a weighted mean by its cluster-robust standard error:
 *
 * <pre>m ± t(ν)·√V</pre>
 *
 * <p>with V of {@link ClusterRobustVariance} and ν of {@link ClusterTotals#degreesOfFreedom}: the
 * number of clusters less 1 where all are of one size, fewer where they are not. Symmetric about
 * the estimate, so for a proportion near 0 or 1 {@link ClusteredWilsonInterval} is the better one.
 * Where every cluster has exactly the same mean although values differ, V is 0 by accident of
 * balance: the variance of independent observations then takes its place.
 *
 * <p>Fewer than about 20 clusters make the coverage fall below the level. With 20 of very uneven
 * sizes t(G − 1), which survey packages take, held the truth 92 times of 100, see {@code
 * docs/calibration.md}.
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
    if (observations.clusterCount() < 2) {
      return range.whole(level, id());
    }
    if (observations.isConstant()) {
      return ConstantSample.interval(observations, range, level, id());
    }
    if (!Magnitude.isUsual(observations)) {
      return Magnitude.interval(this, observations, range, level);
    }
    Observations spread = ClusterRobustVariance.withVisibleSpread(observations);
    double mean = spread.mean().orElseThrow();
    ClusterTotals totals = spread.clusterTotals();
    double variance = ClusterRobustVariance.of(totals, mean);
    double half = Quantiles.studentTwoSided(level, totals.degreesOfFreedom()) * Math.sqrt(variance);
    return range.interval(mean - half, mean + half, level, id());
  }
}
