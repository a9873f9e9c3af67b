package assay.reading.metric;

import assay.core.measure.Metric;
import assay.core.measure.Outcome;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * How much weight fell on each pair of expected and observed label. An outcome from which nothing
 * was read has no observed label: it counts against its expected class and for no other, in a
 * column of its own. Outcomes without an expected label are refused.
 */
final class ConfusionTable implements Metric.Accumulator {

  /** The column of answers that were not read; no label is empty. */
  static final String UNREAD = "";

  private final SortedMap<String, SortedMap<String, ExactSum>> cells = new TreeMap<>();
  private final ToDoubleFunction<ConfusionTable> formula;
  private final Function<ConfusionTable, List<Metric.Part>> parts;

  /**
   * An empty table.
   *
   * @param formula the metric over the whole table; NaN where it is undefined
   */
  ConfusionTable(ToDoubleFunction<ConfusionTable> formula) {
    this(formula, table -> List.of());
  }

  private ConfusionTable(
      ToDoubleFunction<ConfusionTable> formula, Function<ConfusionTable, List<Metric.Part>> parts) {
    this.formula = formula;
    this.parts = parts;
  }

  /** An empty table of a metric that is the plain mean of its parts. */
  static ConfusionTable ofParts(Function<ConfusionTable, List<Metric.Part>> parts) {
    return new ConfusionTable(table -> mean(parts.apply(table)), parts);
  }

  private static double mean(List<Metric.Part> parts) {
    double sum = 0;
    for (Metric.Part part : parts) {
      sum += part.value();
    }
    return sum / parts.size();
  }

  @Override
  public void add(Outcome outcome) {
    double weight = Weights.checked(outcome);
    String expected = outcome.expected();
    if (expected == null || expected.isEmpty()) {
      throw new IllegalArgumentException(
          "sample " + outcome.sampleId() + " has no expected label: this metric is for classes");
    }
    String observed = outcome.observed() == null ? UNREAD : outcome.observed();
    cell(expected, observed).add(weight);
  }

  @Override
  public void merge(Metric.Accumulator other) {
    if (!(other instanceof ConfusionTable table)) {
      throw new IllegalArgumentException("a sum of another metric: " + other.getClass().getName());
    }
    table.cells.forEach(
        (expected, row) -> row.forEach((observed, sum) -> cell(expected, observed).add(sum)));
  }

  @Override
  public OptionalDouble result() {
    double value = cells.isEmpty() ? Double.NaN : formula.applyAsDouble(this);
    return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  @Override
  public List<Metric.Part> parts() {
    return cells.isEmpty() ? List.of() : parts.apply(this);
  }

  /** Labels that were expected. */
  SortedSet<String> expected() {
    return new TreeSet<>(cells.keySet());
  }

  /** Labels that were expected or observed, without the one for what was not read. */
  SortedSet<String> labels() {
    SortedSet<String> labels = expected();
    cells.values().forEach(row -> labels.addAll(row.keySet()));
    labels.remove(UNREAD);
    return labels;
  }

  /** Weight of a pair. */
  double weight(String expected, String observed) {
    ExactSum sum = find(expected, observed);
    return sum == null ? 0 : sum.value();
  }

  /** Weight of all outcomes of an expected label. */
  double expectedWeight(String label) {
    ExactSum sum = new ExactSum();
    SortedMap<String, ExactSum> row = cells.get(label);
    if (row != null) {
      row.values().forEach(sum::add);
    }
    return sum.value();
  }

  /** Weight of all outcomes of an observed label. */
  double observedWeight(String label) {
    ExactSum sum = new ExactSum();
    for (SortedMap<String, ExactSum> row : cells.values()) {
      ExactSum cell = row.get(label);
      if (cell != null) {
        sum.add(cell);
      }
    }
    return sum.value();
  }

  /** Weight of all outcomes. */
  double total() {
    ExactSum sum = new ExactSum();
    cells.values().forEach(row -> row.values().forEach(sum::add));
    return sum.value();
  }

  private @Nullable ExactSum find(String expected, String observed) {
    SortedMap<String, ExactSum> row = cells.get(expected);
    return row == null ? null : row.get(observed);
  }

  private ExactSum cell(String expected, String observed) {
    return cells
        .computeIfAbsent(expected, label -> new TreeMap<>())
        .computeIfAbsent(observed, label -> new ExactSum());
  }
}
