package assay.report.table;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers as people read them, the same in every locale. */
public final class Figures {

  /** What stands where there is no number. */
  public static final String NONE = "–";

  private Figures() {}

  /** A share in percent with one decimal: {@code 39.0 %}. */
  public static String percent(@Nullable Double share) {
    return share == null ? NONE : plainPercent(share) + " %";
  }

  /** A share in percent without the sign: {@code 39.0}. */
  public static String plainPercent(double share) {
    return plainPercent(share, 1);
  }

  /**
   * A share in percent without the sign, with so many decimals; halves are rounded up as people do
   * it, by the decimal digits of the share.
   */
  public static String plainPercent(double share, int decimals) {
    return Double.isFinite(share)
        ? BigDecimal.valueOf(share)
            .movePointRight(2)
            .setScale(decimals, RoundingMode.HALF_UP)
            .toPlainString()
        : NONE;
  }

  /** An interval in percent: {@code 30.0–48.8}. */
  public static String interval(@Nullable Double lower, @Nullable Double upper) {
    return lower == null || upper == null ? NONE : plainPercent(lower) + "–" + plainPercent(upper);
  }

  /** A whole number with thin groups: {@code 1,273}. */
  public static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** A count of things in words: {@code 1 answer}, {@code 1,273 answers}. */
  public static String counted(long count, String one, String many) {
    return count(count) + " " + (count == 1 ? one : many);
  }
}
