package assay.reading.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Tells numbers that are ends of an interval, or one of two, from values: "between 10 and 14 mm",
 * "3 or 4", "10 x 14 mm", "14 mm or less", "14+ mm". Signs and English words before a number ("&lt;
 * 5", "at least 5", "5 to 7") are known to {@link Numerals} itself.
 */
final class Intervals {

  /** Words that make two numbers one interval, or two to choose from, in any language. */
  private static final Set<String> JOINED =
      Set.of("or", "bis", "oder", "x", "\u00D7", "by", "versus", "vs", "hasta", "at\u00E9");

  /** Likewise, but ordinary words of English. */
  private static final Set<String> JOINED_ELSEWHERE = Set.of("a", "\u00E0", "o", "ou", "of");

  /** Words that do so behind "between". */
  private static final Set<String> JOINED_BETWEEN = Set.of("and", "und", "y", "e", "et", "&");

  private static final Phrases BETWEEN =
      Phrases.parse("between|zwischen|entre|tra|fra|either|tussen|mellem|mellan");

  private static final Phrases OPEN =
      Phrases.parse(
          "or less|or more|or greater|or larger|or smaller|or fewer|or above|or below|or higher"
              + "|or lower|or over|or under|and above|and over|oder mehr|oder weniger|o m\u00E1s|o menos"
              + "|ou mais|ou menos|ou plus|ou moins|\u4EE5\u4E0A|\u4EE5\u4E0B");

  private static final int NEAR = 16;

  private Intervals() {}

  /** The same numbers, those that are no values marked as bounds. */
  static List<Numerals.Found> marked(
      List<Numerals.Found> numbers, char[] folded, int to, String language) {
    if (numbers.isEmpty()) {
      return numbers;
    }
    boolean english = language.toLowerCase(Locale.ROOT).startsWith("en");
    List<Numerals.Found> marked = new ArrayList<>(numbers);
    for (int i = 0; i < marked.size(); i++) {
      if (isOpen(folded, marked.get(i), to)) {
        marked.set(i, marked.get(i).asBound());
      }
      if (i > 0 && isJoined(folded, marked.get(i - 1), marked.get(i), english)) {
        marked.set(i - 1, marked.get(i - 1).asBound());
        marked.set(i, marked.get(i).asBound());
      }
    }
    return marked;
  }

  private static boolean isOpen(char[] folded, Numerals.Found number, int to) {
    int i = number.unitEnd();
    boolean plus = number.end() < to && folded[number.end()] == '+';
    if (plus) {
      int next = number.end() + 1;
      return next >= to || folded[next] == ' ' || folded[next] == '.' || folded[next] == ',';
    }
    while (i < to && folded[i] == ' ') {
      i++;
    }
    return OPEN.matchAt(folded, i, to) >= 0;
  }

  private static boolean isJoined(
      char[] folded, Numerals.Found first, Numerals.Found second, boolean english) {
    int gap = second.start() - first.unitEnd();
    if (gap <= 0 || gap > NEAR) {
      return false;
    }
    String between = new String(folded, first.unitEnd(), gap).strip();
    if (JOINED.contains(between) || (!english && JOINED_ELSEWHERE.contains(between))) {
      return true;
    }
    int before = Math.max(0, first.start() - NEAR);
    int end = BETWEEN.find(folded, before, first.start());
    return JOINED_BETWEEN.contains(between) && end >= 0;
  }
}
