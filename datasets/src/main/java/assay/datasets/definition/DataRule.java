package assay.datasets.definition;

import assay.datasets.format.ColumnType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * Where a benchmark's rows come from.
 *
 * @param folder folder below the data folder in which paths are looked up too, or null
 * @param splits the files of each split, in order; the first split is the default
 * @param tables further files that queries may use, by name
 * @param columns declared types of columns
 * @param rows SQL over the table {@code data} by split; a split without one takes its rows as they
 *     are
 * @param subsets the parts, in order; empty where there are none
 * @param samples expected samples by split, where that differs from the files' records
 */
public record DataRule(
    @Nullable String folder,
    SequencedMap<String, List<FileRule>> splits,
    SequencedMap<String, FileRule> tables,
    SequencedMap<String, ColumnType> columns,
    SequencedMap<String, String> rows,
    SequencedMap<String, SubsetRule> subsets,
    SequencedMap<String, Long> samples) {

  public DataRule {
    SequencedMap<String, List<FileRule>> copy = new LinkedHashMap<>();
    splits.forEach((split, files) -> copy.put(split, List.copyOf(files)));
    splits = Collections.unmodifiableSequencedMap(copy);
    tables = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(tables));
    columns = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(columns));
    rows = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(rows));
    subsets = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(subsets));
    samples = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(samples));
  }
}
