package assay.datasets.sample;

import assay.core.AssayException;
import assay.core.data.FieldPath;
import assay.core.data.Row;
import assay.core.data.RowSource;
import assay.datasets.definition.SubsetRule;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.SequencedMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Rows, each with its subset. */
final class PlacedRows implements Iterator<PlacedRow>, AutoCloseable {

  /**
   * A source that is opened when its turn comes, and the subset that all of its rows belong to.
   *
   * @param subset the subset, or null where each row is to be asked
   */
  record Part(@Nullable String subset, Supplier<RowSource> source) {}

  private final Iterator<Part> parts;
  private final SequencedMap<String, List<Condition>> conditions = new LinkedHashMap<>();
  private final @Nullable String only;
  private @Nullable Part part;
  private @Nullable RowSource source;
  private @Nullable PlacedRow ahead;
  private long position;

  private record Condition(FieldPath column, List<String> values) {
    boolean holds(Row row) {
      return values.contains(column.in(row.values()).asText());
    }
  }

  /**
   * The rows of the parts in order.
   *
   * @param subsets the subsets that are told by columns; a row belongs to the first that fits
   * @param only the subset whose rows are wanted, or null for all
   */
  PlacedRows(List<Part> parts, SequencedMap<String, SubsetRule> subsets, @Nullable String only) {
    this.parts = parts.iterator();
    this.only = only;
    subsets.forEach(
        (name, rule) -> {
          if (!rule.where().isEmpty()) {
            List<Condition> all = new ArrayList<>();
            rule.where()
                .forEach(
                    (column, values) -> all.add(new Condition(FieldPath.parse(column), values)));
            conditions.put(name, all);
          }
        });
  }

  @Override
  public boolean hasNext() {
    while (ahead == null) {
      if (source == null) {
        if (!parts.hasNext()) {
          return false;
        }
        part = parts.next();
        source = part.source().get();
      }
      Row row = read(source);
      if (row == null) {
        close();
        continue;
      }
      String subset = subset(row);
      if (only == null || only.equals(subset)) {
        ahead = new PlacedRow(row, subset, position);
      }
      position++;
    }
    return true;
  }

  /**
   * The next row, or null at the end. After a fault the rows of the next file follow; what a query
   * could not give is left out.
   */
  private @Nullable Row read(RowSource from) {
    try {
      return from.hasNext() ? from.next() : null;
    } catch (AssayException e) {
      if (!(from instanceof SplitRows)) {
        close();
      }
      throw e;
    }
  }

  private @Nullable String subset(Row row) {
    if (part != null && part.subset() != null) {
      return part.subset();
    }
    for (Map.Entry<String, List<Condition>> entry : conditions.entrySet()) {
      if (entry.getValue().stream().allMatch(condition -> condition.holds(row))) {
        return entry.getKey();
      }
    }
    return null;
  }

  @Override
  public PlacedRow next() {
    if (!hasNext() || ahead == null) {
      throw new NoSuchElementException("no more rows");
    }
    PlacedRow row = ahead;
    ahead = null;
    return row;
  }

  @Override
  public void close() {
    if (source != null) {
      source.close();
      source = null;
    }
  }
}
