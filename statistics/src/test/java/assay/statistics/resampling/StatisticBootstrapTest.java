package assay.statistics.resampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import assay.statistics.Interval;
import assay.statistics.Observations;
import assay.statistics.Range;
import assay.statistics.interval.PercentileBootstrapInterval;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

class StatisticBootstrapTest {

  private static final double[] VALUES = new Random(6).doubles(50).toArray();
  private static final BootstrapPlan PLAN = new BootstrapPlan(20_001, 3, "statistic");

  private static OptionalDouble mean(int[] drawn) {
    double sum = 0;
    for (int i : drawn) {
      sum += VALUES[i];
    }
    return OptionalDouble.of(sum / drawn.length);
  }

  private static Interval interval(StatisticBootstrap bootstrap) {
    return PercentileBootstrapInterval.of(bootstrap.distribution().orElseThrow(), Range.UNIT, 0.95);
  }

  @Test
  void ofAMeanItIsTheMeansBootstrap() {
    Interval general = interval(StatisticBootstrap.of(50, StatisticBootstrapTest::mean, PLAN));
    Interval special =
        new PercentileBootstrapInterval(PLAN).interval(Observations.of(VALUES), Range.UNIT, 0.95);
    // Other draws of the same distribution.
    assertThat(general.lower()).isCloseTo(special.lower(), within(0.005));
    assertThat(general.upper()).isCloseTo(special.upper(), within(0.005));
    assertThat(general.method()).isEqualTo("bootstrap-percentile");
  }

  @Test
  void theNumberOfThreadsDoesNotReachTheResult() throws Exception {
    Interval expected = interval(StatisticBootstrap.of(50, StatisticBootstrapTest::mean, PLAN));
    for (int threads : new int[] {1, 3}) {
      try (ForkJoinPool pool = new ForkJoinPool(threads)) {
        StatisticBootstrap bootstrap =
            pool.submit(() -> StatisticBootstrap.of(50, StatisticBootstrapTest::mean, PLAN)).get();
        assertThat(interval(bootstrap)).isEqualTo(expected);
      }
    }
  }

  @Test
  void undefinedResamplesAreCounted() {
    StatisticBootstrap bootstrap =
        StatisticBootstrap.of(
            2,
            drawn ->
                drawn[0] == drawn[1] ? OptionalDouble.empty() : OptionalDouble.of(drawn[0] + 1),
            BootstrapPlan.of(1, "undefined"));
    assertThat(bootstrap.undefined()).isBetween(4_700, 5_300);
    assertThat(bootstrap.distribution().orElseThrow().size())
        .isEqualTo(10_000 - bootstrap.undefined());
    StatisticBootstrap nowhere =
        StatisticBootstrap.of(2, drawn -> OptionalDouble.empty(), BootstrapPlan.of(1, "nowhere"));
    assertThat(nowhere.distribution()).isEmpty();
    assertThat(nowhere.undefined()).isEqualTo(10_000);
  }

  @Test
  void aStatisticThatNeverMovesIsNotKnownWithoutError() {
    StatisticBootstrap bootstrap =
        StatisticBootstrap.of(9, drawn -> OptionalDouble.of(1), BootstrapPlan.of(1, "constant"));
    assertThat(interval(bootstrap)).isEqualTo(new Interval(0, 1, 0.95, "bootstrap-percentile"));
  }

  @Test
  void refusesNoUnitsAndNoNumbers() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StatisticBootstrap.of(0, drawn -> OptionalDouble.of(1), PLAN))
        .withMessage("units 0 is outside [1, 2147483647]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StatisticBootstrap.of(1, drawn -> OptionalDouble.of(Double.NaN), PLAN))
        .withMessage("replicates[0] is NaN; expected a finite number");
  }
}
