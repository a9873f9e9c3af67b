package assay.reading.scorer;

import assay.core.Answer;
import assay.core.AnswerKind;
import assay.core.Target;
import assay.core.measure.Descriptor;
import assay.core.measure.Reading;
import assay.core.measure.Score;
import assay.core.measure.ScoreRange;
import assay.core.measure.Scorer;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Stands for the score that a recording's publisher gave. A scorer sees a reading and a target,
 * never the reply, so this one cannot know that score: whoever scores a run takes it from {@code
 * Reply.recorded().score()}, read by {@link #score(String)}, and asks this class for name and
 * description only. Compared all the same, everything is undefined ({@code recorded by the
 * publisher}). No range is known beforehand.
 */
public final class RecordedScorer implements Scorer {

  /** The name under which benchmarks ask for it. */
  public static final String NAME = "recorded";

  private static final Descriptor DESCRIPTOR =
      new Descriptor(
          NAME, 1, "the score that the recording states", "the publisher of the recording");

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Set<AnswerKind> kinds() {
    return EnumSet.allOf(AnswerKind.class);
  }

  @Override
  public @Nullable ScoreRange range() {
    return null;
  }

  @Override
  public Score compare(Answer answer, Target target) {
    return new Score.Undefined("recorded by the publisher");
  }

  @Override
  public Score score(Reading reading, Target target) {
    return new Score.Undefined("recorded by the publisher");
  }

  /**
   * A score as recordings write it: a number, or one of {@code true}, {@code Correct}, {@code
   * right}, {@code pass}, {@code C} for 1 and {@code false}, {@code Incorrect}, {@code wrong},
   * {@code fail}, {@code I} for 0, any case.
   *
   * @return undefined where there is none, or none that can be read
   */
  public static Score score(@Nullable String recorded) {
    if (recorded == null || recorded.isBlank()) {
      return new Score.Undefined("recording states no score");
    }
    String text = recorded.strip();
    return switch (text.toLowerCase(java.util.Locale.ROOT)) {
      case "true", "correct", "right", "pass", "passed", "c", "yes" -> new Score.Value(1);
      case "false", "incorrect", "wrong", "fail", "failed", "i", "no" -> new Score.Value(0);
      default -> number(text);
    };
  }

  private static Score number(String text) {
    for (int i = 0; i < text.length(); i++) {
      if ("0123456789+-.eE".indexOf(text.charAt(i)) < 0) {
        return new Score.Undefined("recorded score is not a number");
      }
    }
    try {
      double value = Double.parseDouble(text);
      return Double.isFinite(value)
          ? new Score.Value(value)
          : new Score.Undefined("recorded score is not a number");
    } catch (NumberFormatException e) {
      return new Score.Undefined("recorded score is not a number");
    }
  }
}
