package assay.reading.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Numbers as MMMU finds them in a text, in a walk: with thousands commas, in scientific notation,
 * and plain ones that neither an exponent nor a comma follows. Source: extract_numbers of
 * mmmu/utils/eval_utils.py (github.com/MMMU-Benchmark/MMMU).
 */
final class MmmuNumbers {

  private static final int LONGEST = 400;

  private MmmuNumbers() {}

  /** All numbers as written, those with commas first, then scientific ones, then plain ones. */
  static List<String> in(String text) {
    List<String> numbers = new ArrayList<>();
    List<String> scientific = new ArrayList<>();
    List<String> plain = new ArrayList<>();
    int i = 0;
    int commaEnd = 0;
    int scientificEnd = 0;
    int plainEnd = 0;
    while (i < text.length()) {
      int start = i;
      int first = text.charAt(i) == '-' ? i + 1 : i;
      int run = digits(text, first);
      if (i >= commaEnd) {
        int end = withCommas(text, i, first, run);
        if (end > 0) {
          numbers.add(text.substring(i, end));
          commaEnd = end;
        }
      }
      int fraction = run > first && at(text, run) == '.' ? digits(text, run + 1) : run;
      int mantissa = fraction > run + 1 ? fraction : run;
      if (i >= scientificEnd && run > first) {
        int end = exponent(text, mantissa);
        if (end > 0) {
          scientific.add(text.substring(i, end));
          scientificEnd = end;
        }
      }
      if (i >= plainEnd) {
        int end = plain(text, first, run, mantissa);
        if (end > 0) {
          plain.add(text.substring(i, end));
          plainEnd = end;
        }
      }
      // A number never begins within a run of digits in which none began before.
      i = first == i && run > first ? run : start + 1;
    }
    numbers.addAll(scientific);
    numbers.addAll(plain);
    return numbers;
  }

  /** A text that Python's float takes, or null. */
  static @Nullable Double parse(String text) {
    int i = !text.isEmpty() && (text.charAt(0) == '-' || text.charAt(0) == '+') ? 1 : 0;
    int run = digits(text, i);
    int fraction = at(text, run) == '.' ? digits(text, run + 1) : run;
    int count = (run - i) + Math.max(0, fraction - run - 1);
    if (count == 0 || text.length() > LONGEST) {
      return null;
    }
    int end = exponent(text, fraction);
    int whole = end > 0 ? end : fraction;
    return whole == text.length() ? Double.valueOf(ascii(text)) : null;
  }

  private static int withCommas(String text, int start, int first, int run) {
    boolean boundary = first > start || start == 0 || !PythonText.isWord(text.charAt(start - 1));
    if (!boundary || run == first || run - first > 3) {
      return 0;
    }
    int end = 0;
    int i = run;
    while (at(text, i) == ',' && digits(text, i + 1) >= i + 4) {
      int next = i + 4;
      boolean ends = next >= text.length() || !PythonText.isWord(text.charAt(next));
      end = ends ? next : end;
      i = next;
      if (digits(text, next) > next) {
        break;
      }
    }
    return end;
  }

  private static int exponent(String text, int mantissa) {
    if (at(text, mantissa) != 'e' && at(text, mantissa) != 'E') {
      return 0;
    }
    int sign = mantissa + 1;
    int first = at(text, sign) == '+' || at(text, sign) == '-' ? sign + 1 : sign;
    int end = digits(text, first);
    return end > first ? end : 0;
  }

  private static int plain(String text, int first, int run, int mantissa) {
    if (run > first) {
      if (mantissa > run && free(text, mantissa)) {
        return mantissa;
      }
      boolean boundary = run >= text.length() || !PythonText.isWord(text.charAt(run));
      return boundary && free(text, run) ? run : 0;
    }
    if (at(text, first) == '.') {
      int end = digits(text, first + 1);
      return end > first + 1 && free(text, end) ? end : 0;
    }
    return 0;
  }

  /** Whether no exponent, comma or digit follows. */
  private static boolean free(String text, int end) {
    return exponent(text, end) == 0 && at(text, end) != ',' && digits(text, end) == end;
  }

  private static int digits(String text, int start) {
    int i = start;
    while (i < text.length() && Character.isDigit(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static char at(String text, int i) {
    return i < text.length() ? text.charAt(i) : '\0';
  }

  private static String ascii(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      int digit = Character.digit(text.charAt(i), 10);
      boolean isDigit = Character.isDigit(text.charAt(i));
      out.append(isDigit ? (char) ('0' + digit) : text.charAt(i));
    }
    return out.toString();
  }
}
