package assay.statistics.resampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import assay.statistics.Observations;
import assay.statistics.References;
import assay.testkit.FixtureRow;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MeanBootstrapTest {

  private static final double[] GRID = {0.001, 0.01, 0.025, 0.2, 0.5, 0.77, 0.975, 0.999};

  private static Observations sample(String kind) {
    Random random = new Random(3);
    double[] values = random.doubles(500).toArray();
    int[] codes = random.ints(500, 0, 60).toArray();
    return switch (kind) {
      case "binary" -> Observations.of(random.ints(500, 0, 2).asDoubleStream().toArray());
      case "even" -> Observations.of(values);
      case "uneven" -> Observations.of(values).inClusters(codes);
      default -> throw new AssertionError(kind);
    };
  }

  private static double[] quantiles(BootstrapDistribution distribution) {
    double[] quantiles = new double[GRID.length];
    for (int i = 0; i < GRID.length; i++) {
      quantiles[i] = distribution.quantile(GRID[i]);
    }
    return quantiles;
  }

  @ParameterizedTest
  @ValueSource(strings = {"binary", "even", "uneven"})
  void theNumberOfThreadsDoesNotReachTheResult(String kind) throws Exception {
    Observations observations = sample(kind);
    BootstrapPlan plan = new BootstrapPlan(5_001, 17, "threads/" + kind);
    double[] expected = quantiles(MeanBootstrap.of(observations, plan));
    for (int threads : new int[] {1, 2, 7}) {
      try (ForkJoinPool pool = new ForkJoinPool(threads)) {
        double[] actual = pool.submit(() -> quantiles(MeanBootstrap.of(observations, plan))).get();
        assertThat(actual).containsExactly(expected);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"binary", "even", "uneven"})
  void theSeedAndTheNameDo(String kind) {
    Observations observations = sample(kind);
    double[] one = quantiles(MeanBootstrap.of(observations, BootstrapPlan.of(17, "a")));
    assertThat(quantiles(MeanBootstrap.of(observations, BootstrapPlan.of(17, "a"))))
        .containsExactly(one);
    assertThat(quantiles(MeanBootstrap.of(observations, BootstrapPlan.of(18, "a"))))
        .isNotEqualTo(one);
    assertThat(quantiles(MeanBootstrap.of(observations, BootstrapPlan.of(17, "b"))))
        .isNotEqualTo(one);
  }

  /** All resamples of a few clusters are known; ours must be drawn from the same distribution. */
  @Test
  void agreesWithFullEnumeration() {
    int resamples = 200_000;
    for (FixtureRow row : References.of("bootstrap-enumerated.tsv")) {
      Observations observations =
          Observations.of(row.numbers("values")).inClusters(row.integers("clusters"));
      BootstrapDistribution drawn =
          MeanBootstrap.of(observations, new BootstrapPlan(resamples, 4, "enumerated"));
      double estimate = row.number("estimate");
      double expected = (row.number("below") + row.number("not_above")) / 2;
      // Five standard errors of a share.
      assertThat(drawn.shareBelow(estimate))
          .as("%s", row)
          .isCloseTo(expected, within(5 * 0.5 / Math.sqrt(resamples)));
      Moments moments = Moments.of(drawn);
      assertThat(moments.mean())
          .as("%s", row)
          .isCloseTo(
              row.number("mean"), within(5 * row.number("deviation") / Math.sqrt(resamples)));
      assertThat(moments.deviation())
          .as("%s", row)
          .isCloseTo(row.number("deviation"), within(0.02 * row.number("deviation") + 1e-12));
    }
  }

  private record Moments(double mean, double deviation) {
    static Moments of(BootstrapDistribution distribution) {
      int n = distribution.size();
      double sum = 0;
      double squares = 0;
      for (int rank = 1; rank <= n; rank++) {
        double value = distribution.quantile(rank / (n + 1.0));
        sum += value;
        squares += value * value;
      }
      return new Moments(sum / n, Math.sqrt(Math.max(0, squares / n - sum / n * (sum / n))));
    }
  }

  /** Drawing the number of right answers at once must not differ from drawing the answers. */
  @Test
  void theBinomialShortcutHasTheSameDistribution() {
    double[] values = new double[40];
    java.util.Arrays.fill(values, 0, 9, 1);
    double[] almost = values.clone();
    almost[0] = 1 + 1e-9; // a third value: the general way
    BootstrapPlan plan = new BootstrapPlan(400_000, 8, "shortcut");
    BootstrapDistribution quick = MeanBootstrap.of(Observations.of(values), plan);
    BootstrapDistribution general = MeanBootstrap.of(Observations.of(almost), plan);
    for (int k = 0; k <= 40; k++) {
      double between = (k + 0.5) / 40;
      assertThat(quick.shareBelow(between))
          .as("%d of 40", k)
          .isCloseTo(general.shareBelow(between), within(5 / Math.sqrt(400_000)));
    }
  }

  @Test
  void aConstantSampleIsConstant() {
    BootstrapDistribution distribution =
        MeanBootstrap.of(Observations.of(0.1, 0.1, 0.1), BootstrapPlan.of(1, "constant"));
    assertThat(distribution.quantile(0)).isEqualTo(0.1);
    assertThat(distribution.quantile(1)).isEqualTo(0.1);
    assertThat(distribution.size()).isEqualTo(10_000);
  }

  @Test
  void refusesToDrawFromNothing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MeanBootstrap.of(Observations.of(), BootstrapPlan.of(1, "none")))
        .withMessage("0 observations; expected at least 1 to draw from");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BootstrapPlan(99, 1, "few"))
        .withMessage("resamples 99 is outside [100, 10000000]");
  }
}
