package assay.statistics.published;

import java.math.BigDecimal;
import java.util.List;

/**
 * Printed parts of a whole: their sum may miss the whole by what rounding each can make up, and no
 * more. 12.1 + 49.8 + 38.2 = 100.1 is rounding.
 *
 * @param sum of the printed parts
 * @param isPossible whether some values that round to the parts add up to the whole
 */
public record PrintedParts(BigDecimal sum, boolean isPossible) {

  /** Of these parts, of a whole that is known exactly. */
  public static PrintedParts of(List<PrintedNumber> parts, BigDecimal whole) {
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal slack = BigDecimal.ZERO;
    for (PrintedNumber part : parts) {
      sum = sum.add(part.value());
      slack = slack.add(part.halfUnit());
    }
    return new PrintedParts(sum, sum.subtract(whole).abs().compareTo(slack) <= 0);
  }
}
