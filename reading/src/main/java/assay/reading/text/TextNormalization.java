package assay.reading.text;

import java.text.Normalizer;
import java.util.Locale;

/** Ways to make texts comparable. Each says what it keeps. */
public final class TextNormalization {

  private TextNormalization() {}

  /**
   * Letters and digits in lower case, parted by single blanks: Unicode compatibility composition
   * (NFKC: full-width as narrow, ligatures as letters), digits of every script as ASCII, every
   * other character but combining marks a blank. Accents, articles and the order of words stay. A
   * point or comma between two digits stays, so that 2.5 is not 25; a minus before a digit stays.
   */
  public static String plain(String text) {
    String composed =
        Normalizer.isNormalized(text, Normalizer.Form.NFKC)
            ? text
            : Normalizer.normalize(text, Normalizer.Form.NFKC);
    String lower = composed.toLowerCase(Locale.ROOT);
    StringBuilder out = new StringBuilder(lower.length());
    boolean blank = false;
    for (int i = 0; i < lower.length(); ) {
      int c = lower.codePointAt(i);
      int next = i + Character.charCount(c);
      if (keeps(c) || isInner(lower, i, c)) {
        if (blank && !out.isEmpty()) {
          out.append(' ');
        }
        blank = false;
        int digit = Character.digit(c, 10);
        out.appendCodePoint(digit >= 0 && Character.isDigit(c) ? '0' + digit : c);
      } else {
        blank = true;
      }
      i = next;
    }
    return out.toString();
  }

  /** The text without accents: canonical decomposition, combining marks dropped. */
  public static String withoutAccents(String text) {
    String parts = Normalizer.normalize(text, Normalizer.Form.NFD);
    StringBuilder out = new StringBuilder(parts.length());
    for (int i = 0; i < parts.length(); i++) {
      if (Character.getType(parts.charAt(i)) != Character.NON_SPACING_MARK) {
        out.append(parts.charAt(i));
      }
    }
    return out.toString();
  }

  private static boolean keeps(int c) {
    int type = Character.getType(c);
    return Character.isLetterOrDigit(c)
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }

  private static boolean isInner(String text, int i, int c) {
    boolean digitAfter = i + 1 < text.length() && Character.isDigit(text.charAt(i + 1));
    boolean digitBefore = i > 0 && Character.isDigit(text.charAt(i - 1));
    if (c == '.' || c == ',') {
      return digitBefore && digitAfter;
    }
    boolean free = i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1));
    return (c == '-' || c == '\u2212') && digitAfter && free;
  }
}
