package assay.report.table;

/** Text in lines that fit the terminal. */
public final class Paragraph {

  private Paragraph() {}

  /**
   * Breaks one line of text at blanks, and within words that are wider than a whole line, as texts
   * without blanks between words are. Control characters become blanks.
   *
   * @param columns width of the terminal
   * @param first put before the first line
   * @param next put before every other line
   * @return lines, each with its line end
   */
  public static String wrap(String text, int columns, String first, String next) {
    StringBuilder out = new StringBuilder();
    StringBuilder line = new StringBuilder(first);
    int used = DisplayWidth.of(first);
    boolean empty = true;
    for (String word : TextTable.harmless(text).split(" ", -1)) {
      String rest = word;
      if (!empty && used + 1 + DisplayWidth.of(rest) > columns) {
        end(out, line, next);
        used = DisplayWidth.of(next);
        empty = true;
      }
      while (empty && used + DisplayWidth.of(rest) > columns) {
        int fitting = DisplayWidth.fitting(rest, Math.max(1, columns - used));
        line.append(rest, 0, fitting);
        rest = rest.substring(fitting);
        end(out, line, next);
        used = DisplayWidth.of(next);
      }
      if (!empty) {
        line.append(' ');
        used++;
      }
      line.append(rest);
      used += DisplayWidth.of(rest);
      empty = false;
    }
    end(out, line, "");
    return out.toString();
  }

  private static void end(StringBuilder out, StringBuilder line, String next) {
    out.append(line.toString().stripTrailing()).append('\n');
    line.setLength(0);
    line.append(next);
  }
}
