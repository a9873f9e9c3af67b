package assay.reading.text;

/**
 * Folds characters one by one, so that a folded text is as long as the text: lower case by
 * Unicode's simple mapping (whatever the locale), full-width forms as narrow ones, every white
 * space but line ends a space, quotation marks, dashes and colons their plain forms.
 */
public final class Folding {

  private static final char[] TABLE = table();

  private Folding() {}

  /** Folds a text. */
  public static char[] fold(String text) {
    char[] chars = text.toCharArray();
    for (int i = 0; i < chars.length; i++) {
      chars[i] = TABLE[chars[i]];
    }
    return chars;
  }

  /** Folds one character. */
  public static char fold(char c) {
    return TABLE[c];
  }

  /** Folds a text to a text. */
  public static String folded(String text) {
    return new String(fold(text));
  }

  private static char[] table() {
    char[] table = new char[Character.MAX_VALUE + 1];
    for (int c = 0; c < table.length; c++) {
      table[c] = foldOne((char) c);
    }
    return table;
  }

  private static char foldOne(char c) {
    return switch (c) {
      case '\n', '\r', '\u2028', '\u2029', '\u0085' -> '\n';
      case '\u2018', '\u2019', '\u201A', '\u201B', '\u2032', '\u05F3', '\u00B4', '\u02BC' -> '\'';
      case '\u201C', '\u201D', '\u201E', '\u201F', '\u2033', '\u00AB', '\u00BB', '\u05F4' -> '"';
      case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015', '\u2212', '\u05BE' -> '-';
      // Marks of direction and joiners have no width; as a blank they part nothing that matters.
      case '\u200B', '\u200C', '\u200D', '\u200E', '\u200F', '\u2060', '\uFEFF', '\u00AD' -> ' ';
      case '\u202A',
          '\u202B',
          '\u202C',
          '\u202D',
          '\u202E',
          '\u2066',
          '\u2067',
          '\u2068',
          '\u2069' ->
          ' ';
      case '\u3002', '\uFF61', '\uFF0E', '\u0964', '\u06D4' -> '.';
      case '\u3001', '\u060C', '\uFF64' -> ',';
      case '\u061B' -> ';';
      case '\u061F' -> '?';
      case '\uFE55', '\u05C3', '\u2236' -> ':';
      // Turkish dotted capital I has no simple lower-case form of one character but this.
      case '\u0130' -> 'i';
      default -> {
        if (c >= '\uFF01' && c <= '\uFF5E') {
          yield Character.toLowerCase((char) (c - 0xFEE0));
        }
        if (c <= ' ' || Character.isSpaceChar(c) || Character.isWhitespace(c)) {
          yield ' ';
        }
        yield Character.toLowerCase(c);
      }
    };
  }
}
