package assay.reading.scorer;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.Answer;
import assay.core.Target;
import assay.core.measure.Score;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MumcTest extends ScorerContract {

  MumcTest() {
    super("mumc");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Posterior-Anterior | posterior anterior | 1",
        "x-ray | X ray | 1",
        "two | 2 | 1",
        "none | 0 | 1",
        "the left lung | left lung | 1",
        "left lung. | left lung | 1",
        "left | left lung | 0"
      })
  void bothSidesAreNormalised(String reference, String answer, double expected) {
    assertThat(scorer().compare(new Answer.Text(answer), new Target.Text(List.of(reference))))
        .isEqualTo(new Score.Value(expected));
  }
}
