package assay.datasets.format;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.AssayException;
import assay.core.data.Row;
import assay.core.data.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files are written by DuckDB's own {@code COPY … (FORMAT parquet)} as each test says. */
class ParquetTest {

  @TempDir Path folder;

  private Path write(String name, String select, String options) {
    Path file = folder.resolve(name);
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute(
          "COPY ("
              + select
              + ") TO '"
              + file.toString().replace("'", "''")
              + "' (FORMAT parquet"
              + options
              + ")");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return file;
  }

  private List<Row> read(String select) {
    return Tables.read(write("t.parquet", select, ""), Format.PARQUET);
  }

  private String text(String expression) {
    return read("SELECT " + expression + " AS v").getFirst().get("v").asText();
  }

  @Test
  void readsEveryTypeAsItsText() {
    assertThat(text("(-128)::TINYINT")).isEqualTo("-128");
    assertThat(text("255::UTINYINT")).isEqualTo("255");
    assertThat(text("(-32768)::SMALLINT")).isEqualTo("-32768");
    assertThat(text("4294967295::UINTEGER")).isEqualTo("4294967295");
    assertThat(text("(-9223372036854775807)::BIGINT")).isEqualTo("-9223372036854775807");
    assertThat(text("18446744073709551615::UBIGINT")).isEqualTo("18446744073709551615");
    assertThat(text("1.50::DECIMAL(10, 2)")).isEqualTo("1.50");
    assertThat(text("12345678901234567890123456.50::DECIMAL(38, 2)"))
        .isEqualTo("12345678901234567890123456.50");
    assertThat(text("0.1::DOUBLE")).isEqualTo("0.1");
    assertThat(text("0.1::FLOAT")).isEqualTo("0.1");
    assertThat(text("17::DOUBLE")).isEqualTo("17");
    assertThat(text("1e300::DOUBLE")).isEqualTo("1E+300");
    assertThat(text("'NaN'::DOUBLE")).isEqualTo("NaN");
    assertThat(text("'-inf'::FLOAT")).isEqualTo("-Infinity");
    assertThat(text("true")).isEqualTo("true");
    assertThat(text("'胸部😀'")).isEqualTo("胸部😀");
    assertThat(text("DATE '2024-02-29'")).isEqualTo("2024-02-29");
    assertThat(text("TIMESTAMP '2020-03-29 02:30:00.123456'"))
        .isEqualTo("2020-03-29 02:30:00.123456");
    assertThat(text("TIMESTAMP_NS '2020-03-29 02:30:00.123456789'"))
        .isEqualTo("2020-03-29 02:30:00.123456789");
    assertThat(text("TIMESTAMPTZ '2020-01-02 03:04:05+02'")).isEqualTo("2020-01-02 01:04:05+00");
    assertThat(text("TIME '01:02:03'")).isEqualTo("01:02:03");
    assertThat(text("'a'::ENUM('a', 'b')")).isEqualTo("a");
    assertThat(text("'c0ffee00-0000-4000-8000-000000000000'::UUID"))
        .isEqualTo("c0ffee00-0000-4000-8000-000000000000");
  }

  @Test
  void readsNestedValues() {
    Row row =
        read("SELECT NULL::INTEGER AS n, [1, NULL] AS l, [['a'], []] AS ll, MAP {'B': 'x', 'A':"
                + " NULL} AS m, {'t': TIMESTAMP '2020-03-29 02:30:00', 'TIMESTAMP': 1} AS s,"
                + " {'bytes': '\\x89PNG'::BLOB, 'path': 'a.png'} AS image, [{'bytes':"
                + " 'ab'::BLOB, 'path': NULL::VARCHAR}] AS images")
            .getFirst();
    assertThat(row.values().asText())
        .isEqualTo(
            "{\"n\": null, \"l\": [1, null], \"ll\": [[\"a\"], []], \"m\": {\"B\": \"x\", \"A\":"
                + " null}, \"s\": {\"t\": \"2020-03-29 02:30:00\", \"TIMESTAMP\": 1}, \"image\":"
                + " {\"bytes\": \"<4 bytes>\", \"path\": \"a.png\"}, \"images\": [{\"bytes\": \"<2"
                + " bytes>\", \"path\": null}]}");
    Value.Fields image = (Value.Fields) row.get("image");
    assertThat(((Value.Bytes) image.get("bytes")).bytes()).containsExactly(0x89, 'P', 'N', 'G');
    assertThat(row.line()).isNull();
    assertThat(row.locate("image")).hasToString("t.parquet:1 [image]");
  }

