package assay.evaluation.support;

import assay.core.Answer;
import assay.core.AnswerKind;
import assay.core.Target;
import assay.core.exchange.Presented;
import assay.core.exchange.Reply;
import assay.core.measure.Descriptor;
import assay.core.measure.Extractor;
import assay.core.measure.Reading;
import assay.core.measure.Score;
import assay.core.measure.ScoreRange;
import assay.core.measure.Scorer;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rules by which a reply says itself what is to be made of it: {@code read X}, {@code guess X},
 * {@code unreadable WHY}, {@code refused}, {@code truncated}; and a score that an answer says
 * itself: {@code =0.25}, {@code !why} for an undefined one, else 1 where it is the target's key.
 */
public final class SpokenRules {

  private SpokenRules() {}

  /** The extractor. */
  public static Extractor extractor(String name) {
    return new Extractor() {
      @Override
      public Descriptor descriptor() {
        return new Descriptor(name, 1, "as it says", "");
      }

      @Override
      public Set<AnswerKind> kinds() {
        return EnumSet.allOf(AnswerKind.class);
      }

      @Override
      public Reading read(Reply reply, Presented presented) {
        String[] said = reply.text().split(" ", 2);
        return switch (said[0]) {
          case "read" -> new Reading.Read(new Answer.Text(said[1]), null, false);
          case "guess" -> new Reading.Read(new Answer.Text(said[1]), null, true);
          case "unreadable" -> new Reading.Unreadable(said[1]);
          case "refused" -> new Reading.Refused();
          case "truncated" -> new Reading.Truncated();
          default -> throw new AssertionError(reply.text());
        };
      }
    };
  }

  /** The scorer, with a range or without. */
  public static Scorer scorer(String name, @Nullable ScoreRange range) {
    return new Scorer() {
      @Override
      public Descriptor descriptor() {
        return new Descriptor(name, 1, "as it says", "");
      }

      @Override
      public Set<AnswerKind> kinds() {
        return EnumSet.allOf(AnswerKind.class);
      }

      @Override
      public @Nullable ScoreRange range() {
        return range;
      }

      @Override
      public Score compare(Answer answer, Target target) {
        String said = ((Answer.Text) answer).text();
        if (said.startsWith("=")) {
          return new Score.Value(Double.parseDouble(said.substring(1)));
        }
        if (said.startsWith("!")) {
          return new Score.Undefined(said.substring(1));
        }
        boolean right = target instanceof Target.Choice choice && choice.keys().contains(said);
        return new Score.Value(right ? 1 : 0);
      }
    };
  }
}
