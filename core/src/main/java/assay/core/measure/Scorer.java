package assay.core.measure;

import assay.core.Answer;
import assay.core.AnswerKind;
import assay.core.Target;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A rule that compares what was read with the target. Stateless, for use by many threads. */
public interface Scorer {

  Descriptor descriptor();

  /** The kinds of target that the rule can compare with. */
  Set<AnswerKind> kinds();

  /** The range with its direction, or null where scores have no bound. */
  @Nullable ScoreRange range();

  /**
   * Whether it says right (the best of its range) or wrong (the worst) and nothing between: then
   * counts of right answers are all there is to know, and tests of counts hold.
   */
  default boolean isRightOrWrong() {
    return false;
  }

  /**
   * Compares an answer with a target; an answer of another kind than the rule can use is wrong, not
   * an error.
   */
  Score compare(Answer answer, Target target);

  /**
   * Scores a reading: what was not read gets the worst value, or is undefined where there is no
   * worst.
   */
  default Score score(Reading reading, Target target) {
    return switch (reading) {
      case Reading.Read read -> compare(read.answer(), target);
      case Reading.Unreadable unreadable -> unread();
      case Reading.Refused refused -> unread();
      case Reading.Truncated truncated -> unread();
    };
  }

  private Score unread() {
    ScoreRange range = range();
    return range == null ? new Score.Undefined("unread") : new Score.Value(range.worst());
  }
}
