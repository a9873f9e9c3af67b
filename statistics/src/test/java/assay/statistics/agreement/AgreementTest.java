package assay.statistics.agreement;

import static assay.statistics.Near.assertNear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.within;

import assay.statistics.Data;
import assay.statistics.Estimate;
import assay.statistics.Interval;
import assay.statistics.Range;
import assay.statistics.References;
import assay.statistics.agreement.KrippendorffAlpha.Level;
import assay.statistics.agreement.WeightedKappa.Weights;
import assay.statistics.interval.JackknifeInterval;
import assay.testkit.FixtureRow;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AgreementTest {

  private static Estimate.Known known(Estimate estimate) {
    assertThat(estimate).isInstanceOf(Estimate.Known.class);
    return (Estimate.Known) estimate;
  }

  private static long[][] counts(double[][] groups) {
    return Arrays.stream(groups).map(Data::counts).toArray(long[][]::new);
  }

  private static Estimate estimate(String what, double[][] g) {
    if (what.startsWith("icc")) {
      return icc(what).of(g, 0.95);
    }
    if (what.startsWith("alpha-")) {
      Level level = Level.valueOf(what.substring(6).toUpperCase(Locale.ROOT));
      return KrippendorffAlpha.of(g, level, 0.95);
    }
    return switch (what) {
      case "lin" -> LinConcordance.of(g[0], g[1], 0.95);
      case "bland-altman-bias" -> BlandAltman.of(g[0], g[1], 0.95, 0.95).orElseThrow().bias();
      case "bland-altman-upper" -> BlandAltman.of(g[0], g[1], 0.95, 0.95).orElseThrow().upper();
      case "fleiss-kappa" -> FleissKappa.of(counts(g), 0.95);
      case "gwet-ac1" -> GwetAc1.of(counts(g), 0.95);
      default -> correlation(what).of(g[0], g[1], 0.95);
    };
  }

  private static IntraclassCorrelation icc(String id) {
    for (IntraclassCorrelation form : IntraclassCorrelation.values()) {
      if (form.id().equals(id)) {
        return form;
      }
    }
    return fail("no form is called " + id);
  }

  private static Correlation correlation(String id) {
    for (Correlation correlation : Correlation.values()) {
      if (correlation.id().equals(id)) {
        return correlation;
      }
    }
    return fail("no correlation is called " + id);
  }

  @Test
  void agreesWithR() {
    for (FixtureRow row : References.of("agreement-r.tsv")) {
      String what = row.text("what");
      Estimate.Known estimate = known(estimate(what, Data.groups(row, "data")));
      assertNear(estimate.value(), row.number("value"), 1e-10, row);
      assertThat(estimate.interval().contains(estimate.value())).isTrue();
      if (!what.startsWith("alpha")) {
        // R's F quantiles are good to about 1e-9.
        // psych steps up past the pole of Spearman and Brown's formula, to above the estimate.
        boolean pastPole = row.number("lower") > row.number("value");
        double lower = pastPole ? Double.NEGATIVE_INFINITY : row.number("lower");
        assertNear(estimate.interval().lower(), lower, 1e-8, row);
        assertNear(estimate.interval().upper(), row.number("upper"), 1e-8, row);
      }
    }
  }

  @Test
  void agreesWithStatsmodels() {
    for (FixtureRow row : References.of("weightedkappa-statsmodels.tsv")) {
      long[][] table = counts(Data.groups(row, "table"));
      if (row.text("kind").equals("fleiss")) {
        assertNear(known(FleissKappa.of(table, 0.95)).value(), row.number("kappa"), row);
        continue;
      }
      Weights weights = Weights.valueOf(row.text("kind").toUpperCase(Locale.ROOT));
      Estimate.Known kappa = known(WeightedKappa.of(table, weights, 0.95));
      assertNear(kappa.value(), row.number("kappa"), 1e-11, row);
      assertThat(kappa.interval().lower()).isCloseTo(row.number("lower"), within(1e-10));
      assertThat(kappa.interval().upper()).isCloseTo(row.number("upper"), within(1e-10));
    }
  }

  /** Three readers say little of all readers, however many items they read. */
  @Test
  void fewReadersKeepTheIntervalOfAllReadersWide() {
    Random random = new Random(3);
    double[][] readings = new double[500][];
    for (int i = 0; i < readings.length; i++) {
      double item = random.nextGaussian();
      readings[i] =
          new double[] {
            item + random.nextGaussian(),
            item + random.nextGaussian(),
            item + 2 + random.nextGaussian()
          };
    }
    Estimate.Known sampled = known(IntraclassCorrelation.TWO_SINGLE.of(readings, 0.95));
    Estimate.Known just = known(IntraclassCorrelation.THREE_SINGLE.of(readings, 0.95));
    assertThat(sampled.interval().width()).isGreaterThan(4 * just.interval().width());
    assertThat(sampled.interval().contains(sampled.value())).isTrue();
    assertThat(sampled.interval().method()).isEqualTo("icc-mls");
    assertThat(just.interval().method()).isEqualTo("icc-f");
  }

  /** Of two classes nothing is in part right. */
  @Test
  void weightsOfTwoClassesChangeNothing() {
    long[][] table = {{20, 5}, {10, 15}};
    Estimate.Known plain = known(CohenKappa.of(table, 0.95));
    for (Weights weights : Weights.values()) {
      Estimate.Known weighted = known(WeightedKappa.of(table, weights, 0.95));
      assertNear(weighted.value(), plain.value(), "value");
      assertNear(weighted.interval().lower(), plain.interval().lower(), 1e-10, "lower");
    }
  }

  @Test
  void perfectAgreementIsNotPerfectKnowledge() {
    long[][] diagonal = {{4, 0, 0}, {0, 5, 0}, {0, 0, 6}};
    Estimate.Known weighted = known(WeightedKappa.of(diagonal, Weights.LINEAR, 0.95));
    assertThat(weighted.value()).isEqualTo(1);
    assertThat(weighted.interval().method()).isEqualTo("weighted-kappa-wilson");
    assertThat(weighted.interval().lower()).isBetween(0.3, 0.8);
    long[][] alike = {{3, 0}, {0, 3}, {3, 0}};
    for (Estimate estimate :
        new Estimate[] {FleissKappa.of(alike, 0.95), GwetAc1.of(alike, 0.95)}) {
      assertThat(known(estimate).value()).isEqualTo(1);
      assertThat(known(estimate).interval().lower()).isBetween(-1.0, 0.5);
    }
    long[][] oneClass = {{3, 0}, {3, 0}, {3, 0}};
    assertThat(known(GwetAc1.of(oneClass, 0.95)).value()).isEqualTo(1);
    double[][] equal = {{1, 1}, {2, 2}, {5, 5}};
    for (IntraclassCorrelation form : IntraclassCorrelation.values()) {
      assertThat(known(form.of(equal, 0.95)).value()).as(form.id()).isEqualTo(1);
    }
    Estimate.Known alpha = known(KrippendorffAlpha.of(equal, Level.INTERVAL, 0.95));
    assertThat(alpha.value()).isEqualTo(1);
    assertThat(alpha.interval().width()).isPositive();
    double[] x = {1, 2, 3, 4, 5};
    for (Correlation correlation : Correlation.values()) {
      assertThat(known(correlation.of(x, x, 0.95)).value())
          .as(correlation.id())
          .isCloseTo(1, within(1e-15));
      assertThat(known(correlation.of(x, Data.negated(x), 0.95)).value())
          .isCloseTo(-1, within(1e-15));
    }
    assertThat(known(LinConcordance.of(x, x, 0.95)).value()).isEqualTo(1);
  }

  @Test
  void whatIsNotThereIsUndefined() {
    assertThat(WeightedKappa.of(new long[2][2], Weights.LINEAR, 0.95))
        .isEqualTo(new Estimate.Undefined("no-items"));
    assertThat(WeightedKappa.of(new long[][] {{0, 0}, {0, 9}}, Weights.LINEAR, 0.95))
        .isEqualTo(new Estimate.Undefined("one-class"));
    assertThat(FleissKappa.of(new long[][] {{1, 0}}, 0.95))
        .isEqualTo(new Estimate.Undefined("no-items"));
    assertThat(FleissKappa.of(new long[][] {{2, 0}, {3, 0}}, 0.95))
        .isEqualTo(new Estimate.Undefined("one-class"));
    assertThat(GwetAc1.of(new long[0][0], 0.95)).isEqualTo(new Estimate.Undefined("no-items"));
    assertThat(KrippendorffAlpha.of(new double[][] {{1}, {}}, Level.NOMINAL, 0.95))
        .isEqualTo(new Estimate.Undefined("no-pairs"));
    assertThat(KrippendorffAlpha.of(new double[][] {{1, 1}, {1, 1}}, Level.NOMINAL, 0.95))
        .isEqualTo(new Estimate.Undefined("one-value"));
    double[] one = {1};
    double[] same = {2, 2, 2};
    double[] other = {1, 2, 3};
    for (Correlation correlation : Correlation.values()) {
      assertThat(correlation.of(one, one, 0.95)).isEqualTo(new Estimate.Undefined("too-few-items"));
      assertThat(correlation.of(same, other, 0.95)).isEqualTo(new Estimate.Undefined("constant"));
      assertThat(known(correlation.of(other, other, 0.95)).interval().width()).isEqualTo(2);
    }
    assertThat(LinConcordance.of(same, same, 0.95)).isEqualTo(new Estimate.Undefined("constant"));
    assertThat(known(LinConcordance.of(same, other, 0.95)).value()).isZero();
    assertThat(BlandAltman.of(one, one, 0.95, 0.95)).isEmpty();
    assertThat(BlandAltman.of(same, same, 0.95, 0.95).orElseThrow().upper().interval().isBounded())
        .isFalse();
    IntraclassCorrelation single = IntraclassCorrelation.ONE_SINGLE;
    assertThat(single.of(new double[][] {{1, 2}}, 0.95))
        .isEqualTo(new Estimate.Undefined("too-few-items"));
    assertThat(single.of(new double[][] {{1}, {2}}, 0.95))
        .isEqualTo(new Estimate.Undefined("too-few-readers"));
    for (IntraclassCorrelation form : IntraclassCorrelation.values()) {
      assertThat(form.of(new double[][] {{3, 3}, {3, 3}}, 0.95))
          .as(form.id())
          .isEqualTo(new Estimate.Undefined("no-variance"));
    }
  }

  /** Readers who contradict each other leave no variance of a reading that could be shared out. */
  @Test
  void readersWhoContradictEachOtherHaveNoAgreementAmongAllReaders() {
    double[][] opposite = {{1, 2}, {2, 1}};
    double[][] large = {{1000.1, 1000.2}, {1000.2, 1000.1}};
    double[][] four = {{1, 2, 3}, {3, 2, 1}, {2, 3, 1}, {2, 1, 3.5}};
    for (double[][] readings : List.of(opposite, large)) {
      assertThat(IntraclassCorrelation.TWO_SINGLE.of(readings, 0.95))
          .isEqualTo(new Estimate.Undefined("no-variance"));
      assertThat(IntraclassCorrelation.TWO_AVERAGE.of(readings, 0.95))
          .isEqualTo(new Estimate.Undefined("no-variance"));
    }
    assertThat(known(IntraclassCorrelation.TWO_SINGLE.of(four, 0.95)).value()).isNegative();
    Random random = new Random(41);
    for (int round = 0; round < 400; round++) {
      double[][] readings = new double[2 + round % 4][];
      Arrays.setAll(
          readings, i -> random.ints(2 + readings.length % 3, 0, 3).asDoubleStream().toArray());
      for (IntraclassCorrelation form : IntraclassCorrelation.values()) {
        if (form.of(readings, 0.95) instanceof Estimate.Known found) {
          assertThat(found.value()).as(form.id()).isLessThanOrEqualTo(1);
          assertThat(found.interval().contains(found.value())).as(form.id()).isTrue();
        }
      }
    }
  }

  /** With each item left out in turn and all counted anew. */
  @Test
  void ranksWithoutAnItemAreThoseOfTheOthers() {
    Random random = new Random(43);
    for (int round = 0; round < 60; round++) {
      int n = 6 + round % 20;
      double[] x = round % 3 == 0 ? random.doubles(n).toArray() : Data.withTies(random, n);
      double[] y = round % 2 == 0 ? random.doubles(n).toArray() : Data.withTies(random, n);
      double[] withoutEach = RankedItems.of(x, y).spearmanWithoutEach();
      PairOrder[] pairs = RankedItems.of(x, y).pairsWithoutEach();
      for (int i = 0; i < n; i++) {
        RankedItems others = RankedItems.of(without(x, i), without(y, i));
        assertThat(withoutEach[i]).isCloseTo(others.spearman(), within(1e-12));
        assertThat(pairs[i].excess()).isEqualTo(others.pairs().excess());
        assertThat(pairs[i].tiedFirst()).isEqualTo(others.pairs().tiedFirst());
        assertThat(pairs[i].tiedSecond()).isEqualTo(others.pairs().tiedSecond());
        assertThat(pairs[i].items()).isEqualTo(n - 1);
      }
    }
  }

  private static double[] without(double[] values, int item) {
    return IntStream.range(0, values.length)
        .filter(i -> i != item)
        .mapToDouble(i -> values[i])
        .toArray();
  }

  @Test
  void manyRanksAreNoBurden() {
    Random random = new Random(44);
    double[] x = random.doubles(200_000).toArray();
    double[] y = Arrays.stream(x).map(v -> Math.floor(4 * v) + random.nextDouble()).toArray();
    double[] turned = Data.negated(y);
    for (Correlation one : Correlation.values()) {
      Interval interval = known(one.of(x, y, 0.95)).interval();
      assertThat(interval.width()).as(one.id()).isBetween(1e-5, 0.02);
      Interval opposite = known(one.of(x, turned, 0.95)).interval();
      assertThat(opposite.lower()).isCloseTo(-interval.upper(), within(1e-9));
    }
  }

  /** Ties leave fewer pairs, and what counts them varies more. */
  @Test
  void itemsThatAreDoubledNarrowTheInterval() {
    Random random = new Random(45);
    double[] x = Data.withTies(random, 40);
    double[] y = Data.withTies(random, 40);
    for (Correlation one : Correlation.values()) {
      Interval once = known(one.of(x, y, 0.95)).interval();
      Interval twice = known(one.of(twice(x), twice(y), 0.95)).interval();
      assertThat(twice.width()).as(one.id()).isBetween(0.5 * once.width(), 0.9 * once.width());
    }
    Estimate three = Correlation.KENDALL_B.of(new double[] {1, 2, 3}, new double[] {1, 3, 2}, 0.95);
    assertThat(known(three).interval()).isEqualTo(new Interval(-1, 1, 0.95, "kendall-b"));
  }

  private static double[] twice(double[] values) {
    return DoubleStream.concat(Arrays.stream(values), Arrays.stream(values)).toArray();
  }

  @Test
  void itemsReadersAndScalesMayBeExchanged() {
    Random random = new Random(20);
    for (int round = 0; round < 20; round++) {
      double[] x = Data.withTies(random, 15);
      double[] y = Data.withTies(random, 15);
      double[] moved = Arrays.stream(x).map(v -> 3 * v + 7).toArray();
      for (Correlation correlation : Correlation.values()) {
        Estimate.Known own = known(correlation.of(x, y, 0.95));
        assertNear(known(correlation.of(y, x, 0.95)).value(), own.value(), 1e-11, "exchanged");
        assertNear(known(correlation.of(moved, y, 0.95)).value(), own.value(), 1e-10, "moved");
        assertNear(
            known(correlation.of(Data.negated(x), y, 0.95)).value(), -own.value(), 1e-11, "turned");
        assertThat(own.interval().contains(known(correlation.of(x, y, 0.8)).interval())).isTrue();
      }
      double[][] units = new double[15][];
      double[][] turned = new double[15][];
      for (int i = 0; i < 15; i++) {
        units[i] = new double[] {x[i], y[i], x[(i + 1) % 15]};
        turned[14 - i] = new double[] {y[i], x[(i + 1) % 15], x[i]};
      }
      Estimate alpha = KrippendorffAlpha.of(units, Level.ORDINAL, 0.95);
      assertThat(KrippendorffAlpha.of(turned, Level.ORDINAL, 0.95)).isEqualTo(alpha);
    }
  }

  /** α pair by pair, as its definition says. */
  private static double alphaByPairs(double[][] units, Level level) {
    double[] all = Arrays.stream(units).flatMapToDouble(Arrays::stream).sorted().toArray();
    double observed = 0;
    for (double[] unit : units) {
      for (double c : unit) {
        for (double k : unit) {
          observed += squaredDistance(c, k, all, level) / (unit.length - 1);
        }
      }
    }
    double expected = 0;
    for (double c : all) {
      for (double k : all) {
        expected += squaredDistance(c, k, all, level);
      }
    }
    return 1 - (all.length - 1) * observed / expected;
  }

  private static double squaredDistance(double c, double k, double[] all, Level level) {
    if (c == k) {
      return 0;
    }
    return switch (level) {
      case NOMINAL -> 1;
      case INTERVAL -> (c - k) * (c - k);
      case RATIO -> Math.pow((c - k) / (c + k), 2);
      case ORDINAL -> {
        double low = Math.min(c, k);
        double high = Math.max(c, k);
        double between = Arrays.stream(all).filter(v -> v >= low && v <= high).count();
        double ends = Arrays.stream(all).filter(v -> v == low || v == high).count();
        yield Math.pow(between - ends / 2, 2);
      }
    };
  }

  @Test
  void alphaAndItsJackknifeAreThoseOfPairs() {
    Random random = new Random(31);
    for (int round = 0; round < 60; round++) {
      double[][] units = new double[8 + round % 9][];
      for (int u = 0; u < units.length; u++) {
        double centre = random.nextInt(5);
        boolean continuous = round % 2 == 0;
        units[u] =
            random
                .doubles(2 + random.nextInt(3))
                .map(v -> continuous ? centre + v : centre + Math.floor(2 * v))
                .toArray();
      }
      if (round % 5 == 0) {
        units[0] = new double[] {1e7, 1e7 + 1}; // without it little is left
      }
      for (Level level : Level.values()) {
        double expected = alphaByPairs(units, level);
        Estimate.Known alpha = known(KrippendorffAlpha.of(units, level, 0.95));
        assertThat(alpha.value()).isCloseTo(expected, within(1e-10));
        double[] without = new double[units.length];
        double[] sizes = new double[units.length];
        double[][] sorted =
            Arrays.stream(units)
                .map(unit -> Arrays.stream(unit).sorted().toArray())
                .sorted(Arrays::compare)
                .toArray(double[][]::new);
        for (int u = 0; u < units.length; u++) {
          double[] own = sorted[u];
          double[][] others =
              Arrays.stream(sorted).filter(unit -> unit != own).toArray(double[][]::new);
          without[u] = Math.log(1 - alphaByPairs(others, level));
          sizes[u] = own.length;
        }
        Interval log =
            JackknifeInterval.of(
                Math.log(1 - expected),
                List.of(new JackknifeInterval.Stratum(without, sizes)),
                Range.UNBOUNDED,
                0.95);
        double lower = Math.max(Math.min(-1, expected), 1 - Math.exp(log.upper()));
        assertThat(alpha.interval().lower()).isCloseTo(lower, within(1e-8));
      }
    }
  }

  @Test
  void manyContinuousUnitsAreNoBurden() {
    Random random = new Random(32);
    double[][] units = new double[100_000][];
    for (int u = 0; u < units.length; u++) {
      double item = random.nextGaussian();
      units[u] = new double[] {item + random.nextGaussian(), item + random.nextGaussian()};
    }
    Estimate.Known alpha = known(KrippendorffAlpha.of(units, Level.INTERVAL, 0.95));
    assertThat(alpha.value()).isCloseTo(0.5, within(0.02));
    assertThat(alpha.interval().contains(0.5)).isTrue();
  }

  @Test
  void zeroHasNoSignAndRoundingNoValue() {
    assertThat(KrippendorffAlpha.of(new double[][] {{-0.0, 0.0}, {0, 0}}, Level.RATIO, 0.95))
        .isEqualTo(new Estimate.Undefined("one-value"));
    double[][] signs = {{-0.0, 0.0}, {1, 1}, {2, 3}};
    double[][] none = {{0, 0}, {1, 1}, {2, 3}};
    double[][] noise = {{0.1 + 0.2, 0.3}, {0.3, 0.3}};
    for (Level level : Level.values()) {
      assertThat(KrippendorffAlpha.of(signs, level, 0.95))
          .isEqualTo(KrippendorffAlpha.of(none, level, 0.95));
      if (level != Level.NOMINAL) {
        assertThat(KrippendorffAlpha.of(noise, level, 0.95))
            .isEqualTo(new Estimate.Undefined("one-value"));
      }
    }
    double[][] small = {{1e-200, 2e-200}, {3e-200, 3e-200}, {5e-200, 4e-200}};
    double[][] usual = {{1, 2}, {3, 3}, {5, 4}};
    assertThat(known(KrippendorffAlpha.of(small, Level.INTERVAL, 0.95)).value())
        .isCloseTo(known(KrippendorffAlpha.of(usual, Level.INTERVAL, 0.95)).value(), within(1e-12));
  }

  @Test
  void refusesWhatItCannotUse() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KrippendorffAlpha.of(new double[][] {{1, -1}}, Level.RATIO, 0.95))
        .withMessage("units[0][1] -1.0 is outside [0.0, Infinity]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FleissKappa.of(new long[][] {{1, 1}, {1}}, 0.95))
        .withMessage("counts[0] has 2 elements and counts[1] has 1; expected as many");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GwetAc1.of(new long[][] {{2}}, 0.95))
        .withMessage("classes 1 is outside [2, 2147483647]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WeightedKappa.of(new long[][] {{2}}, Weights.LINEAR, 0.95))
        .withMessage("classes 1 is outside [2, 10000]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Correlation.PEARSON.of(new double[] {1, 2}, new double[] {1}, 0.95))
        .withMessage("first has 2 elements and second has 1; expected as many");
  }
}
