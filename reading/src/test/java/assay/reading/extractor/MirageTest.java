package assay.reading.extractor;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.Answer;
import assay.core.AnswerKind;
import assay.core.Option;
import assay.core.exchange.Presented;
import assay.core.exchange.Reply;
import assay.core.measure.Reading;
import assay.reading.Extractors;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MirageTest extends ExtractorContract {

  static final Presented FOUR =
      new Presented(
          AnswerKind.CHOICE,
          "?",
          List.of(
              new Option("A", "one"),
              new Option("B", "two"),
              new Option("C", "three"),
              new Option("D", "four")),
          List.of(),
          null,
          "en");

  MirageTest() {
    super("mirage");
  }

  /** The patterns in their order; – is no match, for which the official rule answers A. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "B | B",
        "B or C | B",
        "B and C | B",
        "B/C | B",
        "B, C | B",
        "option C is right | C",
        "Option D | D",
        "The answer is: B | B",
        "B. two | B",
        "B\"} | B",
        "B: two | B",
        "The answer is B | -",
        "b | -",
        "Reason: Dehydration | D",
        "E | -",
        "See option E: Also none | A",
        "{\"step_by_step_thinking\": \"A\", \"answer_choice\": \"C\"} | C"
      })
  void patternsInTheirOrder(String reply, String expected) {
    assertThat(key(extractor().read(Reply.of(reply), FOUR))).isEqualTo(expected);
    Reading official = Extractors.standard().byName("mirage-official").read(Reply.of(reply), FOUR);
    assertThat(official)
        .isInstanceOfSatisfying(
            Reading.Read.class, read -> assertThat(read.guessed()).isEqualTo(expected.equals("-")));
    assertThat(key(official)).isEqualTo(expected.equals("-") ? "A" : expected);
  }

  private static String key(Reading reading) {
    return reading instanceof Reading.Read read && read.answer() instanceof Answer.Choice choice
        ? choice.keys().first()
        : "-";
  }
}
