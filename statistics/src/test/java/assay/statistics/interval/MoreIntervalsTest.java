package assay.statistics.interval;

import static assay.statistics.Near.assertNear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.within;

import assay.statistics.Interval;
import assay.statistics.Observations;
import assay.statistics.PairedCounts;
import assay.statistics.Range;
import assay.statistics.References;
import assay.statistics.distribution.Hypergeometric;
import assay.statistics.resampling.BootstrapPlan;
import assay.testkit.FixtureRow;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Intervals of ratios, posteriors, finite populations, strata; the bootstrap-t on skewed data. */
class MoreIntervalsTest {

  private static final BootstrapPlan PLAN = BootstrapPlan.of(5, "more").withResamples(4000);

  private static Interval interval(FixtureRow row) {
    long x1 = References.count(row, "x1");
    long n1 = References.count(row, "n1");
    double level = row.number("level");
    return switch (row.text("method")) {
      case "odds-ratio-exact" ->
          OddsRatioInterval.interval(
              x1, n1, References.count(row, "x2"), References.count(row, "n2"), level);
      case "odds-ratio-paired-exact" ->
          OddsRatioInterval.paired(new PairedCounts(4, x1, References.count(row, "x2"), 9), level);
      case "ratio-score" ->
          RatioInterval.interval(
              x1, n1, References.count(row, "x2"), References.count(row, "n2"), level);
      case "beta-posterior" ->
          new BetaPosterior(row.number("x2"), row.number("n2")).after(x1, n1).interval(level);
      case "hypergeometric" ->
          FinitePopulation.proportion(x1, n1, References.count(row, "x2"), level);
      default -> fail("no interval is called " + row.text("method"));
    };
  }

  @Test
  void agreesWithR() {
    for (FixtureRow row : References.of("moreintervals-r.tsv")) {
      Interval interval = interval(row);
      // Roots of p-values are found to about 1e-11 by the reference.
      assertNear(interval.lower(), row.number("lower"), 1e-9, row);
      assertNear(interval.upper(), row.number("upper"), 1e-9, row);
      assertThat(interval.method()).isEqualTo(row.text("method"));
    }
  }

  @Test
  void oddsAndRatiosInvertWhenGroupsChangePlaces() {
    Random random = new Random(1);
    for (int round = 0; round < 60; round++) {
      int n1 = 1 + random.nextInt(30);
      int n2 = 1 + random.nextInt(30);
      int x1 = random.nextInt(n1 + 1);
      int x2 = random.nextInt(n2 + 1);
      for (boolean odds : new boolean[] {true, false}) {
        Interval own =
            odds
                ? OddsRatioInterval.interval(x1, n1, x2, n2, 0.95)
                : RatioInterval.interval(x1, n1, x2, n2, 0.95);
        Interval swapped =
            odds
                ? OddsRatioInterval.interval(x2, n2, x1, n1, 0.95)
                : RatioInterval.interval(x2, n2, x1, n1, 0.95);
        assertNear(1 / swapped.lower(), own.upper(), 1e-9, "upper");
        assertNear(1 / swapped.upper(), own.lower(), 1e-9, "lower");
        double ratio =
            odds
                ? (double) x1 * (n2 - x2) / ((double) x2 * (n1 - x1))
                : (double) x1 * n2 / ((double) x2 * n1);
        assertThat(Double.isNaN(ratio) || own.contains(ratio)).isTrue();
      }
    }
    assertThat(RatioInterval.interval(0, 5, 0, 5, 0.9))
        .isEqualTo(new Interval(0, Double.POSITIVE_INFINITY, 0.9, "ratio-score"));
    assertThat(OddsRatioInterval.interval(0, 0, 0, 0, 0.9).isBounded()).isFalse();
    assertThat(OddsRatioInterval.paired(new PairedCounts(3, 0, 0, 3), 0.9))
        .isEqualTo(new Interval(0, Double.POSITIVE_INFINITY, 0.9, "odds-ratio-paired-exact"));
  }

  @Test
  void beliefGrowsInAnyOrder() {
    BetaPosterior belief = BetaPosterior.UNIFORM.after(3, 10).after(7, 8);
    assertThat(belief).isEqualTo(BetaPosterior.UNIFORM.after(10, 18));
    assertThat(belief.mean()).isEqualTo(11.0 / 20);
    assertNear(BetaPosterior.UNIFORM.probabilityAbove(0.3), 0.7, "uniform");
    double above = belief.probabilityAbove(belief.interval(0.9).lower());
    assertNear(above, 0.95, 1e-11, "tail");
  }

