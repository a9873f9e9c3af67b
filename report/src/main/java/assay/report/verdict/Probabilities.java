package assay.report.verdict;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Set;

/**
 * p-values as people read them: two digits that count, and no more zeros than tell anything. More
 * where two would be a level in use, so that one sees on which side of it the value lies.
 */
final class Probabilities {

  private static final double LEAST = 0.001;
  private static final double LEAST_PLAIN = 1e-6;
  private static final double SMALLEST = 1e-300;
  private static final int MOST_DIGITS = 8;
  private static final Set<Double> LEVELS = Set.of(0.05, 0.01);

  private Probabilities() {}

  /** {@code < 0.001}, {@code 0.034}, {@code 0.0499}, {@code 1}. */
  static String bare(double p) {
    if (p < LEAST) {
      return "< 0.001";
    }
    if (p >= 0.995) {
      return p >= 1 ? "1" : "> 0.99";
    }
    int digits = 2;
    while (digits < MOST_DIGITS && hidesItsSide(p, rounded(p, digits))) {
      digits++;
    }
    return rounded(p, digits).toPlainString();
  }

  /** The same, with its digits where {@link #bare} says no more than that it is below 0.001. */
  static String exact(double p) {
    if (p >= LEAST) {
      return bare(p);
    }
    if (p < SMALLEST) {
      return "< 1e-300";
    }
    return p >= LEAST_PLAIN ? rounded(p, 2).toPlainString() : String.format(Locale.ROOT, "%.1e", p);
  }

  private static BigDecimal rounded(double p, int digits) {
    return BigDecimal.valueOf(p).round(new MathContext(digits, RoundingMode.HALF_UP));
  }

  /** Whether the digits are those of a level on one side of which p lies. */
  private static boolean hidesItsSide(double p, BigDecimal rounded) {
    return rounded.doubleValue() != p && LEVELS.contains(rounded.doubleValue());
  }

  /** {@code p < 0.001}, {@code p = 0.034}. */
  static String named(double p) {
    String text = bare(p);
    return text.startsWith("<") || text.startsWith(">") ? "p " + text : "p = " + text;
  }
}
