package assay.reading.text;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * English numbers written as words: "seven", "seventy-two", "one hundred and five", "two and a
 * half". A fraction alone ("two-thirds", "half") and a word tied to another by a hyphen
 * ("three-vessel") are no numbers.
 */
public final class NumberWords {

  /**
   * A number in words.
   *
   * @param end behind it
   * @param value the number
   */
  public record Found(int end, double value) {}

  private static final Map<String, Integer> UNITS = new HashMap<>();
  private static final Map<String, Integer> TENS = new HashMap<>();
  private static final Map<String, Integer> SCALES =
      Map.of("hundred", 100, "thousand", 1_000, "million", 1_000_000);

  private static final Phrases HALF = Phrases.parse(" and a half| and one half");

  static {
    String[] units =
        ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
                + " fifteen sixteen seventeen eighteen nineteen")
            .split(" ");
    for (int i = 0; i < units.length; i++) {
      UNITS.put(units[i], i);
    }
    String[] tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
    for (int i = 0; i < tens.length; i++) {
      TENS.put(tens[i], 20 + 10 * i);
    }
  }

  private NumberWords() {}

  /** The number whose first word begins here, or null where the word begins none. */
  public static @Nullable Found at(char[] folded, int start, int to) {
    double total = 0; // of the thousands and millions that are closed
    int part = 0; // below a thousand
    int i = start;
    int end = -1;
    int last = Integer.MAX_VALUE; // what the word before may still take: tens, then units
    while (i < to) {
      int wordEnd = endOfWord(folded, i, to);
      String word = new String(folded, i, wordEnd - i);
      Integer scale = end < 0 ? null : SCALES.get(word);
      Integer tens = TENS.get(word);
      Integer unit = UNITS.get(word);
      if (scale != null && scale == 100 && part > 0 && part < 100) {
        part *= 100;
        last = 100;
      } else if (scale != null && scale > 100 && part > 0) {
        total += (double) part * scale;
        part = 0;
        last = Integer.MAX_VALUE;
      } else if (tens != null && last > 10) {
        part += tens;
        last = 10;
      } else if (unit != null && (unit < 10 ? last > 1 : last > 10)) {
        part += unit;
        last = 1;
      } else if (!(word.equals("and") && (last == 100 || total > 0) && end >= 0)) {
        break;
      }
      end = word.equals("and") ? end : wordEnd;
      boolean joins = wordEnd + 1 < to && (folded[wordEnd] == ' ' || folded[wordEnd] == '-');
      if (!joins || !Character.isLetter(folded[wordEnd + 1])) {
        break;
      }
      i = wordEnd + 1;
    }
    if (end < 0 || tiedToWord(folded, start, end, to)) {
      return null;
    }
    int half = HALF.matchAt(folded, end, to);
    return half >= 0 ? new Found(half, total + part + 0.5) : new Found(end, total + part);
  }

  /** Behind "and a half" if that follows a number in digits, else -1. */
  public static int half(char[] folded, int end, int to) {
    return HALF.matchAt(folded, end, to);
  }

  /** "two-thirds", "three-vessel", "one hundred-fold". */
  private static boolean tiedToWord(char[] folded, int start, int end, int to) {
    boolean behind = end + 1 < to && folded[end] == '-' && Character.isLetter(folded[end + 1]);
    boolean before = start > 1 && folded[start - 1] == '-' && Character.isLetter(folded[start - 2]);
    int next = end;
    while (next < to && folded[next] == ' ') {
      next++;
    }
    String word = new String(folded, next, endOfWord(folded, next, to) - next);
    boolean fraction = word.equals("thirds") || word.equals("quarters") || word.equals("fifths");
    return behind || before || fraction;
  }

  private static int endOfWord(char[] folded, int start, int to) {
    int i = start;
    while (i < to && i - start < 16 && folded[i] >= 'a' && folded[i] <= 'z') {
      i++;
    }
    return i;
  }
}
