package assay.reading.scorer;

import assay.core.Answer;
import assay.core.AnswerKind;
import assay.core.Target;
import assay.core.measure.Descriptor;
import assay.core.measure.Score;
import assay.core.measure.ScoreRange;
import assay.core.measure.Scorer;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * A scorer that says right (1) or wrong (0). An answer of a kind that it cannot compare is wrong; a
 * target of such a kind is undefined, since no answer could be right.
 */
abstract class ComparisonScorer implements Scorer {

  static final Score RIGHT = new Score.Value(1);
  static final Score WRONG = new Score.Value(0);

  private final Descriptor descriptor;
  private final Set<AnswerKind> kinds;

  ComparisonScorer(Descriptor descriptor, Set<AnswerKind> kinds) {
    this.descriptor = descriptor;
    this.kinds = Collections.unmodifiableSet(EnumSet.copyOf(kinds));
  }

  @Override
  public final Descriptor descriptor() {
    return descriptor;
  }

  @Override
  public final Set<AnswerKind> kinds() {
    return kinds;
  }

  @Override
  public final ScoreRange range() {
    return ScoreRange.UNIT;
  }

  @Override
  public final boolean isRightOrWrong() {
    return true;
  }

  @Override
  public final Score compare(Answer answer, Target target) {
    return kinds.contains(target.kind())
        ? judge(answer, target)
        : new Score.Undefined("target of kind " + target.kind().id());
  }

  /** Compares with a target of one of the kinds declared. */
  abstract Score judge(Answer answer, Target target);

  static Score of(boolean right) {
    return right ? RIGHT : WRONG;
  }
}
