package assay.evaluation.comparison;

import assay.reading.corpus.CorpusMeasure;
import assay.statistics.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A measure of a whole corpus (BLEU, CIDEr), by the numbers of each answer that it is a function of
 * once they are summed: of BLEU the counts of n-grams and words. What a measure learns of all
 * references together is fixed as that of the pairs compared: of CIDEr the document frequencies, by
 * which its numbers are each answer's own CIDEr-D. So the value over all pairs is that of the
 * measure itself, and a part or an exchange weighs words as the whole does; to learn them anew from
 * each part would call words rare because their reports were left out.
 *
 * <p>Where samples are put more than once each answer is an item of the corpus, as elsewhere.
 */
final class TextSums implements MetricSums {

  private final CorpusMeasure measure;
  private final CorpusMeasure.Sums plain;
  private int size;

  TextSums(CorpusMeasure measure) {
    this.measure = measure;
    this.plain = measure.sumsWithin(List.of());
  }

  @Override
  public List<SortedMap<Integer, Double>> numbers(List<Pair> stratum, boolean ofFirst) {
    List<SampleOutcome> samples =
        stratum.stream().map(pair -> ofFirst ? pair.first() : pair.second()).toList();
    List<List<String>> corpus = new ArrayList<>();
    samples.forEach(sample -> sample.given().forEach(given -> corpus.add(sample.references())));
    CorpusMeasure.Sums sums = measure.sumsWithin(corpus);
    List<SortedMap<Integer, Double>> all = new ArrayList<>(samples.size());
    for (SampleOutcome sample : samples) {
      SortedMap<Integer, Double> own = new TreeMap<>();
      for (Given given : sample.given()) {
        double[] numbers = sums.of(given.text(), sample.references());
        size = numbers.length;
        for (int i = 0; i < numbers.length; i++) {
          own.merge(i, numbers[i], Double::sum);
        }
      }
      own.values().removeIf(number -> number == 0);
      all.add(own);
    }
    return all;
  }

  @Override
  public int size() {
    return size;
  }

  /** Not defined over nothing. */
  @Override
  public OptionalDouble value(double[] totals) {
    double value = plain.value(totals);
    return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  @Override
  public MetricContrast.Unit unit() {
    return MetricContrast.Unit.CORPUS;
  }

  @Override
  public int sign() {
    return measure.range().higherIsBetter() ? 1 : -1;
  }

  @Override
  public Range differences() {
    double width = Math.abs(measure.range().best() - measure.range().worst());
    return new Range(-width, width);
  }
}
