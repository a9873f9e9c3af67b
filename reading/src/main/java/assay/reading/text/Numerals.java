package assay.reading.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds numbers in a text: digits of any script, thousands marks, decimal point or (by language)
 * decimal comma, signs, exponents ({@code 1.2e-3}, {@code 1.2 × 10^3}), the unit behind them.
 * Numbers that belong to a name ({@code T4}, {@code 2nd}, {@code 3D}) are none.
 */
public final class Numerals {

  /**
   * A number in a text.
   *
   * @param start where it begins, sign included
   * @param end behind its last digit
   * @param unitEnd behind its unit; {@code end} where it has none
   * @param value finite
   * @param unit the unit as written, folded, or null
   * @param bound whether it is a bound ({@code < 5}, {@code at least 5}) or an end of a range
   */
  public record Found(
      int start, int end, int unitEnd, double value, @Nullable String unit, boolean bound) {

    Found asBound() {
      return new Found(start, end, unitEnd, value, unit, true);
    }

    private Found withUnitOf(Found other) {
      return unit != null ? this : new Found(start, end, other.unitEnd, value, other.unit, bound);
    }
  }

  /** No text holds more numbers than are worth looking at. */
  private static final int MOST = 10_000;

  private static final int MOST_DIGITS = 400;

  private static final Set<String> DECIMAL_COMMA =
      Set.of(
          "de", "es", "pt", "fr", "it", "nl", "pl", "ru", "uk", "tr", "sv", "da", "nb", "no", "fi",
          "cs", "sk", "hu", "ro", "bg", "el", "hr", "sr", "sl", "id", "vi", "ca");

  private static final List<String> BOUNDS =
      List.of(
          "<",
          ">",
          "\u2264",
          "\u2265",
          "less than",
          "more than",
          "greater than",
          "at least",
          "at most",
          "up to",
          "over",
          "under",
          "below",
          "above",
          "fewer than",
          "smaller than",
          "larger than",
          "exceeding");

  private Numerals() {}

  /** Whether numbers of this language are written with a decimal comma. */
  public static boolean decimalComma(String language) {
    int dash = language.indexOf('-');
    String primary = dash < 0 ? language : language.substring(0, dash);
    return DECIMAL_COMMA.contains(primary.toLowerCase(Locale.ROOT));
  }

  /**
   * All numbers between two places of a folded text, in order.
   *
   * @param language BCP 47 tag, decides what a comma means
   */
  public static List<Found> all(char[] folded, int from, int to, String language) {
    boolean comma = decimalComma(language);
    List<Found> found = new ArrayList<>();
    int i = from;
    while (i < to && found.size() < MOST) {
      int digit = Character.digit(folded[i], 10);
      boolean point = folded[i] == '.' && i + 1 < to && Character.digit(folded[i + 1], 10) >= 0;
      if (digit < 0 && !point) {
        i++;
        continue;
      }
      if (partOfName(folded, i, from)) {
        i = endOfName(folded, i, to);
        continue;
      }
      Found number = read(folded, i, from, to, comma);
      if (number == null) {
        i = endOfName(folded, i, to);
        continue;
      }
      if (!found.isEmpty() && isSpread(folded, found.getLast(), number)) {
        found.add(found.removeLast().withUnitOf(number));
      } else {
        found.add(number);
      }
      i = number.unitEnd();
    }
    return Intervals.marked(found, folded, to, language);
  }

  /** "14 ± 2 mm": the second says how sure the first is. */
  private static boolean isSpread(char[] folded, Found value, Found number) {
    String between = new String(folded, value.unitEnd(), number.start() - value.unitEnd()).strip();
    return between.equals("\u00B1") || between.equals("+/-") || between.equals("+-");
  }

  private static boolean partOfName(char[] folded, int digit, int from) {
    int before = digit - 1;
    if (before >= from && folded[before] == '-' && before - 1 >= from) {
      before--;
      return Character.isLetter(folded[before]) && !Alphabets.isUnspaced(folded[before]);
    }
    return before >= from
        && (Character.isLetter(folded[before]) || folded[before] == '_' || folded[before] == '^')
        && !Alphabets.isUnspaced(folded[before]);
  }

  private static int endOfName(char[] folded, int start, int to) {
    int i = start + 1;
    while (i < to && (Alphabets.isSpacedWord(folded[i]) || isInnerPoint(folded, i, to))) {
      i++;
    }
    return i;
  }

