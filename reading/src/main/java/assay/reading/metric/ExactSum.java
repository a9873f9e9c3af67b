package assay.reading.metric;

import java.math.BigDecimal;

/**
 * A sum of doubles without rounding: the result is the double nearest to the true sum, so it does
 * not depend on the order of addition or of merging, to the last bit. Whole numbers, which most
 * scores are, are summed in a long; all others in an exact decimal.
 */
public final class ExactSum {

  /** Whole numbers up to this are added exactly and cheaply. */
  private static final double SMALL = 1L << 40;

  private long whole;
  private BigDecimal rest = BigDecimal.ZERO;

  /**
   * Adds a value.
   *
   * @throws IllegalArgumentException if it is not finite
   */
  public void add(double value) {
    requireFinite(value);
    if (Math.rint(value) == value && Math.abs(value) <= SMALL) {
      addWhole((long) value);
    } else {
      rest = rest.add(new BigDecimal(value));
    }
  }

  /**
   * Adds the product of two values, without rounding it.
   *
   * @throws IllegalArgumentException if one is not finite
   */
  void addProduct(double one, double other) {
    requireFinite(one);
    requireFinite(other);
    double product = one * other;
    boolean exact =
        Math.rint(one) == one && Math.rint(other) == other && Math.abs(product) <= SMALL;
    if (exact) {
      addWhole((long) product);
    } else if (one == 1) {
      add(other);
    } else if (other == 1) {
      add(one);
    } else {
      rest = rest.add(new BigDecimal(one).multiply(new BigDecimal(other)));
    }
  }

  /** Takes in another sum. */
  public void add(ExactSum other) {
    addWhole(other.whole);
    rest = rest.add(other.rest);
  }

  boolean isZero() {
    return exact().signum() == 0;
  }

  /** The true sum. */
  BigDecimal exact() {
    return rest.signum() == 0 ? BigDecimal.valueOf(whole) : rest.add(BigDecimal.valueOf(whole));
  }

  /** The double nearest to the true sum. */
  public double value() {
    return rest.signum() == 0 ? (double) whole : exact().doubleValue();
  }

  private void addWhole(long value) {
    long sum = whole + value;
    // Overflow: both have the same sign, the sum has the other.
    if (((whole ^ sum) & (value ^ sum)) < 0) {
      rest = rest.add(BigDecimal.valueOf(whole));
      whole = value;
    } else {
      whole = sum;
    }
  }

  private static void requireFinite(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("value " + value + ": expected a finite number");
    }
  }
}
