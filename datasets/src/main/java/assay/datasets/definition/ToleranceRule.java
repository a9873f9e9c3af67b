package assay.datasets.definition;

import assay.core.data.FieldPath;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** What else than the gold value counts as right; mirrors {@link assay.core.Tolerance}. */
public sealed interface ToleranceRule {

  /** The gold value alone. */
  record Exact() implements ToleranceRule {}

  /** Equal when rounded to a whole number, half to even. */
  record Whole() implements ToleranceRule {}

  /** So far away, in the target's unit. */
  record Absolute(Template margin) implements ToleranceRule {}

  /** So far away, as a share of the gold value. */
  record Relative(Template share) implements ToleranceRule {}

  /** Between two limits, both included. */
  record Interval(Template lower, Template upper) implements ToleranceRule {}

  /**
   * By a column's value.
   *
   * @param otherwise for values that the map lacks, or null where that is a fault
   */
  record ByColumn(
      FieldPath from, SequencedMap<String, ToleranceRule> map, @Nullable ToleranceRule otherwise)
      implements ToleranceRule {
    public ByColumn {
      map = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(map));
    }
  }
}
