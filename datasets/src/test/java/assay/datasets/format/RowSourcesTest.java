package assay.datasets.format;

import assay.core.data.RowSource;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** Every format keeps the contract of sources of rows. */
class RowSourcesTest {

  @TempDir Path folder;

  private static String lines(int rows, IntFunction<String> line) {
    return IntStream.range(0, rows).mapToObj(line).collect(Collectors.joining());
  }

  private RowSource open(String name, Format format, @Nullable String records, byte[] content) {
    Path file = Tables.write(folder, name, content);
    return RowSources.open(new TableFile(file, name, format, records, null));
  }

  private RowSource open(String name, Format format, @Nullable String records, String content) {
    return open(name, format, records, content.getBytes(StandardCharsets.UTF_8));
  }

  @Nested
  class Csv extends RowSourceContract {
    @Override
    protected RowSource open(int rows) {
      return RowSourcesTest.this.open(
          "a.csv", Format.CSV, null, "id,text\n" + lines(rows, i -> "r" + i + ",\"a\nb\"\n"));
    }
  }

  @Nested
  class TsvCompressed extends RowSourceContract {
    @Override
    protected RowSource open(int rows) throws IOException {
      ByteArrayOutputStream target = new ByteArrayOutputStream();
      try (OutputStream out = new ZstdOutputStream(target)) {
        out.write(
            ("id\ttext\n" + lines(rows, i -> "r" + i + "\tx\r\n"))
                .getBytes(StandardCharsets.UTF_8));
      }
      return RowSourcesTest.this.open("a.tsv.zst", Format.TSV, null, target.toByteArray());
    }
  }

  @Nested
  class Lines extends RowSourceContract {
    @Override
    protected RowSource open(int rows) {
      return RowSourcesTest.this.open(
          "a.jsonl",
          Format.JSONL,
          null,
          lines(rows, i -> "{\"id\": \"r" + i + "\"}\n") + (rows == 0 ? "[]" : ""));
    }
  }

  @Nested
  class Array extends RowSourceContract {
    @Override
    protected RowSource open(int rows) {
      String content =
          IntStream.range(0, rows)
              .mapToObj(i -> "{\"id\": \"r" + i + "\",\n \"text\": {\"a\": [1]}}")
              .collect(Collectors.joining(",\n", "[", "]"));
      return RowSourcesTest.this.open("a.json", Format.JSON, null, content);
    }
  }

  @Nested
  class BelowKeys extends RowSourceContract {
    @Override
    protected RowSource open(int rows) {
      String content =
          IntStream.range(0, rows)
              .mapToObj(i -> "\"r" + i + "\": {\"text\": 1}")
              .collect(Collectors.joining(",\n", "{\"t\": {", "}}"));
      return RowSourcesTest.this.open("k.json", Format.JSON, "{task}.{id}", content);
    }
  }

  @Nested
  class Sequence extends RowSourceContract {
    @Override
    protected RowSource open(int rows) {
      return RowSourcesTest.this.open(
          "s.json",
          Format.JSON,
          null,
          rows == 0 ? "[]" : lines(rows, i -> "{\n  \"id\": \"r" + i + "\"\n}\n"));
    }
  }

  @Nested
  class Parquet extends RowSourceContract {
    @Override
    protected RowSource open(int rows) throws SQLException {
      Path file = folder.resolve("a" + rows + ".parquet");
      try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
          Statement statement = connection.createStatement()) {
        statement.execute(
            "COPY (SELECT 'r' || i AS id, i AS text FROM range("
                + rows
                + ") t(i)) TO '"
                + file
                + "' (FORMAT parquet)");
      }
      return RowSources.open(new TableFile(file, "a.parquet", Format.PARQUET, null, null));
    }
  }

  @Nested
  class Workbook extends RowSourceContract {
    @Override
    protected RowSource open(int rows) {
      Path file =
          Workbooks.write(
              folder,
              "<row r=\"1\"><c t=\"inlineStr\"><is><t>id</t></is></c></row>"
                  + lines(
                      rows,
                      i ->
                          "<row r=\""
                              + (i + 2)
                              + "\"><c t=\"inlineStr\"><is><t>r"
                              + i
                              + "</t></is></c></row>"),
              "");
      return RowSources.open(new TableFile(file, "w.xlsx", Format.XLSX, null, null));
    }
  }

  @Nested
  class CsvInArchive extends RowSourceContract {
    @Override
    protected RowSource open(int rows) throws IOException {
      ByteArrayOutputStream target = new ByteArrayOutputStream();
      try (ZipOutputStream out = new ZipOutputStream(target)) {
        out.putNextEntry(new ZipEntry("d/a.csv"));
        out.write(
            ("id,text\n" + lines(rows, i -> "r" + i + ",x\n")).getBytes(StandardCharsets.UTF_8));
      }
      return RowSourcesTest.this.open("a.zip", Format.CSV, null, target.toByteArray());
    }
  }
}
