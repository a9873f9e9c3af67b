package assay.evaluation.comparison;

import assay.statistics.Interval;
import assay.statistics.Observations;
import assay.statistics.Range;
import assay.statistics.interval.DefaultInterval;
import assay.statistics.interval.StratifiedBootstrapInterval;
import assay.statistics.resampling.BootstrapPlan;
import assay.statistics.test.PairedPermutation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.SortedMap;
import java.util.function.DoubleFunction;

/**
 * The unweighted mean over subsets of their mean scores, first less second. The interval draws from
 * each subset on its own, unless clusters lie in several of them (a question and its translation):
 * then it is the cluster-robust one of the differences' departures from their subset's mean, each
 * weighted as its subset is. The test exchanges the two readers in whole clusters, wherever a
 * cluster lies.
 */
final class SubsetMeans {

  private SubsetMeans() {}

  /**
   * Of these pairs.
   *
   * @param bySubset pairs of each subset, at least two of them and none empty
   */
  static MetricContrast of(
      String metric,
      SortedMap<String, List<Pair>> bySubset,
      Scale scale,
      Levels levels,
      BootstrapPlan plan) {
    List<List<Pair>> subsets = List.copyOf(bySubset.values());
    int n = subsets.stream().mapToInt(List::size).sum();
    List<Observations> strata = new ArrayList<>();
    double[] scaled = new double[n];
    List<String> units = new ArrayList<>();
    double first = 0;
    double second = 0;
    double[] departures = new double[n];
    int apart = 0;
    for (List<Pair> pairs : subsets) {
      double[] d = pairs.stream().mapToDouble(Pair::difference).toArray();
      List<String> own = pairs.stream().map(Pair::unit).toList();
      strata.add(Observations.of(d).inClusters(own));
      // So scaled, the mean over all is the mean of the subsets' means.
      double by = (double) n / subsets.size() / d.length;
      double mean = mean(d);
      for (int i = 0; i < d.length; i++) {
        scaled[units.size() + i] = by * d[i];
        departures[units.size() + i] = by * (d[i] - mean);
      }
      apart += new HashSet<>(own).size();
      units.addAll(own);
      first += mean(pairs.stream().mapToDouble(pair -> pair.first().value()).toArray());
      second += mean(pairs.stream().mapToDouble(pair -> pair.second().value()).toArray());
    }
    double[] shares = new double[subsets.size()];
    Arrays.fill(shares, 1);
    int clusters = new HashSet<>(units).size();
    Range range = scale.differences();
    double difference = (first - second) / subsets.size();
    boolean across = clusters < apart;
    DoubleFunction<Interval> intervals =
        level ->
            across
                ? linearised(difference, departures, units, range, level)
                : StratifiedBootstrapInterval.interval(strata, shares, range, level, plan);
    Interval interval = intervals.apply(levels.own());
    return new MetricContrast(
        metric,
        MetricContrast.Unit.SCORES,
        subsets.size(),
        n,
        clusters < n ? Integer.valueOf(clusters) : null,
        first / subsets.size(),
        second / subsets.size(),
        scale.sign(),
        interval,
        levels.areOne() ? interval : intervals.apply(levels.family()),
        PairedPermutation.test(Observations.of(scaled).inClusters(units), plan),
        0);
  }

  private static Interval linearised(
      double difference, double[] departures, List<String> units, Range range, double level) {
    double[] about = Arrays.stream(departures).map(departure -> difference + departure).toArray();
    Interval interval =
        DefaultInterval.ofDifference(
            Observations.of(about).inClusters(units), Range.UNBOUNDED, level);
    return range.interval(interval.lower(), interval.upper(), level, interval.method());
  }

  private static double mean(double[] values) {
    return Observations.of(values).mean().orElseThrow();
  }
}
