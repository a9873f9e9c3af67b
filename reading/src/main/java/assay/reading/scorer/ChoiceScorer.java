package assay.reading.scorer;

import assay.core.Answer;
import assay.core.AnswerKind;
import assay.core.Target;
import assay.core.measure.Descriptor;
import assay.core.measure.Score;
import java.util.EnumSet;

/**
 * 1 where the keys named are exactly the target's, else 0. Where several keys are right, all of
 * them and no other are to be named. Range 0 to 1, more is better; defined for every answer.
 */
public final class ChoiceScorer extends ComparisonScorer {

  public ChoiceScorer() {
    super(
        new Descriptor("choice", 1, "the keys named are exactly the right ones", "set equality"),
        EnumSet.of(AnswerKind.CHOICE));
  }

  @Override
  Score judge(Answer answer, Target target) {
    return of(
        answer instanceof Answer.Choice choice
            && target instanceof Target.Choice gold
            && choice.keys().equals(gold.keys()));
  }
}