  @Test
  void keepsTheOrderOfRowGroups() {
    Path file = write("g.parquet", "SELECT i FROM range(10000) t(i)", ", ROW_GROUP_SIZE 2048");
    List<Row> rows = Tables.read(file, Format.PARQUET);
    assertThat(rows).hasSize(10_000);
    assertThat(rows).allMatch(row -> row.get("i").asText().equals(Long.toString(row.number())));
  }

  @Test
  void readsWideRowsInWindows() {
    // 300 pictures of 320 kB: rows are handed over some 50 at a time
    Path file =
        write(
            "w.parquet",
            "SELECT i, repeat(chr(65 + (i % 26)::INTEGER), 320000)::BLOB AS b FROM range(300) t(i)",
            "");
    List<Row> rows = Tables.read(file, Format.PARQUET);
    assertThat(rows).hasSize(300);
    for (Row row : rows) {
      byte[] bytes = ((Value.Bytes) row.get("b")).bytes();
      assertThat(bytes).hasSize(320_000);
      assertThat(bytes[319_999]).isEqualTo((byte) (65 + row.number() % 26));
    }
  }

  @Test
  void raisesItsMemoryWhereARowGroupDoesNotFit() {
    // one page of 96 MB, which 256 MB of memory do not hold
    Path file =
        write(
            "m.parquet",
            "SELECT i, repeat(md5(i::VARCHAR), 3000)::BLOB AS b FROM range(1000) t(i)",
            ", COMPRESSION zstd");
    assertThat(Tables.read(file, Format.PARQUET)).hasSize(1000);
  }

  @Test
  void takesNamesLiterally() throws IOException {
    Path odd = Files.createDirectories(folder.resolve("split=test")).resolve("it's [1] *é.parquet");
    Files.copy(write("p.parquet", "SELECT 1 AS a, 2 AS file_row_number", ""), odd);
    assertThat(Tables.shown(Tables.read(odd, Format.PARQUET)))
        .containsExactly("null: {\"a\": 1, \"file_row_number\": 2}");
  }

  @Test
  void readsAnEmptyTable() {
    assertThat(read("SELECT 1 AS a WHERE false")).isEmpty();
  }

  @Test
  void changedBytesGiveRowsOrAnError() throws IOException {
    byte[] whole =
        Files.readAllBytes(
            write(
                "w.parquet",
                "SELECT i, 'q' || i AS q, [i, NULL] AS l, {'bytes': 'ab'::BLOB, 'path': 'p'} AS im,"
                    + " MAP {'A': 'x'} AS m FROM range(3000) t(i)",
                ", COMPRESSION zstd"));
    Random random = new Random(29);
    int rounds = "full".equals(System.getProperty("assay.campaign")) ? 2000 : 30;
    for (int round = 0; round < rounds; round++) {
      byte[] bytes = whole.clone();
      for (int change = 1 + random.nextInt(4); change > 0; change--) {
        // the footer, which says where everything lies, is changed as often as the rest
        int from = random.nextBoolean() ? 0 : bytes.length - bytes.length / 3;
        bytes[from + random.nextInt(bytes.length - from)] = (byte) random.nextInt(256);
      }
      Path file = Tables.write(folder, "m.parquet", bytes);
      try {
        assertThat(Tables.read(file, Format.PARQUET)).hasSizeLessThanOrEqualTo(3000);
      } catch (AssayException e) {
        assertThat(e.problems())
            .allSatisfy(problem -> assertThat(problem.toString()).startsWith("m.parquet"));
      }
    }
  }

  @Test
  void everyPrefixIsACleanError() throws IOException {
    byte[] whole =
        Files.readAllBytes(write("c.parquet", "SELECT i, 'q' || i AS q FROM range(50) t(i)", ""));
    Random random = new Random(5);
    for (int i = 0; i < 25; i++) {
      int length = 4 + random.nextInt(whole.length - 4);
      Path file = Tables.write(folder, "cut.parquet", Arrays.copyOf(whole, length));
      assertThat(Tables.complaint(file, Format.PARQUET, null))
          .startsWith("cut.parquet:1: the Parquet file cannot be read: ")
          .contains("the file is damaged");
    }
  }
}
