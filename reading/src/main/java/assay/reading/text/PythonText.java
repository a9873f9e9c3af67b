package assay.reading.text;

/** Blanks as Python knows them, for rules that were published as Python code. */
public final class PythonText {

  private PythonText() {}

  /** Whether {@code str.isspace} holds for the character, which is also what {@code \s} matches. */
  public static boolean isSpace(char c) {
    return switch (c) {
      case '\t', '\n', '\u000B', '\f', '\r', '\u001C', '\u001D', '\u001E', '\u001F', ' ' -> true;
      case '\u0085', '\u00A0', '\u1680', '\u2028', '\u2029', '\u202F', '\u205F', '\u3000' -> true;
      default -> c >= '\u2000' && c <= '\u200A';
    };
  }

  /** Whether {@code \w} matches the character: letters, digits of any script and the underscore. */
  public static boolean isWord(char c) {
    return c == '_' || Character.isLetterOrDigit(c);
  }

  /** The text without outer blanks, as {@code str.strip} gives it. */
  public static String strip(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }
}
