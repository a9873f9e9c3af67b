package assay.reading.text;

/**
 * Recordings often hold line ends written out as a backslash and an {@code n}. They are turned into
 * line ends of the same length (a space and a line end), unless a small letter follows, as in the
 * command {@code \neq} of a formula.
 */
final class EscapedLines {

  private EscapedLines() {}

  static String restore(String text) {
    int at = text.indexOf("\\n");
    if (at < 0) {
      return text;
    }
    char[] chars = text.toCharArray();
    while (at >= 0) {
      int next = at + 2;
      if (next >= chars.length || !Character.isLowerCase(chars[next])) {
        chars[at] = ' ';
        chars[at + 1] = '\n';
      }
      at = text.indexOf("\\n", next);
    }
    return new String(chars);
  }
}
