package assay.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Reference values that independent software computed, as a tab-separated file whose comment lines
 * name their maker:
 *
 * <pre>
 * # software: SciPy
 * # version: 1.10.1
 * # command: python3 wilson.py
 * successes	n	lower	upper
 * 3	10	0.10779	0.60322
 * </pre>
 *
 * <p>UTF-8, unquoted; a key of the header may be given more than once; further keys ({@code #
 * source: …}) and comment lines without a colon are free; empty lines are skipped. A file without
 * its maker fails the test that reads it, as does a row whose number of fields differs from the
 * columns'.
 *
 * @param name for messages
 * @param maker the header's keys and values; the values of a repeated key are joined by line feeds
 * @param columns the names in the first line that is no comment
 * @param rows the lines below
 */
public record Fixture(
    String name, Map<String, String> maker, List<String> columns, List<FixtureRow> rows) {
  private static final List<String> REQUIRED = List.of("software", "version", "command");

  /** Copies the collections, keeping their order. */
  public Fixture {
    maker = Collections.unmodifiableMap(new LinkedHashMap<>(maker));
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /**
   * Reads a resource beside a test class.
   *
   * @throws AssertionError if it is missing or breaks the form, naming every fault
   */
  public static Fixture of(Class<?> beside, String resource) {
    try (InputStream in = beside.getResourceAsStream(resource)) {
      if (in == null) {
        throw new AssertionError(
            "no resource '" + resource + "' beside " + beside.getName() + " on the class path");
      }
      return parse(resource, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read resource " + resource, e);
    }
  }

  /**
   * Reads a file.
   *
   * @throws AssertionError if it breaks the form, naming every fault
   */
  public static Fixture read(Path file) {
    try {
      return parse(file.toString(), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read fixture " + file, e);
    }
  }

  /** Reads every {@code .tsv} below a folder, in the order of their paths. */
  public static List<Fixture> readAll(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".tsv"))
          .sorted()
          .map(Fixture::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list fixtures in " + folder, e);
    }
  }

  /**
   * Reads the text of a fixture.
   *
   * @throws AssertionError if it breaks the form, naming every fault
   */
  public static Fixture parse(String name, String text) {
    var faults = new ArrayList<String>();
    var maker = new LinkedHashMap<String, String>();
    List<String> columns = List.of();
    var rows = new ArrayList<FixtureRow>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      if (line.startsWith("#")) {
        comment(line, maker);
      } else if (columns.isEmpty()) {
        columns = Arrays.asList(line.split("\t", -1));
        if (new LinkedHashSet<>(columns).size() < columns.size()) {
          faults.add(name + ":" + number + ": a column's name occurs twice in " + columns);
        }
      } else {
        List<String> fields = Arrays.asList(line.split("\t", -1));
        if (fields.size() == columns.size()) {
          rows.add(new FixtureRow(name, number, columns, fields));
        } else {
          faults.add(
              "%s:%d: %d fields, but %d columns %s"
                  .formatted(name, number, fields.size(), columns.size(), columns));
        }
      }
    }
    for (String key : REQUIRED) {
      if (maker.getOrDefault(key, "").isBlank()) {
        faults.addFirst(name + ": no line '# " + key + ": …' names the maker of these values");
      }
    }
    if (rows.isEmpty()) {
      faults.add(name + ": no row");
    }
    if (!faults.isEmpty()) {
      throw new AssertionError(String.join("\n", faults));
    }
    return new Fixture(name, maker, columns, rows);
  }

  /** The rows, for a parameterised test's method source. */
  public Stream<FixtureRow> stream() {
    return rows.stream();
  }

  private static void comment(String line, Map<String, String> maker) {
    String text = line.substring(1).strip();
    int colon = text.indexOf(':');
    if (colon > 0) {
      maker.merge(
          text.substring(0, colon).strip(),
          text.substring(colon + 1).strip(),
          (a, b) -> a + "\n" + b);
    }
  }
}
