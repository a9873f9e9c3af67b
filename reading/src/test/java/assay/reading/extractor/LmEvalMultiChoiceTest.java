package assay.reading.extractor;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.Answer;
import assay.core.exchange.Presented;
import assay.core.measure.Reading;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    Reading reading = read(reply, MirageTest.FOUR);
    String key =
        reading instanceof Reading.Read read && read.answer() instanceof Answer.Choice choice
            ? choice.keys().first()
            : "-";
    assertThat(key).isEqualTo(expected);
  }
}
