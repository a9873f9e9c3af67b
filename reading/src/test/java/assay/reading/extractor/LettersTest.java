package assay.reading.extractor;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.Answer;
import assay.core.measure.Reading;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LettersTest extends ExtractorContract {

  LettersTest() {
    super("letters");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "B | B",
        "A, C | AC",
        "A and C. | AC",
        "(A)(D) | AD",
        "ACD | ACD",
        "Answer: A / B | AB",
        "The lesion is large.& Answer: **B, D** | BD",
        "{\"answer\": [\"A\", \"C\"]} | AC",
        "A, E | -",
        "\\boxed{B,C} | BC",
        "A because of C | -",
        "<think>A</think>B, C | BC",
        "abc | -"
      })
  void everyKeyOfAList(String reply, String expected) {
    Reading reading = read(reply.replace("& ", "\n"), MirageTest.FOUR);
    String keys =
        reading instanceof Reading.Read read && read.answer() instanceof Answer.Choice choice
            ? String.join("", choice.keys())
            : "-";
    assertThat(keys).isEqualTo(expected.replace("&", ""));
  }
}
