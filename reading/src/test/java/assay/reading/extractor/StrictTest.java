package assay.reading.extractor;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.AnswerKind;
import assay.core.Option;
import assay.core.exchange.Presented;
import assay.core.measure.Reading;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrictTest extends ExtractorContract {

  StrictTest() {
    super("strict");
  }

  @ParameterizedTest
  @CsvSource({
    "choice, B, true",
    "choice, (B), true",
    "choice, B., true",
    "choice, [B], true",
    "choice, B), true",
    "choice, <think>A</think>B, true",
    "choice, b, false",
    "choice, B is right, false",
    "choice, B. two, false",
    "yes-no, Yes., true",
    "yes-no, true, true",
    "yes-no, yes it is, false",
    "number, 12 mm, true",
    "number, 12., true",
    "number, about 12, false",
    "number, 3-5, false",
    "date, 5 March 2021, true",
    "date, on 5 March 2021, false",
    "date, 03/05/2021, false"
  })
  void nothingButTheAnswer(String kind, String reply, boolean isRead) {
    Presented presented =
        new Presented(
            AnswerKind.byId(kind).orElseThrow(),
            "?",
            List.of(new Option("A", "one"), new Option("B", "two")),
            List.of(),
            null,
            "en");
    assertThat(read(reply, presented) instanceof Reading.Read).as(reply).isEqualTo(isRead);
  }
}
