package assay.statistics.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import assay.statistics.Interval;
import assay.statistics.Observations;
import assay.statistics.Range;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What every interval of a mean keeps; a subclass says which, and what it takes. */
abstract class MeanIntervalContract {

  abstract MeanInterval method();

  /** Whether the method takes clusters and weights. */
  boolean takesClusters() {
    return true;
  }

  /** How far ends may move by rounding, or by other random numbers for the same distribution. */
  double tolerance() {
    return 1e-12;
  }

  /** Right and wrong in clusters of 1 to 5; without clusters where the method takes none. */
  final Observations sample(long seed, int clusters) {
    Random random = new Random(seed);
    double[] values = new double[5 * clusters];
    int[] codes = new int[values.length];
    int n = 0;
    for (int g = 0; g < clusters; g++) {
      double own = random.nextDouble();
      for (int k = 1 + random.nextInt(5); k > 0; k--) {
        values[n] = random.nextDouble() < own ? 1 : 0;
        codes[n] = g;
        n++;
      }
    }
    return observations(Arrays.copyOf(values, n), Arrays.copyOf(codes, n));
  }

  final Observations observations(double[] values, int[] codes) {
    Observations observations = Observations.of(values);
    return takesClusters() ? observations.inClusters(codes) : observations;
  }

  final Interval interval(Observations observations, double level) {
    return method().interval(observations, Range.UNIT, level);
  }

  @Test
  final void knowsNothingFromNothing() {
    assertThat(interval(Observations.of(), 0.95))
        .isEqualTo(new Interval(0, 1, 0.95, method().id()));
    assertThat(interval(Observations.of(1), 0.95))
        .isEqualTo(new Interval(0, 1, 0.95, method().id()));
  }

  @Test
  final void oneClusterSaysNothingOfTheSpreadBetweenClusters() {
    if (takesClusters()) {
      Observations one = Observations.of(1, 0, 1, 1, 0, 1).inClusters(5, 5, 5, 5, 5, 5);
      assertThat(interval(one, 0.8)).isEqualTo(new Interval(0, 1, 0.8, method().id()));
    }
  }

  @Test
  final void equalValuesAreNoCertainty() {
    for (int n : new int[] {2, 3, 10, 1000}) {
      double[] ones = new double[n];
      Arrays.fill(ones, 1);
      Interval interval = interval(Observations.of(ones), 0.95);
      assertThat(interval.upper()).isEqualTo(1);
      // The exact bound; nobody may claim more.
      assertThat(interval.lower()).isPositive().isLessThan(Math.pow(0.025, 1.0 / n) + 1e-9);
    }
  }

  @Test
  final void staysInRangeAndHoldsTheEstimate() {
    for (long seed = 0; seed < 40; seed++) {
      Observations observations = sample(seed, 2 + (int) seed);
      Interval interval = interval(observations, 0.95);
      assertThat(interval.lower()).isBetween(0.0, 1.0);
      assertThat(interval.upper()).isBetween(0.0, 1.0);
      assertThat(interval.width()).isPositive();
      assertThat(interval.contains(observations.mean().orElseThrow())).isTrue();
      assertThat(interval.method()).isEqualTo(method().id());
    }
  }

  @Test
  final void nestsInTheLevel() {
    for (long seed = 0; seed < 10; seed++) {
      Observations observations = sample(seed, 20);
      assertThat(interval(observations, 0.95).contains(interval(observations, 0.8))).isTrue();
      assertThat(interval(observations, 0.99).contains(interval(observations, 0.95))).isTrue();
    }
  }

  @Test
  final void narrowsWhenEveryClusterComesTwice() {
    for (long seed = 0; seed < 10; seed++) {
      Observations once = sample(seed, 15);
      double[] values = once.values();
      double[] twice = new double[2 * values.length];
      int[] codes = new int[twice.length];
      Observations grouped = sample(seed, 15);
      int[] own = codesOf(seed, 15);
      for (int i = 0; i < values.length; i++) {
        twice[i] = values[i];
        twice[i + values.length] = values[i];
        codes[i] = own[i];
        codes[i + values.length] = own[i] + 1000;
      }
      assertThat(interval(observations(twice, codes), 0.95).width())
          .isLessThan(interval(grouped, 0.95).width());
    }
  }

