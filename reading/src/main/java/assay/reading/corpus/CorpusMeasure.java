package assay.reading.corpus;

import assay.core.measure.Descriptor;
import assay.core.measure.ScoreRange;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** A measure of a set of answers against their references, as a whole. */
public interface CorpusMeasure {

  Descriptor descriptor();

  /** The range with its direction. */
  ScoreRange range();

  /** An empty set. */
  Accumulator start();

  /**
   * The few numbers of each answer that the measure is a function of once they are summed, or null
   * where it is no function of sums.
   */
  default @Nullable Sums sums() {
    return null;
  }

  /** A measure as a function of sums over answers. */
  interface Sums {

    /** The numbers of one answer, as many for every answer. */
    long[] of(String answer, List<String> references);

    /** The measure where the numbers of one answer or more sum up to these. */
    double value(long[] summed);
  }

  /** A set of answers. Not for use by several threads at once. */
  interface Accumulator {

    /**
     * Adds an answer; one that was not read is the empty text.
     *
     * @throws IllegalArgumentException if there is no reference
     */
    void add(String answer, List<String> references);

    /** Takes in another set of the same measure; any order of merging gives the same result. */
    void merge(Accumulator other);

    /** The measure over all that was added; empty over nothing. */
    OptionalDouble result();
  }
}
