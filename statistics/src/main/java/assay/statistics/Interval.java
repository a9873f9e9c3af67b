package assay.statistics;

/**
 * A two-sided confidence interval, both ends included.
 *
 * @param lower lower end, in the unit of the estimate; −∞ where nothing bounds it
 * @param upper upper end, not below {@code lower}; +∞ where nothing bounds it
 * @param level confidence level, 0 &lt; level &lt; 1
 * @param method stable id of the method that made it, such as {@code wilson}
 */
public record Interval(double lower, double upper, double level, String method) {

  /**
   * @throws IllegalArgumentException if an end is NaN, the ends are reversed, the level is outside
   *     (0, 1) or the method is blank
   */
  public Interval {
    if (!(lower <= upper)) {
      throw new IllegalArgumentException(
          "lower " + lower + " and upper " + upper + "; expected lower <= upper");
    }
    Arguments.checkLevel(level);
    if (method.isBlank()) {
      throw new IllegalArgumentException("method is blank; expected an id such as wilson");
    }
  }

  /** {@code upper − lower}; +∞ for an unbounded interval. */
  public double width() {
    return upper - lower;
  }

  /** Whether the value lies between the ends or on one of them. */
  public boolean contains(double value) {
    return lower <= value && value <= upper;
  }

  /** Whether the other interval lies in this one, ends included. */
  public boolean contains(Interval other) {
    return lower <= other.lower && other.upper <= upper;
  }

  /** Whether both ends are finite numbers. */
  public boolean isBounded() {
    return Double.isFinite(lower) && Double.isFinite(upper);
  }
}
