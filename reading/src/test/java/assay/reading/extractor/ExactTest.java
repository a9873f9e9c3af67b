package assay.reading.extractor;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.AnswerKind;
import assay.core.Option;
import assay.core.exchange.Presented;
import assay.core.measure.Reading;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExactTest extends ExtractorContract {

  ExactTest() {
    super("exact");
  }

  @Override
  boolean exactToTheBlank() {
    return true;
  }

  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "choice,B,true",
        "choice,b,false",
        "choice, B,false",
        "choice,B.,false",
        "choice,E,false",
        "yes-no,yes,true",
        "yes-no,No,true",
        "yes-no,YES,false",
        "yes-no,yes.,false",
        "number,12.5,true",
        "number,-3,true",
        "number,1e3,false",
        "number,12 mm,false",
        "date,2021-03-05,true",
        "date,03/05/2021,false",
        "date,2021-02-30,false",
        "labels,A,true",
        "labels,X,false"
      })
  void nothingIsTrimmed(String kind, String reply, boolean isRead) {
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
