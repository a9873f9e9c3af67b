package assay.statistics.interval;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import assay.statistics.Observations;
import assay.statistics.Range;
import org.junit.jupiter.api.Test;

class GradedWilsonIntervalTest extends MeanIntervalContract {

  @Override
  MeanInterval method() {
    return new GradedWilsonInterval();
  }

  @Test
  void takesProportionsOnly() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> method().interval(Observations.of(0, 5), new Range(0, 10), 0.95))
        .withMessage("range [0.0, 10.0]; a proportion has [0, 1]");
  }
}
