package assay.evaluation.estimate;

import assay.statistics.Interval;
import assay.statistics.Observations;
import assay.statistics.Range;
import assay.statistics.distribution.Quantiles;
import assay.statistics.interval.ClusterRobustVariance;
import assay.statistics.interval.ClusteredWilsonInterval;
import assay.statistics.interval.EffectiveSampleSize;
import assay.statistics.interval.WilsonInterval;
import assay.statistics.power.NormalPower;
import assay.statistics.power.OneProportionPower;
import assay.statistics.power.OneProportionPower.Side;
import assay.statistics.power.StudentPower;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a sample of this size can show at all: the distance of a reader's true result from a fixed
 * figure, taken where the value lies, that is found with a power of 80 %.
 *
 * <ul>
 *   <li>A proportion: the larger of the distances above and below, by {@link OneProportionPower};
 *       at 0 and 1 by the exact test. Clustered samples count by their effective size, with
 *       Student's quantiles.
 *   <li>Any other mean: {@code (z(α/2) + z(β))·SE}, see {@link NormalPower}, with the
 *       cluster-robust standard error; of clustered samples by {@link StudentPower}. Where all
 *       scores are equal, the farther end of their interval, which is that of the exact test.
 *   <li>What is no mean: the same, with the half width of its bootstrap interval over z(α/2) for
 *       the standard error.
 * </ul>
 *
 * <p>Of fewer than 10 clusters none is promised.
 *
 * @param distance in the unit of the estimate; null where it cannot be said
 * @param why why not; null where it can
 */
record Detectable(@Nullable Double distance, @Nullable Undetectable why) {

  private static final double POWER = 0.8;

  /**
   * Of an estimate.
   *
   * @param interval null where there is no value
   */
  static Detectable of(Series series, Observations observations, @Nullable Interval interval) {
    if (interval == null) {
      return not(Undetectable.NO_VALUE);
    }
    boolean clustered = interval.method().equals(new ClusteredWilsonInterval().id());
    if (clustered || interval.method().equals(new WilsonInterval().id())) {
      return ofProportion(observations, clustered, interval.level());
    }
    return series.composition().metric().mean()
        ? ofMean(observations, Intervals.range(series.composition()), interval)
        : ofMetric(interval);
  }

  private static Detectable found(double distance) {
    return new Detectable(distance, null);
  }

  private static Detectable not(Undetectable why) {
    return new Detectable(null, why);
  }

  private static Detectable ofProportion(
      Observations observations, boolean clustered, double level) {
    if (clustered && observations.clusterCount() < 2) {
      return not(Undetectable.ONE_UNIT);
    }
    if (hasFewClusters(observations)) {
      return not(Undetectable.FEW_CLUSTERS);
    }
    double size = clustered ? EffectiveSampleSize.of(observations).guardedSize() : observations.n();
    double value = observations.mean().orElseThrow();
    if (value <= 0 || value >= 1) {
      return found(OneProportionPower.smallestDetectableDifferenceAtEnd(size, level, POWER));
    }
    OptionalDouble larger =
        Stream.of(Side.ABOVE, Side.BELOW)
            .map(
                side ->
                    clustered
                        ? OneProportionPower.smallestDetectableDifference(
                            size, value, side, level, POWER, observations.clusterCount() - 1.0)
                        : OneProportionPower.smallestDetectableDifference(
                            size, value, side, level, POWER))
            .flatMapToDouble(OptionalDouble::stream)
            .max();
    return larger.isPresent() ? found(larger.getAsDouble()) : not(Undetectable.TOO_FEW);
  }

  private static Detectable ofMean(Observations observations, Range range, Interval interval) {
    OptionalDouble variance = ClusterRobustVariance.of(observations);
    if (variance.isEmpty()) {
      return not(Undetectable.ONE_UNIT);
    }
    if (hasFewClusters(observations)) {
      return not(Undetectable.FEW_CLUSTERS);
    }
    double value = observations.mean().orElseThrow();
    double reach = Math.max(value - range.lower(), range.upper() - value);
    double error = Math.sqrt(variance.getAsDouble());
    double distance =
        observations.isConstant() || error == 0
            ? DoubleStream.of(value - interval.lower(), interval.upper() - value)
                .max()
                .orElseThrow()
            : byError(observations, error, interval.level());
    if (Double.isInfinite(distance)) {
      return not(Undetectable.ALIKE);
    }
    return distance <= reach ? found(distance) : not(Undetectable.TOO_FEW);
  }

  private static double byError(Observations observations, double error, double level) {
    return observations.isClustered()
        ? StudentPower.smallestDetectableDifference(
            error, observations.clusterTotals().degreesOfFreedom(), level, POWER)
        : NormalPower.smallestDetectableDifference(error, level, POWER);
  }

  private static boolean hasFewClusters(Observations observations) {
    return observations.isClustered() && observations.clusterCount() < StudentPower.FEWEST_CLUSTERS;
  }

  private static Detectable ofMetric(Interval interval) {
    double width = interval.upper() - interval.lower();
    if (!(width > 0 && width < Double.POSITIVE_INFINITY)) {
      return not(Undetectable.NO_INTERVAL);
    }
    double error = width / 2 / Quantiles.normalTwoSided(interval.level());
    return found(NormalPower.smallestDetectableDifference(error, interval.level(), POWER));
  }
}
