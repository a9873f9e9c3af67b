package assay.datasets.definition;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * A part of a benchmark: the rows whose columns have given values, or the rows of a query.
 *
 * @param where column to the values it may have; all columns must fit. Empty where {@code rows} is
 *     given
 * @param rows SQL over the split's rows, or null where {@code where} is given
 * @param samples expected samples by split
 */
public record SubsetRule(
    SequencedMap<String, List<String>> where,
    @Nullable String rows,
    SequencedMap<String, Long> samples) {

  public SubsetRule {
    SequencedMap<String, List<String>> copy = new LinkedHashMap<>();
    where.forEach((column, values) -> copy.put(column, List.copyOf(values)));
    where = Collections.unmodifiableSequencedMap(copy);
    samples = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(samples));
  }
}
