package assay.evaluation.scoring;

import assay.core.exchange.Recorded;
import assay.core.measure.Score;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The score that a recording's publisher gave, for the scorer {@code recorded}: numbers from 0 to 1
 * as they are; {@code true}, {@code correct}, {@code right}, {@code yes} are 1, {@code false},
 * {@code incorrect}, {@code wrong}, {@code no} are 0, in any case. Anything else is undefined.
 */
public final class RecordedScore {

  /** Name of the scorer. */
  public static final String NAME = "recorded";

  private RecordedScore() {}

  /** The score of a recorded reply. */
  public static Score of(@Nullable Recorded recorded) {
    if (recorded == null || recorded.score() == null) {
      return new Score.Undefined("no recorded score");
    }
    String text = recorded.score().strip().toLowerCase(Locale.ROOT);
    return switch (text) {
      case "true", "correct", "right", "yes" -> new Score.Value(1);
      case "false", "incorrect", "wrong", "no" -> new Score.Value(0);
      default -> number(text);
    };
  }

  private static Score number(String text) {
    try {
      double value = Double.parseDouble(text);
      if (value >= 0 && value <= 1) {
        return new Score.Value(value);
      }
    } catch (NumberFormatException e) {
      // said below: what is recorded there is no score
    }
    return new Score.Undefined("recorded score is no number from 0 to 1");
  }
}
