package assay.statistics.interval;

import assay.statistics.Arguments;
import assay.statistics.Interval;
import assay.statistics.Observations;
import assay.statistics.Range;
import assay.statistics.distribution.Quantiles;

/**
 * Wilson's interval of a clustered proportion as the literature has it: n is replaced by the
 * effective sample size n/D and z by the t quantile with G − 1 degrees of freedom. Where all
 * outcomes are equal, D is 0/0 and taken as 1.
 *
 * <p>Its coverage falls well below the level where the rarer outcome occurs in few clusters; {@link
 * ClusteredWilsonInterval} is the default for that reason. This one is here to compare with what
 * others compute.
 *
 * <p>Source: N. Dean, M. Pagano, Evaluating confidence interval methods for binomial proportions in
 * clustered surveys, J. Survey Statistics and Methodology 3 (2015) 484–503,
 * doi:10.1093/jssam/smv024, with the effective sample size of Korn and Graubard 1998; see {@link
 * EffectiveSampleSize}.
 */
public record EffectiveWilsonInterval() implements MeanInterval {

  @Override
  public String id() {
    return "wilson-effective";
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException also if the range is not [0, 1]
   */
  @Override
  public Interval interval(Observations observations, Range range, double level) {
    Arguments.checkLevel(level);
    ClusteredWilsonInterval.checkProportion(observations, range);
    int clusters = observations.clusterCount();
    if (clusters < 2) {
      return range.whole(level, id());
    }
    EffectiveSampleSize size = EffectiveSampleSize.of(observations);
    double t = Quantiles.studentTwoSided(level, clusters - 1.0);
    return WilsonInterval.interval(size.proportion(), size.size(), t, level, id());
  }
}
