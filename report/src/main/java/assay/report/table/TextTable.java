package assay.report.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A table of text with a line of headings. Columns are as wide as their widest cell; where that is
 * more than the terminal has, the columns that may shrink are cut with an ellipsis. Control
 * characters in cells become blanks, so what a data file holds cannot steer the terminal.
 */
public final class TextTable {

  private static final String GAP = "  ";
  private static final int NARROWEST = 8;

  /** How a column stands. */
  public enum Align {
    LEFT,
    RIGHT,
    /** Left, and cut first where the table is too wide. */
    SHRINK
  }

  private final List<String> headings = new ArrayList<>();
  private final List<Align> aligns = new ArrayList<>();
  private final List<List<String>> rows = new ArrayList<>();

  /** Adds a column. */
  public TextTable column(String heading, Align align) {
    headings.add(heading);
    aligns.add(align);
    return this;
  }

  /**
   * Adds a row.
   *
   * @throws IllegalArgumentException if it has not one cell a column
   */
  public TextTable row(String... cells) {
    if (cells.length != headings.size()) {
      throw new IllegalArgumentException(
          "a row of " + cells.length + " cells: expected " + headings.size());
    }
    rows.add(Arrays.stream(cells).map(TextTable::harmless).toList());
    return this;
  }

  public boolean isEmpty() {
    return rows.isEmpty();
  }

  /**
   * The table in lines.
   *
   * @param columns width of the terminal
   * @param indent put before every line
   */
  public String render(int columns, String indent) {
    int[] widths = widths(columns - indent.length());
    StringBuilder out = new StringBuilder();
    line(out, headings, widths, indent);
    rows.forEach(row -> line(out, row, widths, indent));
    return out.toString();
  }

  private int[] widths(int columns) {
    int[] widths = new int[headings.size()];
    for (int i = 0; i < widths.length; i++) {
      int column = i;
      widths[i] =
          Math.max(
              DisplayWidth.of(headings.get(i)),
              rows.stream().mapToInt(row -> DisplayWidth.of(row.get(column))).max().orElse(0));
    }
    int over = Arrays.stream(widths).sum() + GAP.length() * (widths.length - 1) - columns;
    while (over > 0) {
      int widest = -1;
      for (int i = 0; i < widths.length; i++) {
        if (aligns.get(i) == Align.SHRINK
            && widths[i] > NARROWEST
            && (widest < 0 || widths[i] > widths[widest])) {
          widest = i;
        }
      }
      if (widest < 0) {
        break;
      }
      widths[widest]--;
      over--;
    }
    return widths;
  }

  private void line(StringBuilder out, List<String> cells, int[] widths, String indent) {
    StringBuilder line = new StringBuilder(indent);
    for (int i = 0; i < widths.length; i++) {
      String cell = DisplayWidth.cut(cells.get(i), widths[i]);
      String space = " ".repeat(Math.max(0, widths[i] - DisplayWidth.of(cell)));
      line.append(i == 0 ? "" : GAP);
      line.append(aligns.get(i) == Align.RIGHT ? space + cell : cell + space);
    }
    out.append(line.toString().stripTrailing()).append('\n');
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
