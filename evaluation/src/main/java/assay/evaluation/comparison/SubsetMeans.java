package assay.evaluation.comparison;

import assay.statistics.Interval;
import assay.statistics.Observations;
import assay.statistics.resampling.BootstrapPlan;
import assay.statistics.test.PairedPermutation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.SortedMap;

/**
 * The unweighted mean over subsets of their mean scores, first less second. The interval is that of
 * {@link SummedPairs}; for means it is Welch's t over the subsets, or, where clusters lie in
 * several of them, Student's over clusters. The test exchanges the two readers in whole clusters,
 * wherever a cluster lies.
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
    double[] scaled = new double[n];
    List<String> units = new ArrayList<>();
    double first = 0;
    double second = 0;
    for (List<Pair> pairs : subsets) {
      // So scaled, the mean over all is the mean of the subsets' means.
      double by = (double) n / subsets.size() / pairs.size();
      for (Pair pair : pairs) {
        scaled[units.size()] = by * pair.difference();
        units.add(pair.unit());
      }
      first += mean(pairs.stream().mapToDouble(pair -> pair.first().value()).toArray());
      second += mean(pairs.stream().mapToDouble(pair -> pair.second().value()).toArray());
    }
    int clusters = new HashSet<>(units).size();
    SummedPairs sums = new SummedPairs(metric, new ScoreSums(scale), bySubset, true);
    Interval interval = sums.interval(levels.own());
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
        levels.areOne() ? interval : sums.interval(levels.family()),
        PairedPermutation.test(Observations.of(scaled).inClusters(units), plan),
        0);
  }

  private static double mean(double[] values) {
    return Observations.of(values).mean().orElseThrow();
  }
}
