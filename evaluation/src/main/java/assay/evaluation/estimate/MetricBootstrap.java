package assay.evaluation.estimate;

import assay.core.measure.Metric;
import assay.core.measure.Outcome;
import assay.statistics.Interval;
import assay.statistics.Range;
import assay.statistics.interval.BcaBootstrapInterval;
import assay.statistics.resampling.BootstrapPlan;
import assay.statistics.resampling.StatisticBootstrap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Bias-corrected and accelerated bootstrap of a metric that is no mean (macro-F1, κ): whole
 * clusters, or samples where there are none, are drawn with replacement, and the metric is computed
 * anew. Outcomes of the same labels and value are added as one of the summed weight. Resamples in
 * which the metric is undefined are left out. With fewer than two units nothing is known.
 */
final class MetricBootstrap {

  private static final double ROUNDING = 1e-12;

  private MetricBootstrap() {}

  private record Category(double value, @Nullable String expected, @Nullable String observed) {}

  /** What is drawn as one: categories of its outcomes and their weights. */
  private record Unit(List<Integer> categories, List<Double> weights) {

    void addTo(double[] sums, double times) {
      for (int i = 0; i < categories.size(); i++) {
        sums[categories.get(i)] += times * weights.get(i);
      }
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
    Map<Unit, Integer> kinds = new LinkedHashMap<>();
    int[] kindOf =
        units.stream().mapToInt(u -> kinds.computeIfAbsent(u, k -> kinds.size())).toArray();
    List<Unit> alike = List.copyOf(kinds.keySet());
    double[] all = sum(alike, kindOf, allOf(kindOf.length), known.size());
    OptionalDouble estimate = result(metric, known, all);
    if (estimate.isEmpty()) {
      return Range.UNBOUNDED.whole(level, "none");
    }
    return StatisticBootstrap.of(
            units.size(),
            drawn -> result(metric, known, sum(alike, kindOf, drawn, known.size())),
            plan)
        .distribution()
        .map(
            distribution ->
                BcaBootstrapInterval.of(
                    distribution,
                    estimate.getAsDouble(),
                    leftOut(metric, known, alike, kindOf, all),
                    Range.UNBOUNDED,
                    level))
        .orElse(Range.UNBOUNDED.whole(level, "none"));
  }

  private static int[] allOf(int units) {
    int[] all = new int[units];
    Arrays.setAll(all, i -> i);
    return all;
  }

  /** Weights of the categories in drawn units; units that are alike are added as one. */
  private static double[] sum(List<Unit> alike, int[] kindOf, int[] drawn, int categories) {
    int[] times = new int[alike.size()];
    for (int number : drawn) {
      times[kindOf[number]]++;
    }
    double[] weights = new double[categories];
    for (int i = 0; i < times.length; i++) {
      if (times[i] > 0) {
        alike.get(i).addTo(weights, times[i]);
      }
    }
    return weights;
  }

  /** The metric with each unit left out in turn, where it is defined. */
  private static double[] leftOut(
      Metric metric, List<Category> known, List<Unit> alike, int[] kindOf, double[] all) {
    List<OptionalDouble> without =
        alike.stream().map(unit -> result(metric, known, rest(all, unit))).toList();
    return Arrays.stream(kindOf)
        .mapToObj(without::get)
        .flatMapToDouble(OptionalDouble::stream)
        .toArray();
  }

  /** What rounding leaves of a category that only this unit has is nothing. */
  private static double[] rest(double[] all, Unit unit) {
    double[] rest = all.clone();
    unit.addTo(rest, -1);
    for (int i = 0; i < rest.length; i++) {
      rest[i] = rest[i] < ROUNDING * all[i] ? 0 : rest[i];
    }
    return rest;
  }

  private static OptionalDouble result(Metric metric, List<Category> known, double[] weights) {
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
      List<Integer> numbers = new ArrayList<>(members.size());
      List<Double> weights = new ArrayList<>(members.size());
      for (Outcome member : members) {
        Category category = new Category(member.value(), member.expected(), member.observed());
        numbers.add(categories.computeIfAbsent(category, key -> categories.size()));
        weights.add(member.weight());
      }
      units.add(new Unit(numbers, weights));
    }
    return units;
  }
}
