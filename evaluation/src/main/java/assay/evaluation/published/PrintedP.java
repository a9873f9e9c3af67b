package assay.evaluation.published;

import assay.statistics.published.PrintedNumber;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A p-value as printed.
 *
 * @param relation of the p-value to the number
 * @param number the number or the bound
 */
public record PrintedP(Relation relation, PrintedNumber number) {

  private static final Pattern FORM =
      Pattern.compile("([<≤>≥]|<=|>=)?\\s*([0-9]*\\.?[0-9]+(?:[eE]-?[0-9]{1,3})?)");
  private static final Pattern NOT_SIGNIFICANT =
      Pattern.compile("n\\.?\\s?s\\.?|not significant|non-?significant");

  /** How a p-value is told. */
  public enum Relation {
    /** {@code 0.03}. */
    IS("="),
    /** {@code <0.001}. */
    BELOW("<"),
    /** {@code ≤0.002}. */
    AT_MOST("≤"),
    /** {@code >0.05}. */
    ABOVE(">"),
    /** {@code ≥0.05}. */
    AT_LEAST("≥"),
    /** {@code n.s.}: of a level that is not printed, taken for 0.05. */
    NOT_SIGNIFICANT("n.s.");

    private final String sign;

    Relation(String sign) {
      this.sign = sign;
    }

    private static Relation of(String sign) {
      return switch (sign) {
        case "<" -> BELOW;
        case "≤", "<=" -> AT_MOST;
        case ">" -> ABOVE;
        case "≥", ">=" -> AT_LEAST;
        default -> IS;
      };
    }
  }

  /**
   * Reads {@code 0.03}, {@code <0.001}, {@code ≤ 0.05}, {@code >0.05} or {@code n.s.}
   *
   * @throws IllegalArgumentException if the text is no p-value
   */
  public static PrintedP of(String text) {
    String bare = text.strip();
    if (NOT_SIGNIFICANT.matcher(bare.toLowerCase(Locale.ROOT)).matches()) {
      return new PrintedP(Relation.NOT_SIGNIFICANT, PrintedNumber.of("0.05"));
    }
    Matcher matcher = FORM.matcher(bare);
    if (matcher.matches()) {
      PrintedNumber number = PrintedNumber.of(matcher.group(2));
      if (number.value().doubleValue() <= 1) {
        String sign = matcher.group(1);
        return new PrintedP(sign == null ? Relation.IS : Relation.of(sign), number);
      }
    }
    throw new IllegalArgumentException(
        "'" + text + "' is no p-value; expected 0.03, <0.001, >0.05 or n.s.");
  }

  /** Whether a computed p from {@code least} to {@code most} could have been printed like this. */
  public boolean couldBe(double least, double most) {
    double bound = number.value().doubleValue();
    return switch (relation) {
      case IS ->
          least <= number.most().doubleValue() + 1e-9
              && most >= number.least().doubleValue() - 1e-9;
      case BELOW, AT_MOST -> least <= bound;
      case ABOVE, AT_LEAST, NOT_SIGNIFICANT -> most >= bound;
    };
  }

  /** As an equation: {@code p = 0.03}, {@code p ≤ 0.002}, {@code p n.s. (taken for > 0.05)}. */
  public String named() {
    return relation == Relation.NOT_SIGNIFICANT
        ? "p n.s. (taken for > " + number + ")"
        : "p " + relation.sign + " " + number;
  }

  /** As printed: {@code 0.03}, {@code ≤0.002}, {@code n.s., taken for > 0.05}. */
  @Override
  public String toString() {
    return switch (relation) {
      case IS -> number.toString();
      case BELOW, AT_MOST, ABOVE, AT_LEAST -> relation.sign + number;
      case NOT_SIGNIFICANT -> relation.sign + ", taken for > " + number;
    };
  }
}
