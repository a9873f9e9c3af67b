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
