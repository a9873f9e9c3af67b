package assay.evaluation.estimate;

import assay.statistics.Interval;
import assay.statistics.Observations;
import assay.statistics.Range;
import assay.statistics.interval.ClusteredWilsonInterval;
import assay.statistics.interval.EffectiveSampleSize;
import assay.statistics.interval.GradedWilsonInterval;
import assay.statistics.interval.WilsonInterval;
import assay.statistics.power.IntervalPower;
import assay.statistics.power.OneProportionPower;
import assay.statistics.power.OneProportionPower.Side;
import assay.statistics.power.StudentPower;
import assay.statistics.power.StudentPower.Figure;
import java.util.Optional;
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
 *       at 0 and 1 by the exact test. Clustered samples, and shares of trials, count by their
 *       effective size, with Student's quantiles.
 *   <li>Any other mean: the larger of the distances above and below at which there is a figure, by
 *       {@link StudentPower}. Where all scores are equal, the farther end of their interval, which
 *       is that of the exact test.
 *   <li>What is no mean: by its interval, see {@link IntervalPower}.
 * </ul>
 *
 * <p>Of fewer than 10 clusters, or of fewer than 10 samples that are not right and wrong, none is
 * promised.
 *
 * @param distance in the unit of the estimate; null where it cannot be said
 * @param why why not; null where it can
 */
record Detectable(@Nullable Double distance, @Nullable Undetectable why) {

  private static final double POWER = 0.8;

  /**
   * Of an estimate.
   *
   * @param value null where there is none
   * @param interval null where there is no value
   */
  static Detectable of(
      Series series,
      Observations observations,
      @Nullable Double value,
      @Nullable Interval interval) {
    if (value == null || interval == null) {
      return not(Undetectable.NO_VALUE);
    }
    boolean clustered =
        interval.method().equals(new ClusteredWilsonInterval().id())
            || interval.method().equals(new GradedWilsonInterval().id());
    if (clustered || interval.method().equals(new WilsonInterval().id())) {
      return ofProportion(observations, clustered, interval.level());
    }
    return series.composition().metric().mean()
        ? ofMean(observations, Intervals.range(series.composition()), interval)
        : ofMetric(value, observations.clusterCount(), interval);
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
    if (clustered && observations.clusterCount() < StudentPower.FEWEST_CLUSTERS) {
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
    if (observations.clusterCount() < 2) {
      return not(Undetectable.ONE_UNIT);
    }
    if (hasFewClusters(observations)) {
      return not(Undetectable.FEW_CLUSTERS);
    }
    double value = observations.mean().orElseThrow();
    if (observations.isConstant()) {
      double farther = Math.max(value - interval.lower(), interval.upper() - value);
      return Double.isInfinite(farther) ? not(Undetectable.ALIKE) : found(farther);
    }
    if (observations.clusterCount() < StudentPower.FEWEST_CLUSTERS) {
      return not(Undetectable.FEW_CLUSTERS);
    }
    Optional<StudentPower> power = StudentPower.ofHall(observations);
    if (power.isEmpty()) {
      return not(Undetectable.ONE_UNIT);
    }
    double above = power.get().smallestDetectableDifference(Figure.ABOVE, interval.level(), POWER);
    double below = power.get().smallestDetectableDifference(Figure.BELOW, interval.level(), POWER);
    OptionalDouble larger =
        DoubleStream.concat(
                DoubleStream.of(above).filter(d -> d <= range.upper() - value),
                DoubleStream.of(below).filter(d -> d <= value - range.lower()))
            .max();
    return larger.isPresent() ? found(larger.getAsDouble()) : not(Undetectable.TOO_FEW);
  }

  private static boolean hasFewClusters(Observations observations) {
    return observations.isClustered() && observations.clusterCount() < StudentPower.FEWEST_CLUSTERS;
  }

  private static Detectable ofMetric(double value, int units, Interval interval) {
    double width = interval.upper() - interval.lower();
    if (!(width > 0 && width < Double.POSITIVE_INFINITY)) {
      return not(Undetectable.NO_INTERVAL);
    }
    return units < StudentPower.FEWEST_CLUSTERS
        ? not(Undetectable.FEW_CLUSTERS)
        : found(IntervalPower.smallestDetectableDifference(interval, value, units, POWER));
  }
}
