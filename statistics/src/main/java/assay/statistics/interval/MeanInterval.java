package assay.statistics.interval;

import assay.statistics.Interval;
import assay.statistics.Observations;
import assay.statistics.Range;
import assay.statistics.resampling.BootstrapPlan;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Confidence interval of a mean.
 *
 * <p>What all methods share, so that nobody is told of certainty that the data do not hold:
 *
 * <ul>
 *   <li>no observations, one independent observation, or one cluster: the whole range. The spread
 *       between clusters cannot be seen in one of them;
 *   <li>all values equal: see {@link ConstantSample}, unless the method says otherwise. The
 *       standard error would be 0;
 *   <li>the ends never leave the range.
 * </ul>
 */
public sealed interface MeanInterval
    permits TInterval,
        ClusterRobustInterval,
        EffectiveWilsonInterval,
        ClusteredWilsonInterval,
        GradedWilsonInterval,
        HallInterval,
        PercentileBootstrapInterval,
        BcaBootstrapInterval,
        StudentisedBootstrapInterval {

  /** Stable id, the {@link Interval#method()} of what it gives. */
  String id();

  /**
   * The interval.
   *
   * @param observations the values, with weights and clusters where there are any
   * @param range the values that one observation can take
   * @param level confidence level, such as 0.95
   * @throws IllegalArgumentException if a value is outside the range, the level outside (0, 1), or
   *     the method cannot take such observations or such a range
   */
  Interval interval(Observations observations, Range range, double level);

  /** All methods; those that draw do so by the plan. */
  static List<MeanInterval> all(BootstrapPlan plan) {
    return List.of(
        new ClusteredWilsonInterval(),
        new EffectiveWilsonInterval(),
        new GradedWilsonInterval(),
        new TInterval(),
        new ClusterRobustInterval(),
        new HallInterval(),
        new PercentileBootstrapInterval(plan),
        new BcaBootstrapInterval(plan),
        new StudentisedBootstrapInterval(plan));
  }

  /**
   * The method with this id.
   *
   * @param plan how often is drawn, and from which randomness, where the method draws
   * @throws IllegalArgumentException that lists the known ids
   */
  static MeanInterval named(String id, BootstrapPlan plan) {
    for (MeanInterval method : all(plan)) {
      if (method.id().equals(id)) {
        return method;
      }
    }
    throw new IllegalArgumentException(
        "no interval of a mean is called "
            + id
            + "; known: "
            + all(plan).stream().map(MeanInterval::id).collect(Collectors.joining(", ")));
  }
}
