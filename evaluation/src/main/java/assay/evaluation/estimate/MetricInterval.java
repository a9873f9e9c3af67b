package assay.evaluation.estimate;

import assay.core.measure.Metric;
import assay.core.measure.Outcome;
import assay.core.measure.ScoreRange;
import assay.statistics.Interval;
import assay.statistics.Range;
import assay.statistics.interval.JackknifeInterval;
import assay.statistics.interval.JackknifeWilsonInterval;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The interval of a metric that is no mean (macro-F1, κ), by its values without each sample, or
 * each cluster where samples are in clusters: {@link JackknifeWilsonInterval} over its parts, where
 * it says what values it can take, else {@link JackknifeInterval}. Outcomes of the same labels and
 * value are added as one of the summed weight, and of units that are alike one is left out for all.
 * None with fewer than two units, or where the metric is not defined without one of them.
 */
final class MetricInterval {

  private static final double ROUNDING = 1e-12;

  private final Metric metric;
  private final List<Category> categories;
  private final List<Unit> units = new ArrayList<>();
  private final List<Integer> times = new ArrayList<>();
  private final double[] all;

  private record Category(double value, @Nullable String expected, @Nullable String observed) {}

  /** What is left out as one: the weights of its outcomes by the number of their category. */
  private record Unit(SortedMap<Integer, Double> weights) {

    double size() {
      return weights.values().stream().mapToDouble(weight -> weight).sum();
    }

    void addTo(double[] sums, double times) {
      weights.forEach((category, weight) -> sums[category] += times * weight);
    }
  }

  private MetricInterval(Series series) {
    this.metric = series.composition().metric();
    Map<Category, Integer> numbers = new LinkedHashMap<>();
    SequencedMap<Unit, Integer> alike = new LinkedHashMap<>();
    units(series.outcomes(), numbers).forEach(unit -> alike.merge(unit, 1, Integer::sum));
    this.categories = List.copyOf(numbers.keySet());
    this.all = new double[categories.size()];
    alike.forEach(
        (unit, count) -> {
          units.add(unit);
          times.add(count);
          unit.addTo(all, count);
        });
  }

  static Interval of(Series series, double level) {
    return new MetricInterval(series).at(level);
  }

  private Interval at(double level) {
    Interval none = Range.UNBOUNDED.whole(level, "none");
    Metric.Accumulator whole = sum(all);
    OptionalDouble estimate = whole.result();
    if (times.stream().mapToInt(Integer::intValue).sum() < 2 || estimate.isEmpty()) {
      return none;
    }
    List<Metric.Accumulator> without = units.stream().map(unit -> sum(rest(unit))).toList();
    if (without.stream().anyMatch(left -> left.result().isEmpty())) {
      return none;
    }
    @Nullable ScoreRange range = metric.range();
    return range == null
        ? plain(estimate.getAsDouble(), without, level)
        : byParts(whole, without, new Range(range.worst(), range.best()), level);
  }

  private Interval plain(double estimate, List<Metric.Accumulator> without, double level) {
    List<Double> values = new ArrayList<>();
    List<Double> sizes = new ArrayList<>();
    for (int u = 0; u < units.size(); u++) {
      for (int k = 0; k < times.get(u); k++) {
        values.add(without.get(u).result().orElseThrow());
        sizes.add(units.get(u).size());
      }
    }
    JackknifeInterval.Stratum stratum =
        new JackknifeInterval.Stratum(
            values.stream().mapToDouble(value -> value).toArray(),
            sizes.stream().mapToDouble(size -> size).toArray());
    return JackknifeInterval.of(estimate, List.of(stratum), Range.UNBOUNDED, level);
  }

  private Interval byParts(
      Metric.Accumulator whole, List<Metric.Accumulator> without, Range range, double level) {
    boolean one = whole.parts().isEmpty();
    SequencedMap<String, Metric.Part> parts = parts(whole);
    List<JackknifeWilsonInterval.Unit> left = new ArrayList<>();
    for (int u = 0; u < units.size(); u++) {
      Map<String, Metric.Part> rest = parts(without.get(u));
      double[] values = new double[parts.size()];
      double[] sizes = new double[parts.size()];
      int number = 0;
      for (Metric.Part part : parts.values()) {
        Metric.@Nullable Part own = rest.get(part.name());
        values[number] = own == null ? part.value() : own.value();
        double removed = own == null ? part.weight() : part.weight() - own.weight();
        sizes[number] = one ? units.get(u).size() : Math.max(0, removed);
        number++;
      }
      left.add(new JackknifeWilsonInterval.Unit(times.get(u), units.get(u).size(), values, sizes));
    }
    double[] values = parts.values().stream().mapToDouble(Metric.Part::value).toArray();
    return JackknifeWilsonInterval.of(values, left, range, level);
  }

  /** By name; what is not made of parts is one. */
  private static SequencedMap<String, Metric.Part> parts(Metric.Accumulator sum) {
    SequencedMap<String, Metric.Part> parts = new LinkedHashMap<>();
    sum.parts().forEach(part -> parts.put(part.name(), part));
    if (parts.isEmpty()) {
      parts.put("", new Metric.Part("", sum.result().orElseThrow(), 0));
    }
    return parts;
  }

  /** What rounding leaves of a category that only this unit has is nothing. */
  private double[] rest(Unit unit) {
    double[] rest = all.clone();
    unit.addTo(rest, -1);
    for (int i = 0; i < rest.length; i++) {
      rest[i] = rest[i] < ROUNDING * all[i] ? 0 : rest[i];
    }
    return rest;
  }

  private Metric.Accumulator sum(double[] weights) {
    Metric.Accumulator sum = metric.start();
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] > 0) {
        Category one = categories.get(i);
        sum.add(new Outcome("", one.value(), weights[i], null, one.expected(), one.observed()));
      }
    }
    return sum;
  }

  /** Units in the order of their names, so that the order of trials does not reach the result. */
  private static List<Unit> units(List<Outcome> outcomes, Map<Category, Integer> categories) {
    SortedMap<String, SortedMap<Integer, Double>> byName = new TreeMap<>();
    for (Outcome outcome : outcomes) {
      String name =
          outcome.cluster() == null
              ? "sample " + outcome.sampleId()
              : "cluster " + outcome.cluster();
      Category category = new Category(outcome.value(), outcome.expected(), outcome.observed());
      byName
          .computeIfAbsent(name, key -> new TreeMap<>())
          .merge(
              categories.computeIfAbsent(category, key -> categories.size()),
              outcome.weight(),
              Double::sum);
    }
    return byName.values().stream().map(Unit::new).toList();
  }
}
