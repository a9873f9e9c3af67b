package assay.evaluation.estimate;

import assay.core.measure.Metric;
import assay.core.measure.Outcome;
import assay.statistics.Interval;
import assay.statistics.resampling.Randomness;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Percentile bootstrap of a metric that is no mean (macro-F1, κ): whole clusters are drawn with
 * replacement, the metric is computed anew from the stored outcomes. Resamples in which it is
 * undefined are left out.
 */
final class MetricBootstrap {

  private static final int RESAMPLES = 2_000;
  private static final String METHOD = "bootstrap-percentile";

  private MetricBootstrap() {}

  static Interval of(Series series, double level, long seed, String name) {
    List<List<Outcome>> clusters = clusters(series);
    Metric metric = series.composition().metric();
    UniformRandomProvider random = Randomness.named(seed, name);
    double[] results = new double[RESAMPLES];
    int defined = 0;
    for (int b = 0; b < RESAMPLES; b++) {
      Metric.Accumulator sum = metric.start();
      for (int draw = 0; draw < clusters.size(); draw++) {
        clusters.get(random.nextInt(clusters.size())).forEach(sum::add);
      }
      OptionalDouble result = sum.result();
      if (result.isPresent()) {
        results[defined++] = result.getAsDouble();
      }
    }
    if (defined == 0) {
      return new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, level, METHOD);
    }
    double[] sorted = Arrays.copyOf(results, defined);
    Arrays.sort(sorted);
    return new Interval(
        quantile(sorted, (1 - level) / 2), quantile(sorted, (1 + level) / 2), level, METHOD);
  }

  private static List<List<Outcome>> clusters(Series series) {
    Map<Integer, List<Outcome>> byCluster = new LinkedHashMap<>();
    int[] codes = series.clusterCodes();
    List<Outcome> outcomes = series.outcomes();
    for (int i = 0; i < codes.length; i++) {
      byCluster.computeIfAbsent(codes[i], code -> new ArrayList<>()).add(outcomes.get(i));
    }
    return List.copyOf(byCluster.values());
  }

  /** Linear between order statistics (Hyndman and Fan's type 7). */
  private static double quantile(double[] sorted, double p) {
    double at = p * (sorted.length - 1);
    int below = (int) Math.floor(at);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }
}
