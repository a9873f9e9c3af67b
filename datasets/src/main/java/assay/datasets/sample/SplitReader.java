package assay.datasets.sample;

import assay.core.Location;
import assay.core.data.RowSource;
import assay.datasets.definition.BenchmarkDefinition;
import assay.datasets.definition.DataRule;
import assay.datasets.definition.SubsetRule;
import assay.datasets.table.RowQuery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/** Opens the rows of a split again and again: as they are, by a query, or by subsets. */
final class SplitReader {

  private final DataRule data;
  private final String split;
  private final List<SplitFile> files;
  private final SequencedMap<String, SplitFile> tables;
  private final Location queries;

  SplitReader(
      BenchmarkDefinition definition,
      String split,
      List<SplitFile> files,
      SequencedMap<String, SplitFile> tables) {
    this.data = definition.data();
    this.queries = new Location(definition.displayName(), null, "rows");
    this.split = split;
    this.files = List.copyOf(files);
    this.tables = tables;
  }

  /** Every file that is read, those of further tables too. */
  List<SplitFile> files() {
    List<SplitFile> all = new ArrayList<>(files);
    all.addAll(tables.values());
    return all;
  }

  /**
   * The rows in order.
   *
   * @param only the subset whose rows are wanted, or null for the whole split
   * @param counted told of every file that was read to its end, with its number of records
   */
  PlacedRows open(@Nullable String only, ObjLongConsumer<SplitFile> counted) {
    List<PlacedRows.Part> parts = new ArrayList<>();
    SequencedMap<String, SubsetRule> subsets = data.subsets();
    String sql = data.rows().get(split);
    if (subsets.values().stream().anyMatch(subset -> subset.rows() != null)) {
      for (Map.Entry<String, SubsetRule> subset : subsets.entrySet()) {
        String own = subset.getValue().rows();
        if (own != null && (only == null || only.equals(subset.getKey()))) {
          parts.add(new PlacedRows.Part(subset.getKey(), () -> query(own, counted)));
        }
      }
    }
    if (subsets.isEmpty() || subsets.values().stream().anyMatch(s -> s.rows() == null)) {
      parts.add(new PlacedRows.Part(null, () -> rows(sql, counted)));
    }
    return new PlacedRows(parts, subsets, only);
  }

  private RowSource rows(@Nullable String sql, ObjLongConsumer<SplitFile> counted) {
    return sql == null ? plain(counted) : query(Objects.requireNonNull(sql), counted);
  }

  private RowSource plain(ObjLongConsumer<SplitFile> counted) {
    return rows(files, SplitRows.Numbering.ROW, counted);
  }

  private RowSource query(String sql, ObjLongConsumer<SplitFile> counted) {
    SequencedMap<String, RowSource> further = new LinkedHashMap<>();
    tables.forEach(
        (name, file) -> further.put(name, rows(List.of(file), SplitRows.Numbering.NONE, counted)));
    return RowQuery.of(sql, data.columns(), queries)
        .run(rows(files, SplitRows.Numbering.NONE, counted), further);
  }

  private RowSource rows(
      List<SplitFile> from, SplitRows.Numbering numbering, ObjLongConsumer<SplitFile> counted) {
    return new SplitRows(from, RowQuery.of(null, data.columns(), queries), numbering, counted);
  }
}
