package assay.report.verdict;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** p-values as people read them: two digits that count, and no more zeros than tell anything. */
final class Probabilities {

  private static final double LEAST = 0.001;

  private Probabilities() {}

  /** {@code < 0.001}, {@code 0.034}, {@code 1}. */
  static String bare(double p) {
    if (p < LEAST) {
      return "< 0.001";
    }
    if (p >= 0.995) {
      return p >= 1 ? "1" : "> 0.99";
    }
    return BigDecimal.valueOf(p).round(new MathContext(2, RoundingMode.HALF_UP)).toPlainString();
  }

  /** {@code p < 0.001}, {@code p = 0.034}. */
  static String named(double p) {
    String text = bare(p);
    return text.startsWith("<") || text.startsWith(">") ? "p " + text : "p = " + text;
  }
}
