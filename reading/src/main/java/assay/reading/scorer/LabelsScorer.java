package assay.reading.scorer;

import assay.core.Answer;
import assay.core.AnswerKind;
import assay.core.Target;
import assay.core.measure.Descriptor;
import assay.core.measure.Score;
import java.util.EnumSet;

/**
 * 1 where the labels named are exactly the target's, compared without regard to case and to blanks
 * and full stops around them, else 0; two empty sets are equal. Range 0 to 1, more is better;
 * defined for every answer.
 */
public final class LabelsScorer extends ComparisonScorer {

  public LabelsScorer() {
    super(
        new Descriptor(
            "labels",
            1,
            "the labels named are exactly the right ones, case apart",
            "set equality (subset accuracy)"),
        EnumSet.of(AnswerKind.LABELS));
  }

  @Override
  Score judge(Answer answer, Target target) {
    return of(
        answer instanceof Answer.Labels said
            && target instanceof Target.Labels gold
            && AnswerTexts.labels(said.labels()).equals(AnswerTexts.labels(gold.labels())));
  }
}
