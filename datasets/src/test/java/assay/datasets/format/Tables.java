package assay.datasets.format;

import assay.core.AssayException;
import assay.core.data.Row;
import assay.core.data.RowSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Short ways to write a table file and read it. */
final class Tables {

  private Tables() {}

  static Path write(Path folder, String name, byte[] content) {
    try {
      return Files.write(folder.resolve(name), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path write(Path folder, String name, String content) {
    return write(folder, name, content.getBytes(StandardCharsets.UTF_8));
  }

  static List<Row> read(Path file, Format format) {
    return read(file, format, null, null);
  }

  static List<Row> read(
      Path file, Format format, @Nullable String records, @Nullable String sheet) {
    String name = String.valueOf(file.getFileName());
    List<Row> rows = new ArrayList<>();
    try (RowSource source = RowSources.open(new TableFile(file, name, format, records, sheet))) {
      source.forEachRemaining(rows::add);
    }
    return rows;
  }

  /** Each row as {@code line: {"a": 1}}. */
  static List<String> shown(List<Row> rows) {
    return rows.stream().map(row -> row.line() + ": " + row.values().asText()).toList();
  }

  /** What reading says when it fails. */
  static String complaint(Path file, Format format, @Nullable String records) {
    try {
      read(file, format, records, null);
    } catch (AssayException e) {
      return String.valueOf(e.getMessage());
    }
    throw new AssertionError("was read without complaint: " + file);
  }
}
