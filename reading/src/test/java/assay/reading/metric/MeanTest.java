package assay.reading.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import assay.core.measure.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeanTest extends MetricContract {

  MeanTest() {
    super("mean", "accuracy");
  }

  @Override
  double lowest() {
    return 0;
  }

  @Test
  void sumsAreExact() {
    // Summed from the left in doubles this is 1e16 - 1e16 + 1 = 1: the first 1 is lost.
    assertThat(over(outcomes(1e16, 1, -1e16, 1)).getAsDouble()).isEqualTo(0.5);
    assertThat(over(outcomes(0.1, 0.2, 0.3)).getAsDouble()).isEqualTo(0.6 / 3);
  }

  @Test
  void aValueThatIsNoNumberIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> over(outcomes(1, Double.NaN)))
        .withMessage("value NaN: expected a finite number");
  }

  private static List<Outcome> outcomes(double... values) {
    return java.util.Arrays.stream(values)
        .mapToObj(value -> new Outcome("s", value, 1, null, "a", "a"))
        .toList();
  }
}
