package assay.reading.metric;

import assay.core.measure.Metric;
import assay.core.measure.Outcome;
import java.util.OptionalDouble;

/** The sum behind accuracy and mean: {@code Σ wᵢ·vᵢ / Σ wᵢ}, both sums exact. */
final class WeightedMean implements Metric.Accumulator {

  private final ExactSum values = new ExactSum();
  private final ExactSum weights = new ExactSum();

  @Override
  public void add(Outcome outcome) {
    values.addProduct(Weights.checked(outcome), outcome.value());
    weights.add(outcome.weight());
  }

  @Override
  public void merge(Metric.Accumulator other) {
    if (!(other instanceof WeightedMean mean)) {
      throw new IllegalArgumentException("a sum of another metric: " + other.getClass().getName());
    }
    values.add(mean.values);
    weights.add(mean.weights);
  }

  @Override
  public OptionalDouble result() {
    return weights.isZero()
        ? OptionalDouble.empty()
        : OptionalDouble.of(values.value() / weights.value());
  }
}
