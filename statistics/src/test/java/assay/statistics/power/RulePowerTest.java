package assay.statistics.power;

import static assay.statistics.Near.assertNear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.within;

import assay.statistics.PairedCounts;
import assay.statistics.References;
import assay.testkit.FixtureRow;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RulePowerTest {

  @Test
  void agreesWithSumsOverAllOutcomes() {
    for (FixtureRow row : References.of("rulepower-python.tsv")) {
      String what = row.text("what");
      double a = row.number("a");
      double b = row.number("b");
      double c = row.number("c");
      double value = row.number("value");
      if (what.equals("wilson-needed")) {
        assertThat(new WilsonPower(b, c).observationsNeeded(a, 0.8))
            .as("%s", row)
            .hasValue((long) row.number("value"));
      } else if (what.equals("wilson-power")) {
        assertNear(new WilsonPower(b, c).power((int) row.number("d"), a), value, 1e-9, row);
      } else if (what.startsWith("newcombe-inside ")) {
        // The pairs that agree are taken at their share: to 0.01.
        assertThat(new NewcombePower(counts(what), -a, a, b).power((int) c))
            .as("%s", row)
            .isCloseTo(value, within(0.01));
      } else {
        fail("no value is called " + what);
      }
    }
  }

  private static PairedCounts counts(String what) {
    long[] of =
        Arrays.stream(what.split(" "))
            .skip(1)
            .mapToLong(share -> Math.round(100 * Double.parseDouble(share)))
            .toArray();
    return new PairedCounts(of[0], of[1], of[2], of[3]);
  }

  @Test
  void equivalenceNeedsBothEnds() {
    NewcombePower power = new NewcombePower(new PairedCounts(60, 10, 10, 20), -0.05, 0.05, 0.95);
    long pairs = power.pairsNeeded(0.8).orElseThrow();
    assertThat(pairs).isBetween(830L, 860L);
    assertThat(power.power((int) pairs)).isBetween(0.8, 0.81);
    assertThat(power.power((int) pairs - 1)).isLessThan(0.8);
    // Midway z(α/2) + z(β/2) standard errors of √0.2, at a limit only the near one.
    assertThat(NormalPower.samplesWithin(0, -0.05, 0.05, Math.sqrt(0.2), 1, 0.95, 0.8))
        .hasValue((long) Math.ceil(0.2 * Math.pow((1.959963985 + 1.281551566) / 0.05, 2)));
    assertThat(NormalPower.samplesWithin(0, -10, 0.05, Math.sqrt(0.2), 1, 0.95, 0.8))
        .hasValue((long) Math.ceil(0.2 * Math.pow((1.959963985 + 0.841621234) / 0.05, 2)));
    assertThat(NormalPower.samplesWithin(0.05, -0.05, 0.05, 1, 1, 0.95, 0.8)).isEmpty();
    assertThat(
            new NewcombePower(new PairedCounts(60, 20, 10, 10), -0.05, 0.05, 0.95).pairsNeeded(0.8))
        .isEmpty();
    // Far beyond the sum it is the formula.
    assertThat(
            new NewcombePower(new PairedCounts(60, 10, 10, 20), -0.005, 0.005, 0.95)
                .pairsNeeded(0.8))
        .hasValue((long) Math.ceil(0.2 * Math.pow((1.959963985 + 1.281551566) / 0.005, 2)));
  }

  @Test
  void whatIsAlikeNeedsOnlyTheInterval() {
    assertThat(new WilsonPower(0.05, 0.95).observationsNeeded(0, 0.8)).hasValue(73);
    assertThat(
            new NewcombePower(new PairedCounts(10, 0, 0, 0), -0.1, 0.1, 0.95)
                .pairsNeeded(0.8)
                .orElseThrow())
        .isBetween(35L, 75L);
    assertThat(new WilsonPower(1, 0.95).observationsNeeded(0.98, 0.8)).hasValue(80);
    assertThat(new WilsonPower(0, 0.95).observationsNeeded(0.02, 0.8)).hasValue(80);
    // Beyond the binomial sum, the score test's formula.
    assertThat(new WilsonPower(0.5, 0.95).observationsNeeded(0.501, 0.8))
        .isEqualTo(OneProportionPower.observationsNeeded(0.5, 0.501, 0.95, 0.8));
  }

  /** Quantiles from R's qt. */
  @Test
  void fewClustersTakeLargerDifferences() {
    assertThat(StudentPower.smallestDetectableDifference(1, 9, 0.95, 0.8))
        .isCloseTo(2.262157162798205 + 0.8834038596855345, within(1e-9));
    assertThat(StudentPower.smallestDetectableDifference(2, 1e7, 0.95, 0.8))
        .isCloseTo(NormalPower.smallestDetectableDifference(2, 0.95, 0.8), within(1e-5));
    assertThat(StudentPower.furtherSamples(0.04, 0.02, 0.02, 400, 1e9, 0.95, 0.8)).hasValue(385);
    // 10 clusters of 40: 12 more give 22, with t of 21 degrees of freedom for that of 9.
    long more = StudentPower.furtherSamples(0.04, 0.02, 0.02, 400, 9, 0.95, 0.8).orElseThrow();
    double nu = 10 * (400 + more) / 400.0 - 1;
    assertThat(
            StudentPower.smallestDetectableDifference(0.02, nu, 0.95, 0.8)
                * Math.sqrt(400.0 / (400 + more)))
        .isCloseTo(0.04, within(5e-5))
        .isLessThanOrEqualTo(0.04);
    assertThat(StudentPower.furtherSamples(1, 0.02, 0.02, 400, 9, 0.95, 0.8)).hasValue(0);
    assertThat(StudentPower.furtherSamples(1e-9, 0.02, 0.02, 400, 9, 0.95, 0.8)).isEmpty();
    assertThat(
            OneProportionPower.smallestDetectableDifference(
                    100, 0.5, OneProportionPower.Side.ABOVE, 0.95, 0.8, 1e8)
                .orElseThrow())
        .isCloseTo(
            OneProportionPower.smallestDetectableDifference(
                    100, 0.5, OneProportionPower.Side.ABOVE, 0.95, 0.8)
                .orElseThrow(),
            within(1e-6));
  }

  @Test
  void refusesWhatCannotBe() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new WilsonPower(0.3, 0.95).observationsNeeded(0.3, 0.8))
        .withMessage("share 0.3 is the line; expected a difference");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new WilsonPower(1.5, 0.95))
        .withMessage("line 1.5 is outside [0, 1]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NewcombePower(new PairedCounts(1, 1, 1, 1), 0.1, 0.1, 0.95))
        .withMessage("limits from 0.1 to 0.1; expected lower < upper");
  }
}
