package assay.report.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProbabilitiesTest {

  @Test
  void hasTwoDigitsThatCount() {
    assertThat(Probabilities.bare(0.0336)).isEqualTo("0.034");
    assertThat(Probabilities.bare(0.3004)).isEqualTo("0.30");
    assertThat(Probabilities.bare(0.0001)).isEqualTo("< 0.001");
    assertThat(Probabilities.bare(0.999)).isEqualTo("> 0.99");
    assertThat(Probabilities.bare(1)).isEqualTo("1");
  }

  @Test
  void showsOnWhichSideOfALevelItLies() {
    assertThat(Probabilities.bare(0.0499)).isEqualTo("0.0499");
    assertThat(Probabilities.bare(0.04998)).isEqualTo("0.04998");
    assertThat(Probabilities.bare(0.0501)).isEqualTo("0.0501");
    assertThat(Probabilities.bare(0.05)).isEqualTo("0.05");
    assertThat(Probabilities.bare(0.1002)).isEqualTo("0.10");
    assertThat(Probabilities.bare(0.0996)).isEqualTo("0.10");
    assertThat(Probabilities.named(0.00996)).isEqualTo("p = 0.00996");
  }
}
