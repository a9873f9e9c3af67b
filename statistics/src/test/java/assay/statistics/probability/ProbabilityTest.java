package assay.statistics.probability;

import static assay.statistics.Near.assertNear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import assay.statistics.Data;
import assay.statistics.Estimate;
import assay.statistics.References;
import assay.testkit.FixtureRow;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ProbabilityTest {

  private static Forecasts forecasts(double[] p, double[] y) {
    boolean[] outcomes = new boolean[y.length];
    for (int i = 0; i < y.length; i++) {
      outcomes[i] = y[i] == 1;
    }
    return Forecasts.of(p, outcomes);
  }

  private static Forecasts random(Random random, int n) {
    double[] p = random.doubles(n).map(u -> Math.rint(50 * u) / 50).toArray();
    boolean[] y = new boolean[n];
    for (int i = 0; i < n; i++) {
      y[i] = random.nextDouble() < p[i];
    }
    return Forecasts.of(p, y);
  }

  @Test
  void agreesWithScikitLearn() {
    for (FixtureRow row : References.of("probability-sklearn.tsv")) {
      Forecasts forecasts = forecasts(Data.groups(row, "p")[0], Data.groups(row, "y")[0]);
      Reliability reliability = Reliability.equalWidth(forecasts, 10);
      BrierScore score = BrierScore.of(forecasts, reliability).orElseThrow();
      assertNear(score.value(), row.number("brier"), row);
      assertNear(score.reliability(), row.number("reliability"), 1e-11, row);
      assertNear(score.resolution(), row.number("resolution"), 1e-11, row);
      assertNear(
          CalibrationError.expected(reliability).orElseThrow(), row.number("ece"), 1e-11, row);
      assertNear(
          CalibrationError.largest(reliability).orElseThrow(), row.number("mce"), 1e-11, row);
      if (row.number("debiased") >= 0) {
        assertNear(
            CalibrationError.debiased(reliability).orElseThrow(),
            row.number("debiased"),
            1e-9,
            row);
      }
      assertNear(RiskCoverage.of(forecasts).area().orElseThrow(), row.number("aurc"), row);
    }
  }

  @Test
  void partsAddUpWhateverTheBins() {
    Random random = new Random(2);
    for (int n : new int[] {1, 2, 17, 300}) {
      Forecasts forecasts = random(random, n);
      for (Reliability bins :
          new Reliability[] {
            Reliability.equalWidth(forecasts, 7), Reliability.equalMass(forecasts, 7)
          }) {
        BrierScore score = BrierScore.of(forecasts, bins).orElseThrow();
        assertNear(
            score.reliability() - score.resolution() + score.uncertainty() + score.within(),
            score.value(),
            1e-11,
            "n " + n);
        assertThat(bins.bins().stream().mapToInt(Reliability.Bin::n).sum()).isEqualTo(n);
      }
      Estimate.Known estimate = (Estimate.Known) BrierScore.estimate(forecasts, 0.95);
      assertThat(estimate.interval().contains(estimate.value())).isTrue();
    }
  }

  @Test
  void binsOfEqualMassHoldAboutAsMany() {
    double[] p = new double[100];
    for (int i = 0; i < 100; i++) {
      p[i] = i < 50 ? 0.9 : i / 200.0;
    }
    Forecasts forecasts = Forecasts.of(p, new boolean[100]);
    assertThat(Reliability.equalMass(forecasts, 4).bins().stream().map(Reliability.Bin::n))
        .containsExactly(25, 25, 50);
    assertThat(Reliability.equalMass(forecasts, 1).bins()).hasSize(1);
    assertThat(Reliability.equalMass(Forecasts.of(new double[0], new boolean[0]), 4).bins())
        .isEmpty();
    assertThat(Reliability.equalMass(forecasts, 4).bins().get(0).interval(0.95).upper())
        .isBetween(0.1, 0.2);
  }

  /** A perfect forecaster has a plain error from chance alone, and a debiased one near 0. */
  @Test
  void debiasingTakesOffWhatChanceAdds() {
    Random random = new Random(3);
    double plain = 0;
    double debiased = 0;
    for (int round = 0; round < 100; round++) {
      Reliability bins = Reliability.equalMass(random(random, 200), 15);
      plain += CalibrationError.expected(bins).orElseThrow() / 100;
      debiased += CalibrationError.debiased(bins).orElseThrow() / 100;
    }
    assertThat(plain).isGreaterThan(0.06);
    assertThat(debiased).isLessThan(0.04);
  }

  @Test
  void confidenceThatKnowsAnswersFirstWhatIsRight() {
    double[] p = {0.9, 0.8, 0.7, 0.2};
    RiskCoverage perfect =
        RiskCoverage.of(Forecasts.of(p, new boolean[] {true, true, true, false}));
    assertNear(perfect.area().orElseThrow(), 1 / 16.0, "one error, last");
    assertThat(perfect.coverageAt(0)).isEqualTo(0.75);
    assertThat(perfect.riskAt(0.75)).hasValue(0);
    assertThat(perfect.riskAt(1)).hasValue(0.25);
    RiskCoverage blind =
        RiskCoverage.of(
            Forecasts.of(
                new double[] {0.5, 0.5, 0.5, 0.5}, new boolean[] {true, false, true, true}));
    assertNear(blind.area().orElseThrow(), 0.25, "no information");
    assertNear(blind.riskAt(0.5).orElseThrow(), 0.25, "no information");
    assertThat(blind.coverageAt(0.1)).isZero();
    RiskCoverage none = RiskCoverage.of(Forecasts.of(new double[0], new boolean[0]));
    assertThat(none.area()).isEmpty();
    assertThat(none.riskAt(0.5)).isEmpty();
  }

  @Test
  void nothingIsUndefined() {
    Forecasts none = Forecasts.of(new double[0], new boolean[0]);
    Reliability bins = Reliability.equalWidth(none, 5);
    assertThat(BrierScore.of(none, bins)).isEmpty();
    assertThat(BrierScore.estimate(none, 0.95)).isEqualTo(new Estimate.Undefined("no-items"));
    assertThat(CalibrationError.expected(bins)).isEmpty();
    assertThat(CalibrationError.largest(bins)).isEmpty();
    assertThat(CalibrationError.debiased(bins)).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Forecasts.of(new double[] {0.5, 1.2}, new boolean[2]))
        .withMessage("probabilities[1] 1.2 is outside [0.0, 1.0]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Reliability.equalWidth(none, 0))
        .withMessage("bins 0 is outside [1, 1000000]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RiskCoverage.of(none).riskAt(0))
        .withMessage("share 0.0 is outside (0, 1]");
  }

  @Test
  void bordersOfBinsBelongToTheBinBelow() {
    for (int bins : new int[] {3, 7, 10, 49, 100, 1000}) {
      double[] borders = new double[bins];
      Arrays.setAll(borders, k -> (k + 1.0) / bins);
      boolean[] happened = new boolean[bins];
      assertThat(Reliability.equalWidth(Forecasts.of(borders, happened), bins).bins())
          .as("%s", bins)
          .hasSize(bins);
    }
  }

  @Test
  void binsOfOtherForecastsAreRefused() {
    Forecasts two = Forecasts.of(new double[] {0.1, 0.2}, new boolean[2]);
    Forecasts three = Forecasts.of(new double[] {0.1, 0.2, 0.9}, new boolean[3]);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BrierScore.of(two, Reliability.equalWidth(three, 10)))
        .withMessage(
            "bins hold 3 items and there are 2 forecasts; expected the bins of these forecasts");
  }
}
