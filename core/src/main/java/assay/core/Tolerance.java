package assay.core;

/** How far a number may lie from the gold value and still be right. */
public sealed interface Tolerance {

  /** Whether {@code value} is right where {@code gold} is the gold value; false for NaN. */
  boolean accepts(double gold, double value);

  /** Equal as doubles. */
  record Exact() implements Tolerance {
    @Override
    public boolean accepts(double gold, double value) {
      return gold == value;
    }
  }

  /**
   * At most {@code margin} away, in the target's unit.
   *
   * @param margin not negative
   */
  record Absolute(double margin) implements Tolerance {
    public Absolute {
      requireMargin(margin);
    }

    @Override
    public boolean accepts(double gold, double value) {
      return Math.abs(value - gold) <= margin;
    }
  }

  /**
   * At most {@code share} of the gold value's magnitude away: {@code |value − gold| ≤
   * share·|gold|}.
   *
   * @param share not negative, 0.05 is five percent
   */
  record Relative(double share) implements Tolerance {
    public Relative {
      requireMargin(share);
    }

    @Override
    public boolean accepts(double gold, double value) {
      return Math.abs(value - gold) <= share * Math.abs(gold);
    }
  }

  /**
   * Between the limits, both included; the gold value itself plays no part.
   *
   * @param lower lower limit
   * @param upper upper limit, not below {@code lower}
   */
  record Interval(double lower, double upper) implements Tolerance {
    public Interval {
      if (!(lower <= upper)) {
        throw new IllegalArgumentException(
            "limits " + lower + " to " + upper + ": expected lower <= upper");
      }
    }

    @Override
    public boolean accepts(double gold, double value) {
      return lower <= value && value <= upper;
    }
  }

  /** The value rounded to a whole number, half to even, equals the gold value. */
  record RoundedToWhole() implements Tolerance {
    @Override
    public boolean accepts(double gold, double value) {
      return Math.rint(value) == gold;
    }
  }

  private static void requireMargin(double margin) {
    if (!(margin >= 0)) {
      throw new IllegalArgumentException("tolerance " + margin + ": expected a number not below 0");
    }
  }
}
