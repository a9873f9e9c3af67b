package assay.report.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import assay.core.AssayException;
import assay.core.Target;
import assay.evaluation.store.RunFile;
import assay.report.support.SmallRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is exported is read back by another program: DuckDB. */
class RunExportTest {

  private static final String HOSTILE =
      "\"B\", said \u201Cthe, reader\u201D\r\n\tin two lines; null \\N '; DROP TABLE x; --";

  @TempDir private Path folder;

  private static SmallRun run() {
    LinkedHashMap<String, List<String>> tags = new LinkedHashMap<>();
    tags.put("organ", List.of("chest", "heart, left"));
    return new SmallRun()
        .choice("1", "A", "A")
        .choice("two, \"quoted\"", "B", HOSTILE)
        .choice("3", "C", "failed")
        .choice("4", "C", "")
        .choice("5", "C", "質問 \uD83D\uDE00 e\u0301 \uD800 lone")
        .add("6", "sub", new Target.YesNo(true), "yes", tags, "patient 1");
  }

  private Path export(ExportFormat format) throws IOException {
    Path target = folder.resolve("it's out." + format.ending());
    try (RunFile file = run().run(folder.resolve("run.assay"))) {
      long rows = RunExport.write(file, 1, trial -> true, format, target);
      assertThat(rows).as("two rules read choices, one reads yes and no; one failed").isEqualTo(10);
    }
    return target;
  }

  private static String source(ExportFormat format, Path file) {
    String name = "'" + file.toString().replace("'", "''") + "'";
    return switch (format) {
      case CSV, SPREADSHEET ->
          "read_csv("
              + name
              + ", header = true, all_varchar = true, auto_detect = false, delim = ',', quote ="
              + " '\"', escape = '\"', new_line = '\\r"
              + "\\n"
              + "', allow_quoted_nulls = false, columns = "
              + columns()
              + ")";
      case JSONL -> "read_json(" + name + ", format = 'newline_delimited')";
      case PARQUET -> "read_parquet(" + name + ")";
    };
  }

  private static String columns() {
    return Arrays.stream(ExportColumn.values())
        .map(column -> "'" + column.heading() + "': 'VARCHAR'")
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static List<String> query(String sql) {
    List<String> rows = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      int columns = row.getMetaData().getColumnCount();
      while (row.next()) {
        List<String> cells = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          cells.add(String.valueOf(row.getObject(i)));
        }
        rows.add(String.join("|", cells));
      }
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
    return rows;
  }

  @ParameterizedTest
  @EnumSource(ExportFormat.class)
  void everyRowIsReadBack(ExportFormat format) throws IOException {
    String source = source(format, export(format));
    assertThat(
            query(
                "SELECT trial, sample, kind, gold, state, reason, extractor, outcome, answer, score"
                    + " FROM "
                    + source
                    + " ORDER BY CAST(trial AS INT), extractor"))
        .map(row -> row.replace(".0", ""))
        .containsExactly(
            "0|1|choice|A|answered|null|exact@1|read|A|1",
            "0|1|choice|A|answered|null|layered@1|read|A|1",
            "1|two, \"quoted\"|choice|B|answered|null|exact@1|unreadable|null|0",
            "1|two, \"quoted\"|choice|B|answered|null|layered@1|read|B|1",
            "2|3|choice|C|failed|rejected|null|null|null|null",
            "3|4|choice|C|answered|null|exact@1|unreadable|null|0",
            "3|4|choice|C|answered|null|layered@1|unreadable|null|0",
            "4|5|choice|C|answered|null|exact@1|unreadable|null|0",
            "4|5|choice|C|answered|null|layered@1|unreadable|null|0",
            "5|6|yes-no|yes|answered|null|layered@1|read|yes|1");
  }

  @ParameterizedTest
  @EnumSource(ExportFormat.class)
  void textsComeBackToTheLetter(ExportFormat format) throws IOException {
    String source = source(format, export(format));
    assertThat(
            query(
                "SELECT DISTINCT ON (trial) reply FROM " + source + " ORDER BY CAST(trial AS INT)"))
        .containsExactly("A", HOSTILE, "null", "", "質問 \uD83D\uDE00 e\u0301 \uFFFD lone", "yes");
  }

