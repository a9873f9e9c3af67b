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
        "abc | -",
        "A or B | -",
        "A and possibly B | -",
        "A, B and (maybe) C | -",
        "The correct answers are A, C and D. B is wrong. | ACD",
        "The correct answers are A and C. C is wrong. | -",
        "Correct answers:& & - **A**& - **C** | AC",
        "A and B.& On reflection, the final answer is A and C. | AC",
        "A, B and D are correct. | ABD",
        "A, B and D are not correct. | -",
        "Only C is correct. | C",
        "A: yes& B: no& C: yes& D: no | AC",
        "A: yes& B: no& C: yes | -",
        "{\"A\": true, \"B\": false, \"C\": true, \"D\": false} | AC",
        "\\boxed{A} and \\boxed{B} | AB",
        "\\boxed{A} or \\boxed{B} | -",
        "All of the above | ABCD",
        "All but D | ABC",
        "A to C | -"
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
