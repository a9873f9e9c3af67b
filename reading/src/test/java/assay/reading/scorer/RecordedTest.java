package assay.reading.scorer;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.measure.Score;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordedTest extends ScorerContract {

  RecordedTest() {
    super(RecordedScorer.NAME);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "0.25, 0.25",
    "Correct, 1",
    "incorrect, 0",
    "True, 1",
    "C, 1",
    "I, 0",
    "1e-3, 0.001"
  })
  void scoresAsRecordingsWriteThem(String recorded, double expected) {
    assertThat(RecordedScorer.score(recorded)).isEqualTo(new Score.Value(expected));
  }

  @Test
  void whatIsNoScoreIsUndefined() {
    assertThat(RecordedScorer.score(null))
        .isEqualTo(new Score.Undefined("recording states no score"));
    assertThat(RecordedScorer.score(" "))
        .isEqualTo(new Score.Undefined("recording states no score"));
    for (String text : new String[] {"NaN", "1e999", "half", "--", "0x1p3"}) {
      assertThat(RecordedScorer.score(text))
          .as(text)
          .isEqualTo(new Score.Undefined("recorded score is not a number"));
    }
  }
}
