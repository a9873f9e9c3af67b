package assay.evaluation.published;

import assay.statistics.published.PrintedNumber;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A p-value as printed.
 *
 * @param below whether only a bound is printed, as in {@code <0.001}
 * @param number the number or the bound
 */
public record PrintedP(boolean below, PrintedNumber number) {

  private static final Pattern FORM =
      Pattern.compile("([<≤]?)\\s*([0-9]*\\.?[0-9]+(?:[eE]-?[0-9]{1,3})?)");

  /**
   * Reads {@code 0.03}, {@code <0.001} or {@code ≤ 0.05}.
   *
   * @throws IllegalArgumentException if the text is no p-value
   */
  public static PrintedP of(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    if (matcher.matches()) {
      PrintedNumber number = PrintedNumber.of(matcher.group(2));
      if (number.value().doubleValue() <= 1) {
        return new PrintedP(!matcher.group(1).isEmpty(), number);
      }
    }
    throw new IllegalArgumentException("'" + text + "' is no p-value; expected 0.03 or <0.001");
  }

  /** Whether a computed p from {@code least} to {@code most} could have been printed like this. */
  public boolean couldBe(double least, double most) {
    if (below) {
      return least <= number.value().doubleValue();
    }
    double from = number.least().doubleValue() - 1e-9;
    double to = number.most().doubleValue() + 1e-9;
    return least <= to && most >= from;
  }

  /** As printed. */
  @Override
  public String toString() {
    return (below ? "<" : "") + number;
  }
}
