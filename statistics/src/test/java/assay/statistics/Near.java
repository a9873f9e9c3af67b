package assay.statistics;

import static org.assertj.core.api.Assertions.assertThat;

/** Comparison with reference values: relative, with a floor for values that cancel to near 0. */
public final class Near {

  /** What arithmetic in doubles and a good quantile should reach. */
  public static final double DEFAULT = 1e-12;

  // Reference software forms p ± h by subtraction, which leaves an absolute error of a few ulps of
  // 1.
  private static final double FLOOR = 2e-15;

  private Near() {}

  public static void assertNear(double actual, double expected, Object what) {
    assertNear(actual, expected, DEFAULT, what);
  }

  public static void assertNear(double actual, double expected, double relative, Object what) {
    if (actual == expected) {
      return;
    }
    assertThat(Math.abs(actual - expected))
        .as("%s: %s, expected %s", what, actual, expected)
        .isLessThanOrEqualTo(relative * Math.abs(expected) + FLOOR);
  }
}
