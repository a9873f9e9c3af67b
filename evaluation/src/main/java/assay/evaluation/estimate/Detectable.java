package assay.evaluation.estimate;

import assay.statistics.Interval;
import assay.statistics.Observations;
import assay.statistics.interval.ClusteredWilsonInterval;
import assay.statistics.interval.EffectiveSampleSize;
import assay.statistics.interval.WilsonInterval;
import assay.statistics.power.OneProportionPower;
import assay.statistics.power.OneProportionPower.Side;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a sample of this size can show at all: the distance of a reader's true proportion from a
 * fixed figure, taken where the value lies, that is found with a power of 80 %; the larger of those
 * above and below. Clustered samples count by their effective size. See {@link OneProportionPower}.
 */
final class Detectable {

  private static final double POWER = 0.8;

  private Detectable() {}

  static @Nullable Double of(Observations observations, Interval interval) {
    boolean clustered = interval.method().equals(new ClusteredWilsonInterval().id());
    if (!clustered && !interval.method().equals(new WilsonInterval().id())) {
      return null;
    }
    double value = observations.mean().orElse(0);
    if (value <= 0 || value >= 1 || (clustered && observations.clusterCount() < 2)) {
      return null;
    }
    double size = clustered ? EffectiveSampleSize.of(observations).guardedSize() : observations.n();
    OptionalDouble larger =
        Stream.of(Side.ABOVE, Side.BELOW)
            .map(
                side ->
                    OneProportionPower.smallestDetectableDifference(
                        size, value, side, interval.level(), POWER))
            .flatMapToDouble(
                one -> one.isPresent() ? DoubleStream.of(one.getAsDouble()) : DoubleStream.empty())
            .max();
    return larger.isPresent() ? Double.valueOf(larger.getAsDouble()) : null;
  }
}
