package assay.datasets.duckdb;

import java.math.BigDecimal;

/**
 * Floating numbers as text: the shortest decimal that gives the number back, whole numbers without
 * {@code .0}, so that an identifier that a spreadsheet or a data frame turned into {@code 17.0} is
 * {@code 17} again; an exponent only below 1e-6 and from 1e21, as ECMAScript has it. NaN and
 * infinities are {@code NaN}, {@code Infinity}, {@code -Infinity}.
 */
public final class NumberText {

  private static final double SMALLEST_PLAIN = 1e-6;
  private static final double LARGEST_PLAIN = 1e21;

  private NumberText() {}

  /** A double as text. */
  public static String of(double value) {
    return Double.isFinite(value) ? text(value, Double.toString(value)) : Double.toString(value);
  }

  /** A float as text. */
  public static String of(float value) {
    return Float.isFinite(value) ? text(value, Float.toString(value)) : Float.toString(value);
  }

  private static String text(double value, String shortest) {
    double size = Math.abs(value);
    if (size == 0) {
      return 1 / value < 0 ? "-0" : "0";
    }
    BigDecimal exact = new BigDecimal(shortest).stripTrailingZeros();
    return size >= SMALLEST_PLAIN && size < LARGEST_PLAIN
        ? exact.toPlainString()
        : exact.toString();
  }
}
