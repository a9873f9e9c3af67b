package assay.evaluation.comparison;

import assay.core.measure.Metric;
import assay.evaluation.estimate.Slices;
import assay.statistics.resampling.BootstrapPlan;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What a benchmark asks for besides the mean score of all samples: its metrics over classes and of
 * whole texts, and, where it is made of subsets, the unweighted mean of each metric over them.
 */
final class MetricContrasts {

  /** Draws of single outcomes in all: beyond, fewer exchanges are drawn. */
  private static final long DRAWS = 200_000_000L;

  private static final int FEWEST = 1_000;

  /** So much longer than labels takes the sum of what BLEU counts. */
  private static final int TEXTS = 7;

  private MetricContrasts() {}

  /** A contrast that waits to be told how many there are. */
  interface Open {
    MetricContrast at(Levels levels);
  }

  /**
   * Of these pairs.
   *
   * @param metrics those of a side that are asked for
   * @param plans randomness by the name of what it is for
   */
  static List<Open> of(
      Side first,
      Side second,
      List<Metric> metrics,
      List<Pair> pairs,
      Function<String, BootstrapPlan> plans) {
    Scale scale = first.scale().beside(second.scale());
    SortedMap<String, List<Pair>> bySubset = bySubset(first, pairs);
    SortedMap<String, List<Pair>> together = new TreeMap<>();
    together.put("", pairs);
    List<Open> all = new ArrayList<>();
    boolean scoresDone = false;
    for (Metric metric : metrics) {
      String name = metric.descriptor().name();
      if (!metric.mean()) {
        all.add(summed(metric, together, false, plans.apply(name), pairs.size()));
      }
      // Every mean is the mean of the same scores.
      if (bySubset.size() > 1 && !(metric.mean() && scoresDone)) {
        scoresDone |= metric.mean();
        BootstrapPlan plan = affordable(plans.apply(name + "/subsets"), pairs.size());
        all.add(
            metric.mean()
                ? levels -> SubsetMeans.of(name, bySubset, scale, levels, plan)
                : summed(metric, bySubset, true, plan, pairs.size()));
      }
    }
    return List.copyOf(all);
  }

  private static Open summed(
      Metric metric,
      SortedMap<String, List<Pair>> groups,
      boolean bySubset,
      BootstrapPlan plan,
      int n) {
    BootstrapPlan permutation = affordable(plan, (long) n * (metric.ofTexts() ? TEXTS : 1));
    return levels ->
        new SummedPairs(metric.descriptor().name(), MetricSums.of(metric), groups, bySubset)
            .contrast(levels, permutation);
  }

  private static BootstrapPlan affordable(BootstrapPlan plan, long n) {
    return plan.withResamples(Math.clamp(DRAWS / Math.max(1, n), FEWEST, plan.resamples()));
  }

  /** Pairs by subset; none where the benchmark has no subsets, or a sample is in none. */
  static SortedMap<String, List<Pair>> bySubset(Side side, List<Pair> pairs) {
    SortedMap<String, List<Pair>> groups = new TreeMap<>();
    if (!side.hasSubsets()) {
      return groups;
    }
    for (Pair pair : pairs) {
      LinkedHashSet<String> none = new LinkedHashSet<>();
      var subsets = pair.first().slices().getOrDefault(Slices.SUBSET, none);
      if (subsets.size() != 1) {
        return new TreeMap<>();
      }
      groups.computeIfAbsent(subsets.getFirst(), s -> new ArrayList<>()).add(pair);
    }
    return groups;
  }
}
