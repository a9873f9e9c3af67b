package assay.evaluation.comparison;

import assay.statistics.Interval;
import assay.statistics.Range;
import assay.statistics.interval.JackknifeInterval;
import assay.statistics.resampling.BootstrapPlan;
import assay.statistics.test.PairedPermutation;
import assay.statistics.test.TestResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A metric that is reckoned from all outcomes together, on both sides of pairs. The interval is the
 * jackknife's: each cluster of pairs is left out in turn, within its subset where the mean of
 * subsets is asked for, unless clusters lie in several subsets (a question and its translation):
 * then in all of them at once. What is exchanged by the test is a cluster, wherever its pairs lie.
 *
 * <p>The bootstrap of pairs, which is usual for BLEU (P. Koehn, Statistical Significance Tests for
 * Machine Translation Evaluation, EMNLP 2004, 388–395), was measured to be short: {@code
 * docs/decisions/0016}. Source of the test: S. Riezler and J. T. Maxwell, On Some Pitfalls in
 * Automatic Evaluation and Significance Testing for MT, ACL Workshop on Intrinsic and Extrinsic
 * Evaluation Measures, 2005, 57–64.
 */
final class SummedPairs {

  private final String metric;
  private final MetricSums sums;
  private final boolean bySubset;
  private final int n;
  private final List<Cell> cells = new ArrayList<>();
  private final int strata;

  /** Numbers of the cells of each cluster, in the order of their names. */
  private final List<int[]> units;

  /** Of the clusters in which the two sides are not alike: the cells in which they are not. */
  private final List<int[]> differing = new ArrayList<>();

  private static final Numbers NONE = new Numbers(new TreeMap<>());

  /**
   * A cluster's pairs within one stratum.
   *
   * @param share of the stratum's pairs
   */
  private record Cell(int stratum, Numbers first, Numbers second, double share) {}

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
    this.strata = groups.size();
    Map<String, List<Integer>> byUnit = new TreeMap<>();
    int stratum = 0;
    for (List<Pair> pairs : groups.values()) {
      SortedMap<String, Numbers> first = byCluster(pairs, sums.numbers(pairs, true));
      SortedMap<String, Numbers> second = byCluster(pairs, sums.numbers(pairs, false));
      SortedMap<String, Double> shares = new TreeMap<>();
      pairs.forEach(pair -> shares.merge(pair.unit(), 1.0 / pairs.size(), Double::sum));
      for (Map.Entry<String, Double> share : shares.entrySet()) {
        String unit = share.getKey();
        byUnit.computeIfAbsent(unit, u -> new ArrayList<>()).add(cells.size());
        cells.add(
            new Cell(
                stratum,
                first.getOrDefault(unit, NONE),
                second.getOrDefault(unit, NONE),
                share.getValue()));
      }
      stratum++;
    }
    this.units =
        byUnit.values().stream()
            .map(own -> own.stream().mapToInt(Integer::intValue).toArray())
            .toList();
    for (int[] own : units) {
      int[] unlike =
          Arrays.stream(own)
              .filter(number -> !cells.get(number).first().equals(cells.get(number).second()))
              .toArray();
      if (unlike.length > 0) {
        differing.add(unlike);
      }
    }
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
  MetricContrast contrast(Levels levels, BootstrapPlan permutation) {
    double[][] ofFirst = totals(true);
    double[][] ofSecond = totals(false);
    OptionalDouble first = mean(ofFirst);
    OptionalDouble second = mean(ofSecond);
    boolean defined = first.isPresent() && second.isPresent();
    Spread spread = defined ? spread(ofFirst, ofSecond) : new Spread(List.of(), 0);
    double difference = first.orElse(Double.NaN) - second.orElse(Double.NaN);
    TestResult test =
        defined
            ? PairedPermutation.test(differing.size(), this::exchanged, permutation)
            : new TestResult(PairedPermutation.ID, 0, 1);
    return new MetricContrast(
        metric,
        sums.unit(),
        bySubset ? Integer.valueOf(strata) : null,
        n,
        units.size() < n ? Integer.valueOf(units.size()) : null,
        first.orElse(Double.NaN),
        second.orElse(Double.NaN),
        sums.sign(),
        spread.interval(difference, sums.differences(), levels.own()),
        spread.interval(difference, sums.differences(), levels.family()),
        test,
        spread.undefined());
  }

