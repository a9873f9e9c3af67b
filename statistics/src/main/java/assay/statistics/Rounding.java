package assay.statistics;

/**
 * What "equal" means for numbers that arithmetic has been through: 0.1 + 0.2 and 0.3, 0.3 − 0.1 and
 * 0.2, the mean of three 0.1 and 0.1 are the same. Numbers are equal where they lie within 10⁻¹² of
 * the largest magnitude among those they are compared with. That is thousands of times what sums
 * and differences of scores lose, and finer than anything that is scored.
 *
 * <p>A spread that this calls nothing is no spread: what divides by it would be made of noise.
 */
public final class Rounding {

  /** What is below this share of a magnitude is rounding. */
  public static final double SHARE = 1e-12;

  private Rounding() {}

  /** Whether two numbers are equal; two infinities of one sign are. */
  public static boolean areEqual(double first, double second) {
    return first == second
        || isNothing(first - second, Math.max(Math.abs(first), Math.abs(second)));
  }

  /** Whether there is at least one value and all are equal. */
  public static boolean areEqual(double... values) {
    return values.length > 0 && isNothing(spread(values), largest(values));
  }

  /** Whether a difference of numbers of this magnitude is nothing. */
  public static boolean isNothing(double difference, double magnitude) {
    return Math.abs(difference) <= SHARE * magnitude && Double.isFinite(difference);
  }

  /**
   * A sum of squared deviations, or 0 where their root mean square is nothing.
   *
   * @param squares the sum
   * @param count number of deviations
   * @param magnitude the largest of the numbers whose deviations they are
   */
  public static double squares(double squares, double count, double magnitude) {
    return isNothing(Math.sqrt(squares / count), magnitude) ? 0 : squares;
  }

  /** The largest magnitude; 0 for none. */
  public static double largest(double... values) {
    double largest = 0;
    for (double value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }

  private static double spread(double[] values) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    return high - low;
  }
}
