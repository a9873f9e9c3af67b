package assay.statistics.interval;

import static assay.statistics.Near.assertNear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import assay.statistics.Interval;
import assay.statistics.Observations;
import assay.statistics.Range;
import assay.statistics.References;
import assay.statistics.interval.JackknifeInterval.Stratum;
import assay.testkit.FixtureRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Of means it is what R says, of clusters the cluster-robust interval; borders; bad input. */
class JackknifeIntervalTest {

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  /** A mean, times a factor, with each value left out in turn. */
  private static Stratum leftOut(double[] values, double factor) {
    double sum = Arrays.stream(values).sum();
    double[] without =
        Arrays.stream(values).map(v -> factor * (sum - v) / (values.length - 1)).toArray();
    double[] sizes = new double[values.length];
    Arrays.fill(sizes, 1);
    return new Stratum(without, sizes);
  }

  private static double[] numbers(FixtureRow row, String column) {
    return Arrays.stream(row.text(column).split(",")).mapToDouble(Double::parseDouble).toArray();
  }

  @Test
  void agreesWithStudentAndWelchInR() {
    for (FixtureRow row : References.of("jackknife-r.tsv")) {
      double[] first = numbers(row, "first");
      List<Stratum> strata = new ArrayList<>(List.of(leftOut(first, 1)));
      double estimate = mean(first);
      if (!row.text("second").equals("-")) {
        double[] second = numbers(row, "second");
        strata.add(leftOut(second, -1));
        estimate -= mean(second);
      }
      Interval found = JackknifeInterval.of(estimate, strata, Range.UNBOUNDED, row.number("level"));

      assertNear(found.lower(), row.number("lower"), 1e-9, row);
      assertNear(found.upper(), row.number("upper"), 1e-9, row);
      assertThat(found.method()).isEqualTo("jackknife");
    }
  }

  /** Clusters of one size, left out whole: the cluster-robust interval of the mean. */
  @Test
  void ofEvenClustersIsClusterRobust() {
    Random random = new Random(3);
    double[] values = random.doubles(60).toArray();
    int[] clusters = new int[values.length];
    Arrays.setAll(clusters, i -> i / 4);
    double sum = Arrays.stream(values).sum();
    double[] without = new double[15];
    double[] sizes = new double[15];
    Arrays.fill(sizes, 4);
    for (int g = 0; g < 15; g++) {
      without[g] = (sum - Arrays.stream(values, 4 * g, 4 * g + 4).sum()) / 56;
    }
    Interval found =
        JackknifeInterval.of(
            mean(values), List.of(new Stratum(without, sizes)), Range.UNBOUNDED, 0.95);
    Interval robust =
        new ClusterRobustInterval()
            .interval(Observations.of(values).inClusters(clusters), Range.UNBOUNDED, 0.95);

    assertThat(found.lower()).isCloseTo(robust.lower(), within(1e-12));
    assertThat(found.upper()).isCloseTo(robust.upper(), within(1e-12));
  }

  @Test
  void nestsInLevelAndWidensWhereFewUnitsOutweighTheOthers() {
    double[] without = {0.50, 0.52, 0.47, 0.51, 0.49, 0.53};
    List<Stratum> even = List.of(new Stratum(without, new double[] {2, 2, 2, 2, 2, 2}));
    List<Stratum> uneven = List.of(new Stratum(without, new double[] {1, 1, 9, 1, 1, 9}));
    Interval narrow = JackknifeInterval.of(0.5, even, Range.UNBOUNDED, 0.9);
    Interval wide = JackknifeInterval.of(0.5, even, Range.UNBOUNDED, 0.95);

    assertThat(wide.lower()).isLessThan(narrow.lower());
    assertThat(wide.upper()).isGreaterThan(narrow.upper());
    assertThat(wide.contains(0.5)).isTrue();
    assertThat(JackknifeInterval.of(0.5, uneven, Range.UNBOUNDED, 0.95).upper())
        .isGreaterThan(wide.upper());
    assertThat(JackknifeInterval.of(0.5, even, Range.UNIT, 0.9999))
        .satisfies(one -> assertThat(one.lower()).isGreaterThanOrEqualTo(0));
  }

  @Test
  void withoutSpreadNothingIsKnown() {
    Range range = new Range(-1, 1);
    Stratum alike = new Stratum(new double[] {0.3, 0.3, 0.3}, new double[] {1, 1, 1});
    Stratum single = new Stratum(new double[] {0.9}, new double[] {5});

    assertThat(JackknifeInterval.of(0.3, List.of(alike), range, 0.95))
        .isEqualTo(range.whole(0.95, "jackknife"));
    assertThat(JackknifeInterval.of(0.3, List.of(), range, 0.95))
        .isEqualTo(range.whole(0.95, "jackknife"));
    assertThat(JackknifeInterval.of(0.3, List.of(single), range, 0.95))
        .isEqualTo(range.whole(0.95, "jackknife"));
    Stratum spread = leftOut(new double[] {0, 1, 1, 0, 1}, 1);
    assertThat(JackknifeInterval.of(0.6, List.of(spread, alike, single), range, 0.95))
        .isEqualTo(JackknifeInterval.of(0.6, List.of(spread), range, 0.95));
  }

  @Test
  void badInputIsRefusedWithItsPlace() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Stratum(new double[] {1, Double.NaN}, new double[] {1, 1}))
        .withMessage("without[1] is NaN; expected a finite number");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Stratum(new double[] {1, 2}, new double[] {1}))
        .withMessage("2 values of units left out, but 1 sizes");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Stratum(new double[] {1, 2}, new double[] {1, 0}))
        .withMessageContaining("size 0.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JackknifeInterval.of(Double.NaN, List.of(), Range.UNIT, 0.95))
        .withMessage("estimate[0] is NaN; expected a finite number");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JackknifeInterval.of(0.5, List.of(), Range.UNIT, 1))
        .withMessageContaining("level");
  }
}
