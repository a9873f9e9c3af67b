package assay.reading.scorer;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.Answer;
import assay.core.Target;
import assay.core.measure.Score;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrictTextTest extends ScorerContract {

  StrictTextTest() {
    super("strict-text");
  }

  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {"Left lung, left LUNG ,1", "Left lung,left lung.,0", "Left lung,left  lung,0"})
  void onlyCaseAndOuterBlanksDoNotCount(String reference, String answer, double expected) {
    assertThat(scorer().compare(new Answer.Text(answer), new Target.Text(List.of(reference))))
        .isEqualTo(new Score.Value(expected));
  }
}
