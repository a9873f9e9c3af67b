package assay.report.verdict;

import assay.evaluation.comparison.Comparison;
import assay.evaluation.comparison.Coverage;
import assay.evaluation.comparison.Disparity;
import assay.evaluation.comparison.Pairing;
import assay.evaluation.comparison.Side;
import assay.report.table.Figures;
import java.util.ArrayList;
import java.util.List;

/** Two sides of a comparison in sentences: in what they are not alike, and how they were read. */
final class SidesText {

  private static final int LONGEST = 60;

  /** Characters that are shown before the first that differs. */
  private static final int CONTEXT = 12;

  private final Comparison comparison;
  private final String first;
  private final String second;

  /**
   * Sentences.
   *
   * @param first what the first side is called
   * @param second what the second is called
   */
  SidesText(Comparison comparison, String first, String second) {
    this.comparison = comparison;
    this.first = first;
    this.second = second;
  }

  /** Whether it was already said that the samples are not alike. */
  enum Samples {
    SAID,
    NOT_SAID
  }

  /** What is not alike besides the readers: to be said before the verdict. */
  List<String> disparities(Samples samples) {
    List<String> all = new ArrayList<>();
    Coverage coverage = comparison.pairing().coverage();
    boolean otherwiseRead = !comparison.first().extractor().equals(comparison.second().extractor());
    if (otherwiseRead) {
      all.add(
          "Not read alike: "
              + first
              + " by "
              + comparison.first().extractor()
              + ", "
              + second
              + " by "
              + comparison.second().extractor()
              + ". What follows compares the rules as well as the readers; --extractor NAME takes"
              + " one for both.");
    }
    if (comparison.pairing().isOfSameReplies()) {
      all.add(
          first
              + " and "
              + second
              + " hold the same answers: every reply "
              + (coverage.paired()
                      < Math.max(
                          comparison.first().samples().size(), comparison.second().samples().size())
                  ? "to the "
                      + Figures.counted(coverage.paired(), "question", "questions")
                      + " that both answered "
                  : "")
              + "is the same, word for word"
              + (otherwiseRead ? ", and only how they were read can differ." : "."));
    }
    for (Disparity disparity : comparison.pairing().disparities()) {
      if (disparity.what().equals(Disparity.EXTRACTOR)) {
        continue;
      }
      all.add(
          "Not alike: "
              + disparity.what()
              + " ("
              + shown(disparity.first(), disparity.second())
              + " against "
              + shown(disparity.second(), disparity.first())
              + ").");
    }
    Pairing.Prompts prompts = comparison.pairing().prompts();
    if (prompts.differing() > 0) {
      all.add(
          "Not alike: the prompts that the recordings state, in "
              + Figures.count(prompts.differing())
              + " of "
              + Figures.counted(prompts.stated(), "trial", "trials")
              + ". What follows compares the prompts as well as the readers; 'assay diff' says what"
              + " else differs.");
    }
    if (coverage.notAsked() > 0) {
      all.add(
          "Not put to both: "
              + Figures.counted(coverage.notAsked(), "question", "questions")
              + ". They are left out; what follows is about the "
              + Figures.count(coverage.paired())
              + " that both answered.");
    }
    int one = comparison.first().scored();
    int other = comparison.second().scored();
    if (samples == Samples.NOT_SAID
        && coverage.missing() > 0
        && Math.max(one, other) > coverage.paired()) {
      all.add(
          "Not alike: the samples. "
              + first
              + " has an outcome on "
              + Figures.count(one)
              + ", "
              + second
              + " on "
              + Figures.count(other)
              + ", both on "
              + Figures.count(coverage.paired())
              + ".");
    }
    if (coverage.firstOnly() + coverage.secondOnly() > 0) {
      all.add(
          "Not the same samples: "
              + Figures.count(coverage.firstOnly())
              + " only in "
              + first
              + ", "
              + Figures.count(coverage.secondOnly())
              + " only in "
              + second
              + ". They are left out.");
    }
    return all;
  }

  /** How much of the answers could be read. */
  String reads() {
    return "Could not be read: "
        + unread(comparison.pairing().reads(true), first)
        + ", "
        + unread(comparison.pairing().reads(false), second)
        + ".";
  }

  private static String unread(Pairing.Reads reads, String name) {
    return Figures.count(reads.unread())
        + " of "
        + Figures.counted(reads.answers(), "answer", "answers")
        + " of "
        + name;
  }

  /** By which rules. */
  String rules() {
    Side one = comparison.first();
    Side other = comparison.second();
    return (one.extractor().equals(other.extractor())
            ? "Read by " + one.extractor() + ", scored by " + one.scorer() + "."
            : first
                + " read by "
                + one.extractor()
                + ", "
                + second
                + " by "
                + other.extractor()
                + "; scored by "
                + one.scorer()
                + ".")
        + scoring(one, first)
        + scoring(other, second);
  }

  /** Of a run that was scored more than once, which time is meant. */
  static String scoring(Side side, String name) {
    return side.scoring().newest() > 1
        ? " "
            + name
            + " as in scoring "
            + side.scoring().number()
            + " of "
            + side.scoring().newest()
            + "."
        : "";
  }

  /** The beginning of a text; of a long one from the word on at which it leaves the other. */
  private static String shown(String text, String other) {
    if (text.isEmpty()) {
      return "none";
    }
    String line = text.replaceAll("\\s+", " ");
    String beside = other.replaceAll("\\s+", " ");
    int same = 0;
    int least = Math.min(line.length(), beside.length());
    while (same < least && line.charAt(same) == beside.charAt(same)) {
      same++;
    }
    int from =
        line.length() <= LONGEST && beside.length() <= LONGEST
            ? 0
            : line.lastIndexOf(' ', Math.max(0, same - CONTEXT)) + 1;
    String rest = (from > 0 ? "… " : "") + line.substring(from);
    return rest.codePointCount(0, rest.length()) <= LONGEST
        ? rest
        : rest.substring(0, rest.offsetByCodePoints(0, LONGEST)) + "…";
  }
}
