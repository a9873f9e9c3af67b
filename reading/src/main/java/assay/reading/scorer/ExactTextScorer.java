package assay.reading.scorer;

import assay.core.Answer;
import assay.core.AnswerKind;
import assay.core.Target;
import assay.core.measure.Descriptor;
import assay.core.measure.Score;
import java.util.EnumSet;

/**
 * 1 where the text is one of the references, character by character, else 0. Yes and no compare as
 * the words {@code yes} and {@code no}. Range 0 to 1, more is better; defined for every answer.
 */
public final class ExactTextScorer extends ComparisonScorer {

  public ExactTextScorer() {
    super(
        new Descriptor("exact-text", 1, "equals a reference, character by character", "equality"),
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
    return text;
  }
}
