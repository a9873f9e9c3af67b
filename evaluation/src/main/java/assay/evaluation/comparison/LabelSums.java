package assay.evaluation.comparison;

import assay.core.measure.Metric;
import assay.core.measure.Outcome;
import assay.statistics.Range;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A metric over classes: outcomes of the same label, answer and score are added as one of the
 * summed weight. The numbers are the weights.
 */
final class LabelSums implements MetricSums {

  private final Metric metric;
  private final Map<Category, Integer> codes = new LinkedHashMap<>();
  private final List<Category> categories = new ArrayList<>();

  private record Category(double value, @Nullable String expected, @Nullable String observed) {}

  LabelSums(Metric metric) {
    this.metric = metric;
  }

  /** As the metric's outcomes are made elsewhere: one a trial, which share the sample's weight. */
  @Override
  public List<SortedMap<Integer, Double>> numbers(List<Pair> stratum, boolean ofFirst) {
    List<SortedMap<Integer, Double>> all = new ArrayList<>(stratum.size());
    for (Pair pair : stratum) {
      SampleOutcome sample = ofFirst ? pair.first() : pair.second();
      List<Given> scored = sample.given().stream().filter(Given::isScored).toList();
      SortedMap<Integer, Double> weights = new TreeMap<>();
      for (Given given : scored) {
        Category category = new Category(given.value(), sample.expected(), given.observed());
        weights.merge(code(category), 1.0 / scored.size(), Double::sum);
      }
      all.add(weights);
    }
    return all;
  }

  private int code(Category category) {
    return codes.computeIfAbsent(
        category,
        added -> {
          categories.add(added);
          return codes.size();
        });
  }

  @Override
  public int size() {
    return categories.size();
  }

  @Override
  public OptionalDouble value(double[] totals) {
    Metric.Accumulator sum = metric.start();
    for (int i = 0; i < totals.length; i++) {
      if (totals[i] > 0) {
        Category one = categories.get(i);
        sum.add(new Outcome("", one.value(), totals[i], null, one.expected(), one.observed()));
      }
    }
    return sum.result();
  }

  @Override
  public MetricContrast.Unit unit() {
    return metric.share() ? MetricContrast.Unit.SHARE : MetricContrast.Unit.NUMBER;
  }

  @Override
  public int sign() {
    return 1;
  }

  /** Both shares, agreements beyond chance and correlations are at most 1; κ has no least. */
  @Override
  public Range differences() {
    return switch (unit()) {
      case SHARE -> new Range(-1, 1);
      case NUMBER, SCORES, CORPUS -> Range.UNBOUNDED;
    };
  }
}
