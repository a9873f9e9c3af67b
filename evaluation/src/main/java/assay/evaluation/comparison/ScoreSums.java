package assay.evaluation.comparison;

import assay.statistics.Range;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/** The mean of the scores: their sum and their number. */
record ScoreSums(Scale scale) implements MetricSums {

  @Override
  public List<SortedMap<Integer, Double>> numbers(List<Pair> stratum, boolean ofFirst) {
    return stratum.stream()
        .map(pair -> numbers(ofFirst ? pair.first().value() : pair.second().value()))
        .toList();
  }

  private static SortedMap<Integer, Double> numbers(double score) {
    SortedMap<Integer, Double> numbers = new TreeMap<>();
    numbers.put(0, score);
    numbers.put(1, 1.0);
    return numbers;
  }

  @Override
  public int size() {
    return 2;
  }

  @Override
  public OptionalDouble value(double[] totals) {
    return totals[1] > 0 ? OptionalDouble.of(totals[0] / totals[1]) : OptionalDouble.empty();
  }

  @Override
  public MetricContrast.Unit unit() {
    return MetricContrast.Unit.SCORES;
  }

  @Override
  public int sign() {
    return scale.sign();
  }

  @Override
  public Range differences() {
    return scale.differences();
  }
}
