package assay.evaluation.estimate;

import assay.evaluation.item.ItemFilter;
import assay.evaluation.item.Items;
import assay.statistics.Interval;
import assay.statistics.Observations;
import assay.statistics.Range;
import assay.statistics.interval.ClusterRobustInterval;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How much better one reader is than another on the samples that both were scored on: the mean of
 * the differences sample by sample, with a cluster-robust interval (each sample is a cluster of its
 * own where samples name none).
 *
 * @param difference first minus second
 * @param lower lower end of the interval
 * @param upper upper end of the interval
 * @param samples samples that both were scored on
 * @param left samples that only one of them was scored on
 */
public record PairedDifference(
    double difference, double lower, double upper, int samples, int left) {

  private record Scored(double sum, int count, @Nullable String cluster) {
    double mean() {
      return sum / count;
    }
  }

  /**
   * Compares two runs by the first rules of each kind of answer.
   *
   * @param level confidence level
   * @throws IllegalArgumentException if there is no sample on which both were scored
   */
  public static PairedDifference of(Items first, Items second, double level) {
    Map<String, Scored> ofFirst = scores(first);
    Map<String, Scored> ofSecond = scores(second);
    List<Double> differences = new ArrayList<>();
    List<String> clusters = new ArrayList<>();
    ofFirst.forEach(
        (id, one) -> {
          @Nullable Scored other = ofSecond.get(id);
          if (other != null) {
            differences.add(one.mean() - other.mean());
            clusters.add(one.cluster() == null ? "sample " + id : "cluster " + one.cluster());
          }
        });
    if (differences.isEmpty()) {
      throw new IllegalArgumentException("the two readers share no scored sample");
    }
    double[] values = differences.stream().mapToDouble(Double::doubleValue).toArray();
    Observations observations = Observations.of(values).inClusters(clusters);
    Interval interval = new ClusterRobustInterval().interval(observations, new Range(-1, 1), level);
    return new PairedDifference(
        observations.mean().orElseThrow(),
        interval.lower(),
        interval.upper(),
        values.length,
        ofFirst.size() + ofSecond.size() - 2 * values.length);
  }

  private static Map<String, Scored> scores(Items items) {
    Map<String, Scored> scores = new LinkedHashMap<>();
    items.show(
        ItemFilter.ALL,
        item -> {
          if (item.score() != null && item.score().undefined() == null) {
            @Nullable String cluster =
                item.sample().clusters().isEmpty()
                    ? null
                    : item.sample().clusters().firstEntry().getValue();
            scores.merge(
                item.sample().id(),
                new Scored(item.score().value(), 1, cluster),
                (one, other) ->
                    new Scored(one.sum() + other.sum(), one.count() + other.count(), cluster));
          }
          return true;
        });
    return scores;
  }
}
