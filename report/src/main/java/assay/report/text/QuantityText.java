package assay.report.text;

import assay.core.benchmark.Expectations.Part;
import assay.core.benchmark.Expectations.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What figures measure, and figures themselves, in words. */
final class QuantityText {

  private QuantityText() {}

  /** {@code accuracy by exact and choice, hard}. */
  static String of(Quantity quantity) {
    return switch (quantity) {
      case Quantity.Trials trials -> "trials " + trials.count().id();
      case Quantity.Spent spent -> spent.expense().kind().id();
      case Quantity.Scored scored -> scored(scored);
    };
  }

  private static String scored(Quantity.Scored scored) {
    List<String> where = new ArrayList<>();
    if (scored.subset() != null) {
      where.add(scored.subset());
    }
    scored.slice().forEach((tag, value) -> where.add(tag + " " + value));
    return scored.metric()
        + (scored.part() == Part.VALUE ? "" : ", " + scored.part().id().replace('-', ' ') + ",")
        + " by "
        + scored.extractor()
        + " and "
        + scored.scorer()
        + (where.isEmpty() ? "" : " (" + String.join(", ", where) + ")");
  }

  /** A number without an exponent, to twelve significant digits. */
  static String number(double value) {
    return new BigDecimal(value)
        .round(new java.math.MathContext(12))
        .stripTrailingZeros()
        .toPlainString();
  }
}
