package assay.statistics.distribution;

import static assay.statistics.Near.assertNear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import assay.statistics.Near;
import assay.statistics.References;
import assay.testkit.FixtureRow;
import org.apache.commons.numbers.gamma.RegularizedBeta;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuantilesTest {

  @Test
  void agreeWithFiftyDigits() {
    for (FixtureRow row : References.of("quantiles-mpmath.tsv")) {
      double p = row.number("p");
      double actual =
          switch (row.text("distribution")) {
            case "beta" -> Quantiles.beta(p, row.number("a"), row.number("b"));
            case "student" -> Quantiles.studentTwoSided(p, row.number("a"));
            case "normal" -> Quantiles.normalTwoSided(p);
            default -> throw new AssertionError(row.text("distribution"));
          };
      // No floor: a quantile of 1e-8 must be right in its own digits.
      assertThat(Math.abs(actual / row.number("value") - 1)).as("%s", row).isLessThan(1e-13);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-12, 0.001, 0.025, 0.3, 0.5, 0.8, 0.975, 0.999})
  void upperAndLowerTailsMirrorEachOther(double p) {
    for (double a : new double[] {0.5, 1, 3, 40.5, 1000, 1e6}) {
      for (double b : new double[] {0.5, 1, 7, 300, 1e5}) {
        double x = Quantiles.beta(p, a, b);
        double y = Quantiles.betaUpper(p, b, a);
        assertNear(1 - y, x, a + ", " + b);
        // Back at the smaller of the two, which holds all digits.
        double back = x < y ? RegularizedBeta.value(x, a, b) : RegularizedBeta.complement(y, b, a);
        // The library's incomplete beta wavers by 1e-10 where a parameter is a million.
        assertNear(back, p, Math.max(a, b) > 1e4 ? 1e-9 : 1e-11, a + ", " + b + " at " + x);
      }
    }
  }

  @Test
  void holdBeyondAMillion() {
    // SciPy 1.17.1: scipy.stats.beta.ppf(p, a, b)
    double[][] rows = {
      {0.025, 1e+07, 3e+06, 0.7690016993201749},
      {0.025, 1e+08, 1e+08, 0.4999307048090286},
      {0.025, 1e+08, 10, 0.9999998291519877},
      {0.975, 10, 1e+09, 1.7084803172263182e-08},
      {0.025, 1e+10, 3e+10, 0.24999575656533676},
      {0.025, 1e+12, 1e+12, 0.49999930704808815}
    };
    for (double[] row : rows) {
      double x = Quantiles.beta(row[0], row[1], row[2]);
      assertThat(Math.abs(x / row[3] - 1)).as("%s %s", row[1], row[2]).isLessThan(1e-9);
    }
  }

  @Test
  void studentGrowsTowardsTheNormal() {
    double previous = Double.POSITIVE_INFINITY;
    for (double df = 1; df < 1e12; df *= 3) {
      double t = Quantiles.studentTwoSided(0.95, df);
      assertThat(t).isLessThanOrEqualTo(previous);
      previous = t;
    }
    assertNear(previous, Quantiles.normalTwoSided(0.95), 1e-10, "1e12 degrees of freedom");
  }

  @Test
  void normalTailsAreExactFarOut() {
    assertNear(Quantiles.normalUpper(1e-20), 9.262340089798408, Near.DEFAULT, "1e-20");
    assertNear(Quantiles.normalProbability(Quantiles.normalUpper(0.3)), 0.7, "round trip");
  }

  @Test
  void refuseWhatIsNoProbability() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Quantiles.normalTwoSided(1))
        .withMessage("level 1.0 is outside (0, 1)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Quantiles.studentTwoSided(0.95, Double.NaN))
        .withMessage("degreesOfFreedom NaN is outside (0, Infinity)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Quantiles.beta(0, 1, 1))
        .withMessage("probability 0.0 is outside (0, 1)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Quantiles.betaUpper(0.5, 1, -2))
        .withMessage("b -2.0 is outside (0, Infinity)");
  }
}