  private static int[] codesOf(long seed, int clusters) {
    Random random = new Random(seed);
    int[] codes = new int[5 * clusters];
    int n = 0;
    for (int g = 0; g < clusters; g++) {
      random.nextDouble();
      for (int k = 1 + random.nextInt(5); k > 0; k--) {
        random.nextDouble();
        codes[n++] = g;
      }
    }
    return Arrays.copyOf(codes, n);
  }

  @Test
  final void theOrderOfSamplesDoesNotMatter() {
    for (long seed = 0; seed < 10; seed++) {
      double[] values = sample(seed, 12).values();
      int[] codes = codesOf(seed, 12);
      Interval expected = interval(observations(values, codes), 0.95);
      Random random = new Random(seed);
      for (int round = 0; round < 5; round++) {
        for (int i = values.length - 1; i > 0; i--) {
          int j = random.nextInt(i + 1);
          double value = values[i];
          values[i] = values[j];
          values[j] = value;
          int code = codes[i];
          codes[i] = codes[j];
          codes[j] = code;
        }
        assertThat(interval(observations(values, codes), 0.95)).isEqualTo(expected);
      }
    }
  }

  @Test
  final void mirrorsWithSuccessAndFailureExchanged() {
    for (long seed = 0; seed < 10; seed++) {
      double[] values = sample(seed, 30).values();
      int[] codes = codesOf(seed, 30);
      Interval interval = interval(observations(values, codes), 0.95);
      double[] mirrored = Arrays.stream(values).map(v -> 1 - v).toArray();
      Interval other = interval(observations(mirrored, codes), 0.95);
      assertThat(1 - other.upper()).isCloseTo(interval.lower(), within(tolerance()));
      assertThat(1 - other.lower()).isCloseTo(interval.upper(), within(tolerance()));
    }
  }

  @Test
  final void aCommonFactorOfTheWeightsChangesNothing() {
    if (!takesClusters()) {
      return;
    }
    Observations plain = sample(3, 20);
    double[] weights = new Random(9).doubles(plain.n(), 0.5, 2).toArray();
    double[] scaled = Arrays.stream(weights).map(w -> 4 * w).toArray();
    double[] same = new double[plain.n()];
    Arrays.fill(same, 8);
    // Powers of two scale without rounding, so even random numbers fall alike.
    assertThat(interval(plain.withWeights(scaled), 0.95))
        .isEqualTo(interval(plain.withWeights(weights), 0.95));
    assertThat(interval(plain.withWeights(same), 0.95)).isEqualTo(interval(plain, 0.95));
    assertThat(interval(plain.withWeights(weights), 0.95)).isNotEqualTo(interval(plain, 0.95));
  }

  @Test
  final void clustersThatAreAlikeWidenIt() {
    if (!takesClusters()) {
      return;
    }
    double[] values = new double[200];
    int[] codes = new int[200];
    Random random = new Random(11);
    for (int g = 0; g < 40; g++) {
      double all = random.nextDouble() < 0.7 ? 1 : 0;
      Arrays.fill(values, 5 * g, 5 * g + 5, all);
      Arrays.fill(codes, 5 * g, 5 * g + 5, g);
    }
    double clustered = interval(Observations.of(values).inClusters(codes), 0.95).width();
    double independent = interval(Observations.of(values), 0.95).width();
    assertThat(clustered / independent).isBetween(1.9, 2.7);
  }

  @Test
  final void refusesValuesOutsideTheRangeAndLevelsThatAreNone() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> interval(Observations.of(0, 1, 2, -1), 0.95))
        .withMessage("values[2] 2.0 is outside [0.0, 1.0]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> interval(Observations.of(0, 1), 1.95))
        .withMessage("level 1.95 is outside (0, 1)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> interval(Observations.of(), Double.NaN))
        .withMessage("level NaN is outside (0, 1)");
  }
}
