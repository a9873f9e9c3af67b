package assay.evaluation.comparison;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.DoubleFunction;

/**
 * A metric that is reckoned from all outcomes together, on both sides of pairs. What is drawn is a
 * cluster of pairs, within its subset where the mean of subsets is asked for; what is exchanged is
 * a cluster, wherever its pairs lie.
 *
 * <p>Sources: drawing pairs of answers for a measure of all of them: P. Koehn, Statistical
 * Significance Tests for Machine Translation Evaluation, EMNLP 2004, 388–395; exchanging them: S.
 * Riezler and J. T. Maxwell, On Some Pitfalls in Automatic Evaluation and Significance Testing for
 * MT, ACL Workshop on Intrinsic and Extrinsic Evaluation Measures, 2005, 57–64.
 */
final class SummedPairs {

  private final String metric;
  private final MetricSums sums;
  private final boolean bySubset;
  private final int n;
  private final List<Cell> cells = new ArrayList<>();
  private final int[] strata;

  /** Numbers of the cells of each cluster in which the two sides are not alike. */
  private final List<int[]> differing = new ArrayList<>();

  /** Clusters. */
  private final int units;

  /** The numbers of one side of a cell, by their places. */
  private static final class Numbers {
    private final int[] places;
    private final double[] numbers;

    Numbers(SortedMap<Integer, Double> sums) {
      places = sums.keySet().stream().mapToInt(i -> i).toArray();
      numbers = sums.values().stream().mapToDouble(d -> d).toArray();
    }

    void addTo(double[] totals) {
      for (int i = 0; i < places.length; i++) {
        totals[places[i]] += numbers[i];
      }
    }

    boolean isLike(Numbers other) {
      return Arrays.equals(places, other.places) && Arrays.equals(numbers, other.numbers);
    }
  }

  private static final Numbers NONE = new Numbers(new TreeMap<>());

  /** A cluster's pairs within one stratum. */
  private record Cell(int stratum, Numbers first, Numbers second) {}

  /**
   * Of these pairs.
   *
   * @param metric name of the metric
   * @param sums how it is reckoned
   * @param groups pairs by subset; one group where it is not a mean of subsets
   */
  SummedPairs(
      String metric, MetricSums sums, SortedMap<String, List<Pair>> groups, boolean bySubset) {
    this.metric = metric;
    this.sums = sums;
    this.bySubset = bySubset;
    this.n = groups.values().stream().mapToInt(List::size).sum();
    this.strata = new int[groups.size()];
    Map<String, List<Integer>> byUnit = new TreeMap<>();
    int stratum = 0;
    for (List<Pair> pairs : groups.values()) {
      SortedMap<String, Numbers> first = byCluster(pairs, sums.numbers(pairs, true));
      SortedMap<String, Numbers> second = byCluster(pairs, sums.numbers(pairs, false));
      strata[stratum] = first.size();
      for (Map.Entry<String, Numbers> cluster : first.entrySet()) {
        Cell cell =
            new Cell(stratum, cluster.getValue(), second.getOrDefault(cluster.getKey(), NONE));
        List<Integer> own = byUnit.computeIfAbsent(cluster.getKey(), u -> new ArrayList<>());
        if (!cell.first().isLike(cell.second())) {
          own.add(cells.size());
        }
        cells.add(cell);
      }
      stratum++;
    }
    this.units = byUnit.size();
    byUnit.values().stream()
        .filter(own -> !own.isEmpty())
        .forEach(own -> differing.add(own.stream().mapToInt(i -> i).toArray()));
  }

  private static SortedMap<String, Numbers> byCluster(
      List<Pair> pairs, List<SortedMap<Integer, Double>> numbers) {
    SortedMap<String, SortedMap<Integer, Double>> summed = new TreeMap<>();
    for (int i = 0; i < pairs.size(); i++) {
      SortedMap<Integer, Double> own =
          summed.computeIfAbsent(pairs.get(i).unit(), unit -> new TreeMap<>());
      numbers.get(i).forEach((place, number) -> own.merge(place, number, Double::sum));
    }
    SortedMap<String, Numbers> clusters = new TreeMap<>();
    summed.forEach((unit, own) -> clusters.put(unit, new Numbers(own)));
    return clusters;
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
        metric,
        sums.unit(),
        bySubset ? Integer.valueOf(strata.length) : null,
        n,
        units < n ? Integer.valueOf(units) : null,
        first.orElse(Double.NaN),
        second.orElse(Double.NaN),
        sums.sign(),
        interval.apply(levels.own()),
        interval.apply(levels.family()),
        test,
        drawn.undefined());
  }

  /** The metric of one side over picked cells. */
  private OptionalDouble side(int[] picked, boolean ofFirst) {
    double[][] totals = new double[strata.length][sums.size()];
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
    double[][] first = new double[strata.length][sums.size()];
    double[][] second = new double[strata.length][sums.size()];
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
      OptionalDouble one = sums.value(stratum);
      if (one.isEmpty()) {
        return one;
      }
      sum += one.getAsDouble();
    }
    return OptionalDouble.of(sum / totals.length);
  }
}
