package assay.statistics.published;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * A printed gain beside the two values it is said to come from: points are the difference, relative
 * is the difference in percent of the earlier value. Both can fit, and neither.
 *
 * @param isPoints whether the difference of some values that round to the printed ones rounds to
 *     the printed gain
 * @param isRelative whether the relative difference does
 */
public record PrintedGain(boolean isPoints, boolean isRelative) {

  /**
   * Of values that are shares: their gain is printed in points or percent (6.57), or as a share
   * itself (0.0657).
   */
  public static PrintedGain ofShares(
      PrintedNumber before, PrintedNumber after, PrintedNumber gain) {
    PrintedNumber first = before.hundredfold();
    PrintedNumber second = after.hundredfold();
    PrintedGain inPercent = of(first, second, gain);
    PrintedGain asShare = of(first, second, gain.hundredfold());
    return new PrintedGain(
        inPercent.isPoints() || asShare.isPoints(), inPercent.isRelative() || asShare.isRelative());
  }

  /** Of numbers in one unit, such as percent. */
  public static PrintedGain of(PrintedNumber before, PrintedNumber after, PrintedNumber gain) {
    BigDecimal least = after.least().subtract(before.most());
    BigDecimal most = after.most().subtract(before.least());
    return new PrintedGain(
        overlaps(least, most, gain),
        before.least().signum() > 0 && isRelative(before, after, gain));
  }

  /** after/before − 1 grows with after and falls with before, which is positive here. */
  private static boolean isRelative(PrintedNumber before, PrintedNumber after, PrintedNumber gain) {
    BigDecimal least = percent(after.least(), before.most(), before.least());
    BigDecimal most = percent(after.most(), before.least(), before.most());
    return overlaps(least, most, gain);
  }

  private static BigDecimal percent(BigDecimal after, BigDecimal before, BigDecimal ifNegative) {
    BigDecimal base = after.signum() < 0 ? ifNegative : before;
    return after
        .divide(base, MathContext.DECIMAL64)
        .subtract(BigDecimal.ONE)
        .multiply(BigDecimal.valueOf(100));
  }

  private static boolean overlaps(BigDecimal least, BigDecimal most, PrintedNumber gain) {
    return least.compareTo(gain.most()) <= 0 && gain.least().compareTo(most) <= 0;
  }
}
