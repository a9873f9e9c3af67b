package assay.statistics;

/** What a statistic gives: a value with its interval, or the reason why there is none. */
public sealed interface Estimate {

  /**
   * A value that the data determine.
   *
   * @param value finite
   * @param interval its confidence interval
   */
  record Known(double value, Interval interval) implements Estimate {

    /**
     * @throws IllegalArgumentException if the value is NaN or infinite
     */
    public Known {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("value is " + value + "; expected a finite number");
      }
    }
  }

  /**
   * A value that the data do not determine; never replaced by 0.
   *
   * @param reason a stable id such as {@code no-observations}
   */
  record Undefined(String reason) implements Estimate {

    /**
     * @throws IllegalArgumentException if the reason is blank
     */
    public Undefined {
      if (reason.isBlank()) {
        throw new IllegalArgumentException("reason is blank; expected an id such as no-items");
      }
    }
  }
}
