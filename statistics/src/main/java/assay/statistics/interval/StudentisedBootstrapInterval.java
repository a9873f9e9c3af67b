package assay.statistics.interval;

import assay.statistics.Arguments;
import assay.statistics.Interval;
import assay.statistics.Observations;
import assay.statistics.Range;
import assay.statistics.resampling.BootstrapDistribution;
import assay.statistics.resampling.BootstrapPlan;
import assay.statistics.resampling.StudentisedMeanBootstrap;
import java.util.Optional;

/**
 * The studentised bootstrap interval of a mean (bootstrap-t): with q the quantiles of {@code (m* −
 * m)/SE*} over resamples of clusters,
 *
 * <pre>[m − q(1 − α/2)·SE, m − q(α/2)·SE]</pre>
 *
 * <p>and SE the cluster-robust standard error of {@link ClusterRobustVariance}, of the data and of
 * each resample. It follows skewness and is the bootstrap interval that does best with few
 * clusters, at the price of being wide; for proportions near 0 or 1 its ends can be far out, where
 * the range cuts them. Resamples without spread are left out.
 *
 * <p>Source: P. Hall, Theoretical comparison of bootstrap confidence intervals, Annals of
 * Statistics 16 (1988) 927–953, doi:10.1214/aos/1176350933.
 *
 * @param plan how often is drawn, and from which randomness
 */
public record StudentisedBootstrapInterval(BootstrapPlan plan) implements MeanInterval {

  @Override
  public String id() {
    return "bootstrap-t";
  }

  @Override
  public Interval interval(Observations observations, Range range, double level) {
    double tail = (1 - Arguments.checkLevel(level)) / 2;
    observations.checkWithin(range);
    if (observations.clusterCount() < 2) {
      return range.whole(level, id());
    }
    if (observations.isConstant()) {
      return ConstantSample.interval(observations, range, level, id());
    }
    Observations spread = ClusterRobustVariance.withVisibleSpread(observations);
    double mean = spread.mean().orElseThrow();
    double error = Math.sqrt(ClusterRobustVariance.of(spread).orElseThrow());
    Optional<BootstrapDistribution> t = StudentisedMeanBootstrap.of(spread, plan);
    if (t.isEmpty() || t.get().isConstant()) {
      return range.whole(level, id());
    }
    double lower = mean - t.get().quantile(1 - tail) * error;
    double upper = mean - t.get().quantile(tail) * error;
    // With a handful of clusters both quantiles can lie on one side.
    return range.interval(Math.min(lower, mean), Math.max(upper, mean), level, id());
  }
}
