package assay.reading.extractor;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.Answer;
import assay.core.AnswerKind;
import assay.core.Option;
import assay.core.exchange.Presented;
import assay.core.measure.Reading;
import assay.testkit.Fixture;
import assay.testkit.FixtureRow;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LmEvalMultiChoiceTest extends ExtractorContract {

  LmEvalMultiChoiceTest() {
    super("lm-eval-multi-choice");
  }

  @Override
  String canonical(Answer answer, Presented presented) {
    return "(" + super.canonical(answer, presented) + ")";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "(B) | B", "(A) or rather (C) | C", "The answer is B, not (A) | A", "(E) | -",
            "it is two | B",
        "ONE, then t-w-o | B", "Answer: C | C", "Answer: C, no: D | D", "B | -", "a) or b) | -"
      })
  void examples(String reply, String expected) {
    assertThat(key(read(reply, MirageTest.FOUR))).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("original")
  void readsAsTheOriginal(FixtureRow row) {
    assertThat(key(read(row.text("reply"), shown(row))))
        .isEqualTo(row.text("letter").isEmpty() ? "-" : row.text("letter"));
  }

  static Stream<FixtureRow> original() {
    return Fixture.of(LmEvalMultiChoiceTest.class, "multi-choice.tsv").stream();
  }

  @Test
  void saysThatATextWasFoundAndNotLookedUp() {
    FixtureRow row = original().findFirst().orElseThrow();
    assertThat(read(row.text("reply"), shown(row)))
        .isEqualTo(new Reading.Unreadable("the text found is no option without its outer blanks"));
  }

  private static Presented shown(FixtureRow row) {
    List<Option> options =
        Stream.of("A", "B", "C", "D").map(key -> new Option(key, row.text(key))).toList();
    return new Presented(AnswerKind.CHOICE, "?", options, List.of(), null, "en");
  }

  private static String key(Reading reading) {
    return reading instanceof Reading.Read read && read.answer() instanceof Answer.Choice choice
        ? choice.keys().first()
        : "-";
  }
}
