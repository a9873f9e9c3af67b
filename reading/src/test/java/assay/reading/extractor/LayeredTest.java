package assay.reading.extractor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import assay.core.Answer;
import assay.core.AnswerKind;
import assay.core.Option;
import assay.core.exchange.FinishReason;
import assay.core.exchange.Presented;
import assay.core.measure.Reading;
import assay.core.measure.Span;
import assay.testkit.generate.Generators;
import assay.testkit.generate.OptionSet;
import assay.testkit.generate.SeededTest;
import java.util.List;
import org.junit.jupiter.api.Test;

class LayeredTest extends ExtractorContract {

  LayeredTest() {
    super("layered");
  }

  @SeededTest(count = 500)
  void whatIsClearlyMeantIsRead(Generators draw) {
    OptionSet set = draw.oneIn(3) ? draw.options().selfReferring() : draw.options().any();
    Presented presented = choice(set);
    String key = draw.pick(set.keys());
    String other = draw.pick(set.keys());
    String plain = draw.replies().meaning(set, key);
    String reply = draw.oneIn(2) ? plain : draw.replies().afterThinking(other, plain);
    assertThat(read(reply, presented))
        .as("%s, reply '%s'", set.asMap(), reply)
        .isInstanceOfSatisfying(
            Reading.Read.class, read -> assertThat(read.answer()).isEqualTo(Answer.Choice.of(key)));
  }

  @SeededTest(count = 100)
  void whatMeansNothingIsNotRead(Generators draw) {
    String reply = draw.replies().meaningNone();
    assertThat(read(reply, choice(draw.options().any())))
        .as(reply)
        .isNotInstanceOf(Reading.Read.class);
  }

  @SeededTest(count = 200)
  void theEvidenceHoldsTheAnswer(Generators draw) {
    OptionSet set = draw.options().any();
    String key = draw.pick(set.keys());
    String reply = draw.replies().meaning(set, key);
    if (read(reply, choice(set)) instanceof Reading.Read(var answer, Span span, boolean guessed)) {
      String evidence = reply.substring(span.start(), span.end());
      assertThat(evidence.contains(key) || evidence.contains(set.text(key)))
          .as("'%s' in '%s'", evidence, reply)
          .isTrue();
    }
  }

  @Test
  void lettersOfRenamedAndDroppedOptionsAreReadByWhatWasShown() {
    Presented presented =
        new Presented(
            AnswerKind.CHOICE,
            "?",
            List.of(new Option("A", "Gout"), new Option("C", "Lupus"), new Option("D", "Asthma")),
            List.of(),
            null,
            "en");
    assertThat(read("The answer is C.", presented)).isInstanceOf(Reading.Read.class);
    assertThat(read("The answer is B.", presented))
        .isEqualTo(new Reading.Unreadable("letter is no option"));
    assertThat(read("The answer is ג.", presented))
        .isEqualTo(new Reading.Read(Answer.Choice.of("C"), new Span(14, 15), false));
  }

  @Test
  void whyNothingWasReadIsTold() {
    Presented presented = choice(Generators.of(3).options().of(4));
    assertThat(read("B, C", presented)).isEqualTo(new Reading.Unreadable("several options named"));
    assertThat(read("E", presented)).isEqualTo(new Reading.Unreadable("letter is no option"));
    assertThat(read("Error code: 400 - {}", presented))
        .isEqualTo(new Reading.Unreadable("error text"));
    assertThat(read("<think>The answer is A.", presented))
        .isEqualTo(new Reading.Unreadable("reasoning only"));
    assertThat(read("None of the options fits.", presented))
        .isEqualTo(new Reading.Unreadable("says none of the options"));
    assertThat(read("Let me see.", presented)).isEqualTo(new Reading.Unreadable("no option named"));
    assertThat(extractor().read(finished("Let me see", FinishReason.LENGTH), presented))
        .isEqualTo(new Reading.Truncated());
    assertThat(extractor().read(finished("The answer is A.", FinishReason.LENGTH), presented))
        .isInstanceOf(Reading.Read.class);
  }

  private static Presented choice(OptionSet set) {
    return new Presented(AnswerKind.CHOICE, "Which one?", options(set), List.of(), null, "en");
  }

  /** 100 mg/dL of glucose are 5.55 mmol/L; of something not named nobody can say. */
  @Test
  void aConcentrationIsTurnedIntoTheUnitAskedForWhereTheQuestionNamesTheSubstance() {
    Reading glucose =
        read(
            "It is 100 mg/dL.",
            new Presented(
                AnswerKind.NUMBER, "What is the glucose?", List.of(), List.of(), "mmol/L", "en"));
    assertThat(glucose)
        .isInstanceOfSatisfying(
            Reading.Read.class,
            read -> {
              Answer.Number number = (Answer.Number) read.answer();
              assertThat(number.value()).isCloseTo(5.551, within(0.001));
              assertThat(number.unit()).isEqualTo("mmol/L");
            });
    Reading other =
        read(
            "It is 100 mg/dL.",
            new Presented(
                AnswerKind.NUMBER, "What is the level?", List.of(), List.of(), "mmol/L", "en"));
    assertThat(other)
        .isInstanceOfSatisfying(
            Reading.Read.class,
            read -> assertThat(read.answer()).isEqualTo(new Answer.Number(100, "mg/dL")));
  }
}
