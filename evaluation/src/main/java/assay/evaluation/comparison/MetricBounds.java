package assay.evaluation.comparison;

import assay.core.measure.Metric;
import assay.evaluation.estimate.WrongLabels;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A difference by a metric had all that is missing gone against the first side, and had it all gone
 * for it: every trial without an answer the worst score and no label, or a wrong one, on one side,
 * the best score and the right label on the other ({@link WrongLabels}), as the bounds that {@code
 * show} has for one reader. Of whole texts no answer is the worst or the best, so nothing bounds
 * them.
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
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (WrongLabels.Filling wrong : open.pairing().wrongLabels()) {
      for (boolean forFirst : new boolean[] {false, true}) {
        double difference = difference(open, metric.get(), bySubset, forFirst, wrong);
        if (Double.isNaN(difference)) {
          return null;
        }
        least = Math.min(least, difference);
        most = Math.max(most, difference);
      }
    }
    return new Coverage.Bounds(least, most);
  }

  private static double difference(
      Comparisons.Matched open,
      Metric metric,
      boolean bySubset,
      boolean forFirst,
      WrongLabels.Filling wrong) {
    Scale scale = open.first().scale().beside(open.second().scale());
    List<Pair> all =
        open.pairing().asked().stream().map(pair -> pair.extreme(forFirst, scale, wrong)).toList();
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
