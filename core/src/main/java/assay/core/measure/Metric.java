package assay.core.measure;

import java.util.OptionalDouble;

/** A function of outcomes, for example accuracy. Its parts can be computed apart and merged. */
public interface Metric {

  Descriptor descriptor();

  /**
   * Whether the result is the weighted mean of the outcomes' values, so that intervals of a mean
   * apply.
   */
  boolean mean();

  /**
   * Whether the metric is over the texts of outcomes, not their values: then it compares answers
   * with targets itself, and no scorer has a part in it.
   */
  default boolean ofTexts() {
    return false;
  }

  /**
   * Whether the result is a share wherever the scores are shares, from 0 to 1, so that people read
   * it in percent. An agreement beyond chance or a correlation is none, nor is a measure of texts.
   */
  default boolean share() {
    return !ofTexts();
  }

  /** An empty sum. */
  Accumulator start();

  /** A sum over outcomes. Not for use by several threads at once. */
  interface Accumulator {
    void add(Outcome outcome);

    /** Takes in another sum of the same metric; merging in any order gives the same result. */
    void merge(Accumulator other);

    /** The metric over all that was added; empty where it is undefined, as over nothing. */
    OptionalDouble result();
  }
}
