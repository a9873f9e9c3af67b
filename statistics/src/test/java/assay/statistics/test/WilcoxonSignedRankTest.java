package assay.statistics.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import assay.statistics.test.WilcoxonSignedRank.Zeros;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Differences of shares of epochs, which rounding tells apart though they are the same. */
class WilcoxonSignedRankTest {

  /** 20 items on which the first is ahead by one epoch of three, 6 on which the second is. */
  private static double[] oneEpochOfThree(double behind) {
    double[] differences = new double[26];
    Arrays.fill(differences, 0, 20, 1 / 3.0);
    Arrays.fill(differences, 20, 26, behind);
    return differences;
  }

  @Test
  void sharesThatDifferByRoundingAloneAreTied() {
    double rounded = 2 / 3.0 - 1;
    assertThat(-rounded).as("not the nearest number to a third").isNotEqualTo(1 / 3.0);
    for (Zeros zeros : Zeros.values()) {
      TestResult found = WilcoxonSignedRank.test(oneEpochOfThree(rounded), zeros);
      assertThat(found.statistic()).isEqualTo(20 * 13.5);
      // All magnitudes alike: it is the sign test, 2·P(X ≤ 6), X ~ B(26, ½).
      assertThat(found.p()).isCloseTo(SignTest.test(20, 6).p(), within(1e-12));
      assertThat(found).isEqualTo(WilcoxonSignedRank.test(oneEpochOfThree(-1 / 3.0), zeros));
    }
  }

  @Test
  void whatIsLeftOfEqualScoresByRoundingIsNoDifference() {
    double[] differences = {0.1 + 0.2 - 0.3, 0.5, 0.25, -0.75};
    double[] clean = {0, 0.5, 0.25, -0.75};
    for (Zeros zeros : Zeros.values()) {
      assertThat(WilcoxonSignedRank.test(differences, zeros))
          .isEqualTo(WilcoxonSignedRank.test(clean, zeros));
    }
  }

  @Test
  void smallDifferencesBesideEachOtherStayApart() {
    double[] small = {1e-9, 2e-9, -3e-9, 4e-9};
    double[] large = {1, 2, -3, 4};
    assertThat(WilcoxonSignedRank.test(small, Zeros.DROPPED))
        .isEqualTo(WilcoxonSignedRank.test(large, Zeros.DROPPED));
  }
}
