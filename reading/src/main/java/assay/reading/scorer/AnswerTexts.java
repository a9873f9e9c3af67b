package assay.reading.scorer;

import assay.core.Answer;
import assay.core.Target;
import assay.reading.text.Folding;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Answers and targets as texts, for scorers that compare texts: yes and no are words too. */
final class AnswerTexts {

  private AnswerTexts() {}

  /** The answer as text, or null where it is of a kind that is no text. */
  static @Nullable String said(Answer answer) {
    return switch (answer) {
      case Answer.Text text -> text.text();
      case Answer.YesNo yesNo -> word(yesNo.yes());
      case Answer.Choice choice -> null;
      case Answer.Number number -> null;
      case Answer.Date date -> null;
      case Answer.Labels labels -> null;
    };
  }

  /** The right texts; empty where the target is of a kind that is no text. */
  static List<String> right(Target target) {
    return switch (target) {
      case Target.Text text -> text.references();
      case Target.YesNo yesNo -> List.of(word(yesNo.yes()));
      case Target.Choice choice -> List.of();
      case Target.Number number -> List.of();
      case Target.Date date -> List.of();
      case Target.Labels labels -> List.of();
      case Target.Unstated unstated -> List.of();
    };
  }

  /** Labels for comparison: case, and blanks and full stops around them, make no difference. */
  static SortedSet<String> labels(SortedSet<String> labels) {
    SortedSet<String> plain = new TreeSet<>();
    for (String label : labels) {
      String folded = Folding.folded(label).strip();
      int end = folded.length();
      while (end > 1 && (folded.charAt(end - 1) == '.' || folded.charAt(end - 1) == ' ')) {
        end--;
      }
      plain.add(folded.substring(0, end));
    }
    return plain;
  }

  private static String word(boolean yes) {
    return yes ? "yes" : "no";
  }
}
