package assay.report.verdict;

import assay.evaluation.comparison.AmongRead;
import assay.evaluation.comparison.Pairing;
import assay.evaluation.comparison.Verdict;
import assay.report.table.Figures;

/** How far a difference is one of what could be read, in words. */
final class LegibilityText {

  /** Begins a list of pairs, or slices. */
  static final String MANY =
      "Some differences are for a good part due to answers that could not be read, which score"
          + " worst. Where both were read it looks otherwise: ";

  private LegibilityText() {}

  /** {@code 17 of 1,136 answers of A could not be read, and 54 of 1,136 of B}. */
  static String unread(AmongRead<?> read, String first, String second) {
    return of(read.first())
        + " "
        + (read.first().answers() == 1 ? "answer" : "answers")
        + " of "
        + first
        + " could not be read, and "
        + of(read.second())
        + " of "
        + second;
  }

  /** {@code on the 1,071 questions that were read on both sides}. */
  static String where(AmongRead<?> read) {
    return read.n() == 1
        ? "on the 1 question that was read on both sides"
        : "on the " + Figures.count(read.n()) + " questions that were read on both sides";
  }

  /** {@code +1.1 points (95 % interval -1.4 to +3.6)}. */
  static String difference(AmongRead<?> read, double level, ScaleFigures figures) {
    return figures.signedPoints(read.value())
        + " ("
        + VerdictText.level(level)
        + " interval "
        + figures.range(read.lower(), read.upper())
        + ")";
  }

  /** {@code A is better}, {@code it cannot be said which is better}. */
  static String verdict(Verdict verdict, String first) {
    return switch (verdict) {
      case BETTER -> first + " is better";
      case WORSE -> first + " is worse";
      case EQUIVALENT -> "they do as well";
      case UNDECIDED -> "it cannot be said which is better";
    };
  }

  private static String of(Pairing.Reads reads) {
    return Figures.count(reads.unread()) + " of " + Figures.count(reads.answers());
  }
}
