package assay.statistics.resampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BootstrapDistributionTest {

  @Test
  void quantilesAreRanksOfOneMore() {
    BootstrapDistribution distribution = BootstrapDistribution.of(30, 10, 20);
    assertThat(distribution.quantile(0)).isEqualTo(10);
    assertThat(distribution.quantile(0.25)).isEqualTo(10);
    assertThat(distribution.quantile(0.5)).isEqualTo(20);
    assertThat(distribution.quantile(0.6)).isCloseTo(24, within(1e-12));
    assertThat(distribution.quantile(0.75)).isEqualTo(30);
    assertThat(distribution.quantile(1)).isEqualTo(30);
  }

  @Test
  void tiesCountHalf() {
    BootstrapDistribution distribution = BootstrapDistribution.of(1, 2, 2, 3);
    assertThat(distribution.shareBelow(0)).isZero();
    assertThat(distribution.shareBelow(2)).isEqualTo(0.5);
    assertThat(distribution.shareBelow(2.5)).isEqualTo(0.75);
    assertThat(distribution.shareBelow(3)).isEqualTo(0.875);
    assertThat(distribution.shareBelow(9)).isEqualTo(1);
    assertThat(BootstrapDistribution.of(0.1 + 0.2, 1).shareBelow(0.3)).isEqualTo(0.25);
    assertThat(BootstrapDistribution.of(0, 0).shareBelow(0)).isEqualTo(0.5);
  }

  @Test
  void refusesWhatIsNoDistribution() {
    assertThatIllegalArgumentException()
        .isThrownBy(BootstrapDistribution::of)
        .withMessage("number of replicates 0 is outside [1, 2147483647]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BootstrapDistribution.of(1, Double.NaN))
        .withMessage("replicates[1] is NaN; expected a finite number");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BootstrapDistribution.of(1, 2).quantile(1.5))
        .withMessage("p 1.5 is outside [0, 1]");
  }
}
