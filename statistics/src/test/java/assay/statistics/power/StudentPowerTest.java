package assay.statistics.power;

import static assay.statistics.Near.assertNear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.within;

import assay.statistics.Interval;
import assay.statistics.Observations;
import assay.statistics.Range;
import assay.statistics.References;
import assay.statistics.distribution.Quantiles;
import assay.statistics.interval.ClusterRobustVariance;
import assay.statistics.interval.ClusteredWilsonInterval;
import assay.statistics.interval.HallInterval;
import assay.statistics.power.StudentPower.Figure;
import assay.testkit.FixtureRow;
import java.util.Arrays;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class StudentPowerTest {

  private static double[] numbers(FixtureRow row, String column) {
    return row.text(column).equals("-")
        ? new double[0]
        : Arrays.stream(row.text(column).split(" ")).mapToDouble(Double::parseDouble).toArray();
  }

  private static Observations observations(FixtureRow row) {
    Observations values = Observations.of(numbers(row, "values"));
    double[] clusters = numbers(row, "clusters");
    return clusters.length == 0
        ? values
        : values.inClusters(Arrays.stream(clusters).mapToInt(c -> (int) c).toArray());
  }

  private static StudentPower power(FixtureRow row) {
    Observations of = observations(row);
    return (row.text("what").startsWith("hall")
            ? StudentPower.ofHall(of)
            : StudentPower.ofClusterRobust(of))
        .orElseThrow();
  }

  private static double value(FixtureRow row) {
    double a = row.number("a");
    double b = row.number("b");
    Figure figure = a > 0 ? Figure.ABOVE : Figure.BELOW;
    double[] values = numbers(row, "values");
    int n = values.length;
    return switch (row.text("what")) {
      case "hall", "robust" -> power(row).smallestDetectableDifference(figure, 0.95, 0.8);
      case "hall-more", "robust-more" -> count(power(row).furtherSamples(figure, b, n, 0.95, 0.8));
      case "hall-within", "robust-within" ->
          count(power(row).furtherSamplesWithin(a, b, n, 0.95, 0.8));
      case "clustered-wilson" ->
          count(new ClusteredWilsonPower(observations(row)).furtherSamples(a, 0.95, 0.8));
      case "unpaired" -> unpaired(values, a).power(b);
      case "interval" ->
          IntervalPower.smallestDetectableDifference(
              new Interval(values[0], values[2], 0.95, "any"), values[1], (int) a, 0.8);
      default -> fail("no value is called " + row.text("what"));
    };
  }

  private static double count(OptionalLong number) {
    return number.orElseThrow();
  }

  private static NewcombeUnpairedPower unpaired(double[] of, double line) {
    return NewcombeUnpairedPower.of(
        (long) of[0], (long) of[1], (long) of[2], (long) of[3], line, 0.95);
  }

  @Test
  void agreesWithPython() {
    for (FixtureRow row : References.of("studentpower-python.tsv")) {
      // Of the sum, terms of less than 1e-9 in all are left out.
      assertNear(
          value(row), row.number("value"), row.text("what").equals("unpaired") ? 1e-8 : 1e-9, row);
    }
  }

  /** SciPy 1.17.1: brentq over nct.sf(t.ppf(0.975, nu), nu, d) is 0.8. */
  @Test
  void ofNormalClustersItIsNearTheNoncentralT() {
    double[][] known = {{10, 3.14963567827222}, {20, 2.953588247156584}, {100, 2.829129784255369}};
    for (double[] row : known) {
      int n = (int) row[0];
      double[] values = new double[n];
      Arrays.setAll(values, i -> normal((i + 0.5) / n));
      StudentPower power = StudentPower.ofClusterRobust(Observations.of(values)).orElseThrow();
      Observations of = Observations.of(values);
      double error = Math.sqrt(ClusterRobustVariance.of(of).orElseThrow());
      assertThat(power.smallestDetectableDifference(Figure.ABOVE, 0.95, 0.8) / error)
          .as("%s clusters", n)
          .isCloseTo(row[1], within(0.025 * row[1]));
    }
  }

  private static double normal(double p) {
    return p == 0.5 ? 0 : Math.signum(p - 0.5) * Quantiles.normalTwoSided(Math.abs(2 * p - 1));
  }

  @Test
  void theLongTailIsOnTheFarSide() {
    Observations skewed = Observations.of(0, 0, 0, 1, 0, 0, 2, 0, 0, 1, 0, 9);
    for (StudentPower power :
        new StudentPower[] {
          StudentPower.ofHall(skewed).orElseThrow(),
          StudentPower.ofClusterRobust(skewed).orElseThrow()
        }) {
      assertThat(power.smallestDetectableDifference(Figure.ABOVE, 0.95, 0.8))
          .isGreaterThan(power.smallestDetectableDifference(Figure.BELOW, 0.95, 0.8));
      long some = power.furtherSamples(Figure.ABOVE, 0.4, 12, 0.95, 0.8).orElseThrow();
      assertThat(power.furtherSamples(Figure.BELOW, 0.4, 12, 0.95, 0.8).orElseThrow())
          .isLessThan(some);
      assertThat(power.furtherSamples(Figure.ABOVE, 0.4, 12, 0.95, 0.9).orElseThrow())
          .isGreaterThan(some);
      assertThat(power.furtherSamples(Figure.ABOVE, 0.4, 12, 0.99, 0.8).orElseThrow())
          .isGreaterThan(some);
      assertThat(power.furtherSamples(Figure.ABOVE, 1e-9, 12, 0.95, 0.8)).isEmpty();
      assertThat(power.furtherSamplesWithin(Double.POSITIVE_INFINITY, 0.4, 12, 0.95, 0.8))
          .hasValue(some);
    }
  }

  /** Its own end is left out with a power of one half, if the end does not vary. */
  @Test
  void withHalfThePowerItIsTheInterval() {
    Observations of = Observations.of(0.2, 0.4, 0.4, 0.6, 0.7, 0.1, 0.3, 0.9, 0.2, 0.4);
    Interval interval = new HallInterval().interval(of, Range.UNBOUNDED, 0.95);
    double mean = of.mean().orElseThrow();
    StudentPower power = StudentPower.ofHall(of).orElseThrow();
    assertThat(power.smallestDetectableDifference(Figure.ABOVE, 0.95, 0.5))
        .isCloseTo(interval.upper() - mean, within(1e-12));
    assertThat(power.smallestDetectableDifference(Figure.BELOW, 0.95, 0.5))
        .isCloseTo(mean - interval.lower(), within(1e-12));
  }

  /** None of 30 in three clusters: t²/(G + t²) is 0.0201 at 191 clusters, 0.01999 at 192. */
  @Test
  void allAlikeInFewClustersIsForetold() {
    int[] clusters = new int[30];
    Arrays.setAll(clusters, i -> i / 10);
    Observations none = Observations.of(new double[30]).inClusters(clusters);
    long more = new ClusteredWilsonPower(none).furtherSamples(0.02, 0.95, 0.8).orElseThrow();
    assertThat(more).isBetween(1_861L, 1_890L);
    int groups = Math.ceilDiv((int) more + 30, 10);
    int[] all = new int[10 * groups];
    Arrays.setAll(all, i -> i / 10);
    Observations then = Observations.of(new double[all.length]).inClusters(all);
    assertThat(new ClusteredWilsonInterval().interval(then, Range.UNIT, 0.95).upper())
        .isLessThan(0.02);
    Observations less =
        Observations.of(new double[all.length - 20])
            .inClusters(Arrays.copyOf(all, all.length - 20));
    assertThat(new ClusteredWilsonInterval().interval(less, Range.UNIT, 0.95).upper())
        .isGreaterThan(0.02);
  }

  @Test
  void equalScoresAreClearWhereTheirIntervalIs() {
    for (double figure : new double[] {0.4, 0.7, 0.9, 1, -0.5}) {
      Observations five = Observations.of(0.5, 0.5, 0.5, 0.5, 0.5);
      long more = new ConstantPower(five, Range.UNIT, 0.95).furtherSamples(figure).orElseThrow();
      for (int n : new int[] {5 + (int) more, 5 + (int) more - 1}) {
        double[] values = new double[n];
        Arrays.fill(values, 0.5);
        Interval interval = new HallInterval().interval(Observations.of(values), Range.UNIT, 0.95);
        if (n == 5 + more) {
          assertThat(interval.contains(figure)).as("%s of %s", figure, n).isFalse();
        } else if (more > 0) {
          assertThat(interval.contains(figure)).as("%s of %s", figure, n).isTrue();
        }
      }
    }
    ConstantPower unbounded = new ConstantPower(Observations.of(2, 2), Range.UNBOUNDED, 0.95);
    assertThat(unbounded.furtherSamples(1)).isEmpty();
    ConstantPower none = new ConstantPower(Observations.of(0, 0), new Range(-1, 1), 0.95);
    // 1 − 0.025^(1/m) < 0.1 from m = 36 on
    assertThat(none.furtherSamplesWithin(-0.5, 0.1)).hasValue(34);
  }

  @Test
  void twoSharesNeedWhatTheirSumSays() {
    NewcombeUnpairedPower power = NewcombeUnpairedPower.of(30, 40, 240, 300, -0.2, 0.95);
    long more = power.furtherSamples(40, 0.8).orElseThrow();
    assertThat(power.power((40.0 + more) / 40)).isGreaterThanOrEqualTo(0.8);
    assertThat(power.power((40.0 + more - 1) / 40)).isLessThan(0.8);
    NewcombeUnpairedPower turned = NewcombeUnpairedPower.of(240, 300, 30, 40, 0.2, 0.95);
    assertThat(turned.furtherSamples(40, 0.8)).hasValue(more);
    assertThat(NewcombeUnpairedPower.of(1, 2, 2, 4, 0, 0.95).furtherSamples(2, 0.8)).isEmpty();
    assertThat(NewcombeUnpairedPower.of(9, 10, 1, 10, 0, 0.95).furtherSamples(10, 0.8)).hasValue(0);
  }

  @Test
  void nothingIsTakenFromOneClusterOrNoSpread() {
    Observations one = Observations.of(1, 2, 3).inClusters(0, 0, 0);
    assertThat(StudentPower.ofHall(one)).isEmpty();
    assertThat(StudentPower.ofClusterRobust(one)).isEmpty();
    assertThat(StudentPower.symmetric(one, 3)).isEmpty();
    assertThat(StudentPower.ofHall(Observations.of(1, 1, 1))).isEmpty();
    assertThat(StudentPower.ofClusterRobust(Observations.of())).isEmpty();
    // Balanced by accident: the spread is that of single values.
    Observations balanced = Observations.of(0, 1, 0, 1, 0, 1).inClusters(0, 0, 1, 1, 2, 2);
    assertThat(
            StudentPower.ofHall(balanced)
                .orElseThrow()
                .smallestDetectableDifference(Figure.ABOVE, 0.95, 0.8))
        .isGreaterThan(0.5);
    StudentPower power = StudentPower.ofHall(Observations.of(1, 2, 4)).orElseThrow();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> power.furtherSamples(Figure.ABOVE, 0, 3, 0.95, 0.8))
        .withMessage("distance 0.0 is outside (0, Infinity)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> power.furtherSamplesWithin(-1, 2, 3, 0.95, 0.8))
        .withMessage("distances -1.0 and 2.0; expected both positive");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ConstantPower(Observations.of(1, 2), Range.UNBOUNDED, 0.95))
        .withMessage("the values differ; expected all equal");
  }
}
