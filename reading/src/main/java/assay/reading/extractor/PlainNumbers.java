package assay.reading.extractor;

/** Decimal numbers in plain notation: an optional sign, ASCII digits, an optional point. */
final class PlainNumbers {

  private static final int LONGEST = 400;

  private PlainNumbers() {}

  static boolean isPlain(String text) {
    int i = !text.isEmpty() && (text.charAt(0) == '-' || text.charAt(0) == '+') ? 1 : 0;
    int digits = 0;
    boolean point = false;
    for (; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '.' && !point) {
        point = true;
      } else if (c >= '0' && c <= '9') {
        digits++;
      } else {
        return false;
      }
    }
    return digits > 0 && text.length() <= LONGEST;
  }
}