  private static boolean isInnerPoint(char[] folded, int i, int to) {
    return folded[i] == '.' && i + 1 < to && Character.digit(folded[i + 1], 10) >= 0;
  }

  private static @Nullable Found read(
      char[] folded, int first, int from, int to, boolean decimalComma) {
    StringBuilder digits = new StringBuilder();
    int start = first;
    if (first > from && (folded[first - 1] == '-' || folded[first - 1] == '+')) {
      int before = first - 2;
      boolean free = before < from || !Character.isLetterOrDigit(folded[before]);
      if (free) {
        start = first - 1;
        if (folded[start] == '-') {
          digits.append('-');
        }
      }
    }
    int end = mantissa(folded, first, to, decimalComma, digits);
    if (end < 0) {
      return null;
    }
    end = exponent(folded, end, to, digits);
    if (digits.length() > MOST_DIGITS) {
      return null;
    }
    double value = Double.parseDouble(digits.toString());
    if (!Double.isFinite(value)) {
      return null;
    }
    int unitStart = end;
    while (unitStart < to && folded[unitStart] == ' ' && unitStart < end + 2) {
      unitStart++;
    }
    if (unitStart < to && folded[unitStart] == '-' && unitStart == end) {
      unitStart++;
    }
    int unitEnd = Units.endOfUnit(folded, unitStart, to);
    if (unitEnd == unitStart) {
      boolean glued = end < to && Character.isLetter(folded[end]);
      if (glued && !Alphabets.isUnspaced(folded[end])) {
        return null;
      }
      boolean bound = bounded(folded, start, end, from, to);
      return new Found(start, end, end, value, null, bound);
    }
    String unit = new String(folded, unitStart, unitEnd - unitStart);
    return new Found(start, end, unitEnd, value, unit, bounded(folded, start, unitEnd, from, to));
  }

  /** Reads digits with their marks; behind them, or -1 where it is no number. */
  private static int mantissa(
      char[] folded, int first, int to, boolean decimalComma, StringBuilder digits) {
    int i = first;
    boolean point = false;
    boolean grouped = false;
    while (i < to) {
      int digit = Character.digit(folded[i], 10);
      if (digit >= 0) {
        digits.append((char) ('0' + digit));
        i++;
        continue;
      }
      int group = digitsFrom(folded, i + 1, to);
      boolean mark = folded[i] == ',' || folded[i] == '.' || folded[i] == '\u066B';
      if (!mark || group == 0) {
        break;
      }
      grouped |= folded[i] == ',' && thousands(folded, i, to);
      boolean parts = folded[i] == '.' && decimalComma && group == 3 && i + 4 < to;
      if (parts && !point && folded[i + 4] == ',' && digitsFrom(folded, i + 5, to) > 0) {
        i++; // 1.234,5
        continue;
      }
      boolean decimal = folded[i] != ',' || (decimalComma && !grouped);
      if (folded[i] == ',' && !decimal && (group != 3 || point || i == first)) {
        break;
      }
      if (decimal) {
        if (point) {
          return -1; // 1.2.3 is a section or a version, no number
        }
        point = true;
        digits.append('.');
      }
      i++;
    }
    return i;
  }

  /** Whether a comma parts thousands even where the language has decimal commas: two of them. */
  private static boolean thousands(char[] folded, int comma, int to) {
    int second = comma + 4;
    return digitsFrom(folded, comma + 1, to) == 3
        && second < to
        && folded[second] == ','
        && digitsFrom(folded, second + 1, to) == 3;
  }

  private static int digitsFrom(char[] folded, int start, int to) {
    int i = start;
    while (i < to && i < start + 4 && Character.digit(folded[i], 10) >= 0) {
      i++;
    }
    return i - start;
  }

  private static int exponent(char[] folded, int end, int to, StringBuilder digits) {
    int i = end;
    if (i + 1 < to && folded[i] == 'e') {
      return exponentDigits(folded, i + 1, to, digits, end);
    }
    while (i < to && folded[i] == ' ') {
      i++;
    }
    boolean times = i < to && (folded[i] == 'x' || folded[i] == '\u00D7' || folded[i] == '*');
    if (!times) {
      return end;
    }
    i++;
    while (i < to && folded[i] == ' ') {
      i++;
    }
    if (i + 2 < to && folded[i] == '1' && folded[i + 1] == '0' && folded[i + 2] == '^') {
      return exponentDigits(folded, i + 3, to, digits, end);
    }
    if (i + 2 < to && folded[i] == '1' && folded[i + 1] == '0') {
      return superscript(folded, i + 2, to, digits, end);
    }
    return end;
  }

