package assay.reading.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds days of the calendar in a text: {@code 2021-03-05}, {@code 2021/3/5}, {@code 2021年3月5日},
 * {@code March 5, 2021}, {@code 5 March 2021}, {@code 5 de marzo de 2021}, {@code 05.03.2021}.
 * Where day and month could be swapped ({@code 03/05/2021}) the order must be known, else the day
 * is ambiguous. Years have four digits.
 */
public final class Days {

  /** Which comes first in {@code 03/05/2021}. */
  public enum Order {
    MONTH_FIRST,
    DAY_FIRST,
    UNKNOWN
  }

  /**
   * A day in a text.
   *
   * @param start where it begins
   * @param end behind it
   * @param day the day, or null where day and month could be swapped
   */
  public record Found(int start, int end, @Nullable LocalDate day) {}

  private static final int MOST = 10_000;

  private static final Set<String> DAY_FIRST_LANGUAGES =
      Set.of("de", "es", "pt", "fr", "it", "nl", "pl", "ru", "uk", "tr", "cs", "ro", "he", "ar");

  private static final Map<String, Integer> MONTHS = new HashMap<>();

  static {
    months("january february march april may june july august september october november december");
    months("jan feb mar apr may jun jul aug sep oct nov dec");
    months(
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre");
    months(
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro");
    months("janvier février mars avril mai juin juillet août septembre octobre novembre décembre");
    months("januar februar märz april mai juni juli august september oktober november dezember");
    months(
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre"
            + " dicembre");
    MONTHS.put("sept", 9);
  }

  private Days() {}

  /** Whether a folded word is the name of a month. */
  public static boolean isMonth(String word) {
    return MONTHS.containsKey(word);
  }

  /** The order that a language or, before it, a question's own words ("MM/DD/YYYY") settle. */
  public static Order order(String language, String question) {
    String asked = question.toLowerCase(Locale.ROOT);
    if (asked.contains("mm/dd") || asked.contains("month/day") || asked.contains("m/d/y")) {
      return Order.MONTH_FIRST;
    }
    if (asked.contains("dd/mm") || asked.contains("day/month") || asked.contains("d/m/y")) {
      return Order.DAY_FIRST;
    }
    String tag = language.toLowerCase(Locale.ROOT);
    if (tag.equals("en-us")) {
      return Order.MONTH_FIRST;
    }
    int dash = tag.indexOf('-');
    String primary = dash < 0 ? tag : tag.substring(0, dash);
    boolean dayFirst = DAY_FIRST_LANGUAGES.contains(primary) || (primary.equals("en") && dash > 0);
    return dayFirst ? Order.DAY_FIRST : Order.UNKNOWN;
  }

  /** All days between two places of a folded text, in order. */
  public static List<Found> all(char[] folded, int from, int to, Order order) {
    List<Found> found = new ArrayList<>();
    int i = from;
    while (i < to && found.size() < MOST) {
      char c = folded[i];
      char before = i == from ? ' ' : folded[i - 1];
      boolean startsToken =
          !Character.isLetterOrDigit(before)
              || (Alphabets.isUnspaced(before) && !Character.isDigit(before));
      Found day = null;
      if (startsToken && Character.digit(c, 10) >= 0) {
        day = fromDigits(folded, i, to, order);
      } else if (startsToken && Character.isLetter(c)) {
        day = fromMonthName(folded, i, to);
      }
      if (day == null) {
        i++;
      } else {
        found.add(day);
        i = day.end();
      }
    }
    return found;
  }

  private static @Nullable Found fromDigits(char[] folded, int start, int to, Order order) {
    Cursor cursor = new Cursor(folded, start, to);
    int first = cursor.number();
    int firstDigits = cursor.digits();
    char mark = cursor.mark();
    if (mark != 0) {
      int second = cursor.number();
      if (second >= 0 && cursor.closes(mark)) {
        int third = cursor.number();
        int thirdDigits = cursor.digits();
        cursor.dayEnd(mark);
        if (third >= 0 && cursor.endsToken()) {
          if (firstDigits == 4 && thirdDigits <= 2) {
            return found(start, cursor.at(), date(first, second, third));
          }
          if (firstDigits <= 2 && thirdDigits == 4 && mark != '\u5E74') {
            Order known = mark == '.' && order == Order.UNKNOWN ? Order.DAY_FIRST : order;
            return ordered(start, cursor.at(), first, second, third, known);
          }
        }
      }
      return null;
    }
    if (firstDigits > 2) {
      return null;
    }
    cursor.ordinalEnd();
    cursor.skip("de ", "of ");
    Integer month = MONTHS.get(cursor.word());
    if (month == null) {
      return null;
    }
    cursor.skipMarks();
    cursor.skip("de ", "of ");
    int year = cursor.number();
    boolean fourDigits = cursor.digits() == 4;
    return fourDigits && cursor.endsToken()
        ? found(start, cursor.at(), date(year, month, first))
        : null;
  }

  private static @Nullable Found fromMonthName(char[] folded, int start, int to) {
    Cursor cursor = new Cursor(folded, start, to);
    Integer month = MONTHS.get(cursor.word());
    if (month == null) {
      return null;
    }
    cursor.skipMarks();
    int day = cursor.number();
    if (day < 0 || cursor.digits() > 2) {
      return null;
    }
    cursor.ordinalEnd();
    cursor.skipMarks();
    int year = cursor.number();
    boolean fourDigits = cursor.digits() == 4;
    return fourDigits && cursor.endsToken()
        ? found(start, cursor.at(), date(year, month, day))
        : null;
  }

  private static @Nullable Found ordered(
      int start, int end, int first, int second, int year, Order order) {
    LocalDate monthFirst = date(year, first, second);
    LocalDate dayFirst = date(year, second, first);
    if (monthFirst == null || dayFirst == null || monthFirst.equals(dayFirst)) {
      return found(start, end, monthFirst == null ? dayFirst : monthFirst);
    }
    return switch (order) {
      case MONTH_FIRST -> new Found(start, end, monthFirst);
      case DAY_FIRST -> new Found(start, end, dayFirst);
      case UNKNOWN -> new Found(start, end, null);
    };
  }

  private static @Nullable Found found(int start, int end, @Nullable LocalDate day) {
    return day == null ? null : new Found(start, end, day);
  }

  /** The day, or null where there is none such. */
  public static @Nullable LocalDate date(int year, int month, int day) {
    try {
      return LocalDate.of(year, month, day);
    } catch (DateTimeException e) {
      return null; // the thirtieth of February: not a day, so nothing is found
    }
  }

  private static void months(String names) {
    String[] words = names.split(" ");
    for (int i = 0; i < words.length; i++) {
      MONTHS.put(words[i], i + 1);
    }
  }

  /** Walks over the parts of a date. */
  private static final class Cursor {
    private final char[] folded;
    private final int to;
    private int at;
    private int digits;

    Cursor(char[] folded, int at, int to) {
      this.folded = folded;
      this.at = at;
      this.to = to;
    }

    int at() {
      return at;
    }

    int digits() {
      return digits;
    }

    /** Up to four digits, or -1. */
    int number() {
      int value = 0;
      digits = 0;
      while (at < to && digits < 5 && Character.digit(folded[at], 10) >= 0) {
        value = value * 10 + Character.digit(folded[at], 10);
        at++;
        digits++;
      }
      return digits == 0 || digits > 4 ? -1 : value;
    }

    /** A mark between numbers, or 0. */
    char mark() {
      boolean digitFollows = at + 1 < to && Character.digit(folded[at + 1], 10) >= 0;
      if (digitFollows && (folded[at] == '-' || folded[at] == '/' || folded[at] == '.')) {
        return folded[at++];
      }
      if (at < to && (folded[at] == '\u5E74' || folded[at] == '\uB144')) {
        at++;
        skipBlanks();
        return '\u5E74';
      }
      return 0;
    }

    boolean closes(char mark) {
      if (at >= to) {
        return false;
      }
      boolean same =
          mark == '\u5E74' ? folded[at] == '\u6708' || folded[at] == '\uC6D4' : folded[at] == mark;
      if (same) {
        at++;
        if (mark == '\u5E74') {
          skipBlanks();
        }
      }
      return same;
    }

    void dayEnd(char mark) {
      if (mark == '\u5E74' && at < to && (folded[at] == '\u65E5' || folded[at] == '\uC77C')) {
        at++;
      }
    }

    boolean endsToken() {
      return at >= to || !Character.isLetterOrDigit(folded[at]) || Alphabets.isUnspaced(folded[at]);
    }

    /** {@code 1st}, {@code 2nd}, {@code 3rd}, {@code 4th}, {@code 1er}, {@code 5.}, {@code 1º}. */
    void ordinalEnd() {
      if (at + 1 < to) {
        String two = new String(folded, at, 2);
        if (Set.of("st", "nd", "rd", "th").contains(two)) {
          at += 2;
        } else if (two.equals("er")) {
          at += 2; // French: le 1er
        } else if (folded[at] == '.' || folded[at] == '\u00BA') {
          at++;
        }
      }
      skipBlanks();
    }

    void skip(String... words) {
      for (String word : words) {
        if (at + word.length() <= to && new String(folded, at, word.length()).equals(word)) {
          at += word.length();
          return;
        }
      }
    }

    void skipMarks() {
      while (at < to && (folded[at] == ' ' || folded[at] == ',' || folded[at] == '.')) {
        at++;
      }
    }

    String word() {
      int start = at;
      while (at < to && at - start < 12 && Character.isLetter(folded[at])) {
        at++;
      }
      return new String(folded, start, at - start);
    }

    private void skipBlanks() {
      while (at < to && folded[at] == ' ') {
        at++;
      }
    }
  }
}
