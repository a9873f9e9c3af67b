package assay.reading.scorer;

import assay.core.Answer;
import assay.core.AnswerKind;
import assay.core.Target;
import assay.core.measure.Descriptor;
import assay.core.measure.Score;
import assay.reading.text.VqaNormalization;
import java.util.EnumSet;

/**
 * 1 where answer and a reference are equal after MUMC's normalisation of both ({@link
 * VqaNormalization#mumc}), else 0. Yes and no compare as the words {@code yes} and {@code no}.
 * Range 0 to 1, more is better; defined for every answer.
 */
public final class MumcScorer extends ComparisonScorer {

  public MumcScorer() {
    super(
        new Descriptor(
            "mumc",
            1,
            "equals a reference after MUMC's normalisation",
            "MUMC, vqaTools/vqaEvaluate.py (github.com/pengfeiliHEU/MUMC); Li et al. 2023,"
                + " arXiv:2307.05314"),
        EnumSet.of(AnswerKind.TEXT, AnswerKind.YES_NO));
  }

  @Override
  Score judge(Answer answer, Target target) {
    String said = AnswerTexts.said(answer);
    if (said == null) {
      return WRONG;
    }
    String plain = VqaNormalization.mumc(said);
    for (String right : AnswerTexts.right(target)) {
      if (VqaNormalization.mumc(right).equals(plain)) {
        return RIGHT;
      }
    }
    return WRONG;
  }
}
