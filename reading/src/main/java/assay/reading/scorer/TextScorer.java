package assay.reading.scorer;

import assay.core.Answer;
import assay.core.AnswerKind;
import assay.core.Target;
import assay.core.measure.Descriptor;
import assay.core.measure.Score;
import assay.reading.text.TextNormalization;
import java.util.EnumSet;

/**
 * 1 where the text equals one of the references after {@link TextNormalization#plain}: Unicode
 * compatibility forms, letters and digits only, lower case, single blanks; accents and articles
 * stay. Yes and no compare as the words {@code yes} and {@code no}. Range 0 to 1, more is better.
 * Undefined ({@code no reference}) where every reference is empty once normalised.
 */
public final class TextScorer extends ComparisonScorer {

  public TextScorer() {
    super(
        new Descriptor(
            "text",
            1,
            "equals a reference, but for case, punctuation and blanks",
            "Assay, docs/guide/reading-answers.md"),
        EnumSet.of(AnswerKind.TEXT, AnswerKind.YES_NO));
  }

  @Override
  Score judge(Answer answer, Target target) {
    String said = AnswerTexts.said(answer);
    String plain = said == null ? "" : TextNormalization.plain(said);
    boolean reference = false;
    for (String right : AnswerTexts.right(target)) {
      String wanted = TextNormalization.plain(right);
      if (wanted.isEmpty()) {
        continue;
      }
      reference = true;
      if (wanted.equals(plain)) {
        return RIGHT;
      }
    }
    return reference ? WRONG : new Score.Undefined("no reference");
  }
}
