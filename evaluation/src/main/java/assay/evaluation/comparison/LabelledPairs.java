package assay.evaluation.comparison;

import assay.core.measure.Metric;
import assay.core.measure.Outcome;
import assay.statistics.Interval;
import assay.statistics.Range;
import assay.statistics.interval.PercentileBootstrapInterval;
import assay.statistics.resampling.BootstrapDistribution;
import assay.statistics.resampling.BootstrapPlan;
import assay.statistics.resampling.StatisticBootstrap;
import assay.statistics.test.PairedPermutation;
import assay.statistics.test.TestResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * A metric that is reckoned from all outcomes together, on both sides of pairs. What is drawn is a
 * cluster of pairs, within its subset where the mean of subsets is asked for; what is exchanged is
 * a cluster, wherever its pairs lie. Outcomes of the same label, answer and score are added as one
 * of the summed weight.
 */
final class LabelledPairs {

  private final Metric metric;
  private final boolean bySubset;
  private final int n;
  private final List<Category> categories;
  private final List<Cell> cells = new ArrayList<>();
  private final int[] strata;

  /** Numbers of the cells of each cluster in which the two sides are not alike. */
  private final List<int[]> differing = new ArrayList<>();

  /** Clusters. */
  private final int units;

  private record Category(double value, @Nullable String expected, @Nullable String observed) {}

  /** The weights of one side of a cell, by category. */
  private static final class Weights {
    private final int[] categories;
    private final double[] weights;

    Weights(SortedMap<Integer, Double> sums) {
      categories = sums.keySet().stream().mapToInt(i -> i).toArray();
      weights = sums.values().stream().mapToDouble(d -> d).toArray();
    }

    void addTo(double[] totals) {
      for (int i = 0; i < categories.length; i++) {
        totals[categories[i]] += weights[i];
      }
    }

    boolean isLike(Weights other) {
      return Arrays.equals(categories, other.categories) && Arrays.equals(weights, other.weights);
    }
  }

  /** A cluster's pairs within one stratum. */
  private record Cell(int stratum, Weights first, Weights second) {}

  /**
   * Of these pairs.
   *
   * @param groups pairs by subset; one group where it is not a mean of subsets
   */
  LabelledPairs(Metric metric, SortedMap<String, List<Pair>> groups, boolean bySubset) {
    this.metric = metric;
    this.bySubset = bySubset;
    this.n = groups.values().stream().mapToInt(List::size).sum();
    this.strata = new int[groups.size()];
    Map<Category, Integer> codes = new LinkedHashMap<>();
    Map<String, List<Integer>> byUnit = new TreeMap<>();
    int stratum = 0;
    for (List<Pair> pairs : groups.values()) {
      Map<String, List<Pair>> clusters = new TreeMap<>();
      pairs.forEach(
          pair -> clusters.computeIfAbsent(pair.unit(), u -> new ArrayList<>()).add(pair));
      strata[stratum] = clusters.size();
      for (Map.Entry<String, List<Pair>> cluster : clusters.entrySet()) {
        List<Pair> members = cluster.getValue();
        Cell cell =
            new Cell(
                stratum,
                weights(members.stream().map(Pair::first).toList(), codes),
                weights(members.stream().map(Pair::second).toList(), codes));
        List<Integer> own = byUnit.computeIfAbsent(cluster.getKey(), u -> new ArrayList<>());
        if (!cell.first().isLike(cell.second())) {
          own.add(cells.size());
        }
        cells.add(cell);
      }
      stratum++;
    }
    this.categories = List.copyOf(codes.keySet());
    this.units = byUnit.size();
    byUnit.values().stream()
        .filter(own -> !own.isEmpty())
        .forEach(own -> differing.add(own.stream().mapToInt(i -> i).toArray()));
  }

