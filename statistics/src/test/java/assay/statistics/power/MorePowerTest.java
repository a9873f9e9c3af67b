package assay.statistics.power;

import static assay.statistics.Near.assertNear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.within;

import assay.statistics.References;
import assay.statistics.power.OneProportionPower.Side;
import assay.testkit.FixtureRow;
import org.junit.jupiter.api.Test;

class MorePowerTest {

  private static double value(FixtureRow row) {
    double a = row.number("a");
    double b = row.number("b");
    double c = row.number("c");
    double d = row.number("d");
    return switch (row.text("what")) {
      case "two-proportions" -> TwoProportionPower.power(a, b, c, d);
      case "two-proportions-needed" -> TwoProportionPower.itemsNeeded(a, b, d, c).orElseThrow();
      case "auroc-error" -> AurocPower.standardError(a, (long) b, (long) c);
      case "kappa-needed" -> KappaPower.itemsNeeded(a, b, c, 0.95, d).orElseThrow();
      case "kappa-power" -> KappaPower.power(d, a, b, c, 0.95);
      default -> fail("no value is called " + row.text("what"));
    };
  }

  @Test
  void agreesWithR() {
    for (FixtureRow row : References.of("morepower-r.tsv")) {
      assertNear(value(row), row.number("value"), 1e-9, row);
    }
  }

  @Test
  void sampleSizeAndPowerAreInverse() {
    for (double p2 : new double[] {0.55, 0.7, 0.3, 1}) {
      long n = TwoProportionPower.itemsNeeded(0.5, p2, 0.95, 0.8).orElseThrow();
      assertThat(TwoProportionPower.power((double) n, 0.5, p2, 0.95)).isGreaterThanOrEqualTo(0.8);
      assertThat(TwoProportionPower.power(n - 1.0, 0.5, p2, 0.95)).isLessThan(0.8);
      double smallest =
          TwoProportionPower.smallestDetectableDifference(
                  (double) n, 0.5, p2 > 0.5 ? Side.ABOVE : Side.BELOW, 0.95, 0.8)
              .orElseThrow();
      assertThat(smallest)
          .isLessThanOrEqualTo(Math.abs(p2 - 0.5))
          .isCloseTo(Math.abs(p2 - 0.5), within(0.01));
    }
    assertThat(TwoProportionPower.smallestDetectableDifference(3, 0.9, Side.ABOVE, 0.95, 0.8))
        .isEmpty();
    assertThat(TwoProportionPower.smallestDetectableDifference(3, 1, Side.ABOVE, 0.95, 0.8))
        .isEmpty();
    long positives = AurocPower.positivesNeeded(0.8, 0.85, 3, 0.4, 0.95, 0.8).orElseThrow();
    assertThat(AurocPower.power(0.8, 0.85, positives, 3 * positives, 0.4, 0.95))
        .isBetween(0.8, 0.803);
    double detectable = AurocPower.smallestDetectableDifference(0.8, 100, 100, 0.95, 0.8);
    assertThat(detectable)
        .isCloseTo(2.8016 * AurocPower.standardError(0.8, 100, 100), within(1e-4));
    assertThat(AurocPower.power(1, 1, 5, 5, 0, 0.95)).isZero();
  }

  @Test
  void theNormalPowerIsEvenInTheDifference() {
    double smallest = 0.02 * 2.801585218112968;
    assertThat(NormalPower.power(smallest, 0.02, 0.95)).isCloseTo(0.8, within(1e-5));
    assertNear(NormalPower.power(0, 0.02, 0.95), 0.05, "no difference");
    assertThat(NormalPower.power(-smallest, 0.02, 0.95))
        .isEqualTo(NormalPower.power(smallest, 0.02, 0.95));
  }

  @Test
  void clustersCostWhatTheyShare() {
    assertThat(new DesignEffect(1, 0, 0.5).value()).isEqualTo(1);
    DesignEffect even = new DesignEffect(20, 0, 0.05);
    assertNear(even.value(), 1.95, "even");
    assertNear(even.effectiveSize(390), 200, "effective");
    assertThat(even.clustersNeeded(200)).isEqualTo(20);
    assertNear(new DesignEffect(20, 0.5, 0.05).value(), 1 + (1.25 * 20 - 1) * 0.05, "uneven");
    assertThat(new DesignEffect(8, 0, 1).clustersNeeded(30)).isEqualTo(30);
  }

  @Test
  void refusesWhatCannotBe() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TwoProportionPower.itemsNeeded(0.5, 0.5, 0.95, 0.8))
        .withMessage("p2 0.5 equals p1; expected a difference");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AurocPower.power(0.5, 0.6, 5, 0, 0, 0.95))
        .withMessage("negatives 0 is outside [1, 9223372036854775807]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AurocPower.power(0.5, 0.6, 5, 5, 1.5, 0.95))
        .withMessage("correlation 1.5 is outside [-1, 1]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KappaPower.power(10, 1, 0.5, 0.5, 0.95))
        .withMessage("kappa0 1.0 is outside [0, 1)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KappaPower.power(-5, 0.2, 0.5, 0.5, 0.95))
        .withMessage("n -5.0 is outside (0, Infinity)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NormalPower.power(0.1, 0, 0.95))
        .withMessage("standardError 0.0 is outside (0, Infinity)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DesignEffect(0.5, 0, 0))
        .withMessage("clusterSize 0.5 is outside [1, Infinity)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NormalPower.samplesWithin(0, -1, 1, 1, 1, 0.95, 0.2))
        .withMessage("power 0.2 is outside [0.5, 1)");
  }
}
