package assay.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Reference values of independent software: lines {@code # software:}, {@code # version:} and
 * {@code # command:}, then a table with tabs. A fixture that does not name its maker is refused.
 */
public final class Fixture {

  private static final List<String> HEADER = List.of("software", "version", "command");

  private final String name;
  private final List<Map<String, String>> rows;

  private Fixture(String name, List<Map<String, String>> rows) {
    this.name = name;
    this.rows = rows;
  }

  /** One case. */
  public record Row(String place, Map<String, String> cells) {

    public String text(String column) {
      assertThat(cells).as(place).containsKey(column);
      return cells.get(column);
    }

    public double number(String column) {
      return Double.parseDouble(text(column));
    }

    public long count(String column) {
      double number = number(column);
      assertThat(number).as(place + " " + column).isEqualTo(Math.rint(number));
      return (long) number;
    }

    public double[] numbers(String column) {
      return Arrays.stream(text(column).split(",")).mapToDouble(Double::parseDouble).toArray();
    }

    public int[] codes(String column) {
      return Arrays.stream(numbers(column)).mapToInt(v -> (int) v).toArray();
    }

    @Override
    public String toString() {
      return place;
    }
  }

  /** Reads {@code fixtures/NAME}, at least five cases. */
  public static Fixture load(String name) {
    try (InputStream in = Fixture.class.getResourceAsStream("fixtures/" + name)) {
      assertThat(in).as("fixture " + name).isNotNull();
      return parse(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Fixture parse(String name, String content) {
    List<String> lines = content.lines().toList();
    for (String key : HEADER) {
      String prefix = "# " + key + ": ";
      if (lines.stream().noneMatch(l -> l.startsWith(prefix) && l.length() > prefix.length())) {
        throw new IllegalArgumentException("fixture " + name + " has no line '" + prefix + "…'");
      }
    }
    List<String> table = lines.stream().filter(l -> !l.startsWith("#")).toList();
    String[] columns = table.getFirst().split("\t");
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : table.subList(1, table.size())) {
      String[] cells = line.split("\t", -1);
      assertThat(cells).as(name + ": " + line).hasSameSizeAs(columns);
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < columns.length; i++) {
        row.put(columns[i], cells[i]);
      }
      rows.add(row);
    }
    return new Fixture(name, rows);
  }

  public List<Row> rows() {
    return where(row -> true);
  }

  /** The cases that fit, at least five. */
  public List<Row> where(Predicate<Row> filter) {
    List<Row> found = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Row row = new Row(name + " case " + (i + 1) + " " + brief(rows.get(i)), rows.get(i));
      if (filter.test(row)) {
        found.add(row);
      }
    }
    assertThat(found).as("cases in " + name).hasSizeGreaterThanOrEqualTo(5);
    return found;
  }

  private static String brief(Map<String, String> row) {
    String text = row.toString();
    return text.length() <= 160 ? text : text.substring(0, 160) + "…";
  }
}
