package assay.evaluation.estimate;

import assay.core.measure.Metric;
import assay.core.measure.Outcome;
import assay.statistics.Interval;
import assay.statistics.Range;
import assay.statistics.interval.PercentileBootstrapInterval;
import assay.statistics.resampling.BootstrapPlan;
import assay.statistics.resampling.StatisticBootstrap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Percentile bootstrap of a metric that is no mean (macro-F1, κ): whole clusters, or samples where
 * there are none, are drawn with replacement, and the metric is computed anew. Outcomes of the same
 * labels and value are added as one of the summed weight. Resamples in which the metric is
 * undefined are left out. With fewer than two units nothing is known.
 */
final class MetricBootstrap {

  private MetricBootstrap() {}

  private record Category(double value, @Nullable String expected, @Nullable String observed) {}

  /** What is drawn as one: categories of its outcomes and their weights. */
  private static final class Unit {
    private final int[] categories;
    private final double[] weights;

    Unit(int size) {
      categories = new int[size];
      weights = new double[size];
    }
  }

  static Interval of(Series series, double level, BootstrapPlan plan) {
    Map<Category, Integer> categories = new LinkedHashMap<>();
    List<Unit> units = units(series.outcomes(), categories);
    if (units.size() < 2) {
      return Range.UNBOUNDED.whole(level, "none");
    }
    List<Category> known = List.copyOf(categories.keySet());
    Metric metric = series.composition().metric();
    return StatisticBootstrap.of(units.size(), drawn -> result(metric, known, units, drawn), plan)
        .distribution()
        .map(d -> PercentileBootstrapInterval.of(d, Range.UNBOUNDED, level))
        .orElse(Range.UNBOUNDED.whole(level, "none"));
  }

  private static OptionalDouble result(
      Metric metric, List<Category> known, List<Unit> units, int[] drawn) {
    double[] weights = new double[known.size()];
    for (int number : drawn) {
      Unit unit = units.get(number);
      for (int i = 0; i < unit.categories.length; i++) {
        weights[unit.categories[i]] += unit.weights[i];
      }
    }
    Metric.Accumulator sum = metric.start();
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] > 0) {
        Category one = known.get(i);
        sum.add(new Outcome("", one.value(), weights[i], null, one.expected(), one.observed()));
      }
    }
    return sum.result();
  }

  /** Units in the order of their names, so that the order of trials does not reach the result. */
  private static List<Unit> units(List<Outcome> outcomes, Map<Category, Integer> categories) {
    Map<String, List<Outcome>> byName = new TreeMap<>();
    for (Outcome outcome : outcomes) {
      String name =
          outcome.cluster() == null
              ? "sample " + outcome.sampleId()
              : "cluster " + outcome.cluster();
      byName.computeIfAbsent(name, key -> new ArrayList<>(1)).add(outcome);
    }
    List<Unit> units = new ArrayList<>();
    for (List<Outcome> members : byName.values()) {
      Unit unit = new Unit(members.size());
      for (int i = 0; i < members.size(); i++) {
        Outcome member = members.get(i);
        Category category = new Category(member.value(), member.expected(), member.observed());
        unit.categories[i] = categories.computeIfAbsent(category, key -> categories.size());
        unit.weights[i] = member.weight();
      }
      units.add(unit);
    }
    return units;
  }
}
