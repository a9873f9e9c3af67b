package assay.evaluation.comparison;

import assay.core.measure.Metric;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A difference by a metric had all that is missing gone against the first side, and had it all gone
 * for it: every trial without an answer the worst score and no label on one side, the best score
 * and the right label on the other, as the bounds that {@code show} has for one reader. A metric
 * over classes can come to lie a little beyond where wrong labels are given instead of none. Of
 * whole texts no answer is the worst or the best, so nothing bounds them.
 */
final class MetricBounds {

  private MetricBounds() {}

  /** The bounds; null where nothing is missing, or nothing bounds it. */
  static Coverage.@Nullable Bounds of(Comparisons.Matched open, MetricContrast contrast) {
    if (open.pairing().coverage().incomplete() == 0
        || contrast.unit() == MetricContrast.Unit.CORPUS) {
      return null;
    }
    Optional<Metric> metric =
        open.first().metrics().stream()
            .filter(one -> one.descriptor().name().equals(contrast.metric()))
            .findFirst();
    if (metric.isEmpty()) {
      return null;
    }
    boolean bySubset = contrast.subsets() != null;
    double against = difference(open, metric.get(), bySubset, false);
    double forIt = difference(open, metric.get(), bySubset, true);
    return Double.isNaN(against) || Double.isNaN(forIt)
        ? null
        : new Coverage.Bounds(Math.min(against, forIt), Math.max(against, forIt));
  }

  private static double difference(
      Comparisons.Matched open, Metric metric, boolean bySubset, boolean forFirst) {
    Scale scale = open.first().scale().beside(open.second().scale());
    List<Pair> all =
        open.pairing().asked().stream().map(pair -> pair.extreme(forFirst, scale)).toList();
    SortedMap<String, List<Pair>> groups = new TreeMap<>();
    if (bySubset) {
      groups.putAll(MetricContrasts.bySubset(open.first(), all));
    } else {
      groups.put("", all);
    }
    MetricSums sums = metric.mean() ? new ScoreSums(scale) : MetricSums.of(metric);
    return groups.isEmpty()
        ? Double.NaN
        : new SummedPairs(metric.descriptor().name(), sums, groups, bySubset).difference();
  }
}
