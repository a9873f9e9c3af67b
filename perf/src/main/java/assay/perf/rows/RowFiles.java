package assay.perf.rows;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes the same questions in every format: id, question, four options, answer. */
final class RowFiles {

  private static final List<String> NAMES = List.of("id", "question", "A", "B", "C", "D", "answer");
  private static final List<String> FINDINGS =
      List.of(
          "fever and a productive cough",
          "crushing chest pain",
          "painless jaundice",
          "sudden loss of vision in one eye",
          "progressive weakness of both legs",
          "a platelet count of 18 × 10⁹/l",
          "confusion and an unsteady gait");

  private RowFiles() {}

  /** The cells of a row; the question is some 150 characters long. */
  private static String[] cells(int row) {
    String question =
        "Case %07d: A %d-year-old patient presents with %s for %d days; tests show %s. Which step comes next?"
            .formatted(
                row,
                18 + row % 70,
                FINDINGS.get(row % FINDINGS.size()),
                1 + row % 19,
                FINDINGS.get(row / 7 % FINDINGS.size()));
    return new String[] {
      "q" + row,
      question,
      "Take blood cultures",
      "Perform a lumbar puncture",
      "Arrange an urgent computed tomogram, with contrast",
      "Begin plasma exchange",
      String.valueOf("ABCD".charAt(row % 4))
    };
  }

  static void delimited(Path file, int rows, char separator) throws IOException {
    try (BufferedWriter out = writer(file)) {
      out.write(String.join(String.valueOf(separator), NAMES));
      out.write('\n');
      for (int row = 0; row < rows; row++) {
        String[] cells = cells(row);
        for (int i = 0; i < cells.length; i++) {
          if (i > 0) {
            out.write(separator);
          }
          boolean quoted = cells[i].indexOf(separator) >= 0;
          out.write(quoted ? '"' + cells[i] + '"' : cells[i]);
        }
        out.write('\n');
      }
    }
  }

  static void jsonLines(Path file, int rows) throws IOException {
    try (BufferedWriter out = writer(file)) {
      for (int row = 0; row < rows; row++) {
        String[] cells = cells(row);
        for (int i = 0; i < cells.length; i++) {
          out.write((i == 0 ? "{\"" : ", \"") + NAMES.get(i) + "\": \"" + cells[i] + '"');
        }
        out.write("}\n");
      }
    }
  }

  static void workbook(Path file, int rows) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
        Workbook workbook = new Workbook(out, "assay", "1.0");
        Worksheet sheet = workbook.newWorksheet("questions")) {
      for (int i = 0; i < NAMES.size(); i++) {
        sheet.value(0, i, NAMES.get(i));
      }
      for (int row = 0; row < rows; row++) {
        String[] cells = cells(row);
        for (int i = 0; i < cells.length; i++) {
          sheet.value(row + 1, i, cells[i]);
        }
      }
    }
  }

  /** Parquet of a CSV file, by DuckDB. */
  static void parquet(Path csv, Path file) throws IOException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute(
          "COPY (SELECT * FROM read_csv('%s', all_varchar = true)) TO '%s' (FORMAT parquet)"
              .formatted(csv, file));
    } catch (SQLException e) {
      throw new IOException("DuckDB could not write " + file, e);
    }
  }

  private static BufferedWriter writer(Path file) throws IOException {
    OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
    String name = file.toString();
    if (name.endsWith(".gz")) {
      out = new GZIPOutputStream(out, 1 << 16);
    } else if (name.endsWith(".zst")) {
      out = new ZstdOutputStream(out);
    }
    return new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
  }
}
