package assay.reading.scorer;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.Answer;
import assay.core.Target;
import assay.core.measure.Score;
import assay.reading.Scorers;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MedecComposite1Test extends ScorerContract {

  MedecComposite1Test() {
    super("medec-composite-1");
  }

  @Override
  boolean reachesItsBest() {
    return false;
  }

  @ParameterizedTest
  @CsvSource({
    "NA, NA, 1, no correction",
    "NA, A mass., 0, no correction",
    "A mass., NA, 0, no correction"
  })
  void whatNeedsNoCorrectionCountsOverAllTextsAndInNoPair(
      String wanted, String said, double composite, String undefined) {
    Answer answer = new Answer.Text(said);
    Target target = new Target.Text(List.of(wanted));

    assertThat(Scorers.standard().byName("medec-composite-1").compare(answer, target))
        .isEqualTo(new Score.Value(composite));
    assertThat(Scorers.standard().byName("medec-rouge-1").compare(answer, target))
        .isEqualTo(new Score.Undefined(undefined));
  }
}
