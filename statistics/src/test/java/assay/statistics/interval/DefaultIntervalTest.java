package assay.statistics.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import assay.statistics.Interval;
import assay.statistics.Observations;
import assay.statistics.PairedCounts;
import assay.statistics.Range;
import assay.statistics.resampling.BootstrapPlan;
import org.junit.jupiter.api.Test;

class DefaultIntervalTest {

  private static final BootstrapPlan PLAN = BootstrapPlan.of(7, "bootstrap/default");

  @Test
  void independentProportionsAreWilsons() {
    double[] values = new double[100];
    java.util.Arrays.fill(values, 0, 39, 1);
    assertThat(DefaultInterval.ofProportion(Observations.of(values), 0.95))
        .isEqualTo(new WilsonInterval().interval(39, 100, 0.95));
    assertThat(DefaultInterval.ofProportion(Observations.of(), 0.95))
        .isEqualTo(new WilsonInterval().interval(0, 0, 0.95));
  }

  @Test
  void clustersAndWeightsGoToTheClusteredInterval() {
    Observations four = Observations.of(1, 0, 1, 1);
    assertThat(DefaultInterval.ofProportion(four.inClusters(1, 1, 2, 3), 0.9).method())
        .isEqualTo("wilson-clustered");
    assertThat(DefaultInterval.ofProportion(four.withWeights(1, 1, 2, 3), 0.9).method())
        .isEqualTo("wilson-clustered");
  }

  @Test
  void sharesOfEpochsAreWorthWhatTheirSpreadIs() {
    Interval shares = DefaultInterval.ofProportion(Observations.of(1, 0.5, 0.5, 0), 0.95);
    assertThat(shares.method()).isEqualTo("wilson-graded");
    // by hand: s²/n = (0.5/3)/4, p(1 − p)/(n − 1) = 0.25/3, so D = 1/2; k = 3, D* = 2.5/4
    double n = 4 / 0.625;
    double t = 3.182446305284263; // 3 degrees of freedom
    double half = t * Math.sqrt(0.25 / n + t * t / (4 * n * n)) / (1 + t * t / n);
    assertThat(shares.lower()).isCloseTo(0.5 - half, within(1e-12));
    assertThat(shares.upper()).isCloseTo(0.5 + half, within(1e-12));
  }

  @Test
  void otherMeansAreHalls() {
    Observations scores = Observations.of(0, 1, 1, 0, 1, 0, 1);
    assertThat(DefaultInterval.ofMean(scores, Range.UNIT, 0.95).method()).isEqualTo("hall");
  }

  @Test
  void methodsOfMeansAreFoundByTheirIds() throws ClassNotFoundException {
    for (MeanInterval method : MeanInterval.all(PLAN)) {
      assertThat(MeanInterval.named(method.id(), PLAN)).isEqualTo(method);
      assertThat(Class.forName(method.getClass().getName() + "Test"))
          .isAssignableTo(MeanIntervalContract.class);
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MeanInterval.named("wald", PLAN))
        .withMessage(
            "no interval of a mean is called wald; known: wilson-clustered, wilson-effective,"
                + " wilson-graded, t, cluster-robust, hall, bootstrap-percentile, bootstrap-bca, bootstrap-t");
  }

  @Test
  void refusesWhatIsNoProportion() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DefaultInterval.ofProportion(Observations.of(1, 1.5), 0.95))
        .withMessage("values[1] 1.5 is outside [0.0, 1.0]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DefaultInterval.ofProportion(Observations.of(1, 0), 1))
        .withMessage("level 1.0 is outside (0, 1)");
  }

  @Test
  void differencesHaveTheirOwnDefaults() {
    PairedCounts counts = new PairedCounts(20, 9, 4, 7);
    assertThat(DefaultInterval.ofPairedProportions(counts, 0.95).method())
        .isEqualTo("newcombe-paired");
    Observations differences = Observations.of(1, 0, -1, 1, 1, 0).inClusters(1, 1, 2, 2, 3, 3);
    assertThat(DefaultInterval.ofDifference(differences, new Range(-1, 1), 0.95))
        .isEqualTo(new ClusterRobustInterval().interval(differences, new Range(-1, 1), 0.95));
  }
}
