package assay.reading.text;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Blanks out what a reply strikes through as Markdown does, {@code ~~A. Gout~~}: its writer took it
 * back. The marks stand close to the words, on one line; two tildes that mean "about" do not count.
 */
final class StruckText {

  private static final String MARK = "~~";

  private StruckText() {}

  /** The text with struck passages turned into blanks; the same object where there is none. */
  static String hide(String text) {
    int open = text.indexOf(MARK);
    if (open < 0) {
      return text;
    }
    char @Nullable [] chars = null;
    while (open >= 0) {
      int close = text.indexOf(MARK, open + 2);
      if (close < 0) {
        break;
      }
      if (!encloses(text, open + 2, close)) {
        open = close;
        continue;
      }
      chars = chars == null ? text.toCharArray() : chars;
      Arrays.fill(chars, open, close + 2, ' ');
      open = text.indexOf(MARK, close + 2);
    }
    return chars == null ? text : new String(chars);
  }

  private static boolean encloses(String text, int start, int end) {
    if (end <= start || text.charAt(start) <= ' ' || text.charAt(end - 1) <= ' ') {
      return false;
    }
    int lineEnd = text.indexOf('\n', start);
    return lineEnd < 0 || lineEnd > end;
  }
}