  @ParameterizedTest
  @EnumSource(ExportFormat.class)
  void onlyTheOwnerMayRead(ExportFormat format) throws IOException {
    Path target = export(format);
    assumeTrue(Files.getFileStore(target).supportsFileAttributeView("posix"), "no POSIX rights");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target)))
        .isEqualTo("rw-------");
  }

  @Test
  void noTextIsAFormulaInASpreadsheet() throws IOException {
    SmallRun run =
        new SmallRun()
            .choice("=1", "A", "=HYPERLINK(\"http://127.0.0.1\")")
            .choice("2", "A", "\t@SUM(A1)")
            .choice("3", "A", "- a list")
            .choice("4", "A", "A = b");
    Path target = folder.resolve("sheet.csv");
    Path plain = folder.resolve("plain.csv");
    try (RunFile file = run.run(folder.resolve("run.assay"))) {
      RunExport.write(file, 1, trial -> true, ExportFormat.SPREADSHEET, target);
      RunExport.write(file, 1, trial -> true, ExportFormat.CSV, plain);
    }
    String text = Files.readString(target);
    assertThat(text)
        .startsWith("\uFEFFtrial,")
        .contains(",'=1,")
        .contains(",\"'=HYPERLINK(\"\"http://127.0.0.1\"\")\",")
        .contains(",'\t@SUM(A1),")
        .contains(",'- a list,")
        .contains(",A = b,");
    assertThat(text.substring(1).replaceAll("'([\t=-])", "$1"))
        .as("nothing else differs")
        .isEqualTo(Files.readString(plain));
  }

  @Test
  void whatIsAbsentIsAbsentAndWhatIsEmptyIsEmpty() throws IOException {
    String text = Files.readString(export(ExportFormat.CSV));
    String header = text.substring(0, text.indexOf("\r\n"));
    List<String> names = List.of(header.split(",", -1));
    assertThat(names).hasSize(ExportColumn.values().length).startsWith("trial", "benchmark");
    assertThat(text).contains(",answered,,,\"\",,stop,").contains(",failed,rejected,laid down,,,");
  }

  @Test
  void columnsHaveTypesInParquetAndPartsInJsonLines() throws IOException {
    assertThat(
            query(
                "SELECT column_name || ' ' || column_type FROM (DESCRIBE SELECT trial, epoch,"
                    + " score, guessed, cost, tags FROM "
                    + source(ExportFormat.PARQUET, export(ExportFormat.PARQUET))
                    + ")"))
        .containsExactly(
            "trial BIGINT",
            "epoch BIGINT",
            "score DOUBLE",
            "guessed BOOLEAN",
            "cost DOUBLE",
            "tags VARCHAR");
    Files.delete(folder.resolve("run.assay"));
    assertThat(
            query(
                "SELECT tags.organ[2], clusters.patient, target.yes FROM "
                    + source(ExportFormat.JSONL, export(ExportFormat.JSONL))
                    + " WHERE sample = '6'"))
        .containsExactly("heart, left|patient 1|true");
  }

  @ParameterizedTest
  @EnumSource(ExportFormat.class)
  void aPartWithoutTrialsIsAnEmptyTable(ExportFormat format) throws IOException {
    Path target = folder.resolve("none");
    try (RunFile file = run().run(folder.resolve("run.assay"))) {
      assertThat(RunExport.write(file, 1, trial -> false, format, target)).isZero();
    }
    if (format == ExportFormat.JSONL) {
      assertThat(target).isEmptyFile();
    } else {
      assertThat(query("SELECT count(*) FROM " + source(format, target))).containsExactly("0");
    }
  }

  @Test
  void anExportThatFailsLeavesNothing() {
    Path target = folder.resolve("out.csv");
    try (RunFile file = run().run(folder.resolve("run.assay"))) {
      assertThatThrownBy(
              () ->
                  RunExport.write(
                      file,
                      1,
                      trial -> {
                        throw new IllegalStateException("half way");
                      },
                      ExportFormat.CSV,
                      target))
          .hasMessage("half way");
    }
    assertThat(target).doesNotExist();
    assertThat(folder.resolve("out.csv.part")).doesNotExist();
  }

  @Test
  void nothingIsWrittenOver() throws IOException {
    Path target = folder.resolve("out.csv");
    Files.writeString(target, "what was there");
    try (RunFile file = run().run(folder.resolve("run.assay"))) {
      assertThatThrownBy(() -> RunExport.write(file, 1, trial -> true, ExportFormat.CSV, target))
          .isInstanceOf(AssayException.class)
          .hasMessageContaining(target + ": there is a file of this name already");
    }
    assertThat(target).hasContent("what was there");
  }
}
