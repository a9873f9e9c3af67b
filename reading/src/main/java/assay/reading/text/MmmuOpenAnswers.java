package assay.reading.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What MMMU takes as possible answers in a reply to an open question: of each line the shortest
 * text behind "so", "is", "answer" and their kin (behind "=" too on the last line), or the whole
 * reply; and every number in these. Numbers are doubles rounded to two places, texts are lower
 * case; a text of one letter has a blank before or behind it. Source: parse_open_response of
 * mmmu/utils/eval_utils.py (github.com/MMMU-Benchmark/MMMU). The original means to part sentences
 * at a full stop too, but has lowered the letters by which it knows them, so only lines are parted.
 */
public final class MmmuOpenAnswers {

  private static final List<String> INDICATORS =
      List.of("could be ", "so ", "is ", "thus ", "therefore ", "final ", "answer ", "result ");

  private static final Set<String> TRIVIAL = Set.of(":", ",", ".", "!", "?", ";", "'");

  private MmmuOpenAnswers() {}

  /** What may be the answer in a reply: texts and numbers. */
  public static Set<Object> of(String reply) {
    List<String> keys = keyTexts(reply);
    List<String> all = new ArrayList<>(keys);
    for (String key : keys) {
      all.addAll(MmmuNumbers.in(key));
    }
    Set<Object> normalised = new LinkedHashSet<>();
    for (String one : all) {
      normalised.addAll(normalised(one));
    }
    return normalised;
  }

  /** A text as it is compared: a rounded number, or lower case. */
  public static List<Object> normalised(String text) {
    String stripped = PythonText.strip(text);
    Double number = MmmuNumbers.parse(stripped.replace(",", ""));
    if (number != null) {
      return List.of(round(number));
    }
    String lower = stripped.toLowerCase(Locale.ROOT);
    return lower.codePointCount(0, lower.length()) == 1
        ? List.of(" " + lower, lower + " ")
        : List.of(lower);
  }

  private static Double round(double value) {
    return Double.isFinite(value)
        ? new BigDecimal(value).setScale(2, RoundingMode.HALF_EVEN).doubleValue() + 0.0
        : value;
  }

  private static List<String> keyTexts(String reply) {
    String lower = stripStops(PythonText.strip(reply)).toLowerCase(Locale.ROOT);
    String[] lines = lower.split("\n", -1);
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < lines.length; i++) {
      String shortest = "";
      for (String indicator : INDICATORS) {
        shortest = shorter(shortest, lines[i], indicator);
      }
      if (i == lines.length - 1) {
        shortest = shorter(shortest, lines[i], "=");
      }
      if (!shortest.isEmpty() && !TRIVIAL.contains(shortest)) {
        keys.add(shortest);
      }
    }
    return keys.isEmpty() ? List.of(lower) : keys;
  }

  private static String shorter(String shortest, String line, String indicator) {
    int at = line.lastIndexOf(indicator);
    if (at < 0) {
      return shortest;
    }
    String tail = PythonText.strip(line.substring(at + indicator.length()));
    return shortest.isEmpty() || tail.length() < shortest.length() ? tail : shortest;
  }

  private static String stripStops(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && text.charAt(from) == '.') {
      from++;
    }
    while (to > from && text.charAt(to - 1) == '.') {
      to--;
    }
    return text.substring(from, to);
  }
}
