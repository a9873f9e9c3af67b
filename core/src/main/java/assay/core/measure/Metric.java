package assay.core.measure;

import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

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

  /**
   * The values that the result can take where the scores are from 0 to 1; null where that is not
   * known beforehand.
   */
  default @Nullable ScoreRange range() {
    return share() ? ScoreRange.UNIT : null;
  }

  /** An empty sum. */
  Accumulator start();

  /**
   * One of the values whose plain mean a metric is, as the recall of a class.
   *
   * @param name what tells it from the others
   * @param value within the range of the metric
   * @param weight of the outcomes that it rests on, positive
   */
  record Part(String name, double value, double weight) {}

  /** A sum over outcomes. Not for use by several threads at once. */
  interface Accumulator {
    void add(Outcome outcome);

    /** Takes in another sum of the same metric; merging in any order gives the same result. */
    void merge(Accumulator other);

    /** The metric over all that was added; empty where it is undefined, as over nothing. */
    OptionalDouble result();

    /**
     * The parts whose plain mean the result is, in the order of their names; none where it is not
     * made of parts.
     */
    default List<Part> parts() {
      return List.of();
    }
  }
}
