package assay.cli.wiring;

import assay.core.AssayException;
import assay.core.Location;
import assay.core.Problem;
import assay.core.ProblemReport;
import assay.core.data.Row;
import assay.core.data.RowSource;
import assay.core.data.Value;
import assay.datasets.format.Format;
import assay.datasets.format.RowSources;
import assay.datasets.format.TableFile;
import assay.datasets.yaml.Nearest;
import assay.datasets.yaml.YamlDocument;
import assay.datasets.yaml.YamlNode;
import assay.evaluation.published.PrintedP;
import assay.evaluation.published.PrintedRow;
import assay.statistics.published.Grim;
import assay.statistics.published.PrintedNumber;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads a table of printed results, CSV, TSV or YAML, as it was printed: numbers keep their
 * decimals.
 */
public final class PrintedTable {

  private static final List<String> COLUMNS =
      List.of(
          "set",
          "system",
          "value",
          "unit",
          "n",
          "decimals",
          "lower",
          "upper",
          "level",
          "comparator",
          "gain",
          "p",
          "wins",
          "losses",
          "chi2",
          "whole");

  private static final int MOST_ROWS = 100_000;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final ProblemReport problems = new ProblemReport();

  /** A row as its cells say it. */
  private record Cells(Location place, SequencedMap<String, String> cells) {

    @Nullable String get(String column) {
      @Nullable String cell = cells.get(column);
      return cell == null || cell.isBlank() ? null : cell.strip();
    }
  }

  private PrintedTable() {}

  /**
   * Reads a table.
   *
   * @throws AssayException with everything that is wrong with it
   */
  public static List<PrintedRow> read(Path file) {
    PrintedTable table = new PrintedTable();
    String name = file.toString().toLowerCase(Locale.ROOT);
    List<Cells> cells =
        name.endsWith(".yaml") || name.endsWith(".yml") ? table.yaml(file) : table.delimited(file);
    List<PrintedRow> rows = table.rows(cells);
    table.problems.throwIfAny(AssayException.Category.DATA);
    if (rows.isEmpty()) {
      throw AssayException.data(Problem.of("the table has no row").at(file.toString()));
    }
    return rows;
  }

  private List<Cells> delimited(Path file) {
    boolean tabs = file.toString().toLowerCase(Locale.ROOT).endsWith(".tsv");
    List<Cells> all = new ArrayList<>();
    try (RowSource rows = RowSources.open(TableFile.of(file, tabs ? Format.TSV : Format.CSV))) {
      while (rows.hasNext() && all.size() < MOST_ROWS) {
        Row row = rows.next();
        SequencedMap<String, String> cells = new LinkedHashMap<>();
        for (Map.Entry<String, Value> cell : row.values().fields().entrySet()) {
          cells.put(cell.getKey().strip(), cell.getValue().asText());
        }
        all.add(new Cells(row.locate(null), cells));
      }
    }
    return all;
  }

