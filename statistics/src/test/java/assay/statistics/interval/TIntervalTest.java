package assay.statistics.interval;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import assay.statistics.Observations;
import assay.statistics.Range;
import org.junit.jupiter.api.Test;

class TIntervalTest extends MeanIntervalContract {

  @Override
  MeanInterval method() {
    return new TInterval();
  }

  @Override
  boolean takesClusters() {
    return false;
  }

  @Test
  void refusesWhatDependsOnEachOther() {
    Observations three = Observations.of(0, 0.5, 1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> method().interval(three.inClusters(1, 1, 2), Range.UNIT, 0.95))
        .withMessage(
            "3 observations in 2 clusters: the t interval takes independent observations of equal"
                + " weight; take cluster-robust instead");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> method().interval(three.withWeights(1, 2, 1), Range.UNIT, 0.95))
        .withMessageStartingWith("3 observations in 3 clusters with weights: the t interval");
  }
}
