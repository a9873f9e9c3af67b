package assay.report.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A table of text with a line of headings. Columns are as wide as their widest cell. Where that is
 * more than the terminal has, columns that can be done without are left out first, and named below
 * the table; then those that may shrink are cut with an ellipsis; what is still too wide runs over,
 * whole. Control characters in cells become blanks, so what a data file holds cannot steer the
 * terminal.
 */
public final class TextTable {

  private static final String GAP = "  ";
  private static final int NARROWEST = 8;

  /** How a column stands. */
  public enum Align {
    LEFT,
    RIGHT,
    /** Left, and cut at the end where the table is too wide. */
    SHRINK,
    /**
     * Left, and cut where the table is too wide, in the middle or wherever else different cells go
     * on looking different: ids, names and paths.
     */
    SHRINK_NAME;

    boolean shrinks() {
      return this == SHRINK || this == SHRINK_NAME;
    }

    /**
     * As much of a cell as fits; all of it where the column does not shrink.
     *
     * @param names how names are cut in this column
     */
    String fitting(String cell, int width, NameCut names) {
      return switch (this) {
        case LEFT, RIGHT -> cell;
        case SHRINK -> DisplayWidth.cut(cell, width);
        case SHRINK_NAME -> names.of(cell, width);
      };
    }
  }

  /**
   * A column.
   *
   * @param dispensable 0 for one that always stands; of others the highest goes first
   */
  private record Column(String heading, Align align, int dispensable) {}

  private final List<Column> columns = new ArrayList<>();
  private final List<List<String>> rows = new ArrayList<>();

  /** Adds a column. */
  public TextTable column(String heading, Align align) {
    columns.add(new Column(harmless(heading), align, 0));
    return this;
  }

  /**
   * Adds a column that is left out where there is no room.
   *
   * @param rank from 1; the highest is left out first
   */
  public TextTable optional(String heading, Align align, int rank) {
    columns.add(new Column(harmless(heading), align, rank));
    return this;
  }

  /**
   * Adds a row.
   *
   * @throws IllegalArgumentException if it has not one cell a column
   */
  public TextTable row(String... cells) {
    return row(Arrays.asList(cells));
  }

  /**
   * Adds a row.
   *
   * @throws IllegalArgumentException if it has not one cell a column
   */
  public TextTable row(List<String> cells) {
    if (cells.size() != columns.size()) {
      throw new IllegalArgumentException(
          "a row of " + cells.size() + " cells: expected " + columns.size());
    }
    rows.add(cells.stream().map(TextTable::harmless).toList());
    return this;
  }

  public boolean isEmpty() {
    return rows.isEmpty();
  }

  public int size() {
    return rows.size();
  }

  /** Hands the rows out and forgets them. */
  List<List<String>> take() {
    List<List<String>> taken = List.copyOf(rows);
    rows.clear();
    return taken;
  }

  /**
   * The table in lines.
   *
   * @param width columns of the terminal
   * @param indent put before every line
   */
  public String render(int width, String indent) {
    Layout layout = layout(width, indent);
    StringBuilder out = new StringBuilder(layout.head());
    rows.forEach(row -> out.append(layout.line(row)));
    return out.append(layout.foot()).toString();
  }

  /** How the rows so far are best laid out; further rows can be put into it. */
  Layout layout(int width, String indent) {
    int room = width - indent.length();
    int[] widths =
        IntStream.range(0, columns.size())
            .map(
                i ->
                    Math.max(
                        DisplayWidth.of(columns.get(i).heading()),
                        rows.stream().mapToInt(row -> DisplayWidth.of(row.get(i))).max().orElse(0)))
            .toArray();
    List<Integer> kept = new ArrayList<>(IntStream.range(0, columns.size()).boxed().toList());
    while (total(kept, widths) > room) {
      int worst = -1;
      for (int i : kept) {
        int rank = columns.get(i).dispensable();
        worst = rank > 0 && (worst < 0 || rank > columns.get(worst).dispensable()) ? i : worst;
      }
      if (worst < 0) {
        break;
      }
      kept.remove(Integer.valueOf(worst));
    }
    for (int over = total(kept, widths) - room; over > 0; over--) {
      int widest = -1;
      for (int i : kept) {
        boolean shrinks = columns.get(i).align().shrinks() && widths[i] > NARROWEST;
        widest = shrinks && (widest < 0 || widths[i] > widths[widest]) ? i : widest;
      }
      if (widest < 0) {
        break;
      }
      widths[widest]--;
    }
    List<NameCut> cuts =
        IntStream.range(0, columns.size())
            .mapToObj(
                i ->
                    NameCut.best(
                        columns.get(i).align() == Align.SHRINK_NAME
                            ? rows.stream().map(row -> row.get(i)).toList()
                            : List.of(),
                        widths[i]))
            .toList();
    return new Layout(kept, widths, cuts, indent);
  }

  private static int total(List<Integer> kept, int[] widths) {
    return kept.stream().mapToInt(i -> widths[i] + GAP.length()).sum() - GAP.length();
  }

  /** Which columns stand, and how wide. */
  final class Layout {

    private final List<Integer> kept;
    private final int[] widths;
    private final List<NameCut> cuts;
    private final String indent;

    private Layout(List<Integer> kept, int[] widths, List<NameCut> cuts, String indent) {
      this.kept = kept;
      this.widths = widths;
      this.cuts = cuts;
      this.indent = indent;
    }

    /** The line of headings. */
    String head() {
      return line(columns.stream().map(Column::heading).toList());
    }

    /** The line of a row. */
    String line(List<String> cells) {
      StringBuilder line = new StringBuilder(indent);
      for (int i : kept) {
        Align align = columns.get(i).align();
        String whole = cells.get(i);
        String cell = align.fitting(whole, widths[i], cuts.get(i));
        String space = " ".repeat(Math.max(0, widths[i] - DisplayWidth.of(cell)));
        line.append(i == kept.getFirst() ? "" : GAP);
        line.append(align == Align.RIGHT ? space + cell : cell + space);
      }
      return line.toString().stripTrailing() + "\n";
    }

    /** Names the columns that were left out, if any. */
    String foot() {
      List<String> missing =
          IntStream.range(0, columns.size())
              .filter(i -> !kept.contains(i))
              .mapToObj(i -> columns.get(i).heading())
              .toList();
      return missing.isEmpty()
          ? ""
          : indent + "not shown (too narrow): " + String.join(", ", missing) + "\n";
    }
  }

  /** The text with every control character turned into a blank. */
  public static String harmless(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().forEach(c -> out.appendCodePoint(steers(c) ? ' ' : c));
    return out.toString();
  }

  private static boolean steers(int c) {
    boolean direction = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    return direction || Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE;
  }
}
