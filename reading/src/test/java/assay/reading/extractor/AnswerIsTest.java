package assay.reading.extractor;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.Answer;
import assay.core.exchange.Presented;
import assay.core.measure.Reading;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerIsTest extends ExtractorContract {

  AnswerIsTest() {
    super("answer-is");
  }

  @Override
  String canonical(Answer answer, Presented presented) {
    return "the answer is (" + super.canonical(answer, presented) + ")";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The answer is (B). | B",
        "the answer is C | C",
        "The answer is Asthma | A",
        "Answer is B, no, C | B",
        "The answer is not (B) but the answer is (D) | D",
        "The answer is E | -",
        "Answer: B | -"
      })
  void examples(String reply, String expected) {
    Reading reading = read(reply.replace("Answer is", "My answer is"), MirageTest.FOUR);
    String key =
        reading instanceof Reading.Read read && read.answer() instanceof Answer.Choice choice
            ? choice.keys().first()
            : "-";
    assertThat(key).isEqualTo(expected);
  }
}
