package assay.statistics.interval;

import assay.statistics.Arguments;
import assay.statistics.Interval;
import assay.statistics.Observations;
import assay.statistics.Range;
import assay.statistics.resampling.BootstrapDistribution;
import assay.statistics.resampling.BootstrapPlan;
import assay.statistics.resampling.StratifiedMeanBootstrap;
import java.util.List;

/**
 * The percentile interval of a mean over strata whose sizes are fixed by design (subsets of a
 * benchmark, centres, languages): each stratum is drawn from on its own, with its clusters whole,
 * and the means are put together by given shares.
 *
 * <pre>m = Σₛ shareₛ·mₛ</pre>
 *
 * <p>A stratum with all values equal, or one cluster, adds no spread: what it does not show is not
 * in the interval. All of that kind, or an empty one: the whole range.
 *
 * <p>Source: Davison and Hinkley, Bootstrap Methods and their Application, 1997, §3.2.
 */
public final class StratifiedBootstrapInterval {

  /** The {@link Interval#method()} of what it gives. */
  public static final String ID = "bootstrap-stratified";

  private StratifiedBootstrapInterval() {}

  /**
   * The interval.
   *
   * @param strata observations of each stratum
   * @param shares what each counts for, positive; a common factor changes nothing
   * @param range the values that one observation can take
   * @throws IllegalArgumentException if there are not as many shares as strata or none, a share is
   *     not positive, a value is outside the range, or the level outside (0, 1)
   */
  public static Interval interval(
      List<Observations> strata, double[] shares, Range range, double level, BootstrapPlan plan) {
    Arguments.checkLevel(level);
    strata.forEach(stratum -> stratum.checkWithin(range));
    if (strata.stream().anyMatch(stratum -> stratum.n() == 0)) {
      return range.whole(level, ID);
    }
    BootstrapDistribution distribution = StratifiedMeanBootstrap.of(strata, shares, plan);
    return distribution.isConstant()
        ? range.whole(level, ID)
        : PercentileBootstrapInterval.interval(distribution, range, level, ID);
  }
}
