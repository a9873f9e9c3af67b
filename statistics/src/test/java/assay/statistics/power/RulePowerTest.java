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

  /** Against one line only one end counts. */
  @Test
  void oneLimitTakesFewerPairs() {
    PairedCounts seen = new PairedCounts(60, 20, 10, 10);
    NewcombePower power = new NewcombePower(seen, -0.05, Double.POSITIVE_INFINITY, 0.95);
    long pairs = power.pairsNeeded(0.8).orElseThrow();
    assertThat(power.power((int) pairs)).isBetween(0.8, 0.81);
    NewcombePower turned =
        new NewcombePower(new PairedCounts(60, 10, 20, 10), Double.NEGATIVE_INFINITY, 0.05, 0.95);
    assertThat(turned.pairsNeeded(0.8)).hasValue(pairs);
  }

  /** Quantiles from R's qt. */
  @Test
  void fewClustersTakeLargerDifferences() {
    assertThat(StudentPower.found(0.8, 9)).isCloseTo(0.8834038596855345, within(1e-9));
    assertThat(StudentPower.found(0.5, 9)).isZero();
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
