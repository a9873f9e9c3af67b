package assay.statistics.interval;

import static assay.statistics.Near.assertNear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import assay.statistics.Interval;
import assay.statistics.Near;
import assay.statistics.Observations;
import assay.statistics.Range;
import assay.statistics.References;
import assay.testkit.FixtureRow;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MeanIntervalTest {

  private static Observations observations(FixtureRow row) {
    Observations observations = Observations.of(row.numbers("values"));
    double[] weights = row.numbers("weights");
    Observations weighted =
        Arrays.stream(weights).allMatch(w -> w == 1)
            ? observations
            : observations.withWeights(weights);
    return row.text("method").equals("t")
        ? weighted
        : weighted.inClusters(row.integers("clusters"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"t", "cluster-robust"})
  void unboundedMeansAgreeWithR(String id) {
    MeanInterval method = id.equals("t") ? new TInterval() : new ClusterRobustInterval();
    for (FixtureRow row : References.where("means-r.tsv", row -> row.text("method").equals(id))) {
      Observations observations = observations(row);
      double level = row.number("level");
      Interval interval = method.interval(observations, Range.UNBOUNDED, level);
      double scale = Math.max(Math.abs(row.number("lower")), Math.abs(row.number("upper")));
      assertNear(observations.mean().orElseThrow(), row.number("mean"), row);
      // An end near 0 is a difference of larger numbers: relative to the larger end.
      assertThat(interval.lower())
          .as("%s", row)
          .isCloseTo(row.number("lower"), within(Near.DEFAULT * scale));
      assertThat(interval.upper())
          .as("%s", row)
          .isCloseTo(row.number("upper"), within(Near.DEFAULT * scale));
    }
  }

  @Test
  void standardErrorsAgreeWithTheSurveyPackage() {
    for (FixtureRow row :
        References.where("means-r.tsv", row -> row.text("method").equals("cluster-robust"))) {
      double variance = ClusterRobustVariance.of(observations(row)).orElseThrow();
      assertNear(Math.sqrt(variance), row.number("se"), row);
    }
    assertThat(ClusterRobustVariance.of(Observations.of(1, 2).inClusters(1, 1))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"wilson-effective", "wilson-clustered"})
  void clusteredProportionsAgreeWithTheSurveyPackage(String id) {
    MeanInterval method =
        id.equals("wilson-effective")
            ? new EffectiveWilsonInterval()
            : new ClusteredWilsonInterval();
    for (FixtureRow row : References.where("means-r.tsv", row -> row.text("method").equals(id))) {
      Interval interval = method.interval(observations(row), Range.UNIT, row.number("level"));
      assertNear(interval.lower(), row.number("lower"), row);
      assertNear(interval.upper(), row.number("upper"), row);
    }
  }

  @Test
  void singleObservationClustersAreTheTInterval() {
    double[] values = {0.1, 0.7, 0.4, 0.9, 0.35};
    Interval t = new TInterval().interval(Observations.of(values), Range.UNBOUNDED, 0.9);
    Interval robust =
        new ClusterRobustInterval()
            .interval(Observations.of(values).inClusters(5, 4, 3, 2, 1), Range.UNBOUNDED, 0.9);
    assertNear(robust.lower(), t.lower(), "lower");
    assertNear(robust.upper(), t.upper(), "upper");
  }

  @Test
  void equalScoresAtTheEndOfTheRangeGiveTheExactBound() {
    Interval all = new TInterval().interval(Observations.of(1, 1, 1, 1, 1), Range.UNIT, 0.95);
    Interval exact = new ClopperPearsonInterval().interval(5, 5, 0.95);
    assertNear(all.lower(), exact.lower(), "lower");
    assertThat(all.upper()).isEqualTo(1);
  }

  @Test
  void equalScoresInsideTheRangeLeaveBothSidesOpen() {
    Observations clustered = Observations.of(2, 2, 2, 2, 2, 2).inClusters(1, 1, 1, 2, 2, 2);
    Interval interval = new ClusterRobustInterval().interval(clustered, new Range(0, 10), 0.9);
    double share = 1 - Math.sqrt(0.05); // two clusters, α/2 = 0.05
    assertNear(interval.lower(), 2 - share * 2, "lower");
    assertNear(interval.upper(), 2 + share * 8, "upper");
    assertThat(new TInterval().interval(Observations.of(3, 3), Range.UNBOUNDED, 0.9).isBounded())
        .isFalse();
  }

  @Test
  void balanceBetweenClustersIsNoCertainty() {
    Observations balanced = Observations.of(0, 1, 1, 0, 0, 1).inClusters(1, 1, 2, 2, 3, 3);
    assertThat(ClusterRobustVariance.of(balanced)).hasValue(0);
    for (MeanInterval method :
        new MeanInterval[] {
          new ClusterRobustInterval(), new ClusteredWilsonInterval(), new EffectiveWilsonInterval()
        }) {
      assertThat(method.interval(balanced, Range.UNIT, 0.95).width())
          .as(method.id())
          .isGreaterThan(0.5);
    }
  }

  @Test
  void allRightInClustersIsWorthAsManyObservationsAsClusters() {
    double[] ones = new double[100];
    int[] codes = new int[100];
    Arrays.fill(ones, 1);
    Arrays.setAll(codes, i -> i / 5);
    Interval clustered =
        new ClusteredWilsonInterval()
            .interval(Observations.of(ones).inClusters(codes), Range.UNIT, 0.95);
    double t2 = Math.pow(2.0930240544083092, 2); // 19 degrees of freedom
    assertNear(clustered.lower(), 20 / (20 + t2), "lower");
    assertThat(clustered.upper()).isEqualTo(1);
  }

  @Test
  void theGuardLeansLessTheMoreClustersHoldTheRarerOutcome() {
    double previous = Double.POSITIVE_INFINITY;
    for (int failing = 0; failing <= 20; failing += 4) {
      double[] values = new double[200];
      int[] codes = new int[200];
      Arrays.fill(values, 1);
      Arrays.setAll(codes, i -> i / 5);
      for (int g = 0; g < failing; g++) {
        values[5 * g] = 0;
      }
      EffectiveSampleSize size = EffectiveSampleSize.of(Observations.of(values).inClusters(codes));
      assertThat(size.minorityClusters()).isEqualTo(failing);
      assertThat(size.designEffect()).isEqualTo(1);
      assertNear(size.guardedDesignEffect(), (failing + 5.0) / (failing + 1), failing);
      assertThat(size.guardedDesignEffect()).isLessThan(previous);
      previous = size.guardedDesignEffect();
    }
  }
}
