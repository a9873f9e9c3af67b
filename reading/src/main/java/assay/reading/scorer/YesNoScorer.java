package assay.reading.scorer;

import assay.core.Answer;
import assay.core.AnswerKind;
import assay.core.Target;
import assay.core.measure.Descriptor;
import assay.core.measure.Score;
import java.util.EnumSet;

/**
 * 1 where yes or no is as the target says, else 0. Range 0 to 1, more is better; defined for every
 * answer.
 */
public final class YesNoScorer extends ComparisonScorer {

  public YesNoScorer() {
    super(
        new Descriptor("yes-no", 1, "yes or no is as the target says", "equality"),
        EnumSet.of(AnswerKind.YES_NO));
  }

  @Override
  Score judge(Answer answer, Target target) {
    return of(
        answer instanceof Answer.YesNo said
            && target instanceof Target.YesNo gold
            && said.yes() == gold.yes());
  }
}
