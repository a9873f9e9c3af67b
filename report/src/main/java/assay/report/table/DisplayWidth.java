package assay.report.table;

/**
 * How many columns of a terminal a text takes: wide East Asian characters and emoji two, combining
 * marks none.
 */
final class DisplayWidth {

  private DisplayWidth() {}

  static int of(String text) {
    return text.codePoints().map(DisplayWidth::of).sum();
  }

  /**
   * The longest beginning that fits into so many columns, with an ellipsis where something was cut.
   */
  static String cut(String text, int columns) {
    return of(text) <= columns ? text : text.substring(0, fitting(text, columns - 1)) + '…';
  }

  /** The longest end that fits into so many columns, behind an ellipsis where something was cut. */
  static String cutAtTheBeginning(String text, int columns) {
    if (of(text) <= columns) {
      return text;
    }
    int start = text.length();
    int used = 1; // the ellipsis
    while (start > 0) {
      int c = text.codePointBefore(start);
      if (used + of(c) > columns) {
        break;
      }
      used += of(c);
      start -= Character.charCount(c);
    }
    return '…' + text.substring(start);
  }

  /** How many characters from the beginning fit into so many columns; at least one code point. */
  static int fitting(String text, int columns) {
    int used = 0;
    int end = 0;
    while (end < text.length()) {
      int c = text.codePointAt(end);
      if (used + of(c) > columns && end > 0) {
        break;
      }
      used += of(c);
      end += Character.charCount(c);
    }
    return end;
  }

  private static int of(int c) {
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    boolean wide =
        (c >= 0x1100 && c <= 0x115F)
            || (c >= 0x2E80 && c <= 0xA4CF)
            || (c >= 0xAC00 && c <= 0xD7A3)
            || (c >= 0xF900 && c <= 0xFAFF)
            || (c >= 0xFE30 && c <= 0xFE6F)
            || (c >= 0xFF00 && c <= 0xFF60)
            || (c >= 0xFFE0 && c <= 0xFFE6)
            || (c >= 0x1F300 && c <= 0x1FAFF)
            || (c >= 0x20000 && c <= 0x3FFFD);
    return wide ? 2 : 1;
  }
}
