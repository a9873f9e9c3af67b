package assay.reading.scorer;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.Answer;
import assay.core.Target;
import assay.core.Tolerance;
import assay.core.measure.Score;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberTest extends ScorerContract {

  NumberTest() {
    super("number");
  }

  /** A lesion of 25 mm, exactly. */
  @ParameterizedTest
  @CsvSource({
    "25, , 1",
    "25, mm, 1",
    "2.5, cm, 1",
    "0.025, m, 1",
    "25000, µm, 1",
    "25, cm, 0",
    "2.5, mm, 0",
    "25, kg, 0",
    "25, parsec, unit not known",
    "25, MM, 1"
  })
  void unitsAreConverted(double value, String unit, String expected) {
    Target target = new Target.Number(25, "mm", new Tolerance.Exact());
    assertThat(scorer().compare(new Answer.Number(value, unit), target)).isEqualTo(score(expected));
  }

  @ParameterizedTest
  @CsvSource({"1, [in_i], 1", "25.4, mm, 1", "2.54, cm, 1", "2.53, cm, 0"})
  void inches(double value, String unit, String expected) {
    Target target = new Target.Number(1, "[in_i]", new Tolerance.Exact());
    assertThat(scorer().compare(new Answer.Number(value, unit), target)).isEqualTo(score(expected));
  }

  @ParameterizedTest
  @CsvSource({"37, Cel, 1", "98.6, °F, 1", "99, °F, 0", "98.6, , 0"})
  void temperatures(double value, String unit, String expected) {
    Target target = new Target.Number(37, "Cel", new Tolerance.Absolute(0.01));
    assertThat(scorer().compare(new Answer.Number(value, unit), target)).isEqualTo(score(expected));
  }

  private static Score score(String expected) {
    return expected.length() == 1
        ? new Score.Value(Double.parseDouble(expected))
        : new Score.Undefined(expected);
  }
}
