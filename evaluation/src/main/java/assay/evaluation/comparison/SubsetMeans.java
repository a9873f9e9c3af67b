package assay.evaluation.comparison;

import assay.statistics.Interval;
import assay.statistics.Observations;
import assay.statistics.Range;
import assay.statistics.interval.StratifiedBootstrapInterval;
import assay.statistics.resampling.BootstrapPlan;
import assay.statistics.test.PairedPermutation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.SortedMap;

/**
 * The unweighted mean over subsets of their mean scores, first less second. The interval draws from
 * each subset on its own; the test exchanges the two readers in whole clusters, wherever a cluster
 * lies.
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
    for (List<Pair> pairs : subsets) {
      double[] d = pairs.stream().mapToDouble(Pair::difference).toArray();
      List<String> own = pairs.stream().map(Pair::unit).toList();
      strata.add(Observations.of(d).inClusters(own));
      // So scaled, the mean over all is the mean of the subsets' means.
      double by = (double) n / subsets.size() / d.length;
      for (int i = 0; i < d.length; i++) {
        scaled[units.size() + i] = by * d[i];
      }
      units.addAll(own);
      first += mean(pairs.stream().mapToDouble(pair -> pair.first().value()).toArray());
      second += mean(pairs.stream().mapToDouble(pair -> pair.second().value()).toArray());
    }
    double[] shares = new double[subsets.size()];
    Arrays.fill(shares, 1);
    int clusters = new HashSet<>(units).size();
    Range range = scale.differences();
    Interval interval =
        StratifiedBootstrapInterval.interval(strata, shares, range, levels.own(), plan);
    return new MetricContrast(
        metric,
        true,
        subsets.size(),
        n,
        clusters < n ? Integer.valueOf(clusters) : null,
        first / subsets.size(),
        second / subsets.size(),
        scale.sign(),
        interval,
        levels.areOne()
            ? interval
            : StratifiedBootstrapInterval.interval(strata, shares, range, levels.family(), plan),
        PairedPermutation.test(Observations.of(scaled).inClusters(units), plan),
        0);
  }

  private static double mean(double[] values) {
    return Observations.of(values).mean().orElseThrow();
  }
}
