package assay.reading.scorer;

import assay.core.Answer;
import assay.core.AnswerKind;
import assay.core.Target;
import assay.core.measure.Descriptor;
import assay.core.measure.Score;
import assay.reading.text.MmmuOpenAnswers;
import java.util.EnumSet;
import java.util.Set;

/**
 * MMMU's rule for short answers: the whole reply is cut into what may be the answer ({@link
 * MmmuOpenAnswers}); it is right (1) if one of these holds a reference text, or is a reference
 * number when both are rounded to two places, else wrong (0). A reply that names many numbers is
 * right if one of them is. Range 0 to 1, more is better; defined for every answer. Meant for the
 * extractor {@code whole}.
 */
public final class MmmuOpenScorer extends ComparisonScorer {

  public MmmuOpenScorer() {
    super(
        new Descriptor(
            "mmmu-open",
            1,
            "a reference is among what MMMU cuts out of the reply",
            "MMMU, mmmu/utils/eval_utils.py parse_open_response and eval_open"
                + " (github.com/MMMU-Benchmark/MMMU, bb0b95a)"),
        EnumSet.of(AnswerKind.TEXT, AnswerKind.YES_NO));
  }

  @Override
  Score judge(Answer answer, Target target) {
    String said = AnswerTexts.said(answer);
    if (said == null) {
      return WRONG;
    }
    Set<Object> given = MmmuOpenAnswers.of(said);
    for (String reference : AnswerTexts.right(target)) {
      for (Object right : MmmuOpenAnswers.normalised(reference)) {
        if (holds(given, right)) {
          return RIGHT;
        }
      }
    }
    return WRONG;
  }

  private static boolean holds(Set<Object> given, Object right) {
    if (right instanceof Double) {
      return given.contains(right);
    }
    String text = (String) right;
    return given.stream().anyMatch(one -> one instanceof String said && said.contains(text));
  }
}
