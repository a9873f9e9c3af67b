package assay.datasets.sample;

import assay.core.AssayException;
import assay.core.Problem;
import assay.core.data.Row;
import assay.core.data.RowSource;
import assay.core.data.Value;
import assay.datasets.format.RowSources;
import assay.datasets.table.RowQuery;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.SequencedMap;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a split's files one after the other, their declared columns brought to their types.
 * Each row gets the columns that its file's name gives and, where that is asked for, its 0-based
 * place in the split as {@code row}; a column of the file of that name is kept.
 */
final class SplitRows implements RowSource {

  /** Whether rows get their place in the split. */
  enum Numbering {
    /** As {@code row}. */
    ROW,
    /** Not here: a query numbers the rows of its tables itself. */
    NONE
  }

  private static final String ROW = "row";

  private final RowQuery typing;
  private final Numbering numbering;
  private final Iterator<SplitFile> files;
  private final ObjLongConsumer<SplitFile> counted;
  private @Nullable SplitFile file;
  private @Nullable RowSource source;
  private long inFile;
  private long inSplit;

  /**
   * The rows of files.
   *
   * @param typing brings declared columns to their types
   * @param counted told of every file that was read to its end, with its number of records
   */
  SplitRows(
      List<SplitFile> files,
      RowQuery typing,
      Numbering numbering,
      ObjLongConsumer<SplitFile> counted) {
    this.files = files.iterator();
    this.typing = typing;
    this.numbering = numbering;
    this.counted = counted;
  }

  @Override
  public boolean hasNext() {
    while (true) {
      if (source != null) {
        if (hasNext(source)) {
          return true;
        }
        if (file != null) {
          counted.accept(file, inFile);
        }
        close();
      }
      if (!files.hasNext()) {
        return false;
      }
      file = files.next();
      inFile = 0;
      source = typing.run(RowSources.open(file.table()));
    }
  }

  /** After a fault the file is given up, so that the next one can be read. */
  private boolean hasNext(RowSource from) {
    try {
      return from.hasNext();
    } catch (AssayException e) {
      close();
      throw e;
    }
  }

  @Override
  public Row next() {
    if (!hasNext() || source == null || file == null) {
      throw new NoSuchElementException("no more rows");
    }
    Row row = next(source);
    inFile++;
    return extended(row, file, inSplit++);
  }

  private Row next(RowSource from) {
    try {
      return from.next();
    } catch (AssayException e) {
      close();
      throw e;
    }
  }

  private Row extended(Row row, SplitFile file, long position) {
    if (numbering == Numbering.NONE && file.parts().isEmpty()) {
      return row;
    }
    SequencedMap<String, Value> values = new LinkedHashMap<>(row.values().fields());
    for (Map.Entry<String, String> part : file.parts().entrySet()) {
      if (values.putIfAbsent(part.getKey(), new Value.Text(part.getValue())) != null) {
        throw AssayException.data(
            Problem.of(
                    "the column '"
                        + part.getKey()
                        + "' has the name of a part of the file's path, "
                        + file.rule().path())
                .at(file.name(), row.line(), part.getKey())
                .expected("another name in braces"));
      }
    }
    if (numbering == Numbering.ROW) {
      values.putIfAbsent(ROW, new Value.Number(Long.toString(position)));
    }
    return new Row(row.file(), row.number(), row.line(), new Value.Fields(values));
  }

  @Override
  public void close() {
    if (source != null) {
      source.close();
      source = null;
    }
  }
}
