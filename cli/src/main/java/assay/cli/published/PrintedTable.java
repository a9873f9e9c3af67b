package assay.cli.published;

import assay.cli.published.TableCells.Cells;
import assay.core.AssayException;
import assay.core.Location;
import assay.core.Problem;
import assay.core.ProblemReport;
import assay.datasets.yaml.Nearest;
import assay.evaluation.published.Comparators;
import assay.evaluation.published.PrintedP;
import assay.evaluation.published.PrintedRow;
import assay.statistics.published.Grim;
import assay.statistics.published.PrintedNumber;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
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

  /** No paper counts more; tests of counts reckon with them. */
  private static final long MOST_ITEMS = 1_000_000_000;

  /** Columns in the row's unit. */
  private static final List<String> SCALED = List.of("value", "lower", "upper");

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final ProblemReport problems = new ProblemReport();
  private final Set<Location> faulty = new HashSet<>();

  /** Where a fault is of the whole table: no row of it can be told. */
  private boolean unreadable;

  private PrintedTable() {}

  /** Whether a column has this name. */
  static boolean isColumn(String name) {
    return COLUMNS.contains(name);
  }

  /**
   * What a table says.
   *
   * @param rows those without a fault, at least one
   * @param problems what is wrong with the others
   */
  public record Rows(List<PrintedRow> rows, ProblemReport problems) {
    public Rows {
      rows = List.copyOf(rows);
    }
  }

  /**
   * Reads a table.
   *
   * @throws AssayException with everything that is wrong with it, if no row is without a fault
   */
  public static Rows read(Path file) {
    PrintedTable table = new PrintedTable();
    List<PrintedRow> rows = table.rows(new TableCells(table.problems).read(file));
    if (rows.isEmpty() || table.unreadable) {
      table.problems.throwIfAny(AssayException.Category.DATA);
    }
    if (rows.isEmpty()) {
      throw AssayException.data(Problem.of("the table has no row").at(file.toString()));
    }
    return new Rows(rows, table.problems);
  }

  private List<PrintedRow> rows(List<Cells> all) {
    if (all.isEmpty()) {
      return List.of();
    }
    for (Cells row : all) {
      for (String column : row.cells().keySet()) {
        if (!COLUMNS.contains(column)) {
          unreadable = true;
          problems.add(
              Problem.of("unknown column '" + column + "'")
                  .at(row.place().file(), row.place().line(), column)
                  .expected(Nearest.phrase(column, COLUMNS, 20)));
        }
      }
      if (unreadable) {
        return List.of();
      }
    }
    List<PrintedRow> rows = new ArrayList<>();
    List<Grim.Unit> units = new Units(all).ofRows();
    for (int i = 0; i < all.size(); i++) {
      rows.add(row(all.get(i), units.get(i)));
    }
    requireComparators(rows);
    return sound(rows);
  }

  /** Those without a fault; a whole of which a part is missing is none that could add up. */
  private List<PrintedRow> sound(List<PrintedRow> rows) {
    Set<List<String>> broken = new HashSet<>();
    for (PrintedRow row : rows) {
      if (row.whole() != null && faulty.contains(row.place())) {
        broken.add(List.of(row.set(), row.whole()));
      }
    }
    return rows.stream()
        .filter(row -> !faulty.contains(row.place()))
        .map(
            row ->
                row.whole() != null && broken.contains(List.of(row.set(), row.whole()))
                    ? row.alone()
                    : row)
        .toList();
  }

  /**
   * In what unit values are printed: as the row says, by its {@code unit} or a printed {@code %};
   * rows that say nothing share a unit, which their values tell where all are above 1 or none is.
   */
  private final class Units {

    private final List<Cells> all;
    private boolean above;
    private boolean below;

    Units(List<Cells> all) {
      this.all = all;
      for (Cells row : all) {
        if (said(row) == null) {
          for (String column : SCALED) {
            see(row.get(column));
          }
        }
      }
    }

    /** What is no number is told elsewhere; 0 is the same in both. */
    private void see(@Nullable String text) {
      try {
        BigDecimal value = text == null ? BigDecimal.ZERO : new BigDecimal(bare(text)).abs();
        above |= value.compareTo(BigDecimal.ONE) > 0;
        below |= value.signum() != 0 && value.compareTo(BigDecimal.ONE) <= 0;
      } catch (NumberFormatException e) {
        return;
      }
    }

    private Grim.@Nullable Unit said(Cells row) {
      @Nullable String unit = row.get("unit");
      boolean sign =
          SCALED.stream().map(row::get).anyMatch(cell -> cell != null && cell.contains("%"));
      return switch (unit) {
        case null -> sign ? Grim.Unit.PERCENT : null;
        case "percent", "%" -> Grim.Unit.PERCENT;
        case "share" -> Grim.Unit.SHARE;
        default -> null;
      };
    }

    List<Grim.Unit> ofRows() {
      List<Grim.Unit> units = new ArrayList<>();
      boolean told = false;
      for (Cells row : all) {
        Grim.@Nullable Unit said = said(row);
        @Nullable String unit = row.get("unit");
        if (said == null && unit != null) {
          fault(row, "unit", "is '" + unit + "'", "percent or share");
        } else if (said == Grim.Unit.SHARE
            && SCALED.stream().map(row::get).anyMatch(c -> c != null && c.contains("%"))) {
          fault(row, "unit", "is share beside a printed %", "one of the two");
        } else if (said == null && row.get("value") != null && above && below && !told) {
          fault(
              row,
              "unit",
              "is missing, and values above 1 and others up to 1 stand in one table",
              "percent or share in each row, or a % at the value");
          unreadable = true;
          told = true;
        }
        units.add(said == null ? (above ? Grim.Unit.PERCENT : Grim.Unit.SHARE) : said);
      }
      return units;
    }
  }

  private PrintedRow row(Cells row, Grim.Unit unit) {
    @Nullable String system = row.get("system");
    @Nullable PrintedNumber value = number(row, "value");
    @Nullable PrintedNumber level = number(row, "level");
    return new PrintedRow(
        row.place(),
        orEmpty(row.get("set")),
        orEmpty(system),
        value,
        unit,
        whole(row, "n"),
        number(row, "lower"),
        number(row, "upper"),
        level(row, level),
        row.get("comparator"),
        number(row, "gain"),
        parsed(row, "p", PrintedP::of),
        whole(row, "wins"),
        whole(row, "losses"),
        chiSquared(row),
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

  private @Nullable PrintedNumber number(Cells row, String column) {
    @Nullable PrintedNumber number = parsed(row, column, text -> PrintedNumber.of(bare(text)));
    boolean scaled = SCALED.contains(column);
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

  /** No square is below 0. */
  private @Nullable PrintedNumber chiSquared(Cells row) {
    return parsed(
        row,
        "chi2",
        text -> {
          PrintedNumber number = PrintedNumber.of(bare(text));
          if (number.value().signum() < 0) {
            throw new IllegalArgumentException(text);
          }
          return number;
        });
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
          if (number < (column.equals("n") ? 1 : 0) || (isCount(column) && number > MOST_ITEMS)) {
            throw new NumberFormatException(text);
          }
          return number;
        });
  }

  private static boolean isCount(String column) {
    return column.equals("wins") || column.equals("losses");
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
            case "p" -> "a p-value such as 0.03, <0.001, >0.05 or n.s.";
            case "chi2" -> "a number of at least 0, such as 4.75";
            case "n" -> "a whole number of at least 1";
            case "decimals" -> "a whole number";
            case "wins", "losses" -> "a whole number up to " + MOST_ITEMS;
            default -> "a number as printed, such as 83.84";
          });
      return null;
    }
  }

  private void fault(Cells row, String column, String what, String expected) {
    faulty.add(row.place());
    problems.add(
        Problem.of("'" + column + "' " + what)
            .at(row.place().file(), row.place().line(), column)
            .expected(expected));
  }

  private void requireComparators(List<PrintedRow> rows) {
    Map<String, SequencedSet<String>> known = new HashMap<>();
    for (PrintedRow row : rows) {
      known.computeIfAbsent(row.set(), set -> new LinkedHashSet<>()).add(row.system());
    }
    Comparators comparators = new Comparators(rows);
    for (PrintedRow row : rows) {
      @Nullable String comparator = row.comparator();
      SequencedSet<String> systems = known.getOrDefault(row.set(), new LinkedHashSet<>());
      List<PrintedRow> candidates = comparators.of(row);
      if (comparator == null) {
        continue;
      }
      if (Comparators.isItself(row)) {
        comparatorFault(
            row,
            Problem.of("'comparator' names '" + comparator + "', the row's own system"),
            "another system" + ofSet(row));
      } else if (candidates.size() > 1) {
        comparatorFault(
            row,
            Problem.of(
                "'comparator' names '"
                    + comparator
                    + "', which "
                    + lines(candidates)
                    + " are, with different numbers"),
            "a system that one row" + ofSet(row) + " has, or one of them with the n of this row");
      } else if (row.value() != null && !systems.contains(comparator)) {
        comparatorFault(
            row,
            Problem.of(
                "'comparator' names '"
                    + comparator
                    + "', and no row "
                    + (row.set().isEmpty() ? "" : "of the set '" + row.set() + "' ")
                    + "has that system"),
            Nearest.phrase(comparator, systems, 20));
      }
    }
  }

  private void comparatorFault(PrintedRow row, Problem problem, String expected) {
    faulty.add(row.place());
    problems.add(
        problem.at(row.place().file(), row.place().line(), "comparator").expected(expected));
  }

  private static String ofSet(PrintedRow row) {
    return row.set().isEmpty() ? "" : " of the set '" + row.set() + "'";
  }

  /** {@code lines 2 and 3}. */
  private static String lines(List<PrintedRow> rows) {
    List<String> lines = rows.stream().map(row -> String.valueOf(row.place().line())).toList();
    int last = lines.size() - 1;
    return "lines " + String.join(", ", lines.subList(0, last)) + " and " + lines.get(last);
  }
}
