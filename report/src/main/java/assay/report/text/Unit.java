package assay.report.text;

import assay.evaluation.estimate.Estimate;
import assay.report.table.Figures;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** In what estimates are printed: shares in percent and points, all else as plain numbers. */
enum Unit {
  /** {@code 39.0 %}. */
  PERCENT,
  /** {@code 0.390}. */
  NUMBER;

  private static final int DECIMALS = 3;

  /** That of an estimate. */
  static Unit of(Estimate estimate) {
    return estimate.share() ? PERCENT : NUMBER;
  }

  /** Heading of a column of these estimates' values. */
  static String heading(List<Estimate> estimates) {
    return estimates.stream().allMatch(Estimate::share) ? "%" : "value";
  }

  /** A value with its sign: {@code 39.0 %}. */
  String value(@Nullable Double value) {
    return switch (this) {
      case PERCENT -> Figures.percent(value);
      case NUMBER -> value == null ? Figures.NONE : bare(value);
    };
  }

  /** A value without its sign: {@code 39.0}. */
  String bare(double value) {
    return bare(value, 1);
  }

  /**
   * A value without its sign.
   *
   * @param decimals of a percentage; of a number there are at least three, and two more than of a
   *     percentage
   */
  String bare(double value, int decimals) {
    return switch (this) {
      case PERCENT -> Figures.plainPercent(value, decimals);
      case NUMBER ->
          Double.isFinite(value)
              ? BigDecimal.valueOf(value)
                  .setScale(Math.max(DECIMALS, decimals + 2), RoundingMode.HALF_UP)
                  .toPlainString()
              : Figures.NONE;
    };
  }

  /** An interval: {@code 30.0–48.8}, {@code -0.103 to 0.412}. */
  String interval(@Nullable Double lower, @Nullable Double upper) {
    if (lower == null || upper == null) {
      return Figures.NONE;
    }
    return bare(lower) + (lower < 0 ? " to " : "–") + bare(upper);
  }

  /** A distance: {@code 13.8 points}, {@code 0.138}. */
  String points(double distance) {
    return switch (this) {
      case PERCENT -> bare(distance) + " points";
      case NUMBER -> bare(distance);
    };
  }

  /** A distance to either side: {@code ±13.8}; the dash where there is none. */
  String around(@Nullable Double distance) {
    return distance == null ? Figures.NONE : "±" + bare(distance);
  }
}
