package assay.statistics;

/**
 * Checks of arguments. Every check is false for NaN, and every message holds the value and what is
 * allowed.
 */
public final class Arguments {

  private Arguments() {}

  /**
   * A confidence level, such as 0.95.
   *
   * @throws IllegalArgumentException unless 0 &lt; level &lt; 1
   */
  public static double checkLevel(double level) {
    return checkOpenUnit("level", level);
  }

  /**
   * A number strictly between 0 and 1.
   *
   * @throws IllegalArgumentException unless 0 &lt; value &lt; 1
   */
  public static double checkOpenUnit(String name, double value) {
    if (value > 0 && value < 1) {
      return value;
    }
    throw new IllegalArgumentException(name + " " + value + " is outside (0, 1)");
  }

  /**
   * A share.
   *
   * @throws IllegalArgumentException unless 0 ≤ value ≤ 1
   */
  public static double checkUnit(String name, double value) {
    if (value >= 0 && value <= 1) {
      return value;
    }
    throw new IllegalArgumentException(name + " " + value + " is outside [0, 1]");
  }

  /**
   * A positive, finite number.
   *
   * @throws IllegalArgumentException for zero, negative, infinite values and NaN
   */
  public static double checkPositive(String name, double value) {
    if (value > 0 && value < Double.POSITIVE_INFINITY) {
      return value;
    }
    throw new IllegalArgumentException(name + " " + value + " is outside (0, Infinity)");
  }

  /**
   * A whole number between two bounds, both allowed.
   *
   * @throws IllegalArgumentException if value &lt; min or value &gt; max
   */
  public static long checkBetween(String name, long value, long min, long max) {
    if (value >= min && value <= max) {
      return value;
    }
    throw new IllegalArgumentException(
        name + " " + value + " is outside [" + min + ", " + max + "]");
  }

  /**
   * A whole number that is not negative.
   *
   * @throws IllegalArgumentException if value &lt; 0
   */
  public static long checkCount(String name, long value) {
    if (value >= 0) {
      return value;
    }
    throw new IllegalArgumentException(name + " " + value + " is negative");
  }

  /**
   * Successes among n trials.
   *
   * @throws IllegalArgumentException unless 0 ≤ successes ≤ n
   */
  public static void checkSuccesses(long successes, long n) {
    checkCount("n", n);
    checkBetween("successes", successes, 0, n);
  }

  /**
   * Values that can be averaged.
   *
   * @throws IllegalArgumentException with the index of the first value that is NaN or infinite
   */
  public static void checkFinite(String name, double[] values) {
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        throw new IllegalArgumentException(
            name + "[" + i + "] is " + values[i] + "; expected a finite number");
      }
    }
  }

  /**
   * Two arrays that belong together.
   *
   * @throws IllegalArgumentException if their lengths differ
   */
  public static void checkSameLength(String first, int n, String second, int m) {
    if (n != m) {
      throw new IllegalArgumentException(
          first + " has " + n + " elements and " + second + " has " + m + "; expected as many");
    }
  }
}