  private static int exponentDigits(
      char[] folded, int start, int to, StringBuilder digits, int otherwise) {
    int i = start;
    boolean brace = i < to && folded[i] == '{';
    if (brace) {
      i++;
    }
    StringBuilder exponent = new StringBuilder("e");
    if (i < to && (folded[i] == '-' || folded[i] == '+')) {
      exponent.append(folded[i]);
      i++;
    }
    int first = i;
    while (i < to && i < first + 4 && Character.digit(folded[i], 10) >= 0) {
      exponent.append((char) ('0' + Character.digit(folded[i], 10)));
      i++;
    }
    if (i == first || (i < to && Character.isLetterOrDigit(folded[i]) && !brace)) {
      return otherwise;
    }
    digits.append(exponent);
    return brace && i < to && folded[i] == '}' ? i + 1 : i;
  }

  private static int superscript(
      char[] folded, int start, int to, StringBuilder digits, int otherwise) {
    StringBuilder exponent = new StringBuilder("e");
    int i = start;
    if (i < to && folded[i] == '\u207B') {
      exponent.append('-');
      i++;
    }
    int first = i;
    while (i < to && i < first + 3) {
      int digit = "\u2070\u00B9\u00B2\u00B3\u2074\u2075\u2076\u2077\u2078\u2079".indexOf(folded[i]);
      if (digit < 0) {
        break;
      }
      exponent.append((char) ('0' + digit));
      i++;
    }
    if (i == first) {
      return otherwise;
    }
    digits.append(exponent);
    return i;
  }

  /** Whether a word or sign before it, or a second number behind it, makes it a bound. */
  private static boolean bounded(char[] folded, int start, int end, int from, int to) {
    int before = start;
    while (before > from && folded[before - 1] == ' ') {
      before--;
    }
    for (String bound : BOUNDS) {
      int at = before - bound.length();
      if (at >= from && matches(folded, at, bound)) {
        boolean word = Character.isLetter(bound.charAt(0));
        if (!word || at == from || !Character.isLetter(folded[at - 1])) {
          return true;
        }
      }
    }
    return rangeBehind(folded, end, to) || rangeBefore(folded, start, from);
  }

  private static boolean rangeBehind(char[] folded, int end, int to) {
    int i = end;
    while (i < to && folded[i] == ' ') {
      i++;
    }
    if (i < to && (folded[i] == '-' || folded[i] == '~')) {
      i++;
    } else if (i + 2 < to && folded[i] == 't' && folded[i + 1] == 'o' && folded[i + 2] == ' ') {
      i += 2;
    } else {
      return false;
    }
    while (i < to && (folded[i] == ' ' || folded[i] == '+')) {
      i++;
    }
    return i < to && Character.digit(folded[i], 10) >= 0;
  }

  private static boolean rangeBefore(char[] folded, int start, int from) {
    int i = start - 1;
    while (i >= from && folded[i] == ' ') {
      i--;
    }
    if (i >= from && (folded[i] == '-' || folded[i] == '~')) {
      i--;
    } else if (i - 1 >= from && folded[i] == 'o' && folded[i - 1] == 't' && i + 1 < start) {
      i -= 2;
      if (i >= from && folded[i] != ' ') {
        return false;
      }
    } else {
      return false;
    }
    while (i >= from && folded[i] == ' ') {
      i--;
    }
    if (i >= from && Character.digit(folded[i], 10) >= 0) {
      return true;
    }
    // "3 cm to 5 cm": a unit stands between
    int letters = i;
    while (letters >= from && Character.isLetter(folded[letters]) && letters > i - 12) {
      letters--;
    }
    while (letters >= from && folded[letters] == ' ') {
      letters--;
    }
    return letters < i && letters >= from && Character.digit(folded[letters], 10) >= 0;
  }

  private static boolean matches(char[] folded, int at, String text) {
    for (int i = 0; i < text.length(); i++) {
      if (folded[at + i] != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
