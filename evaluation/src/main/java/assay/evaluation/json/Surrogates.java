package assay.evaluation.json;

import java.util.Locale;

/**
 * Halves of characters without their other half. Java's texts and JSON's escapes may hold them,
 * UTF-8 may not: written unlooked at, each becomes a question mark, and different texts the same.
 */
public final class Surrogates {

  private static final char REPLACEMENT = '\uFFFD';

  private Surrogates() {}

  /** JSON in which each is written as an escape ({@code \}{@code ud800}), so that none is lost. */
  static String escaped(String json) {
    int first = first(json, 0);
    if (first < 0) {
      return json;
    }
    StringBuilder out = new StringBuilder(json.length() + 16);
    int from = 0;
    for (int at = first; at >= 0; at = first(json, at + 1)) {
      out.append(json, from, at);
      out.append(String.format(Locale.ROOT, "\\u%04x", (int) json.charAt(at)));
      from = at + 1;
    }
    return out.append(json, from, json.length()).toString();
  }

  /** The text with U+FFFD, Unicode's replacement character, for each. */
  public static String replaced(String text) {
    int first = first(text, 0);
    if (first < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text);
    for (int at = first; at >= 0; at = first(text, at + 1)) {
      out.setCharAt(at, REPLACEMENT);
    }
    return out.toString();
  }

  /** Place of the first unpaired one, or −1. */
  private static int first(String text, int from) {
    int i = from;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (!Character.isSurrogate(c)) {
        i++;
      } else if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i += 2;
      } else {
        return i;
      }
    }
    return -1;
  }
}
