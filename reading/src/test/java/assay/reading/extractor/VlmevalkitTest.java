package assay.reading.extractor;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.Answer;
import assay.core.AnswerKind;
import assay.core.Option;
import assay.core.exchange.Presented;
import assay.core.measure.Reading;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VlmevalkitTest extends ExtractorContract {

  private static final Presented FOUR =
      new Presented(
          AnswerKind.CHOICE,
          "?",
          List.of(
              new Option("A", "Liver"),
              new Option("B", "Spleen"),
              new Option("C", "Kidney"),
              new Option("D", "A cyst of the kidney")),
          List.of(),
          null,
          "en");

  VlmevalkitTest() {
    super("vlmevalkit");
  }

  /** The length of the reply, blanks included, decides whether texts are looked for. */
  @Override
  boolean exactToTheBlank() {
    return true;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "B | B",
        "(B). | B",
        "The answer is B | B",
        "B is what I would choose here today | -",
        "The answer is a mass | A",
        "The **answer is **C** because B is wrong | C",
        "A or B | -",
        "the spleen | B",
        "a cyst of the kidney | -",
        "Z | -",
        "Cannot determine the answer: B | -",
        "Failed to obtain answer via API. | -"
      })
  void examples(String reply, String expected) {
    Reading reading = read(reply, FOUR);
    String key =
        reading instanceof Reading.Read read && read.answer() instanceof Answer.Choice choice
            ? choice.keys().first()
            : "-";
    assertThat(key).isEqualTo(expected);
  }
}
