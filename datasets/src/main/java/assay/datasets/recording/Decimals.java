package assay.datasets.recording;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Numbers as files write them. */
final class Decimals {

  /** Bounded, so that no exponent makes a number too long to be compared. */
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(\\d{1,40}(\\.\\d{0,40})?|\\.\\d{1,40})([eE][+-]?\\d{1,3})?");

  private Decimals() {}

  /** Whether both texts are numbers of one value, such as {@code 38} and {@code 38.0}. */
  static boolean areEqual(String one, String other) {
    String first = one.strip();
    String second = other.strip();
    return DECIMAL.matcher(first).matches()
        && DECIMAL.matcher(second).matches()
        && new BigDecimal(first).compareTo(new BigDecimal(second)) == 0;
  }
}
