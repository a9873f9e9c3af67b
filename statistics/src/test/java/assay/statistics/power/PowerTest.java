package assay.statistics.power;

import static assay.statistics.Near.assertNear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import assay.statistics.References;
import assay.testkit.FixtureRow;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class PowerTest {

  @Test
  void agreesWithR() {
    for (FixtureRow row : References.of("power-r.tsv")) {
      double n = row.number("n");
      double a = row.number("a");
      double b = row.number("b");
      double level = row.number("level");
      double power = row.number("power");
      switch (row.text("what")) {
        case "mcnemar-difference" ->
            check(McNemarPower.smallestDetectableDifference(n, a, level, power), row);
        case "one-above" ->
            check(
                OneProportionPower.smallestDetectableDifference(
                    n, a, OneProportionPower.Side.ABOVE, level, power),
                row);
        case "one-below" ->
            check(
                OneProportionPower.smallestDetectableDifference(
                    n, a, OneProportionPower.Side.BELOW, level, power),
                row);
        case "mcnemar-pairs" ->
            assertThat(McNemarPower.pairsNeeded(a, b, level, power))
                .as("%s", row)
                .hasValue(References.count(row, "value"));
        case "one-observations" ->
            assertThat(OneProportionPower.observationsNeeded(a, b, level, power))
                .as("%s", row)
                .hasValue(References.count(row, "value"));
        case "mcnemar-exact-power" ->
            assertNear(McNemarPower.exactTestPower((int) n, a, b, level), row.number("value"), row);
        default -> throw new AssertionError(row);
      }
    }
  }

  private static void check(OptionalDouble actual, FixtureRow row) {
    if (row.text("value").equals("NaN")) {
      assertThat(actual).as("%s", row).isEmpty();
    } else {
      // uniroot stops within 1e-15 of the root, but where the function is flat rounding decides.
      assertNear(actual.orElseThrow(), row.number("value"), 1e-11, row);
    }
  }

  @Test
  void moreItemsAndMorePowerPullApart() {
    double previous = 1;
    for (int n = 50; n < 100_000; n *= 2) {
      double smallest = McNemarPower.smallestDetectableDifference(n, 0.3, 0.95, 0.8).orElseThrow();
      assertThat(smallest).isLessThan(previous);
      assertThat(McNemarPower.smallestDetectableDifference(n, 0.3, 0.95, 0.9).orElseThrow())
          .isGreaterThan(smallest);
      assertThat(McNemarPower.smallestDetectableDifference(n, 0.3, 0.99, 0.8).orElseThrow())
          .isGreaterThan(smallest);
      assertThat(McNemarPower.smallestDetectableDifference(n, 0.2, 0.95, 0.8).orElseThrow())
          .isLessThan(smallest);
      long pairs = McNemarPower.pairsNeeded(smallest, 0.3, 0.95, 0.8).orElseThrow();
      assertThat(pairs).isBetween((long) n, n + 1L);
      previous = smallest;
    }
  }

  @Test
  void aFewItemsShowNothing() {
    assertThat(McNemarPower.smallestDetectableDifference(3, 0.5, 0.95, 0.8)).isEmpty();
    assertThat(
            OneProportionPower.smallestDetectableDifference(
                3, 0.5, OneProportionPower.Side.ABOVE, 0.95, 0.8))
        .isEmpty();
  }

  /** The formula speaks of the asymptotic test; the exact one is a little weaker. */
  @Test
  void theFormulaIsNearTheExactTest() {
    for (double discordance : new double[] {0.1, 0.3, 0.6}) {
      for (int n : new int[] {200, 500, 1500}) {
        double difference =
            McNemarPower.smallestDetectableDifference(n, discordance, 0.95, 0.8).orElseThrow();
        assertThat(McNemarPower.exactTestPower(n, difference, discordance, 0.95))
            .as("%s, %d", discordance, n)
            .isBetween(0.72, 0.82);
        assertThat(McNemarPower.exactTestPower(n, 0, discordance, 0.95))
            .as("false positives %s, %d", discordance, n)
            .isLessThanOrEqualTo(0.05);
      }
    }
  }

  @Test
  void refusesWhatCannotBe() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> McNemarPower.smallestDetectableDifference(0, 0.3, 0.95, 0.8))
        .withMessage("pairs 0.0 is outside (0, Infinity)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> McNemarPower.smallestDetectableDifference(10, 1.3, 0.95, 0.8))
        .withMessage("discordance 1.3 is outside (0, 1]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> McNemarPower.smallestDetectableDifference(10, 0.3, 0.95, 0.3))
        .withMessage("power 0.3 is outside [0.5, 1)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> McNemarPower.pairsNeeded(0.4, 0.3, 0.95, 0.8))
        .withMessage("difference 0.4 is outside (0, 0.3], the discordance");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OneProportionPower.observationsNeeded(0.3, 0.3, 0.95, 0.8))
        .withMessage("p1 0.3 equals p0; expected a difference");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OneProportionPower.observationsNeeded(0, 0.3, 0.95, 0.8))
        .withMessage("p0 0.0 is outside (0, 1)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> McNemarPower.exactTestPower(-1, 0.1, 0.3, 0.95))
        .withMessage("pairs -1 is outside [0, 100000]");
  }
}
