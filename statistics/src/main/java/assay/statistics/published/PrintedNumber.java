package assay.statistics.published;

import assay.statistics.Arguments;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A number as printed: it stands for every value that rounds to it, ends included, since papers
 * round halves up, down and to even.
 *
 * @param value as printed; its scale is the number of decimals
 */
public record PrintedNumber(BigDecimal value) {

  /**
   * Reads a number such as {@code 83.84}; trailing zeros are decimals.
   *
   * @throws IllegalArgumentException if the text is no decimal number
   */
  public static PrintedNumber of(String text) {
    try {
      BigDecimal value = new BigDecimal(text.strip());
      Arguments.checkBetween("decimals", value.scale(), -300, 300);
      return new PrintedNumber(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "'" + text + "' is no number; expected one such as 83.84", e);
    }
  }

  /**
   * A number printed with so many decimals.
   *
   * @param decimals 0 to 30
   * @throws IllegalArgumentException if the value is not finite or has more decimals
   */
  public static PrintedNumber of(double value, int decimals) {
    Arguments.checkFinite("value", new double[] {value});
    Arguments.checkBetween("decimals", decimals, 0, 30);
    BigDecimal exact = BigDecimal.valueOf(value);
    if (exact.stripTrailingZeros().scale() > decimals) {
      throw new IllegalArgumentException(value + " has more than " + decimals + " decimals");
    }
    return new PrintedNumber(exact.setScale(decimals, RoundingMode.UNNECESSARY));
  }

  /** The same number a hundred times as large, as shares are that are printed in percent. */
  public PrintedNumber hundredfold() {
    return new PrintedNumber(value.movePointRight(2));
  }

  /** Half a unit of the last decimal. */
  public BigDecimal halfUnit() {
    return BigDecimal.ONE.scaleByPowerOfTen(-value.scale()).divide(BigDecimal.TWO);
  }

  /** The least value that rounds to it. */
  public BigDecimal least() {
    return value.subtract(halfUnit());
  }

  /** The largest value that rounds to it. */
  public BigDecimal most() {
    return value.add(halfUnit());
  }

  /**
   * Whether a computed value could have been printed like this. A computed one within 1e-9 of a
   * half counts for either side.
   */
  public boolean couldBe(double computed) {
    double slack = 1e-9 * Math.max(1, Math.abs(computed));
    return computed >= least().doubleValue() - slack && computed <= most().doubleValue() + slack;
  }

  /** As printed. */
  @Override
  public String toString() {
    return value.toPlainString();
  }
}
