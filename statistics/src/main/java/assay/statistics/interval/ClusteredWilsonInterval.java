package assay.statistics.interval;

import assay.statistics.Arguments;
import assay.statistics.Interval;
import assay.statistics.Observations;
import assay.statistics.Range;
import assay.statistics.distribution.Quantiles;

/**
 * The default for a proportion of clustered observations: Wilson's interval with n replaced by the
 * effective sample size n/D* and z by the t quantile with G − 1 degrees of freedom, D* being the
 * guarded design effect of {@link EffectiveSampleSize}:
 *
 * <pre>(p̂ + t²/2N ± t·√(p̂(1 − p̂)/N + t²/4N²)) / (1 + t²/N),  N = n/D*</pre>
 *
 * <ul>
 *   <li>one cluster, or none: [0, 1];
 *   <li>all outcomes equal: N is the effective number of clusters;
 *   <li>a design effect below that of the same values without clusters counts as that;
 *   <li>every cluster with one observation of equal weight: {@link WilsonInterval} with t for z;
 *   <li>values strictly between 0 and 1 are allowed; see {@link GradedWilsonInterval}.
 * </ul>
 *
 * <p>In simulated designs of 5 to 100 clusters of 1 to 20 observations, of one size and of several,
 * with intra-cluster correlations to 0.5 and proportions from 0.02 to 0.98, its coverage at level
 * 0.95, averaged over near-by proportions, was nowhere below 0.92. It errs on the wide side: the
 * median over designs was 0.98 with 20 clusters and 0.96 with 100. The same figures for {@link
 * EffectiveWilsonInterval} are 0.53 at worst and 0.95, for {@link ClusterRobustInterval} 0.70 and
 * 0.93. See {@link assay.statistics.calibration.ClusteredCoverage}.
 */
public record ClusteredWilsonInterval() implements MeanInterval {

  @Override
  public String id() {
    return "wilson-clustered";
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException also if the range is not [0, 1]
   */
  @Override
  public Interval interval(Observations observations, Range range, double level) {
    Arguments.checkLevel(level);
    checkProportion(observations, range);
    int clusters = observations.clusterCount();
    if (clusters < 2) {
      return range.whole(level, id());
    }
    EffectiveSampleSize size = EffectiveSampleSize.of(observations);
    double t = Quantiles.studentTwoSided(level, clusters - 1.0);
    return WilsonInterval.interval(size.proportion(), size.guardedSize(), t, level, id());
  }

  static void checkProportion(Observations observations, Range range) {
    if (!range.equals(Range.UNIT)) {
      throw new IllegalArgumentException(
          "range [" + range.lower() + ", " + range.upper() + "]; a proportion has [0, 1]");
    }
    observations.checkWithin(range);
  }
}
