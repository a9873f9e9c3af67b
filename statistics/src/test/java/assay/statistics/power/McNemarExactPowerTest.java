package assay.statistics.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import assay.statistics.Observations;
import assay.statistics.resampling.BootstrapPlan;
import assay.statistics.test.PairedPermutation;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class McNemarExactPowerTest {

  private final McNemarExactPower power = new McNemarExactPower(0.95);

  @Test
  void isThatOfTheSumOverAllNumbersOfDifferingItems() {
    for (int n : new int[] {1, 5, 6, 8, 40, 300, 2_000}) {
      for (double discordance : new double[] {0.01, 0.3, 0.9, 1}) {
        for (double share : new double[] {0, 0.2, 1}) {
          double difference = share * discordance;
          assertThat(power.power(n, difference, discordance))
              .as("%s pairs, %s of %s", n, difference, discordance)
              .isCloseTo(
                  McNemarPower.exactTestPower(n, difference, discordance, 0.95), within(1e-8));
        }
      }
    }
  }

  /** SciPy 1.17.1: brentq over the sum of binom.pmf(m, n, ψ) · (binom.cdf + binom.sf). */
  @Test
  void findsTheSmallestDifference() {
    double[][] known = {
      {8, 0.5, 0.801403452870815},
      {50, 0.3, 0.21883081335360355},
      {100, 0.1, 0.08841728291993046},
      {2_000, 0.3, 0.03475514689231201}
    };
    for (double[] row : known) {
      assertThat(power.smallestDetectableDifference((int) row[0], row[1], 0.8).orElseThrow())
          .as("%s pairs, discordance %s", row[0], row[1])
          .isCloseTo(row[2], within(2e-6));
    }
  }

  @Test
  void ofFiveItemsNothingIsFoundHoweverLarge() {
    assertThat(power.smallestDetectableDifference(5, 0.4, 0.8)).isEmpty();
    assertThat(McNemarExactPower.smallestP(5)).isEqualTo(0.0625);
    assertThat(power.smallestDetectableDifference(6, 0.4, 0.8)).isPresent();
    assertThat(McNemarExactPower.smallestP(0)).isEqualTo(1);
    assertThat(McNemarExactPower.smallestP(1)).isEqualTo(1);
    assertThat(McNemarExactPower.smallestP(1_000_000)).isBetween(0.0, 1e-300);
  }

  /** SciPy 1.17.1: the first n at which the sum is 0.8 or more. */
  @Test
  void findsTheNumberOfPairs() {
    assertThat(power.pairsNeeded(1, 1, 0.8)).hasValue(6);
    assertThat(power.pairsNeeded(0.75, 0.75, 0.8)).hasValue(9);
    assertThat(power.pairsNeeded(0.2, 0.4, 0.8)).hasValue(84);
    assertThat(power.pairsNeeded(0.1, 0.1, 0.8)).hasValue(78);
    assertThat(power.pairsNeeded(0.5, 1, 0.8)).hasValue(30);
    assertThat(power.pairsNeeded(0.001, 0.4, 0.8)).isEmpty();
  }

  /** Five clusters all one way: the smallest p of five is 2/2^5, of six 2/2^6. */
  @Test
  void oneClusterMoreLikeTheseDecides() {
    double[] values = new double[15];
    Arrays.setAll(values, i -> i / 3 + 1);
    int[] clusters = new int[15];
    Arrays.setAll(clusters, i -> i / 3);
    Observations five = Observations.of(values).inClusters(clusters);
    BootstrapPlan plan = BootstrapPlan.of(1, "more");

    assertThat(PairedPermutation.test(five, plan).p()).isEqualTo(0.0625);
    assertThat(MoreOfTheSame.until(five, d -> PairedPermutation.test(d, plan).p() <= 0.05))
        .hasValue(3);
    assertThat(MoreOfTheSame.until(five, d -> d.clusterCount() >= 20)).hasValue(45);
    assertThat(MoreOfTheSame.until(five, d -> false)).isEmpty();
    assertThat(MoreOfTheSame.until(Observations.of(), d -> true)).isEmpty();
    Observations twice = five.ofClusters(0, 4, 4);
    assertThat(twice.clusterCount()).isEqualTo(3);
    assertThat(twice.values()).containsExactly(1, 1, 1, 5, 5, 5, 5, 5, 5);
  }

  @Test
  void refusesWhatCannotBe() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> power.power(2_001, 0.1, 0.3))
        .withMessage("pairs 2001 is outside [0, 2000]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> power.power(20, 0.4, 0.3))
        .withMessage("difference 0.4 is outside [0, 0.3], the discordance");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> power.power(20, 0, 0))
        .withMessage("discordance 0.0 is outside (0, 1]");
  }
}
