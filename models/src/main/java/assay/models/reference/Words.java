package assay.models.reference;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What stands in a question's text: its words, numbers and days. */
final class Words {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
  private static final Pattern NUMBER =
      Pattern.compile("(?<![\\p{L}\\p{N}.])\\d{1,15}(?:\\.\\d{1,15})?");

  private Words() {}

  static List<String> of(String text) {
    return WORD.matcher(text).results().map(MatchResult::group).toList();
  }

  /** The first number of the text, or 0. */
  static double firstNumber(String text) {
    return NUMBER
        .matcher(text)
        .results()
        .findFirst()
        .map(MatchResult::group)
        .map(Double::valueOf)
        .orElse(0.0);
  }
}
