package assay.statistics.interval;

import static assay.statistics.Near.assertNear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import assay.statistics.Interval;
import assay.statistics.Range;
import assay.statistics.References;
import assay.statistics.distribution.Quantiles;
import assay.statistics.interval.JackknifeWilsonInterval.Unit;
import assay.testkit.FixtureRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Of metrics over classes it is what NumPy finds by the formulas written out; borders; bad input.
 */
class JackknifeWilsonIntervalTest {

  /**
   * A part of a metric: its value in these answers, NaN where not defined, and what it rests on.
   */
  private record Part(
      ToDoubleFunction<List<String>> value, ToDoubleFunction<List<String>> weight) {}

  private static long count(List<String> answers, String asked, String read) {
    return answers.stream()
        .filter(a -> asked.isEmpty() || a.startsWith(asked))
        .filter(a -> read.isEmpty() || a.endsWith(read))
        .count();
  }

  private static List<Part> parts(String metric, List<String> all) {
    SortedSet<String> labels = new TreeSet<>();
    for (String answer : all) {
      labels.add(answer.substring(0, 1));
      if (!answer.endsWith("-")) {
        labels.add(answer.substring(1));
      }
    }
    return switch (metric) {
      case "f1" ->
          labels.stream()
              .map(
                  x ->
                      new Part(
                          a -> 2.0 * count(a, x, x) / (count(a, x, "") + count(a, "", x)),
                          a -> (count(a, x, "") + count(a, "", x)) / 2.0))
              .toList();
      case "balanced" ->
          labels.stream()
              .filter(x -> count(all, x, "") > 0)
              .map(
                  x ->
                      new Part(
                          a -> (double) count(a, x, x) / count(a, x, ""), a -> count(a, x, "")))
              .toList();
      case "kappa" -> List.of(new Part(a -> kappa(a, labels), List::size));
      default -> throw new IllegalArgumentException(metric);
    };
  }

  private static double kappa(List<String> answers, SortedSet<String> labels) {
    double n = answers.size();
    double agreed = labels.stream().mapToDouble(x -> count(answers, x, x)).sum() / n;
    double chance =
        labels.stream()
            .mapToDouble(x -> count(answers, x, "") / n * count(answers, "", x) / n)
            .sum();
    return (agreed - chance) / (1 - chance);
  }

  private static Interval interval(String metric, List<List<String>> units, double level) {
    List<String> all = units.stream().flatMap(List::stream).toList();
    List<Part> parts = parts(metric, all);
    double[] values = parts.stream().mapToDouble(part -> part.value().applyAsDouble(all)).toArray();
    List<Unit> left = new ArrayList<>();
    for (int g = 0; g < units.size(); g++) {
      int own = g;
      List<String> rest =
          IntStream.range(0, units.size())
              .filter(other -> other != own)
              .boxed()
              .flatMap(other -> units.get(other).stream())
              .toList();
      double[] without = new double[values.length];
      double[] sizes = new double[values.length];
      for (int i = 0; i < values.length; i++) {
        double value = parts.get(i).value().applyAsDouble(rest);
        without[i] = Double.isNaN(value) ? values[i] : value;
        ToDoubleFunction<List<String>> weight = parts.get(i).weight();
        sizes[i] = weight.applyAsDouble(all) - weight.applyAsDouble(rest);
      }
      left.add(new Unit(1, units.get(g).size(), without, sizes));
    }
    Range range = metric.equals("kappa") ? new Range(-1, 1) : Range.UNIT;
    return JackknifeWilsonInterval.of(values, left, range, level);
  }

  @Test
  void agreesWithTheFormulasWrittenOut() {
    for (FixtureRow row : References.of("wilson-jackknife-scipy.tsv")) {
      List<List<String>> units =
          Arrays.stream(row.text("units").split(" ")).map(u -> List.of(u.split(","))).toList();
      Interval found = interval(row.text("metric"), units, row.number("level"));

      assertNear(found.lower(), row.number("lower"), 1e-9, row);
      assertNear(found.upper(), row.number("upper"), 1e-9, row);
      assertThat(found.method()).isEqualTo("wilson-jackknife");
      assertThat(found.level()).isEqualTo(row.number("level"));
    }
  }

