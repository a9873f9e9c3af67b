package assay.reading.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import assay.core.measure.Metric;
import assay.core.measure.Outcome;
import assay.reading.Metrics;
import assay.testkit.Fixture;
import assay.testkit.FixtureRow;
import assay.testkit.generate.Generators;
import assay.testkit.generate.SeededTest;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every metric owes: the reference values; the same result to the last bit whatever the order
 * of outcomes and of merging; weights that count by their ratio alone; a range; nothing for
 * nothing.
 */
abstract class MetricContract {

  private final Metric metric;
  private final String column;

  /**
   * A contract for a metric.
   *
   * @param name the metric
   * @param column the column of the reference values, named after scikit-learn's measure
   */
  MetricContract(String name, String column) {
    metric = Metrics.standard().byName(name);
    this.column = column;
  }

  /** The smallest value that the metric can give for scores of 0 and 1. */
  abstract double lowest();

  final Metric metric() {
    return metric;
  }

  final OptionalDouble over(List<Outcome> outcomes) {
    Metric.Accumulator sum = metric.start();
    outcomes.forEach(sum::add);
    return sum.result();
  }

  @ParameterizedTest
  @MethodSource("references")
  final void referenceValues(FixtureRow row) {
    OptionalDouble value = over(outcomes(row));
    double expected = row.number(column);
    if (Double.isNaN(expected)) {
      assertThat(value).isEmpty();
    } else {
      assertThat(value.orElseThrow()).isCloseTo(expected, within(1e-12));
    }
  }

  static Stream<FixtureRow> references() {
    return Fixture.of(MetricContract.class, "classification.tsv").stream();
  }

  @SeededTest
  final void orderAndMergingDoNotMatterToTheLastBit(Generators draw) {
    List<Outcome> outcomes = random(draw, draw.between(1, 60));
    OptionalDouble whole = over(outcomes);
    assertThat(over(draw.shuffled(outcomes))).isEqualTo(whole);
    List<Metric.Accumulator> parts = new ArrayList<>();
    int from = 0;
    while (from < outcomes.size()) {
      int to = draw.between(from, outcomes.size());
      Metric.Accumulator part = metric.start();
      outcomes.subList(from, to).forEach(part::add);
      parts.add(part);
      from = to;
    }
    Metric.Accumulator sum = metric.start();
    draw.shuffled(parts).forEach(sum::merge);
    assertThat(sum.result()).isEqualTo(whole);
  }

  @SeededTest
  final void staysWithinItsRange(Generators draw) {
    OptionalDouble value = over(random(draw, draw.between(1, 30)));
    if (value.isPresent()) {
      assertThat(value.getAsDouble()).isBetween(lowest() - 1e-12, 1 + 1e-12);
    }
  }

  @SeededTest
  final void weightsCountByTheirRatioAndDoublingChangesNothing(Generators draw) {
    List<Outcome> outcomes = random(draw, draw.between(1, 30));
    OptionalDouble whole = over(outcomes);
    List<Outcome> heavier = outcomes.stream().map(o -> weighted(o, o.weight() * 3)).toList();
    List<Outcome> doubled = Stream.concat(outcomes.stream(), outcomes.stream()).toList();
    for (List<Outcome> same : List.of(heavier, doubled)) {
      assertThat(over(same).isPresent()).isEqualTo(whole.isPresent());
      if (whole.isPresent()) {
        assertThat(over(same).getAsDouble()).isCloseTo(whole.getAsDouble(), within(1e-9));
      }
    }
  }

  @SeededTest
  final void relabellingClassesKeepsTheValue(Generators draw) {
    List<Outcome> outcomes = random(draw, draw.between(1, 30));
    List<Outcome> renamed =
        outcomes.stream()
            .map(
                o ->
                    new Outcome(
                        o.sampleId(),
                        o.value(),
                        o.weight(),
                        null,
                        "x" + (char) ('z' - o.expected().charAt(0)),
                        o.observed() == null ? null : "x" + (char) ('z' - o.observed().charAt(0))))
            .toList();
    OptionalDouble value = over(outcomes);
    assertThat(over(renamed).isPresent()).isEqualTo(value.isPresent());
    if (value.isPresent()) {
      assertThat(over(renamed).getAsDouble()).isCloseTo(value.getAsDouble(), within(1e-12));
    }
  }

  @Test
  final void overNothingThereIsNothing() {
    assertThat(metric.start().result()).isEmpty();
    Metric.Accumulator sum = metric.start();
    sum.merge(metric.start());
    assertThat(sum.result()).isEmpty();
  }

  @Test
  final void weightsMustBeAboveNothing() {
    for (double weight : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> metric.start().add(new Outcome("s7", 1, weight, null, "a", "a")))
          .withMessage("weight " + weight + " of sample s7: expected a finite number above 0");
    }
  }

  static List<Outcome> outcomes(FixtureRow row) {
    String[] expected = row.text("expected").split(" ");
    String[] observed = row.text("observed").split(" ");
    String[] weights = row.isEmpty("weights") ? null : row.text("weights").split(" ");
    List<Outcome> outcomes = new ArrayList<>();
    for (int i = 0; i < expected.length; i++) {
      String seen = observed[i].equals("~") ? null : observed[i];
      outcomes.add(
          new Outcome(
              "s" + i,
              expected[i].equals(seen) ? 1 : 0,
              weights == null ? 1 : Double.parseDouble(weights[i]),
              null,
              expected[i],
              seen));
    }
    return outcomes;
  }

  private static List<Outcome> random(Generators draw, int count) {
    List<String> labels = List.of("a", "b", "c", "d").subList(0, draw.between(1, 4));
    boolean weighted = draw.oneIn(2);
    List<Outcome> outcomes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String expected = draw.pick(labels);
      String observed = draw.oneIn(8) ? null : draw.oneIn(2) ? expected : draw.pick(labels);
      double weight = weighted ? 0.05 + draw.unit() * 3 : 1;
      int right = expected.equals(observed) ? 1 : 0;
      outcomes.add(new Outcome("s" + i, right, weight, null, expected, observed));
    }
    return outcomes;
  }

  private static Outcome weighted(Outcome outcome, double weight) {
    return new Outcome(
        outcome.sampleId(), outcome.value(), weight, null, outcome.expected(), outcome.observed());
  }
}
