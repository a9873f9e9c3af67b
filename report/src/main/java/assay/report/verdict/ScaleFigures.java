package assay.report.verdict;

import assay.evaluation.comparison.Scale;
import assay.report.table.Figures;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Scores and their differences as people read them: shares in percent and points. */
final class ScaleFigures {

  private static final int DECIMALS = 3;

  private final boolean share;

  ScaleFigures(Scale scale) {
    this.share = scale.isShare();
  }

  /** A score: {@code 39.0 %}, or {@code 0.390} where scores are no shares. */
  String score(double value) {
    return share ? Figures.percent(value) : plain(value);
  }

  /** A score without the sign: {@code 39.0}. */
  String bare(double value) {
    return share ? Figures.plainPercent(value) : plain(value);
  }

  /** A difference with its sign: {@code +8.0}. */
  String signed(double value) {
    String text = bare(Math.abs(value));
    return (value < 0 && !isZero(text) ? "-" : "+") + text;
  }

  /** A difference with its sign and unit: {@code +8.0 points}. */
  String signedPoints(double value) {
    return signed(value) + unit();
  }

  /** A difference without its sign: {@code 8.0 points}. */
  String points(double value) {
    return bare(Math.abs(value)) + unit();
  }

  /** An interval of a difference: {@code +0.3 to +15.5}. */
  String range(double lower, double upper) {
    return signed(lower) + " to " + signed(upper);
  }

  private String unit() {
    return share ? " points" : "";
  }

  private static boolean isZero(String text) {
    return text.chars().allMatch(c -> c == '0' || c == '.');
  }

  private static String plain(double value) {
    return Double.isFinite(value)
        ? BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_UP).toPlainString()
        : value > 0 ? "∞" : Figures.NONE;
  }
}