  /** A share of right answers is one part: Wilson with t, of n − 1 as the jackknife divides. */
  @Test
  void ofAShareIsWilsonWithStudentsQuantile() {
    int n = 40;
    int right = 28;
    double share = (double) right / n;
    List<Unit> units =
        List.of(
            new Unit(right, 1, new double[] {(right - 1.0) / (n - 1)}, new double[] {1}),
            new Unit(n - right, 1, new double[] {right / (n - 1.0)}, new double[] {1}));
    Interval found = JackknifeWilsonInterval.of(new double[] {share}, units, Range.UNIT, 0.95);
    Interval wilson =
        WilsonInterval.interval(
            share, n - 1, Quantiles.studentTwoSided(0.95, n - 1.0), 0.95, "wilson");

    assertThat(found.lower()).isCloseTo(wilson.lower(), within(1e-12));
    assertThat(found.upper()).isCloseTo(wilson.upper(), within(1e-12));
  }

  @Test
  void stretchesWithTheRange() {
    List<Unit> units = new ArrayList<>();
    List<Unit> stretched = new ArrayList<>();
    double[] without = {0.5, 0.52, 0.47, 0.55, 0.5, 0.49};
    for (double value : without) {
      units.add(new Unit(1, 1, new double[] {value}, new double[] {1}));
      stretched.add(new Unit(1, 1, new double[] {10 * value - 3}, new double[] {1}));
    }
    Interval one = JackknifeWilsonInterval.of(new double[] {0.505}, units, Range.UNIT, 0.9);
    Interval ten =
        JackknifeWilsonInterval.of(new double[] {2.05}, stretched, new Range(-3, 7), 0.9);

    assertThat(ten.lower()).isCloseTo(10 * one.lower() - 3, within(1e-12));
    assertThat(ten.upper()).isCloseTo(10 * one.upper() - 3, within(1e-12));
  }

  @Test
  void unitsThatAreAlikeMayBeGivenOnce() {
    double[] sizes = {1, 0.5};
    List<Unit> apart = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      double[] without = i < 4 ? new double[] {0.6, 0.7} : new double[] {0.4, 0.75};
      apart.add(new Unit(1, 1, without, sizes));
    }
    List<Unit> together =
        List.of(
            new Unit(4, 1, new double[] {0.6, 0.7}, sizes),
            new Unit(2, 1, new double[] {0.4, 0.75}, sizes));
    double[] parts = {0.55, 0.72};

    assertThat(JackknifeWilsonInterval.of(parts, together, Range.UNIT, 0.95))
        .isEqualTo(JackknifeWilsonInterval.of(parts, apart, Range.UNIT, 0.95));
  }

  @Test
  void knowsNothingOfOneUnitOrOfWhatNoUnitMoves() {
    Unit unit = new Unit(1, 1, new double[] {0.5}, new double[] {1});
    Interval whole = Range.UNIT.whole(0.95, "wilson-jackknife");

    assertThat(JackknifeWilsonInterval.of(new double[] {0.5}, List.of(unit), Range.UNIT, 0.95))
        .isEqualTo(whole);
    assertThat(
            JackknifeWilsonInterval.of(new double[] {0.5}, List.of(unit, unit), Range.UNIT, 0.95))
        .isEqualTo(whole);
  }

  @Test
  void refusesWhatIsOutsideItsRange() {
    Unit unit = new Unit(2, 1, new double[] {0.5}, new double[] {1});
    List<Unit> units = List.of(unit);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JackknifeWilsonInterval.of(new double[0], units, Range.UNIT, 0.95))
        .withMessage("no parts; expected at least one");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> JackknifeWilsonInterval.of(new double[] {0.5}, units, Range.UNBOUNDED, 0.95))
        .withMessage("range [-Infinity, Infinity]; expected a bounded one");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JackknifeWilsonInterval.of(new double[] {1.5}, units, Range.UNIT, 0.95))
        .withMessage("parts[0] 1.5 is outside [0.0, 1.0]");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> JackknifeWilsonInterval.of(new double[] {0.5, 0.5}, units, Range.UNIT, 0.95))
        .withMessage("a unit of 1 parts; expected 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Unit(1, 1, new double[] {0.5}, new double[] {-1}))
        .withMessage("size in a part -1.0; expected 0 or more");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Unit(1, 1, new double[] {0.5}, new double[0]))
        .withMessage("1 parts without a unit, but 0 sizes");
  }
}
