package assay.evaluation.comparison;

import assay.core.measure.Metric;
import assay.reading.corpus.CorpusMetric;
import assay.statistics.Range;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;

/**
 * A metric as a function of numbers that are summed over samples: what is left out and exchanged is
 * their numbers, and nothing is read or scored again.
 */
interface MetricSums {

  /** Of a metric that is no mean. */
  static MetricSums of(Metric metric) {
    return metric instanceof CorpusMetric texts
        ? new TextSums(texts.measure())
        : new LabelSums(metric);
  }

  /**
   * The numbers of each sample on one side, in the order of the pairs, by their places; the others
   * are 0.
   *
   * @param stratum all pairs over which the metric is taken at once
   */
  List<SortedMap<Integer, Double>> numbers(List<Pair> stratum, boolean ofFirst);

  /** How many numbers there are, after those of all samples were taken. */
  int size();

  /** The metric where the numbers sum up to these; empty where it is not defined. */
  OptionalDouble value(double[] totals);

  /** What it is measured in. */
  MetricContrast.Unit unit();

  /** 1 where more is better, else −1. */
  int sign();

  /** What first less second can be. */
  Range differences();
}
