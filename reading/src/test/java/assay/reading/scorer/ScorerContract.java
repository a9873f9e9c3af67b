package assay.reading.scorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import assay.core.Answer;
import assay.core.AnswerKind;
import assay.core.Target;
import assay.core.Tolerance;
import assay.core.measure.Reading;
import assay.core.measure.Score;
import assay.core.measure.ScoreRange;
import assay.core.measure.Scorer;
import assay.reading.Scorers;
import assay.testkit.generate.Generators;
import assay.testkit.generate.SeededTest;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * What every scorer owes: it compares any answer with any target without throwing, stays within its
 * declared range, gives the best value to the right answer and the worst to what was not read.
 */
abstract class ScorerContract {

  private final Scorer scorer;

  ScorerContract(String name) {
    scorer = Scorers.standard().byName(name);
  }

  /** A target that an answer equal to it must match; any, unless the rule is not made for all. */
  Target easy(AnswerKind kind, Generators draw) {
    return target(kind, draw);
  }

  /** Whether the target itself as the answer has the best value, and not merely a high one. */
  boolean reachesItsBest() {
    return true;
  }

  final Scorer scorer() {
    return scorer;
  }

  @SeededTest(count = 300)
  final void anyAnswerCanBeComparedWithAnyTarget(Generators draw) {
    Target target = target(draw.pick(List.of(AnswerKind.values())), draw);
    Answer answer = answer(draw.pick(List.of(AnswerKind.values())), draw);
    Score score = scorer.compare(answer, target);
    ScoreRange range = scorer.range();
    if (score instanceof Score.Value value && range != null) {
      assertThat(value.value())
          .isBetween(Math.min(range.worst(), range.best()), Math.max(range.worst(), range.best()));
    }
    if (score instanceof Score.Value value && scorer.isRightOrWrong() && range != null) {
      assertThat(value.value()).isIn(range.worst(), range.best());
    }
    if (!scorer.kinds().contains(target.kind())) {
      assertThat(score).isInstanceOf(Score.Undefined.class);
    }
  }

  @SeededTest(count = 100)
  final void theTargetItselfScoresBest(Generators draw) {
    ScoreRange range = scorer.range();
    if (range == null || !reachesItsBest()) {
      return;
    }
    for (AnswerKind kind : scorer.kinds()) {
      Target target = easy(kind, draw);
      Score score = scorer.compare(same(target), target);
      if (score instanceof Score.Value value) {
        assertThat(value.value()).as("%s", target).isCloseTo(range.best(), within(1e-12));
      } else {
        assertThat(score)
            .isIn(new Score.Undefined("no reference"), new Score.Undefined("no order"));
      }
    }
  }

  @Test
  final void whatWasNotReadScoresWorst() {
    for (AnswerKind kind : scorer.kinds()) {
      Target target = target(kind, Generators.of(5));
      ScoreRange range = scorer.range();
      for (Reading reading :
          List.of(
              new Reading.Unreadable("empty"), new Reading.Refused(), new Reading.Truncated())) {
        Score score = scorer.score(reading, target);
        if (range == null) {
          assertThat(score).isInstanceOf(Score.Undefined.class);
        } else {
          assertThat(score).isEqualTo(new Score.Value(range.worst()));
        }
      }
    }
  }

  static Target target(AnswerKind kind, Generators draw) {
    return switch (kind) {
      case CHOICE -> Target.Choice.of(draw.pick(List.of("A", "B", "C")));
      case YES_NO -> new Target.YesNo(draw.oneIn(2));
      case TEXT -> new Target.Text(List.of(draw.text(), draw.texts().plain()));
      case NUMBER ->
          new Target.Number(
              draw.finite(),
              draw.pick(java.util.Arrays.asList(null, "mm", "parsec")),
              new Tolerance.Relative(0.1));
      case DATE -> new Target.Date(LocalDate.ofEpochDay(draw.between(-20000, 40000)));
      case LABELS -> new Target.Labels(new TreeSet<>(draw.listOf(0, 3, draw::text)));
    };
  }

  static Answer answer(AnswerKind kind, Generators draw) {
    return switch (kind) {
      case CHOICE -> Answer.Choice.of(draw.pick(List.of("A", "B", "C")));
      case YES_NO -> new Answer.YesNo(draw.oneIn(2));
      case TEXT -> new Answer.Text(draw.text());
      case NUMBER ->
          new Answer.Number(
              draw.finite(), draw.pick(java.util.Arrays.asList(null, "cm", "kg", "parsec")));
      case DATE -> new Answer.Date(LocalDate.ofEpochDay(draw.between(-20000, 40000)));
      case LABELS -> new Answer.Labels(new TreeSet<>(draw.listOf(0, 3, draw::text)));
    };
  }

  private static Answer same(Target target) {
    return switch (target) {
      case Target.Choice choice -> new Answer.Choice(choice.keys());
      case Target.YesNo yesNo -> new Answer.YesNo(yesNo.yes());
      case Target.Text text -> new Answer.Text(text.references().getLast());
      case Target.Number number -> new Answer.Number(number.value(), number.unit());
      case Target.Date date -> new Answer.Date(date.day());
      case Target.Labels labels -> new Answer.Labels(labels.labels());
      case Target.Unstated unstated -> throw new IllegalStateException("nothing is right");
    };
  }
}
