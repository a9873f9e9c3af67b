package assay.statistics;

/**
 * The values that a quantity can take at all: what is known of it before any data, and so the
 * interval that remains when the data say nothing.
 *
 * @param lower smallest possible value, may be −∞
 * @param upper largest possible value, may be +∞
 */
public record Range(double lower, double upper) {

  /** A share, a probability, right or wrong: [0, 1]. */
  public static final Range UNIT = new Range(0, 1);

  /** Any number. */
  public static final Range UNBOUNDED =
      new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

  /**
   * @throws IllegalArgumentException unless lower &lt; upper
   */
  public Range {
    if (!(lower < upper)) {
      throw new IllegalArgumentException(
          "range from " + lower + " to " + upper + "; expected lower < upper");
    }
  }

  /** The value itself, or the end of the range that it passed. */
  public double clip(double value) {
    return Math.min(Math.max(value, lower), upper);
  }

  /** The whole range as an interval: nothing is known. */
  public Interval whole(double level, String method) {
    return new Interval(lower, upper, level, method);
  }

  /** The interval with these ends, cut to the range. */
  public Interval interval(double from, double to, double level, String method) {
    return new Interval(clip(from), clip(to), level, method);
  }

  /**
   * Whether all values can occur.
   *
   * @throws IllegalArgumentException with the index of the first value outside the range
   */
  public void check(String name, double[] values) {
    for (int i = 0; i < values.length; i++) {
      if (!(values[i] >= lower && values[i] <= upper)) {
        throw new IllegalArgumentException(
            name + "[" + i + "] " + values[i] + " is outside [" + lower + ", " + upper + "]");
      }
    }
  }
}