  @Test
  void aBenchmarkAskedWholeIsKnown() {
    assertThat(FinitePopulation.proportion(7, 20, 20, 0.95))
        .isEqualTo(new Interval(0.35, 0.35, 0.95, "hypergeometric"));
    assertThat(FinitePopulation.proportion(0, 0, 20, 0.95).width()).isEqualTo(1);
    assertThat(FinitePopulation.correction(1, 1)).isZero();
    assertNear(FinitePopulation.correction(50, 99), Math.sqrt(0.5), "half");
    Interval infinite = new ClopperPearsonInterval().interval(7, 20, 0.95);
    Interval far = FinitePopulation.proportion(7, 20, 2_000_000_000L, 0.95);
    assertNear(far.lower(), infinite.lower(), 1e-7, "far");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FinitePopulation.proportion(1, 5, 4, 0.95))
        .withMessage("population 4 is outside [5, 2147483647]");
  }

  @Test
  void exactIntervalOfFinitePopulationsHoldsItsLevel() {
    int population = 12;
    for (int n = 1; n <= population; n++) {
      for (int right = 0; right <= population; right++) {
        Hypergeometric drawn = Hypergeometric.of(population, right, n);
        double held = 0;
        for (int x = drawn.least(); x <= drawn.most(); x++) {
          Interval interval = FinitePopulation.proportion(x, n, population, 0.9);
          assertThat(interval.contains((double) x / n)).isTrue();
          held += interval.contains((double) right / population) ? drawn.probability(x) : 0;
        }
        assertThat(held).as("%s of %s, %s drawn", right, population, n).isGreaterThan(0.9 - 1e-12);
      }
    }
    assertThat(FinitePopulation.proportion(9, 9, 10, 0.95).lower()).isEqualTo(0.9);
    // All but one of a thousand million: one item is open.
    Interval almost = FinitePopulation.proportion(400_000_000, 999_999_999, 1_000_000_000, 0.95);
    assertThat(almost.lower()).isEqualTo(0.4);
    assertThat(almost.upper()).isEqualTo(400_000_001 / 1e9);
  }

  @Test
  void hugeTablesTakeNoLongerThanTheirSpreadAsks() {
    Interval ratio =
        OddsRatioInterval.interval(300_000_000, 1_000_000_000, 299_900_000, 1_000_000_000, 0.95);
    double log = Math.log(300_000_000.0 / 700_000_000) - Math.log(299_900_000.0 / 700_100_000);
    double error = Math.sqrt(2 / 3e8 + 2 / 7e8);
    assertThat(Math.log(ratio.lower())).isCloseTo(log - 1.959964 * error, within(1e-3 * error));
    assertThat(Math.log(ratio.upper())).isCloseTo(log + 1.959964 * error, within(1e-3 * error));
    Interval far = OddsRatioInterval.interval(5, 1_000_000_000, 999_999_990, 1_000_000_000, 0.95);
    assertThat(far.lower()).isLessThan(5e-17).isGreaterThan(0);
    assertThat(far.upper()).isGreaterThan(5e-17).isLessThan(1e-15);
  }

  @Test
  void strataCountByTheirShares() {
    Random random = new Random(3);
    Observations hard = Observations.of(random.doubles(60).map(u -> u < 0.3 ? 1 : 0).toArray());
    Observations easy = Observations.of(random.doubles(20).map(u -> u < 0.9 ? 1 : 0).toArray());
    Interval even = stratified(List.of(hard, easy), 1, 1);
    assertThat(even).isEqualTo(stratified(List.of(hard, easy), 5, 5));
    double mean = (hard.mean().orElseThrow() + easy.mean().orElseThrow()) / 2;
    assertThat(even.contains(mean)).isTrue();
    Interval mostlyHard = stratified(List.of(hard, easy), 99, 1);
    assertThat(mostlyHard.upper()).isLessThan(even.lower() + 0.1);
    // Drawing within strata leaves out the spread between them.
    double[] all = Arrays.copyOf(hard.values(), 80);
    System.arraycopy(easy.values(), 0, all, 60, 20);
    Interval free =
        new PercentileBootstrapInterval(PLAN).interval(Observations.of(all), Range.UNIT, 0.95);
    assertThat(stratified(List.of(hard, easy), 60, 20).width()).isLessThan(free.width());
    assertThat(stratified(List.of(hard, Observations.of()), 1, 1).width()).isEqualTo(1);
    assertThat(stratified(List.of(Observations.of(1, 1)), 1).width()).isEqualTo(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> stratified(List.of(hard, easy), 1))
        .withMessage("shares has 1 elements and strata has 2; expected as many");
  }

  private static Interval stratified(List<Observations> strata, double... shares) {
    return StratifiedBootstrapInterval.interval(strata, shares, Range.UNIT, 0.95, PLAN);
  }

  /** Of few skewed values the percentile interval misses on one side; the studentised one less. */
  @Test
  void studentisedFollowsSkewness() {
    Random random = new Random(4);
    int held = 0;
    int heldByPercentile = 0;
    int rounds = 300;
    BootstrapPlan few = PLAN.withResamples(500);
    for (int i = 0; i < rounds; i++) {
      double[] y = random.doubles(12).map(u -> -Math.log(u)).toArray();
      Observations observations = Observations.of(y);
      Range range = new Range(0, Double.POSITIVE_INFINITY);
      held +=
          new StudentisedBootstrapInterval(few).interval(observations, range, 0.95).contains(1)
              ? 1
              : 0;
      heldByPercentile +=
          new PercentileBootstrapInterval(few).interval(observations, range, 0.95).contains(1)
              ? 1
              : 0;
    }
    assertThat(held).isGreaterThan(heldByPercentile);
    assertThat((double) held / rounds).isBetween(0.91, 0.98);
  }

  @Test
  void almostNoPriorSaysAlmostNothing() {
    Interval open = new BetaPosterior(1e-6, 1e-6).interval(0.95);
    assertThat(open.lower()).isLessThan(1e-290);
    assertThat(open.upper()).isEqualTo(1);
  }
}
