package assay.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import assay.statistics.multiplicity.Correction;
import assay.statistics.multiplicity.Family;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignificanceTest {

  @Test
  void rejectsAtTheVeryLevel() {
    for (int percent = 1; percent < 100; percent++) {
      double level = percent / 100.0;
      double alpha = (100 - percent) / 100.0;
      assertThat(Significance.rejects(alpha, level)).as("%s", level).isTrue();
      assertThat(Significance.rejects(alpha * (1 + 1e-9), level)).as("%s", level).isFalse();
      assertThat(Significance.rejects(alpha * (1 - 1e-9), level)).as("%s", level).isTrue();
    }
    assertThat(Significance.rejects(1e-6, 0.999999)).isTrue();
    assertThat(Significance.rejects(Double.NaN, 0.95)).isFalse();
    Family one = new Family("one", Correction.NONE, 0.9, List.of("a"));
    assertThat(one.judge(Map.of("a", 0.1)).get("a").isRejected()).isTrue();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Significance.rejects(0.1, 1))
        .withMessage("level 1.0 is outside (0, 1)");
  }
}
