package assay.evaluation.comparison;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The differences of several slices, summed by what is independent: a cluster, or a pair that has
 * none. A unit that is in several slices is the same in all, so that an exchange of the two readers
 * on it is one exchange.
 */
final class SliceUnits {

  private SliceUnits() {}

  /** A row a slice, a column a unit; 0 where it is not in the slice. */
  static double[][] of(Collection<List<Pair>> slices) {
    Map<String, Integer> units = new LinkedHashMap<>();
    slices.forEach(pairs -> pairs.forEach(pair -> units.putIfAbsent(pair.unit(), units.size())));
    double[][] sums = new double[slices.size()][units.size()];
    int h = 0;
    for (List<Pair> pairs : slices) {
      for (Pair pair : pairs) {
        sums[h][units.getOrDefault(pair.unit(), 0)] += pair.difference();
      }
      h++;
    }
    return sums;
  }
}
