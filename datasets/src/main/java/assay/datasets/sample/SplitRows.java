package assay.datasets.sample;

import assay.core.AssayException;
import assay.core.Problem;
import assay.core.data.Row;
import assay.core.data.RowSource;
import assay.core.data.Value;
import assay.datasets.format.RowSources;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.SequencedMap;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a split's files one after the other. Each row gets the columns that its file's name
 * gives and, as {@code row}, its 0-based place in the split; a column of the file of that name is
 * kept.
 */
final class SplitRows implements RowSource {

  /** The column that numbers the rows of a split. */
  static final String ROW = "row";

  private final Iterator<SplitFile> files;
  private final ObjLongConsumer<SplitFile> counted;
  private @Nullable SplitFile file;
  private @Nullable RowSource source;
  private long inFile;
  private long inSplit;

  /**
   * The rows of files.
   *
   * @param counted told of every file that was read to its end, with its number of records
   */
  SplitRows(List<SplitFile> files, ObjLongConsumer<SplitFile> counted) {
    this.files = files.iterator();
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
      source = RowSources.open(file.table());
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

  private static Row extended(Row row, SplitFile file, long position) {
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
    values.putIfAbsent(ROW, new Value.Number(Long.toString(position)));
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
