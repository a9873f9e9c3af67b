package assay.evaluation.published;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of a table the rows' comparators can mean. Rows of one set can bear one system's name
 * twice; then n, the unit and the whole tell which is meant, or nothing does.
 */
public final class Comparators {

  private final Map<Named, List<PrintedRow>> bySystem = new HashMap<>();

  private record Named(String set, String system) {}

  /** Of this table. */
  public Comparators(List<PrintedRow> rows) {
    for (PrintedRow row : rows) {
      bySystem
          .computeIfAbsent(new Named(row.set(), row.system()), named -> new ArrayList<>())
          .add(row);
    }
  }

  /** Whether the comparator is the row's own system. */
  public static boolean isItself(PrintedRow row) {
    return row.comparator() != null && row.comparator().equals(row.system());
  }

  /**
   * The rows that the comparator can mean: more than one only where they print different things and
   * no column tells which; none where no row bears the name.
   */
  public List<PrintedRow> of(PrintedRow row) {
    if (row.comparator() == null || isItself(row)) {
      return List.of();
    }
    List<PrintedRow> all = bySystem.getOrDefault(new Named(row.set(), row.comparator()), List.of());
    all = narrowed(all, other -> other.value() != null);
    all = narrowed(all, other -> Objects.equals(other.n(), row.n()));
    all = narrowed(all, other -> Objects.equals(other.whole(), row.whole()));
    all = narrowed(all, other -> other.unit() == row.unit());
    if (all.size() > 1) {
      PrintedRow first = all.getFirst();
      if (all.stream().allMatch(other -> isAlike(first, other))) {
        return List.of(first);
      }
    }
    return List.copyOf(all);
  }

  /** The row that the comparator means; null where none or several can be. */
  @Nullable PrintedRow only(PrintedRow row) {
    List<PrintedRow> all = of(row);
    return all.size() == 1 ? all.getFirst() : null;
  }

  /** Those for which it holds, if there are any and more than one to choose from. */
  private static List<PrintedRow> narrowed(List<PrintedRow> rows, Predicate<PrintedRow> holds) {
    if (rows.size() < 2) {
      return rows;
    }
    List<PrintedRow> some = rows.stream().filter(holds).toList();
    return some.isEmpty() ? rows : some;
  }

  /** Whether both say the same to a row that is compared with them. */
  private static boolean isAlike(PrintedRow one, PrintedRow other) {
    return Objects.equals(one.value(), other.value())
        && one.unit() == other.unit()
        && Objects.equals(one.n(), other.n());
  }
}
