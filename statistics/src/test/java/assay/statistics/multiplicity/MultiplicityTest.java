package assay.statistics.multiplicity;

import static assay.statistics.Near.assertNear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import assay.statistics.Data;
import assay.statistics.Observations;
import assay.statistics.References;
import assay.statistics.resampling.BootstrapPlan;
import assay.statistics.test.PairedPermutation;
import assay.testkit.FixtureRow;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MultiplicityTest {

  private static final BootstrapPlan PLAN = BootstrapPlan.of(3, "max-t");

  @Test
  void agreesWithR() {
    for (FixtureRow row : References.of("multiplicity-r.tsv")) {
      String method =
          switch (row.text("method")) {
            case "BH" -> "benjamini-hochberg";
            case "BY" -> "benjamini-yekutieli";
            default -> row.text("method");
          };
      double[] adjusted = Correction.named(method).adjusted(Data.groups(row, "p")[0]);
      double[] expected = Data.groups(row, "adjusted")[0];
      for (int i = 0; i < expected.length; i++) {
        assertNear(adjusted[i], expected[i], row);
      }
    }
  }

  @Test
  void keepsOrderAndOnlyRaises() {
    Random random = new Random(2);
    for (Correction correction : Correction.values()) {
      double[] p = random.doubles(25).map(u -> u * u).toArray();
      double[] adjusted = correction.adjusted(p);
      for (int i = 0; i < p.length; i++) {
        assertThat(adjusted[i]).isBetween(p[i], 1.0);
        for (int j = 0; j < p.length; j++) {
          if (p[i] < p[j]) {
            assertThat(adjusted[i]).isLessThanOrEqualTo(adjusted[j]);
          }
        }
      }
      assertThat(correction.adjusted()).isEmpty();
      assertThat(correction.adjusted(0.3)).containsExactly(0.3);
    }
    double[] p = {0.011, 0.012, 0.013, 0.9};
    assertThat(Correction.HOLM.adjusted(p)[0]).isLessThanOrEqualTo(0.044);
    assertThat(Correction.HOCHBERG.adjusted(p)[0]).isLessThan(Correction.HOLM.adjusted(p)[0]);
  }

  @Test
  void oneComparisonIsThePairedPermutation() {
    double[] d = Data.normal(new Random(5), 24);
    double exact = PairedPermutation.test(Observations.of(d), PLAN).p();
    double[] adjusted = MaxT.adjusted(new double[][] {d}, PLAN);
    assertThat(adjusted[0]).isCloseTo(exact, within(0.02));
  }

  @Test
  void knowsThatCopiesAreNoFurtherChances() {
    Random random = new Random(6);
    double[] d = Arrays.stream(Data.normal(random, 40)).map(v -> v + 0.4).toArray();
    double alone = MaxT.adjusted(new double[][] {d}, PLAN)[0];
    double[] copies = MaxT.adjusted(new double[][] {d, d, d, d, d, d, d, d}, PLAN);
    assertThat(copies).containsOnly(alone);
    double[][] others = {
      d, Data.normal(random, 40), Data.normal(random, 40), Data.normal(random, 40), new double[40]
    };
    double[] adjusted = MaxT.adjusted(others, PLAN);
    assertThat(adjusted[0]).isBetween(1.5 * alone, 6 * alone);
    assertThat(adjusted[4]).isEqualTo(1);
    assertThat(MaxT.adjusted(new double[0][0], PLAN)).isEmpty();
    assertThat(MaxT.adjusted(new double[][] {{}, {}}, PLAN)).containsExactly(1, 1);
  }

  /** Of ten true hypotheses, one or more is rejected in 5 of 100 families. */
  @Test
  void holdsItsLevelForTheFamily() {
    Random random = new Random(8);
    int wrong = 0;
    int families = 400;
    for (int f = 0; f < families; f++) {
      double[][] units = new double[10][];
      double[] common = Data.normal(random, 25);
      for (int h = 0; h < units.length; h++) {
        units[h] = Data.normal(random, 25);
        for (int i = 0; i < 25; i++) {
          units[h][i] += common[i];
        }
      }
      double[] p = MaxT.adjusted(units, PLAN.withResamples(399));
      wrong += Arrays.stream(p).anyMatch(v -> v <= 0.05) ? 1 : 0;
    }
    assertThat((double) wrong / families).isBetween(0.02, 0.085);
  }

  @Test
  void familiesJudgeTheirMembersByName() {
    Family family =
        new Family("slices", Correction.HOLM, 0.95, List.of("text", "image", "both", "none"));
    Map<String, Family.Verdict> verdicts =
        family.judge(Map.of("none", 0.9, "text", 0.01, "both", 0.04, "image", 0.02));
    assertThat(verdicts.keySet()).containsExactly("text", "image", "both", "none");
    assertThat(verdicts.get("text")).isEqualTo(new Family.Verdict(0.01, 0.04, true));
    assertThat(verdicts.get("image").isRejected()).isFalse();
    assertNear(family.intervalLevel(), 0.9875, "level");
    assertThat(new Family("x", Correction.NONE, 0.9, List.of("a", "b")).intervalLevel())
        .isEqualTo(0.9);
    assertNear(SimultaneousLevel.sidak(0.95, 4), 0.9872585449, 1e-9, "sidak");
  }

  @Test
  void refusesWhatItCannotUse() {
    Family family = new Family("slices", Correction.HOLM, 0.95, List.of("a", "b"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> family.judge(Map.of("a", 0.1)))
        .withMessage("family slices has no p-value for b");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> family.judge(Map.of("a", 0.1, "b", 0.2, "c", 0.3)))
        .withMessage("family slices has no members [c]; known: [a, b]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Family("x", Correction.HOLM, 0.95, List.of("a", "a")))
        .withMessage("family x names a twice; expected each member once");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Correction.named("tukey"))
        .withMessage(
            "no correction is called tukey; known: none, bonferroni, holm, hochberg,"
                + " benjamini-hochberg, benjamini-yekutieli");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Correction.HOLM.adjusted(0.1, 1.2))
        .withMessage("p[1] 1.2 is outside [0, 1]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MaxT.adjusted(new double[][] {{1, 2}, {1}}, PLAN))
        .withMessage("units[0] has 2 elements and units[1] has 1; expected as many");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SimultaneousLevel.bonferroni(0.95, 0))
        .withMessage("m 0 is outside [1, 2147483647]");
  }

  @Test
  void orderOfUnitsReachesNoAdjustedP() {
    java.util.Random random = new java.util.Random(5);
    double[] a = random.doubles(40).map(v -> Math.rint(3 * v - 1.2)).toArray();
    double[] b = random.doubles(40).map(v -> v - 0.4).toArray();
    assay.statistics.resampling.BootstrapPlan plan =
        assay.statistics.resampling.BootstrapPlan.of(1, "order").withResamples(500);
    double[] p = MaxT.adjusted(new double[][] {a, b}, plan);
    double[] turnedA = new double[40];
    double[] turnedB = new double[40];
    for (int i = 0; i < 40; i++) {
      turnedA[i] = a[39 - i];
      turnedB[i] = b[39 - i];
    }
    assertThat(MaxT.adjusted(new double[][] {turnedA, turnedB}, plan)).isEqualTo(p);
  }
}
