package assay.reading.scorer;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.Answer;
import assay.core.Target;
import assay.core.measure.Score;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTest extends ScorerContract {

  TextTest() {
    super("text");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Left lung | left lung. | 1",
        "Left  lung | Left-lung | 1",
        "Ｌｅｆｔ lung | left lung | 1",
        "2.5 cm | 25 cm | 0",
        "٢٫٥ | 2.5 | 0",
        "１２ | 12 | 1",
        "café | cafe | 0",
        "the lung | lung | 0",
        "-3 | 3 | 0",
        "('14 weeks', '1 days') | 14 weeks 1 days | 1",
        "İ | i | 0",
        "ﬁbrosis | fibrosis | 1"
      })
  void caseWidthPunctuationAndBlanksDoNotCount(String reference, String answer, double expected) {
    Target target = new Target.Text(List.of("something else", reference));
    assertThat(scorer().compare(new Answer.Text(answer), target))
        .isEqualTo(new Score.Value(expected));
  }

  @Test
  void yesAndNoAreWords() {
    assertThat(scorer().compare(new Answer.Text("Yes."), new Target.YesNo(true)))
        .isEqualTo(new Score.Value(1));
    assertThat(scorer().compare(new Answer.YesNo(false), new Target.YesNo(true)))
        .isEqualTo(new Score.Value(0));
  }

  @Test
  void aReferenceOfNothingButMarksIsNone() {
    assertThat(scorer().compare(new Answer.Text("x"), new Target.Text(List.of(" ?! "))))
        .isEqualTo(new Score.Undefined("no reference"));
  }
}
