package assay.evaluation.estimate;

import assay.core.measure.Metric;
import assay.core.measure.Outcome;
import assay.reading.corpus.CorpusMeasure;
import assay.reading.corpus.CorpusMetric;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The few numbers that a measure of a corpus is a function of, summed over each cluster, or sample
 * where there are none; nothing for other metrics, and for measures that are no function of sums.
 */
final class CorpusUnits {

  private final CorpusMeasure.@Nullable Sums sums;
  private final TreeMap<String, double[]> byName = new TreeMap<>();

  CorpusUnits(Metric metric) {
    this.sums = metric instanceof CorpusMetric corpus ? corpus.measure().sums() : null;
  }

  void add(Outcome outcome) {
    Outcome.@Nullable Texts texts = outcome.texts();
    if (sums == null || texts == null) {
      return;
    }
    String name =
        outcome.cluster() == null ? "sample " + outcome.sampleId() : "cluster " + outcome.cluster();
    byName.merge(name, sums.of(texts.answer(), texts.references()), CorpusUnits::plus);
  }

  /** How the measure is reckoned from sums, or null where it is not. */
  CorpusMeasure.@Nullable Sums sums() {
    return sums;
  }

  /** The numbers of each unit, in the order of their names, so that the order of trials is none. */
  List<double[]> list() {
    return List.copyOf(byName.values());
  }

  private static double[] plus(double[] one, double[] other) {
    double[] sum = one.clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += other[i];
    }
    return sum;
  }
}
