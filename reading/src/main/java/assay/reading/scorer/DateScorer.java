package assay.reading.scorer;

import assay.core.Answer;
import assay.core.AnswerKind;
import assay.core.Target;
import assay.core.measure.Descriptor;
import assay.core.measure.Score;
import java.util.EnumSet;

/** 1 on the target's day, else 0. Range 0 to 1, more is better; defined for every answer. */
public final class DateScorer extends ComparisonScorer {

  public DateScorer() {
    super(
        new Descriptor("date", 1, "the day is the target's", "equality"),
        EnumSet.of(AnswerKind.DATE));
  }

  @Override
  Score judge(Answer answer, Target target) {
    return of(
        answer instanceof Answer.Date said
            && target instanceof Target.Date gold
            && said.day().equals(gold.day()));
  }
}
