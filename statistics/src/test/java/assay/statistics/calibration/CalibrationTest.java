package assay.statistics.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import assay.statistics.calibration.ClusteredDesign.Shape;
import assay.statistics.interval.AgrestiCoullInterval;
import assay.statistics.interval.BinomialInterval;
import assay.statistics.interval.ClopperPearsonInterval;
import assay.statistics.interval.ClusteredWilsonInterval;
import assay.statistics.interval.ContinuityCorrectedWilsonInterval;
import assay.statistics.interval.EffectiveWilsonInterval;
import assay.statistics.interval.JeffreysInterval;
import assay.statistics.interval.MeanInterval;
import assay.statistics.interval.WilsonInterval;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The instrument's own error: coverage of intervals at level 0.95 over known truths, averaged over
 * a band of ±20 % about each. The short form runs in every build; {@code -Dassay.campaign=full}
 * covers every design.
 */
class CalibrationTest {

  private static final boolean FULL = "full".equals(System.getProperty("assay.campaign"));
  private static final double LEVEL = 0.95;
  private static final double[] TRUTHS = {0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.8, 0.95, 0.98};
  private static final int[] SIZES =
      FULL ? new int[] {10, 20, 30, 50, 100, 200, 500, 1000, 2000} : new int[] {10, 30, 100, 500};

  /** The band about p, as wide relative to the nearer of 0 and 1. */
  private static double reach(double p) {
    return 0.2 * Math.min(p, 1 - p);
  }

  private static double local(BinomialCoverage coverage, double p) {
    return coverage.average(p - reach(p), p + reach(p), 41);
  }

  @Test
  void wilsonCoversAsItSaysOnAverageOverNearbyProportions() {
    for (int n : SIZES) {
      BinomialCoverage coverage = BinomialCoverage.of(new WilsonInterval(), n, LEVEL);
      for (double p : TRUTHS) {
        // Where n·p is a few, the band spans few of the jumps of coverage.
        boolean few = n * Math.min(p, 1 - p) < 3;
        assertThat(local(coverage, p))
            .as("n %d, p %s", n, p)
            .isBetween(few ? 0.92 : 0.94, few ? 0.985 : 0.962);
      }
    }
  }

  @Test
  void theExactIntervalNeverCoversLess() {
    for (BinomialInterval method :
        List.of(new ClopperPearsonInterval(), new ContinuityCorrectedWilsonInterval())) {
      for (int n : SIZES) {
        BinomialCoverage coverage = BinomialCoverage.of(method, n, LEVEL);
        double least = method instanceof ClopperPearsonInterval ? LEVEL : LEVEL - 0.015;
        for (int i = 1; i < 200; i++) {
          assertThat(coverage.at(i / 200.0)).isGreaterThanOrEqualTo(least - 1e-12);
        }
      }
    }
  }

  @Test
  void theOthersStayNear() {
    for (BinomialInterval method : List.of(new AgrestiCoullInterval(), new JeffreysInterval())) {
      for (int n : SIZES) {
        BinomialCoverage coverage = BinomialCoverage.of(method, n, LEVEL);
        for (double p : TRUTHS) {
          if (n * Math.min(p, 1 - p) >= 3) {
            assertThat(local(coverage, p))
                .as("%s, n %d, p %s", method.id(), n, p)
                .isBetween(0.92, 0.985);
          }
        }
      }
    }
  }

  private record Clustered(ClusteredDesign design, double p) {
    double[] truths() {
      return new double[] {p - reach(p), p - reach(p) / 2, p, p + reach(p) / 2, p + reach(p)};
    }

    Map<String, ClusteredCoverage> coverage(int draws) {
      List<MeanInterval> methods =
          List.of(new ClusteredWilsonInterval(), new EffectiveWilsonInterval());
      return ClusteredCoverage.of(methods, design, truths(), draws, LEVEL, 2026);
    }
  }

  @Test
  void clusteredWilsonHoldsFromTwentyClustersUp() {
    int[] clusters = FULL ? new int[] {20, 50, 100} : new int[] {20, 50};
    int[] sizes = FULL ? new int[] {2, 5, 10, 20} : new int[] {2, 10};
    double[] correlations = FULL ? new double[] {0, 0.1, 0.3, 0.5} : new double[] {0, 0.3};
    double[] truths = FULL ? TRUTHS : new double[] {0.03, 0.2, 0.5};
    int draws = FULL ? 1000 : 200;
    for (int g : clusters) {
      for (int size : sizes) {
        for (double correlation : correlations) {
          for (Shape shape : Shape.values()) {
            for (double p : truths) {
              Clustered setting =
                  new Clustered(new ClusteredDesign(g, size, correlation, shape), p);
              Map<String, ClusteredCoverage> coverage = setting.coverage(draws);
              double noise = 3 * Math.sqrt(0.95 * 0.05 / (5 * draws));
              assertThat(coverage.get("wilson-clustered").coverage())
                  .as("%s", setting)
                  .isGreaterThan(0.92 - noise);
            }
          }
        }
      }
    }
  }

  /** Why the default is not the interval of the literature. */
  @Test
  void anEstimatedDesignEffectAloneMissesRareOutcomes() {
    Clustered rare = new Clustered(new ClusteredDesign(20, 20, 0.5, Shape.EVEN), 0.02);
    Map<String, ClusteredCoverage> coverage = rare.coverage(400);
    assertThat(coverage.get("wilson-effective").coverage()).isLessThan(0.75);
    assertThat(coverage.get("wilson-clustered").coverage()).isGreaterThan(0.93);
  }

  @Test
  void theSimulationKeepsItsTruth() {
    ClusteredDesign design = new ClusteredDesign(4, 10, 0.3, Shape.UNEVEN);
    var source = assay.statistics.resampling.Randomness.named(1, "truth");
    double sum = 0;
    int draws = 20_000;
    for (int i = 0; i < draws; i++) {
      var drawn = design.draw(0.3, source);
      assertThat(drawn.n()).isEqualTo(1 + 5 + 10 + 24);
      assertThat(drawn.clusterCount()).isEqualTo(4);
      sum += drawn.mean().orElseThrow();
    }
    assertThat(sum / draws).isCloseTo(0.3, within(0.01));
  }

  @Test
  void sameSeedSameCoverage() {
    Clustered setting = new Clustered(new ClusteredDesign(5, 3, 0.1, Shape.EVEN), 0.4);
    assertThat(setting.coverage(50)).isEqualTo(setting.coverage(50));
  }

  @Test
  void refusesWhatCannotBe() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ClusteredDesign(0, 3, 0.1, Shape.EVEN))
        .withMessage("clusters 0 is outside [1, 1000000]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ClusteredDesign(2, 3, 1, Shape.EVEN))
        .withMessage("correlation 1.0 is outside [0, 1)");
    BinomialCoverage coverage = BinomialCoverage.of(new WilsonInterval(), 5, LEVEL);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> coverage.at(-0.1))
        .withMessage("p -0.1 is outside [0, 1]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> coverage.average(0.5, 0.4, 3))
        .withMessage("to 0.4 is outside [0.5, 1]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> coverage.average(0.5, 0.6, 1))
        .withMessage("points 1 is outside [2, 2147483647]");
  }
}
