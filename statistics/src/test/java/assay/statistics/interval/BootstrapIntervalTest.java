package assay.statistics.interval;

import static assay.statistics.Near.assertNear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import assay.statistics.Interval;
import assay.statistics.Observations;
import assay.statistics.Range;
import assay.statistics.References;
import assay.statistics.resampling.BootstrapDistribution;
import assay.statistics.resampling.BootstrapPlan;
import assay.testkit.FixtureRow;
import org.junit.jupiter.api.Test;

class BootstrapIntervalTest {

  @Test
  void endsOfGivenReplicatesAgreeWithSciPy() {
    for (FixtureRow row : References.of("bootstrap-enumerated.tsv")) {
      BootstrapDistribution distribution = BootstrapDistribution.of(row.numbers("replicates"));
      Observations observations =
          Observations.of(row.numbers("values")).inClusters(row.integers("clusters"));
      double acceleration = BcaBootstrapInterval.acceleration(observations.clusterTotals());
      assertNear(acceleration, row.number("acceleration"), 1e-11, row);
      Interval percentile =
          PercentileBootstrapInterval.interval(distribution, Range.UNBOUNDED, 0.95, "p");
      assertNear(percentile.lower(), row.number("percentile_lower"), row);
      assertNear(percentile.upper(), row.number("percentile_upper"), row);
      Interval bca =
          BcaBootstrapInterval.interval(
              distribution, row.number("estimate"), acceleration, Range.UNBOUNDED, 0.95, "b");
      // Between ranks an error of the normal distribution function is magnified by their distance.
      assertNear(bca.lower(), row.number("bca_lower"), 1e-10, row);
      assertNear(bca.upper(), row.number("bca_upper"), 1e-10, row);
    }
  }

  @Test
  void endsOfOwnReplicatesAgreeWithSciPyInDistribution() {
    for (FixtureRow row : References.of("bootstrap-scipy.tsv")) {
      BootstrapPlan plan = new BootstrapPlan(200_000, 1, "scipy");
      MeanInterval method =
          row.text("method").equals("bootstrap-bca")
              ? new BcaBootstrapInterval(plan)
              : new PercentileBootstrapInterval(plan);
      double[] values = row.numbers("values");
      Interval interval = method.interval(Observations.of(values), Range.UNBOUNDED, 0.95);
      // Five deviations of SciPy's mean over seeds, and one step of the discrete distribution.
      double tolerance = 5 * row.number("error") / Math.sqrt(20) + 1.0 / values.length / 2;
      assertThat(interval.lower()).as("%s", row).isCloseTo(row.number("lower"), within(tolerance));
      assertThat(interval.upper()).as("%s", row).isCloseTo(row.number("upper"), within(tolerance));
    }
  }

  @Test
  void aSkewedSampleMovesBcaTowardsTheTail() {
    double[] values = {0, 0, 0, 0, 0, 0, 0, 0.1, 0.1, 0.2, 0.9, 1};
    BootstrapPlan plan = BootstrapPlan.of(5, "skew");
    Observations observations = Observations.of(values);
    Interval percentile =
        new PercentileBootstrapInterval(plan).interval(observations, Range.UNIT, 0.95);
    Interval bca = new BcaBootstrapInterval(plan).interval(observations, Range.UNIT, 0.95);
    assertThat(bca.upper()).isGreaterThan(percentile.upper());
    assertThat(bca.lower()).isGreaterThan(percentile.lower());
  }

  @Test
  void clustersOfEqualMeansAreNotAPoint() {
    Observations balanced = Observations.of(0, 1, 1, 0, 0, 1).inClusters(1, 1, 2, 2, 3, 3);
    BootstrapPlan plan = BootstrapPlan.of(5, "balance");
    assertThat(new BcaBootstrapInterval(plan).interval(balanced, Range.UNIT, 0.95).width())
        .isGreaterThan(0.5);
    assertThat(new PercentileBootstrapInterval(plan).interval(balanced, Range.UNIT, 0.95).width())
        .isGreaterThan(0.5);
  }
}
