package assay.perf.rows;

import assay.core.data.Row;
import assay.core.data.RowSource;
import assay.datasets.format.Format;
import assay.datasets.format.RowSources;
import assay.datasets.format.TableFile;
import java.nio.file.Path;

/** Reads a table row by row, as every command does, and prints how many rows there were. */
public final class RowsReader {

  private RowsReader() {}

  /** {@code FORMAT FILE}. */
  public static void main(String[] arguments) {
    Format format = Format.byId(arguments[0]).orElseThrow();
    long rows = 0;
    long characters = 0;
    try (RowSource source = RowSources.open(TableFile.of(Path.of(arguments[1]), format))) {
      while (source.hasNext()) {
        Row row = source.next();
        rows++;
        characters += row.get("question").asText().length();
      }
    }
    System.out.println(rows + " rows, " + characters + " characters of questions");
  }
}