  private List<Cells> yaml(Path file) {
    String text;
    try {
      text = Files.readString(file, StandardCharsets.UTF_8);
    } catch (NoSuchFileException e) {
      throw AssayException.usage(Problem.of("there is no such file").at(file.toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<Cells> all = new ArrayList<>();
    @Nullable YamlNode root = YamlDocument.read(text, file.toString(), problems);
    if (!(root instanceof YamlNode.Sequence list)) {
      if (root != null) {
        problems.add(
            Problem.of("the document is " + root.described())
                .at(file.toString(), (long) root.line(), null)
                .expected("a list of rows"));
      }
      return all;
    }
    for (YamlNode item : list.items()) {
      Location place = new Location(file.toString(), (long) item.line(), null);
      if (item instanceof YamlNode.Mapping mapping) {
        all.add(new Cells(place, cells(mapping, place)));
      } else {
        problems.add(
            Problem.of("a row is " + item.described())
                .at(file.toString(), (long) item.line(), null)
                .expected("a map such as {system: A, value: 83.84, n: 198}"));
      }
    }
    return all;
  }

  private SequencedMap<String, String> cells(YamlNode.Mapping mapping, Location place) {
    SequencedMap<String, String> cells = new LinkedHashMap<>();
    mapping
        .entries()
        .forEach(
            (key, entry) -> {
              if (entry.value() instanceof YamlNode.Scalar scalar) {
                cells.put(key, scalar.type() == YamlNode.ScalarType.NOTHING ? "" : scalar.text());
              } else {
                problems.add(
                    Problem.of("'" + key + "' is " + entry.value().described())
                        .at(place.file(), (long) entry.line(), key)
                        .expected("a number or a word"));
              }
            });
    return cells;
  }

  private List<PrintedRow> rows(List<Cells> all) {
    if (all.isEmpty()) {
      return List.of();
    }
    for (Cells row : all) {
      for (String column : row.cells().keySet()) {
        if (!COLUMNS.contains(column)) {
          problems.add(
              Problem.of("unknown column '" + column + "'")
                  .at(row.place().file(), row.place().line(), column)
                  .expected(Nearest.phrase(column, COLUMNS, 20)));
        }
      }
      if (!problems.isEmpty()) {
        return List.of();
      }
    }
    boolean percent =
        all.stream()
            .map(row -> row.get("value"))
            .anyMatch(text -> text != null && isAboveOne(text));
    List<PrintedRow> rows = new ArrayList<>();
    for (Cells row : all) {
      rows.add(row(row, percent ? Grim.Unit.PERCENT : Grim.Unit.SHARE));
    }
    requireComparators(rows);
    return rows;
  }

  private static boolean isAboveOne(String text) {
    try {
      return new BigDecimal(bare(text)).compareTo(BigDecimal.ONE) > 0;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private PrintedRow row(Cells row, Grim.Unit table) {
    @Nullable String system = row.get("system");
    @Nullable PrintedNumber value = number(row, "value");
    @Nullable PrintedNumber level = number(row, "level");
    return new PrintedRow(
        row.place(),
        orEmpty(row.get("set")),
        orEmpty(system),
        value,
        unit(row, table),
        whole(row, "n"),
        number(row, "lower"),
        number(row, "upper"),
        level(row, level),
        row.get("comparator"),
        number(row, "gain"),
        parsed(row, "p", PrintedP::of),
        whole(row, "wins"),
        whole(row, "losses"),
        number(row, "chi2"),
        row.get("whole"));
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  /** 95 and 95 % are 0.95. */
  private double level(Cells row, @Nullable PrintedNumber level) {
    if (level == null) {
      return 0.95;
    }
    double value =
        (level.value().compareTo(BigDecimal.ONE) > 0
                ? level.value().divide(HUNDRED)
                : level.value())
            .doubleValue();
    if (value > 0 && value < 1) {
      return value;
    }
    fault(row, "level", "is " + level, "a number such as 0.95 or 95 %");
    return 0.95;
  }

  private Grim.Unit unit(Cells row, Grim.Unit table) {
    @Nullable String unit = row.get("unit");
    return switch (unit) {
      case null -> table;
      case "percent", "%" -> Grim.Unit.PERCENT;
      case "share" -> Grim.Unit.SHARE;
      default -> {
        fault(row, "unit", "is '" + unit + "'", "percent or share");
        yield table;
      }
    };
  }

  private @Nullable PrintedNumber number(Cells row, String column) {
    @Nullable PrintedNumber number = parsed(row, column, text -> PrintedNumber.of(bare(text)));
    boolean scaled = List.of("value", "lower", "upper").contains(column);
    @Nullable Long decimals = scaled ? whole(row, "decimals") : null;
    if (number == null || decimals == null) {
      return number;
    }
    try {
      return new PrintedNumber(
          number
              .value()
              .setScale(Math.toIntExact(Math.min(30, decimals)), RoundingMode.UNNECESSARY));
    } catch (ArithmeticException e) {
      fault(row, column, "is " + number, "at most " + decimals + " decimals, as 'decimals' says");
      return number;
    }
  }

  private static String bare(String text) {
    return text.replace("%", "").replace("−", "-").strip();
  }

  private @Nullable Long whole(Cells row, String column) {
    return parsed(
        row,
        column,
        text -> {
          long number = Long.parseLong(text.replace(",", ""));
          if (number < (column.equals("n") ? 1 : 0)) {
            throw new NumberFormatException(text);
          }
          return number;
        });
  }

  private <T> @Nullable T parsed(Cells row, String column, Function<String, T> parser) {
    @Nullable String text = row.get(column);
    if (text == null) {
      return null;
    }
    try {
      return parser.apply(text);
    } catch (IllegalArgumentException e) {
      fault(
          row,
          column,
          "is '" + text + "'",
          switch (column) {
            case "p" -> "a p-value such as 0.03 or <0.001";
            case "n", "wins", "losses", "decimals" -> "a whole number";
            default -> "a number as printed, such as 83.84";
          });
      return null;
    }
  }

  private void fault(Cells row, String column, String what, String expected) {
    problems.add(
        Problem.of("'" + column + "' " + what)
            .at(row.place().file(), row.place().line(), column)
            .expected(expected));
  }

  private void requireComparators(List<PrintedRow> rows) {
    for (PrintedRow row : rows) {
      @Nullable String comparator = row.comparator();
      List<String> known =
          rows.stream()
              .filter(other -> other.set().equals(row.set()))
              .map(PrintedRow::system)
              .toList();
      if (comparator != null && row.value() != null && !known.contains(comparator)) {
        problems.add(
            Problem.of("'comparator' names '" + comparator + "'")
                .at(row.place().file(), row.place().line(), "comparator")
                .expected(Nearest.phrase(comparator, known, 20)));
      }
    }
  }
}
