package assay.report.table;

import java.util.List;
import java.util.function.Consumer;

/** The rows of a long table, put out as they come once the first ones have said how wide it is. */
public final class TextRows {

  private static final int LOOKED_AT = 500;

  private final TextTable table;
  private final int columns;
  private final Consumer<String> out;
  private TextTable.Layout layout;
  private boolean laidOut;
  private long rows;

  /**
   * Rows of an empty table.
   *
   * @param columns width of the terminal
   * @param out is given lines, each with its line end
   */
  public TextRows(TextTable table, int columns, Consumer<String> out) {
    this.table = table;
    this.columns = columns;
    this.out = out;
    this.layout = table.layout(columns, "");
  }

  /**
   * Adds a row.
   *
   * @throws IllegalArgumentException if it has not one cell a column
   */
  public void add(String... cells) {
    rows++;
    if (laidOut) {
      out.accept(layout.line(List.of(cells).stream().map(TextTable::harmless).toList()));
      return;
    }
    table.row(cells);
    if (table.size() == LOOKED_AT) {
      layOut();
    }
  }

  private void layOut() {
    layout = table.layout(columns, "");
    laidOut = true;
    out.accept(layout.head());
    table.take().forEach(row -> out.accept(layout.line(row)));
  }

  /** Puts out what still waits; says how many rows there were. */
  public long end() {
    if (!laidOut && rows > 0) {
      layOut();
    }
    if (rows > 0) {
      String foot = layout.foot();
      if (!foot.isEmpty()) {
        out.accept(foot);
      }
    }
    return rows;
  }
}
