package assay.statistics.published;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * Printed parts of a whole: their sum may miss the whole by what rounding each can make up, and no
 * more. 12.1 + 49.8 + 38.2 = 100.1 is rounding. Where it misses by all that rounding can make up,
 * every part was halfway between two printed ones, and one rule must have taken them all the same
 * way: 50 + 49 = 99 is 50.5 + 49.5 with halves rounded down, and nothing with halves rounded up or
 * to even.
 *
 * @param sum of the printed parts
 * @param rules of rounding halves with which some values give the parts and add up to the whole, of
 *     up, down and to even
 */
public record PrintedParts(BigDecimal sum, List<RoundingMode> rules) {

  private static final List<RoundingMode> RULES =
      List.of(RoundingMode.HALF_UP, RoundingMode.HALF_DOWN, RoundingMode.HALF_EVEN);

  public PrintedParts {
    rules = List.copyOf(rules);
  }

  /** Of these parts, of a whole that is known exactly. */
  public static PrintedParts of(List<PrintedNumber> parts, BigDecimal whole) {
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal slack = BigDecimal.ZERO;
    for (PrintedNumber part : parts) {
      sum = sum.add(part.value());
      slack = slack.add(part.halfUnit());
    }
    BigDecimal missing = whole.subtract(sum);
    int beyond = missing.abs().compareTo(slack);
    List<RoundingMode> rules =
        beyond > 0
            ? List.of()
            : beyond < 0
                ? RULES
                : RULES.stream()
                    .filter(rule -> parts.stream().allMatch(part -> isHalf(part, missing, rule)))
                    .toList();
    return new PrintedParts(sum, rules);
  }

  /**
   * Whether the value half a unit beyond the part, on the side of what is missing, rounds to it.
   */
  private static boolean isHalf(PrintedNumber part, BigDecimal missing, RoundingMode rule) {
    BigDecimal half = missing.signum() < 0 ? part.least() : part.most();
    return half.setScale(part.value().scale(), rule).compareTo(part.value()) == 0;
  }

  /** Whether some values that round to the parts add up to the whole, by whatever rule. */
  public boolean isPossible() {
    return !rules.isEmpty();
  }

  /** Whether they do by every rule. */
  public boolean isByEveryRule() {
    return rules.size() == RULES.size();
  }
}
