package assay.datasets.media;

import java.util.Arrays;
import java.util.Locale;

/**
 * Base64 as it stands in cells of tables: of RFC 4648, with the standard or the URL alphabet, with
 * or without padding, with line breaks and blanks anywhere, and with the head of a data URL ({@code
 * data:image/png;base64,}) before it. Everything else is refused with its place, not passed over.
 */
public final class Base64Text {

  private static final byte[] VALUES = values();
  private static final byte FOREIGN = -1;
  private static final byte BLANK = -2;
  private static final byte PADDING = -3;

  private Base64Text() {}

  private static byte[] values() {
    byte[] values = new byte[128];
    Arrays.fill(values, (byte) -1);
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    for (int i = 0; i < alphabet.length(); i++) {
      values[alphabet.charAt(i)] = (byte) i;
    }
    values['+'] = 62;
    values['-'] = 62;
    values['/'] = 63;
    values['_'] = 63;
    for (char blank : new char[] {' ', '\t', '\r', '\n'}) {
      values[blank] = -2;
    }
    values['='] = -3;
    return values;
  }

  /**
   * The bytes of a text.
   *
   * @throws IllegalArgumentException if it is no Base64, or holds nothing; the message says where
   */
  public static byte[] decode(String text) {
    int start = behindHead(text);
    byte[] bytes = new byte[(int) ((text.length() - start) * 3L / 4) + 3];
    int length = 0;
    int bits = 0;
    int held = 0;
    int padding = 0;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      byte value = c < 128 ? VALUES[c] : FOREIGN;
      if (value == BLANK) {
        continue;
      }
      if (value == PADDING && padding < 2) {
        padding++;
        continue;
      }
      if (value < 0 || padding > 0) {
        throw new IllegalArgumentException(
            String.format(Locale.ROOT, "character %d (U+%04X) is no Base64", i + 1, (int) c));
      }
      bits = (bits << 6) | value;
      held += 6;
      if (held >= 8) {
        held -= 8;
        bytes[length++] = (byte) (bits >> held);
        bits &= (1 << held) - 1;
      }
    }
    if (held == 6) {
      throw new IllegalArgumentException("the Base64 is cut off within a byte");
    }
    if (length == 0) {
      throw new IllegalArgumentException("the text holds no Base64");
    }
    return Arrays.copyOf(bytes, length);
  }

  private static int behindHead(String text) {
    int start = 0;
    while (start < text.length() && text.charAt(start) <= ' ') {
      start++;
    }
    if (!text.regionMatches(true, start, "data:", 0, 5)) {
      return start;
    }
    int comma = text.indexOf(',', start);
    if (comma < 0 || !text.substring(start, comma).toLowerCase(Locale.ROOT).endsWith(";base64")) {
      throw new IllegalArgumentException("the data URL is not of the form data:TYPE;base64,DATA");
    }
    return comma + 1;
  }
}
