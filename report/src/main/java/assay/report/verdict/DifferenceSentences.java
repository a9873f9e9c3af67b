package assay.report.verdict;

import assay.evaluation.published.LintFinding;
import assay.report.table.Figures;
import assay.statistics.published.Grim;
import assay.statistics.published.PrintedComparison;
import java.util.OptionalLong;

/**
 * Whether a printed difference is significant, in sentences that hold for all right items that are
 * printed so.
 */
final class DifferenceSentences {

  private DifferenceSentences() {}

  static String of(LintFinding.Difference d) {
    PrintedComparison comparison = d.comparison();
    return LintSentences.shown(d.row().value(), d.row())
        + " against "
        + LintSentences.shown(d.other().value(), d.other())
        + " of "
        + d.other().system()
        + " is "
        + counts(comparison.first())
        + " against "
        + counts(comparison.second())
        + " of "
        + LintSentences.n(d.row())
        + ": taken for different items"
        + unpaired(d)
        + " "
        + (comparison.wide().leastDiscordant() == 0
            ? "There is no difference to be shown."
            : paired(d));
  }

  private static String counts(Grim.Counts counts) {
    return counts.least() == counts.most()
        ? Figures.count(counts.least())
        : Figures.count(counts.least()) + " to " + Figures.count(counts.most());
  }

  private static String unpaired(LintFinding.Difference d) {
    PrintedComparison comparison = d.comparison();
    double least = comparison.leastUnpairedP();
    double most = comparison.mostUnpairedP();
    String range = "p from " + Probabilities.exact(least) + " to " + Probabilities.exact(most);
    String p = comparison.isOne() ? Probabilities.named(least) : range;
    return switch (d.unpaired()) {
      case YES -> " the difference is significant (" + p + ", Fisher).";
      case NO -> " it is not significant (" + p + ", Fisher).";
      case CANNOT_BE_TOLD ->
          ", whether it is significant cannot be told at so many decimals: " + range + " (Fisher).";
    };
  }

  private static String paired(LintFinding.Difference d) {
    return switch (d.paired()) {
      case YES -> "On the same items it is significant, however many they differ on.";
      case NO -> "On the same items it cannot be significant, however few they differ on.";
      case CANNOT_BE_TOLD -> discordance(d.comparison(), d.row().level());
    };
  }

  private static String discordance(PrintedComparison comparison, double level) {
    OptionalLong surely = comparison.surelySignificantTo(level);
    long perhaps = comparison.perhapsSignificantTo(level).orElse(0);
    long most = comparison.mostDiscordant();
    String bounds =
        " (they differ on "
            + Figures.count(comparison.leastDiscordant())
            + " at least, "
            + Figures.count(most)
            + " at most)";
    String none =
        perhaps < most - 1
            ? "it is not if they differ on more than " + Figures.count(perhaps) + " of them"
            : "";
    if (surely.isEmpty()) {
      return "On the same items "
          + (none.isEmpty()
              ? "it cannot be told at so many decimals either"
              : none + "; on fewer it cannot be told at so many decimals")
          + bounds
          + ".";
    }
    String begin =
        "On the same items it is significant if the two differ on "
            + Figures.count(surely.getAsLong())
            + " or fewer of them"
            + bounds;
    if (comparison.isOne()) {
      return begin + ".";
    }
    return begin
        + (none.isEmpty() ? "" : ", and " + none)
        + "; "
        + (none.isEmpty() ? "on more" : "in between")
        + " it cannot be told at so many decimals.";
  }
}
