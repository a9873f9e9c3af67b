package assay.statistics.variance;

import static assay.statistics.Near.assertNear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import assay.statistics.Estimate;
import assay.statistics.References;
import assay.testkit.FixtureRow;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VarianceTest {

  private static double[][][] scores(FixtureRow row) {
    return Arrays.stream(row.text("data").split(";"))
        .map(
            item ->
                Arrays.stream(item.split("/"))
                    .map(
                        cell ->
                            Arrays.stream(cell.split(","))
                                .mapToDouble(Double::parseDouble)
                                .toArray())
                    .toArray(double[][]::new))
        .toArray(double[][][]::new);
  }

  private static Estimate.Known known(Estimate estimate) {
    assertThat(estimate).isInstanceOf(Estimate.Known.class);
    return (Estimate.Known) estimate;
  }

  @Test
  void agreesWithR() {
    for (FixtureRow row : References.of("variance-r.tsv")) {
      double[][][] scores = scores(row);
      if (row.number("prompts") == 1) {
        double[][] own = Arrays.stream(scores).map(item -> item[0]).toArray(double[][]::new);
        EpochVariance split = EpochVariance.of(own).orElseThrow();
        assertNear(split.mean(), row.number("mean"), 1e-10, row);
        assertNear(split.item(), row.number("item"), 1e-9, row);
        assertNear(split.epoch(), row.number("epoch"), 1e-10, row);
      } else {
        PromptVariance split = PromptVariance.of(scores).orElseThrow();
        assertNear(split.mean(), row.number("mean"), 1e-10, row);
        assertNear(split.item(), row.number("item"), 1e-9, row);
        assertNear(split.prompt(), row.number("prompt"), 1e-9, row);
        assertNear(split.interaction(), row.number("interaction"), 1e-9, row);
        assertNear(split.epoch(), row.number("epoch"), 1e-10, row);
      }
    }
  }

  @Test
  void findsWhatWasPutIn() {
    Random random = new Random(6);
    double[][] scores = new double[4000][];
    for (int i = 0; i < scores.length; i++) {
      double own = 2 * random.nextGaussian();
      scores[i] = new double[1 + i % 4];
      Arrays.setAll(scores[i], e -> own + random.nextGaussian());
    }
    EpochVariance split = EpochVariance.of(scores).orElseThrow();
    assertThat(split.item()).isCloseTo(4, within(0.4));
    assertThat(split.epoch()).isCloseTo(1, within(0.1));
    assertThat(split.itemShare()).isCloseTo(0.8, within(0.03));
    assertThat(split.leftWith(1)).isEqualTo(1);
    assertThat(split.leftWith(1e9)).isCloseTo(split.itemShare(), within(1e-6));
    assertThat(split.standardError(100, 1)).isGreaterThan(split.standardError(100, 4));
    assertThat(split.epochsWorthIt(0)).isEqualTo(1);
    assertThat(split.epochsWorthIt(100)).isCloseTo(5, within(0.6));
  }

  @Test
  void whatWasNotRepeatedCannotBeSplit() {
    assertThat(EpochVariance.of(new double[][] {{1}, {2}, {3}})).isEmpty();
    assertThat(EpochVariance.of(new double[][] {{1, 2}, {}})).isEmpty();
    EpochVariance equal = EpochVariance.of(new double[][] {{1, 1}, {1, 1}}).orElseThrow();
    assertThat(equal.item()).isZero();
    assertThat(equal.itemShare()).isNaN();
    EpochVariance noise = EpochVariance.of(new double[][] {{0, 1}, {1, 0}}).orElseThrow();
    assertThat(noise.epochsWorthIt(1)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(PromptVariance.of(new double[][][] {{{1}, {2}}})).isEmpty();
    PromptVariance single =
        PromptVariance.of(new double[][][] {{{1}, {2}}, {{3}, {5}}}).orElseThrow();
    assertThat(single.epoch()).isZero();
    assertThat(single.interaction()).isPositive();
    assertThat(single.standardError(10, 2, 1)).isGreaterThan(single.standardError(20, 2, 1));
  }

  @Test
  void consistencyIsAMeanOverItems() {
    int[][] answers = {{1, 1, 1}, {1, 1, 2}, {3}, {4, 5}, {}};
    assertNear(known(RepeatConsistency.unanimous(answers, 0.95)).value(), 1 / 3.0, "unanimous");
    assertNear(
        known(RepeatConsistency.pairwise(answers, 0.95)).value(), (1 + 1 / 3.0) / 3, "pairs");
    int[] right = {0, 2, 4};
    int[] n = {4, 4, 4};
    // 1 − C(2,2)/C(4,2) of the middle one.
    assertNear(known(RepeatConsistency.anyOf(right, n, 2, 0.95)).value(), (5 / 6.0 + 1) / 3, "any");
    assertNear(known(RepeatConsistency.allOf(right, n, 2, 0.95)).value(), (1 / 6.0 + 1) / 3, "all");
    assertNear(
        known(RepeatConsistency.anyOf(right, n, 1, 0.95)).value(),
        known(RepeatConsistency.allOf(right, n, 1, 0.95)).value(),
        "one");
    assertThat(RepeatConsistency.anyOf(right, n, 5, 0.95))
        .isEqualTo(new Estimate.Undefined("no-repeats"));
    assertThat(RepeatConsistency.unanimous(new int[][] {{1}}, 0.95))
        .isEqualTo(new Estimate.Undefined("no-repeats"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RepeatConsistency.anyOf(new int[] {5}, new int[] {4}, 1, 0.95))
        .withMessage("right[0] 5 is outside [0, 4]");
  }

  @Test
  void aBenchmarkTellsApartWhatNoiseDoesNotHide() {
    SignalToNoise clear =
        SignalToNoise.of(new double[] {0.2, 0.5, 0.8}, new double[] {0.03, 0.03, 0.03})
            .orElseThrow();
    assertNear(clear.reliability(), (0.09 - 0.0009) / 0.09, 1e-9, "reliability");
    assertThat(clear.ratio()).isGreaterThan(9);
    SignalToNoise hidden =
        SignalToNoise.of(new double[] {0.5, 0.51}, new double[] {0.05, 0.05}).orElseThrow();
    assertThat(hidden.signal()).isZero();
    assertThat(hidden.reliability()).isZero();
    assertThat(SignalToNoise.of(new double[] {0.5}, new double[] {0.1})).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SignalToNoise.of(new double[] {1, 2}, new double[] {0.1, -0.1}))
        .withMessage("standardErrors[1] -0.1 is negative");
  }
}
