package assay.cli.expected;

import assay.core.Sha256;
import assay.testkit.SharedData;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** The figures of one set, as counted from the publisher's files by other software. */
final class FigureTable {

  /**
   * A line of the table.
   *
   * @param file the recorded file, below the set's folder
   * @param metric name of the figure
   * @param rule how it is defined
   * @param rows rows that it is over, or empty
   * @param value the figure as written
   * @param how how it was counted, and whether it agrees with what was published
   */
  record Line(String file, String metric, String rule, String rows, String value, String how) {}

  private final String set;
  private final SequencedMap<String, List<Line>> byFile = new LinkedHashMap<>();

  private FigureTable(String set) {
    this.set = set;
  }

  /** The lines of a set; the test is skipped where the table or the set is missing. */
  static FigureTable of(String set) {
    FigureTable table = new FigureTable(set);
    SharedData.require(set);
    for (String name : List.of("_A.tsv", "_B.tsv")) {
      try {
        for (String line : Files.readAllLines(SharedData.require(name), StandardCharsets.UTF_8)) {
          String[] cells = line.split("\t", -1);
          if (cells[0].equals(set)) {
            table
                .byFile
                .computeIfAbsent(cells[1], file -> new ArrayList<>())
                .add(new Line(cells[1], cells[2], cells[3], cells[4], cells[5], cells[6]));
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return table;
  }

  /** Files in the table's order. */
  List<String> files() {
    return List.copyOf(byFile.sequencedKeySet());
  }

  /** The lines of a file. */
  List<Line> lines(String file) {
    return byFile.getOrDefault(file, List.of());
  }

  /** Whether the file has this figure. */
  boolean has(String file, String metric) {
    return lines(file).stream().anyMatch(line -> line.metric().equals(metric));
  }

  /** The one figure of that name. */
  Line line(String file, String metric) {
    return lines(file).stream()
        .filter(line -> line.metric().equals(metric))
        .findFirst()
        .orElseThrow(() -> new AssertionError(file + " has no figure " + metric));
  }

  String value(String file, String metric) {
    return line(file, metric).value();
  }

  /** A count, which tables of decimals write as one. */
  long count(String file, String metric) {
    return (long) Double.parseDouble(value(file, metric));
  }

  /** SHA-256 of the recorded file. */
  String sha256(String file) {
    Path path = SharedData.require(set).resolve(file);
    try (InputStream in = Files.newInputStream(path)) {
      return Sha256.of(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
