package assay.reading.scorer;

import assay.core.Answer;
import assay.core.AnswerKind;
import assay.core.Target;
import assay.core.measure.Descriptor;
import assay.core.measure.Score;
import java.util.EnumSet;
import java.util.Locale;

/**
 * 1 where the text equals one of the references in lower case and without outer blanks, else 0. Yes
 * and no compare as the words {@code yes} and {@code no}. Range 0 to 1, more is better; defined for
 * every answer.
 */
public final class StrictTextScorer extends ComparisonScorer {

  public StrictTextScorer() {
    super(
        new Descriptor(
            "strict-text", 1, "equals a reference, but for case and outer blanks", "equality"),
        EnumSet.of(AnswerKind.TEXT, AnswerKind.YES_NO));
  }

  @Override
  Score judge(Answer answer, Target target) {
    String said = AnswerTexts.said(answer);
    if (said == null) {
      return WRONG;
    }
    String plain = plain(said);
    for (String right : AnswerTexts.right(target)) {
      if (plain(right).equals(plain)) {
        return RIGHT;
      }
    }
    return WRONG;
  }

  private static String plain(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }
}
