package assay.datasets.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Memory does not grow with the file: a process with a heap of 64 MB reads files that are larger.
 * With {@code -Dassay.campaign=full}, of 2 million rows.
 */
class MemoryTest {

  private static final boolean FULL = "full".equals(System.getProperty("assay.campaign"));
  private static final int ROWS = FULL ? 2_000_000 : 200_000;

  /** What a process of this size may hold beside its heap: code, threads, the database. */
  private static final long BESIDE_HEAP_KILOBYTES = 150_000;

  @TempDir Path folder;

  private record Reading(long rows, long characters, long residentKilobytes) {}

  private static Reading read(int heapMegabytes, String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx" + heapMegabytes + "m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            ReadingChild.class.getName()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    String[] figures = said.strip().split(" ");
    if (FULL) {
      System.getLogger(MemoryTest.class.getName())
          .log(System.Logger.Level.INFO, String.join(" ", arguments) + ": " + said.strip());
    }
    return new Reading(
        Long.parseLong(figures[0]), Long.parseLong(figures[1]), Long.parseLong(figures[2]));
  }

  private Path write(String name, String head, IntFunction<String> line, String end)
      throws IOException {
    Path file = folder.resolve(name);
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(head);
      for (int i = 0; i < ROWS; i++) {
        out.write(line.apply(i));
      }
      out.write(end);
    }
    return file;
  }

  private static String question(int i) {
    return "Question " + i + ": a patient of " + i % 90 + " years " + "with fever ".repeat(40);
  }

  private static void assertBounded(Reading reading, int heapMegabytes, long databaseMegabytes) {
    assertThat(reading.rows()).isEqualTo(ROWS);
    assertThat(reading.residentKilobytes())
        .isLessThan((heapMegabytes + databaseMegabytes) * 1024L + BESIDE_HEAP_KILOBYTES);
  }

  @Test
  void ofTsv() throws Exception {
    Path file = write("a.tsv", "id\tquestion\n", i -> i + "\t" + question(i) + "\n", "");
    assertBounded(read(64, "tsv", file.toString()), 64, 0);
  }

  @Test
  void ofJsonLines() throws Exception {
    Path file =
        write(
            "a.jsonl",
            "",
            i -> "{\"id\": " + i + ", \"options\": {\"A\": 1}, \"q\": \"" + question(i) + "\"}\n",
            "");
    assertBounded(read(64, "jsonl", file.toString()), 64, 0);
  }

  @Test
  void ofAJsonArray() throws Exception {
    Path file =
        write(
            "a.json",
            "[",
            i -> (i == 0 ? "\n" : ",\n") + " {\"id\": " + i + ", \"q\": \"" + question(i) + "\"}",
            "\n]\n");
    assertBounded(read(64, "json", file.toString()), 64, 0);
  }

  @Test
  void ofParquet() throws Exception {
    Path file = folder.resolve("a.parquet");
    parquet(
        file,
        "SELECT i AS id, 'Question ' || i || repeat(' with fever', 40) AS q FROM range("
            + ROWS
            + ") t(i)",
        "");
    assertBounded(read(64, "parquet", file.toString()), 64, 256);
  }

  @Test
  void ofPicturesInParquet() throws Exception {
    Path file = folder.resolve("p.parquet");
    int pictures = FULL ? 40_000 : 4_000;
    parquet(
        file,
        "SELECT {'bytes': repeat(md5(i::VARCHAR), 1600)::BLOB, 'path': i || '.png'} AS image FROM"
            + " range("
            + pictures
            + ") t(i)",
        ", ROW_GROUP_SIZE 2048, COMPRESSION zstd");
    Reading reading = read(128, "parquet", file.toString());
    assertThat(reading.rows()).isEqualTo(pictures);
    assertThat(reading.residentKilobytes()).isLessThan(600_000);
  }

  @Test
  void ofAQuery() throws Exception {
    Path file = write("q.tsv", "id\tquestion\n", i -> i + "\t" + question(i) + "\n", "");
    assertBounded(
        read(64, "tsv", file.toString(), "SELECT row, id, question FROM data WHERE row >= 0"),
        64,
        256);
  }

  private static void parquet(Path file, String select, String options) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("COPY (" + select + ") TO '" + file + "' (FORMAT parquet" + options + ")");
    }
  }
}
