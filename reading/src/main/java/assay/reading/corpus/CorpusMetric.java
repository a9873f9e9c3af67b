package assay.reading.corpus;

import assay.core.measure.Descriptor;
import assay.core.measure.Metric;
import assay.core.measure.Outcome;
import java.util.OptionalDouble;

/**
 * A measure of a whole corpus as a metric: over the texts of outcomes, whatever their values and
 * weights. Undefined over nothing.
 *
 * @param measure the measure
 */
public record CorpusMetric(CorpusMeasure measure) implements Metric {

  @Override
  public Descriptor descriptor() {
    return measure.descriptor();
  }

  @Override
  public boolean mean() {
    return false;
  }

  @Override
  public boolean ofTexts() {
    return true;
  }

  @Override
  public Accumulator start() {
    return new Texts(measure.start());
  }

  private record Texts(CorpusMeasure.Accumulator sum) implements Accumulator {

    @Override
    public void add(Outcome outcome) {
      Outcome.Texts texts = outcome.texts();
      if (texts == null) {
        throw new IllegalArgumentException(
            "the outcome of sample " + outcome.sampleId() + " has no texts");
      }
      sum.add(texts.answer(), texts.references());
    }

    @Override
    public void merge(Accumulator other) {
      if (!(other instanceof Texts added)) {
        throw new IllegalArgumentException(
            "a sum of another metric: " + other.getClass().getName());
      }
      sum.merge(added.sum);
    }

    @Override
    public OptionalDouble result() {
      return sum.result();
    }
  }
}
