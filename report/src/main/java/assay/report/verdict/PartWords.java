package assay.report.verdict;

import assay.evaluation.comparison.Side;
import assay.report.table.TextTable;
import java.util.List;

/** Of which part of a benchmark sides are, in words: numbers of a part must not pass for all. */
final class PartWords {

  private static final String WHOLE = "the whole";

  private PartWords() {}

  /** Whether all sides are of the same part, or all of the whole. */
  static boolean isShared(List<Side> sides) {
    return sides.stream().map(Side::part).distinct().count() <= 1;
  }

  /** {@code " · exam=step1"} where all are of that part, else nothing: then each says its own. */
  static String title(List<Side> sides) {
    String part = sides.getFirst().partName();
    return part.isEmpty() || !isShared(sides) ? "" : " · " + TextTable.harmless(part);
  }

  /** {@code exam=step1}, or {@code the whole}. */
  static String of(Side side) {
    return side.part().isEmpty() ? WHOLE : TextTable.harmless(side.partName());
  }

  /** {@code " of exam=step1"} where all are of that part, else nothing. */
  static String questions(List<Side> sides) {
    return sides.getFirst().part().isEmpty() || !isShared(sides)
        ? ""
        : " of " + of(sides.getFirst());
  }

  /** {@code " (A of exam=step1, B of the whole)"} where two are of different parts. */
  static String apart(Side first, String firstName, Side second, String secondName) {
    return isShared(List.of(first, second))
        ? ""
        : " (" + firstName + " of " + of(first) + ", " + secondName + " of " + of(second) + ")";
  }
}
