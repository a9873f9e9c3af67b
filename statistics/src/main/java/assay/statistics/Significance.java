package assay.statistics;

/**
 * When a p-value is small enough. The one place that compares p with 1 − level: 1 − 0.9 is
 * 0.09999999999999998, and p = 0.1 rejects at the level 0.9 all the same.
 */
public final class Significance {

  // What 1 − level can be off by: half the distance of numbers next to 1, and as much again.
  private static final double OF_LEVEL = Math.ulp(1.0);

  private Significance() {}

  /**
   * Whether {@code p ≤ 1 − level}, up to {@link Rounding}; false for NaN.
   *
   * @param p a p-value, adjusted or not
   * @param level 1 − α, such as 0.95
   * @throws IllegalArgumentException if the level is outside (0, 1)
   */
  public static boolean rejects(double p, double level) {
    double alpha = 1 - Arguments.checkLevel(level);
    return p <= alpha * (1 + Rounding.SHARE) + OF_LEVEL;
  }
}