  /** First less second alone; NaN where it is not defined. */
  double difference() {
    return difference(mean(totals(true)), mean(totals(false))).orElse(Double.NaN);
  }

  /** The interval of the difference alone. */
  Interval interval(double level) {
    double[][] first = totals(true);
    double[][] second = totals(false);
    double difference = difference(mean(first), mean(second)).orElse(Double.NaN);
    return spread(first, second).interval(difference, sums.differences(), level);
  }

  /**
   * What the difference is without each cluster.
   *
   * @param undefined clusters without which it is not defined
   */
  private record Spread(List<JackknifeInterval.Stratum> strata, int undefined) {

    /** None where a difference without some cluster is not known, or no stratum has two. */
    Interval interval(double difference, Range range, double level) {
      boolean known = undefined == 0 && strata.stream().anyMatch(stratum -> stratum.units() > 1);
      return known
          ? JackknifeInterval.of(difference, strata, range, level)
          : Range.UNBOUNDED.whole(level, "none");
    }
  }

  private Spread spread(double[][] first, double[][] second) {
    boolean across = units.size() < cells.size();
    List<List<int[]>> together = new ArrayList<>();
    for (int stratum = 0; stratum < (across ? 1 : strata); stratum++) {
      int own = stratum;
      together.add(
          across
              ? units
              : IntStream.range(0, cells.size())
                  .filter(number -> cells.get(number).stratum() == own)
                  .mapToObj(number -> new int[] {number})
                  .toList());
    }
    List<JackknifeInterval.Stratum> spreads = new ArrayList<>();
    Map<Cell, OptionalDouble> known = new HashMap<>();
    int undefined = 0;
    for (List<int[]> stratum : together) {
      if (stratum.size() < 2) {
        continue;
      }
      double[] without = new double[stratum.size()];
      double[] sizes = new double[stratum.size()];
      int defined = 0;
      for (int[] left : stratum) {
        OptionalDouble value =
            left.length == 1
                ? known.computeIfAbsent(cells.get(left[0]), alike -> without(first, second, left))
                : without(first, second, left);
        if (value.isPresent()) {
          without[defined] = value.getAsDouble();
          sizes[defined++] = Arrays.stream(left).mapToDouble(i -> cells.get(i).share()).sum();
        }
      }
      undefined += without.length - defined;
      spreads.add(
          new JackknifeInterval.Stratum(
              Arrays.copyOf(without, defined), Arrays.copyOf(sizes, defined)));
    }
    return new Spread(spreads, undefined);
  }

  private OptionalDouble without(double[][] first, double[][] second, int[] left) {
    double[][] ofFirst = first.clone();
    double[][] ofSecond = second.clone();
    for (int number : left) {
      Cell cell = cells.get(number);
      ofFirst[cell.stratum()] = cell.first().leftOutOf(first[cell.stratum()]);
      ofSecond[cell.stratum()] = cell.second().leftOutOf(second[cell.stratum()]);
    }
    return difference(mean(ofFirst), mean(ofSecond));
  }

  private double[][] totals(boolean ofFirst) {
    double[][] totals = new double[strata][sums.size()];
    for (Cell cell : cells) {
      (ofFirst ? cell.first() : cell.second()).addTo(totals[cell.stratum()]);
    }
    return totals;
  }

  private OptionalDouble exchanged(boolean[] exchanged) {
    boolean[] swapped = new boolean[cells.size()];
    for (int u = 0; u < exchanged.length; u++) {
      for (int number : differing.get(u)) {
        swapped[number] = exchanged[u];
      }
    }
    double[][] first = new double[strata][sums.size()];
    double[][] second = new double[strata][sums.size()];
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
