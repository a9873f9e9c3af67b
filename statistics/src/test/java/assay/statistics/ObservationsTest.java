package assay.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ObservationsTest {

  @Test
  void theFirstValueThatIsNoNumberIsNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Observations.of(1, 0.5, Double.NaN, Double.POSITIVE_INFINITY))
        .withMessage("values[2] is NaN; expected a finite number");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Observations.of(Double.NEGATIVE_INFINITY, Double.NaN))
        .withMessage("values[0] is -Infinity; expected a finite number");
  }

  @Test
  void weightsArePositiveAndAsManyAsValues() {
    Observations two = Observations.of(1, 2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> two.withWeights(1))
        .withMessage("weights has 1 elements and values has 2; expected as many");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> two.withWeights(3, 0))
        .withMessage("weights[1] 0.0 is outside (0, Infinity)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> two.withWeights(Double.NaN, 3))
        .withMessage("weights[0] NaN is outside (0, Infinity)");
  }

  @Test
  void clustersAreAsManyAsValues() {
    Observations two = Observations.of(1, 2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> two.inClusters(1, 2, 3))
        .withMessage("clusters has 3 elements and values has 2; expected as many");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> two.inClusters(List.of("a", "b", "c")))
        .withMessage("clusters has 3 elements and values has 2; expected as many");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> two.inClusters(List.of("a")))
        .withMessage("clusters has 1 elements and values has 2; expected as many");
  }

  @Test
  void noObservationsHaveNoMean() {
    Observations none = Observations.of();
    assertThat(none.mean()).isEmpty();
    assertThat(none.isConstant()).isFalse();
    assertThat(none.clusterTotals().clusters()).isZero();
  }

  @Test
  void namesAndNumbersGroupAlike() {
    Observations byNumber = Observations.of(1, 2, 3, 4).inClusters(9, -7, 9, 1_000_000);
    Observations byName = Observations.of(1, 2, 3, 4).inClusters(List.of("b", "a", "b", "ü"));
    assertThat(byNumber.clusterCount()).isEqualTo(3);
    assertThat(byNumber.clusterTotals().totals()).containsExactly(4, 2, 4);
    assertThat(byName.clusterTotals().totals()).containsExactly(4, 2, 4);
    assertThat(byName.clusterTotals().weights()).containsExactly(2, 1, 1);
    assertThat(byName.unclustered().clusterCount()).isEqualTo(4);
    assertThat(byName).hasToString("4 observations in 3 clusters");
  }

  @Test
  void whatIsGivenIsNotWhatIsKept() {
    double[] values = {1, 2};
    double[] weights = {1, 3};
    Observations kept = Observations.of(values).withWeights(weights);
    values[0] = 100;
    weights[0] = 100;
    kept.values()[0] = 100;
    assertThat(kept.mean()).hasValue(7 / 4.0);
  }

  @Test
  void sumsDoNotDependOnTheOrder() {
    Random random = new Random(7);
    double[] values = random.doubles(1000, -1e6, 1e6).toArray();
    int[] clusters = random.ints(1000, 0, 9).toArray();
    double mean = Observations.of(values).mean().orElseThrow();
    double[] totals =
        Observations.of(values).inClusters(clusters).clusterTotals().sorted().totals();
    for (int round = 0; round < 20; round++) {
      shuffle(values, clusters, random);
      Observations shuffled = Observations.of(values).inClusters(clusters);
      assertThat(shuffled.mean()).hasValue(mean);
      assertThat(shuffled.clusterTotals().sorted().totals()).containsExactly(totals);
    }
  }

  static void shuffle(double[] values, int[] clusters, Random random) {
    for (int i = values.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      double value = values[i];
      values[i] = values[j];
      values[j] = value;
      int cluster = clusters[i];
      clusters[i] = clusters[j];
      clusters[j] = cluster;
    }
  }

  @Test
  void countsClustersThatHoldTheRarerOutcome() {
    Observations mixed = Observations.of(1, 1, 1, 0, 0, 1, 1, 1).inClusters(1, 1, 2, 2, 3, 3, 4, 4);
    assertThat(mixed.clusterTotals().minorityClusters()).isEqualTo(2);
    assertThat(Observations.of(1, 1, 1).inClusters(1, 2, 2).clusterTotals().minorityClusters())
        .isZero();
    assertThat(Observations.of(0, 0.5, 0).inClusters(1, 2, 2).clusterTotals().minorityClusters())
        .isEqualTo(1);
  }

  @Test
  void effectiveClustersCountUnequalOnesForLess() {
    assertThat(Observations.of(1, 2, 3, 4).clusterTotals().effectiveClusters()).isEqualTo(4);
    assertThat(
            Observations.of(1, 2, 3, 4).inClusters(1, 1, 1, 2).clusterTotals().effectiveClusters())
        .isEqualTo(1.6);
  }

  @Test
  void codesFarApartGroupAsCodesNearby() {
    Random random = new Random(12);
    int[] near = random.ints(300, -20, 20).toArray();
    int[] far = java.util.Arrays.stream(near).map(c -> c * 100_000_007).toArray();
    double[] values = random.doubles(300).toArray();
    assertThat(Observations.of(values).inClusters(far).clusterTotals().totals())
        .containsExactly(Observations.of(values).inClusters(near).clusterTotals().totals());
    assertThat(
            Observations.of(1, 2).inClusters(Integer.MIN_VALUE, Integer.MAX_VALUE).clusterCount())
        .isEqualTo(2);
    assertThat(Observations.of().inClusters().clusterCount()).isZero();
  }
}