  /** As the metric's outcomes are made elsewhere: one a trial, which share the sample's weight. */
  private static Weights weights(List<SampleOutcome> samples, Map<Category, Integer> codes) {
    SortedMap<Integer, Double> sums = new TreeMap<>();
    for (SampleOutcome sample : samples) {
      List<Given> scored = sample.given().stream().filter(Given::isScored).toList();
      for (Given given : scored) {
        Category category = new Category(given.value(), sample.expected(), given.observed());
        int code = codes.computeIfAbsent(category, c -> codes.size());
        sums.merge(code, 1.0 / scored.size(), Double::sum);
      }
    }
    return new Weights(sums);
  }

  /** First less second. */
  MetricContrast contrast(Levels levels, BootstrapPlan bootstrap, BootstrapPlan permutation) {
    int[] all = new int[cells.size()];
    Arrays.setAll(all, i -> i);
    OptionalDouble first = side(all, true);
    OptionalDouble second = side(all, false);
    boolean defined = first.isPresent() && second.isPresent();
    StatisticBootstrap drawn =
        StatisticBootstrap.of(
            strata, picked -> difference(side(picked, true), side(picked, false)), bootstrap);
    boolean spread = defined && Arrays.stream(strata).anyMatch(size -> size > 1);
    DoubleFunction<Interval> interval =
        level ->
            (spread ? drawn.distribution() : Optional.<BootstrapDistribution>empty())
                .map(d -> PercentileBootstrapInterval.of(d, Range.UNBOUNDED, level))
                .orElseGet(() -> Range.UNBOUNDED.whole(level, "none"));
    TestResult test =
        defined
            ? PairedPermutation.test(differing.size(), this::exchanged, permutation)
            : new TestResult(PairedPermutation.ID, 0, 1);
    return new MetricContrast(
        metric.descriptor().name(),
        false,
        bySubset ? Integer.valueOf(strata.length) : null,
        n,
        units < n ? Integer.valueOf(units) : null,
        first.orElse(Double.NaN),
        second.orElse(Double.NaN),
        1,
        interval.apply(levels.own()),
        interval.apply(levels.family()),
        test,
        drawn.undefined());
  }

  /** The metric of one side over picked cells. */
  private OptionalDouble side(int[] picked, boolean ofFirst) {
    double[][] totals = new double[strata.length][categories.size()];
    for (int number : picked) {
      Cell cell = cells.get(number);
      (ofFirst ? cell.first() : cell.second()).addTo(totals[cell.stratum()]);
    }
    return mean(totals);
  }

  private OptionalDouble exchanged(boolean[] exchanged) {
    boolean[] swapped = new boolean[cells.size()];
    for (int u = 0; u < exchanged.length; u++) {
      for (int number : differing.get(u)) {
        swapped[number] = exchanged[u];
      }
    }
    double[][] first = new double[strata.length][categories.size()];
    double[][] second = new double[strata.length][categories.size()];
    for (int i = 0; i < swapped.length; i++) {
      Cell cell = cells.get(i);
      cell.first().addTo((swapped[i] ? second : first)[cell.stratum()]);
      cell.second().addTo((swapped[i] ? first : second)[cell.stratum()]);
    }
    return difference(mean(first), mean(second));
  }

  private static OptionalDouble difference(OptionalDouble first, OptionalDouble second) {
    return first.isPresent() && second.isPresent()
        ? OptionalDouble.of(first.getAsDouble() - second.getAsDouble())
        : OptionalDouble.empty();
  }

  /** The mean over strata; not defined where it is not so in one of them. */
  private OptionalDouble mean(double[][] totals) {
    double sum = 0;
    for (double[] stratum : totals) {
      OptionalDouble one = result(stratum);
      if (one.isEmpty()) {
        return one;
      }
      sum += one.getAsDouble();
    }
    return OptionalDouble.of(sum / totals.length);
  }

  private OptionalDouble result(double[] weights) {
    Metric.Accumulator sum = metric.start();
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] > 0) {
        Category one = categories.get(i);
        sum.add(new Outcome("", one.value(), weights[i], null, one.expected(), one.observed()));
      }
    }
    return sum.result();
  }
}
