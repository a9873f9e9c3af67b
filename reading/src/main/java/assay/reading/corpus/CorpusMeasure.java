package assay.reading.corpus;

import assay.core.measure.Descriptor;
import assay.core.measure.ScoreRange;
import java.util.Collection;
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

  /**
   * The same where what the measure learns of a whole corpus (how many items hold a word) is fixed
   * as that of a given one, so that parts, resamples and exchanges of it can be summed: over the
   * corpus itself the value is that of the measure, over others nearly so.
   *
   * @param corpus the references of each of its items
   */
  Sums sumsWithin(Collection<List<String>> corpus);

  /** A measure as a function of sums over answers. */
  interface Sums {

    /**
     * The numbers of one answer, as many for every answer; whole ones where they are counts.
     *
     * @throws IllegalArgumentException if there is no reference
     */
    double[] of(String answer, List<String> references);

    /** The measure where the numbers of one answer or more sum up to these. */
    double value(double[] summed);

    /** Whether that is the mean of what each answer comes to alone. */
    default boolean isMean() {
      return false;
    }
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
