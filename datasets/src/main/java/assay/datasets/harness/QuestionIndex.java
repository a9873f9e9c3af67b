package assay.datasets.harness;

import assay.core.Sample;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the sample that a prompt asks: by its words, which stand at the beginning of a line and end
 * where a word ends. A prompt is made plain once, and its words are compared where they stand, so
 * the time grows with its lines and not with their square.
 */
final class QuestionIndex {

  private final Map<String, Sample> byId = new LinkedHashMap<>();
  private final TreeMap<String, List<Sample>> byQuestion = new TreeMap<>();
  private final String[] questions;

  QuestionIndex(Stream<Sample> samples) {
    samples.forEach(
        sample -> {
          byId.put(sample.id(), sample);
          byQuestion
              .computeIfAbsent(LoggedGold.plain(sample.question()), q -> new ArrayList<>())
              .add(sample);
        });
    byQuestion.remove("");
    questions = byQuestion.keySet().toArray(String[]::new);
  }

  /** By id where both the id and the question fit, else by the question; null where none fits. */
  @Nullable Sample find(LoggedTrial trial) {
    Sample named = byId.get(trial.id());
    Plain asked = Plain.of(trial.asked());
    if (named != null
        && (asked.text().isEmpty() || asked.text().contains(LoggedGold.plain(named.question())))) {
      return named;
    }
    Sample whole =
        only(trial.question() == null ? asked.text() : LoggedGold.plain(trial.question()));
    if (whole != null) {
      return whole;
    }
    Sample found = null;
    for (int start : asked.starts()) {
      String question = longest(asked.text(), start);
      Sample here = question == null ? null : only(question);
      found = here == null ? found : here; // worked examples stand before what is asked
    }
    return found;
  }

  private @Nullable Sample only(String question) {
    List<Sample> same = byQuestion.getOrDefault(question, List.of());
    return same.size() == 1 ? same.getFirst() : null;
  }

  /**
   * The longest question that stands at a place of a text. What sorts last before the text at that
   * place either stands there, or shares with it all that a shorter question can share.
   */
  private @Nullable String longest(String text, int start) {
    int end = text.length();
    while (end > start) {
      int at = floor(text, start, end);
      if (at < 0) {
        return null;
      }
      String question = questions[at];
      int common = common(question, text, start, end);
      if (common == question.length() && wordEnds(text, start + common)) {
        return question;
      }
      end = start + Math.min(common, question.length() - 1);
    }
    return null;
  }

  private static boolean wordEnds(String text, int at) {
    return at >= text.length()
        || !Character.isLetterOrDigit(text.codePointAt(at))
        || !Character.isLetterOrDigit(text.codePointBefore(at));
  }

  /** The last question that does not sort behind a part of a text; −1 where there is none. */
  private int floor(String text, int start, int end) {
    int low = 0;
    int high = questions.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (compare(questions[middle], text, start, end) <= 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }

  private static int compare(String question, String text, int start, int end) {
    int common = common(question, text, start, end);
    if (common == question.length() || start + common == end) {
      return Integer.compare(question.length(), end - start);
    }
    return Character.compare(question.charAt(common), text.charAt(start + common));
  }

  private static int common(String question, String text, int start, int end) {
    int most = Math.min(question.length(), end - start);
    int common = 0;
    while (common < most && question.charAt(common) == text.charAt(start + common)) {
      common++;
    }
    return common;
  }

  /**
   * A text without differences that do not count, line by line.
   *
   * @param text all lines that are not blank, with a blank between
   * @param starts where they begin
   */
  private record Plain(String text, List<Integer> starts) {
    static Plain of(String text) {
      StringBuilder plain = new StringBuilder();
      List<Integer> starts = new ArrayList<>();
      text.lines()
          .map(LoggedGold::plain)
          .filter(line -> !line.isEmpty())
          .forEach(
              line -> {
                plain.append(plain.isEmpty() ? "" : " ");
                starts.add(plain.length());
                plain.append(line);
              });
      return new Plain(plain.toString(), starts);
    }
  }
}
