package assay.report.verdict;

import assay.evaluation.comparison.AmongRead;
import assay.evaluation.comparison.ComparedTest;
import assay.evaluation.comparison.Comparison;
import assay.evaluation.comparison.Contrast;
import assay.evaluation.comparison.Coverage;
import assay.evaluation.comparison.Effect;
import assay.evaluation.comparison.Judged;
import assay.evaluation.comparison.Verdict;
import assay.evaluation.estimate.FewSamples;
import assay.report.table.Figures;
import assay.report.table.TextTable;
import assay.statistics.Interval;
import assay.statistics.Significance;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A comparison in sentences: the verdict first, then what it rests on, then what is missing. */
final class VerdictText {

  private final Comparison comparison;
  private final ScaleFigures figures;
  private final String first;
  private final String second;

  /**
   * Sentences.
   *
   * @param first what the first side is called
   * @param second what the second is called
   */
  VerdictText(Comparison comparison, String first, String second) {
    this.comparison = comparison;
    this.figures = new ScaleFigures(comparison.first().scale());
    this.first = first;
    this.second = second;
  }

  /** The verdict. */
  String verdict() {
    List<String> turns = new ArrayList<>(legibility());
    turns.addAll(reversed());
    turns.addAll(decided());
    turns.addAll(opposed());
    StringBuilder verdict = new StringBuilder(overall());
    for (int i = 0; i < turns.size(); i++) {
      verdict.append(i == 0 ? " But " : " And ").append(turns.get(i)).append('.');
    }
    if (comparison.pairing().coverage().incomplete() > 0) {
      missing().forEach(sentence -> verdict.append(' ').append(sentence));
    }
    return verdict.toString();
  }

  /** Where the difference is, for a good part, one of what could be read. */
  private List<String> legibility() {
    @Nullable AmongRead<Verdict> read = comparison.amongRead();
    if (read == null || !read.tells()) {
      return List.of();
    }
    String unread = LegibilityText.unread(read, first, second);
    if (read.result() == null) {
      return List.of(unread + "; no question was read on both sides");
    }
    return List.of(
        unread
            + "; "
            + LegibilityText.where(read)
            + " "
            + LegibilityText.verdict(read.result(), first)
            + ", a difference of "
            + LegibilityText.difference(read, comparison.terms().level(), figures));
  }

  /** Where all samples together leave it open, what the benchmark asks for too may not. */
  private List<String> decided() {
    return comparison.metrics().stream()
        .filter(one -> comparison.ofAnswered() == Verdict.UNDECIDED)
        .filter(one -> one.verdict() == Verdict.BETTER || one.verdict() == Verdict.WORSE)
        .map(
            one ->
                "by "
                    + (one.contrast().subsets() == null ? "" : "the ")
                    + one.contrast().name()
                    + " it can: there "
                    + first
                    + " is "
                    + one.verdict().id()
                    + ", "
                    + MetricRows.sentence(one, figures))
        .toList();
  }

  /** A metric that the benchmark asks for too, and which says the reverse. */
  private List<String> reversed() {
    Verdict reverse = comparison.ofAnswered().swapped();
    return comparison.metrics().stream()
        .filter(one -> reverse != comparison.ofAnswered() && one.verdict() == reverse)
        .map(
            one ->
                "by "
                    + (one.contrast().subsets() == null ? "" : "the ")
                    + one.contrast().name()
                    + " it is the reverse: there "
                    + first
                    + " is "
                    + reverse.id()
                    + ", "
                    + MetricRows.sentence(one, figures))
        .toList();
  }

  /** Where parts contradict one another, one verdict about all of them says little. */
  private List<String> opposed() {
    String better = parts(Verdict.BETTER);
    String worse = parts(Verdict.WORSE);
    return better.isEmpty() || worse.isEmpty()
        ? List.of()
        : List.of(
            "the parts point in opposite directions: "
                + first
                + " is better on "
                + better
                + ", worse on "
                + worse
                + ". In the first figures all questions weigh alike, so large parts count for"
                + " more");
  }

  private String parts(Verdict verdict) {
    return comparison.slices().stream()
        .filter(slice -> slice.judged().verdict() == verdict)
        .map(slice -> slice.tag() + " " + slice.value())
        .map(TextTable::harmless)
        .collect(Collectors.joining(", "));
  }

  private String overall() {
    Judged judged = comparison.overall();
    return switch (judged.verdict()) {
      case BETTER -> first + " is better than " + second + ": " + facts(judged) + ".";
      case WORSE -> first + " is worse than " + second + ": " + facts(judged) + ".";
      case EQUIVALENT ->
          first
              + " and "
              + second
              + " do as well, give or take "
              + figures.points(margin())
              + ": "
              + facts(judged)
              + ". The whole interval lies within that margin.";
      case UNDECIDED ->
          judged.answered() != null
              ? turned(judged)
              : "It cannot be said which of "
                  + first
                  + " and "
                  + second
                  + " is better: "
                  + facts(judged)
                  + "."
                  + further(judged);
    };
  }

  /** Decided by what both answered, but not against all that is missing. */
  private String turned(Judged judged) {
    int others = comparison.pairing().coverage().incomplete();
    return "It cannot be said which of "
        + first
        + " and "
        + second
        + " is better: among those that both answered "
        + (judged.ofAnswered() == Verdict.EQUIVALENT
            ? "they do as well, give or take " + figures.points(margin())
            : first + " is " + judged.ofAnswered().id())
        + ", "
        + facts(judged)
        + ", but "
        + Figures.counted(
            others, "other of which an answer is missing", "others of which answers are missing")
        + " could turn it round."
        + (judged.further() == null
            ? ""
            : " Their answers could decide it, and about "
                + Figures.counted(
                    rounded(judged.further()), "such question more", "such questions more")
                + clustered(judged)
                + (clustered(judged).isEmpty() ? "" : ",")
                + " would, if the difference is what it seems to be, whatever those are.");
  }

  private double margin() {
    @Nullable Double margin = comparison.terms().margin();
    return margin == null ? 0 : margin;
  }

  private String facts(Judged judged) {
    Contrast contrast = judged.contrast();
    ComparedTest test = contrast.primary();
    return figures.score(contrast.meanFirst())
        + " against "
        + figures.score(contrast.meanSecond())
        + " on the "
        + Figures.counted(contrast.n(), "question", "questions")
        + PartWords.questions(List.of(comparison.first(), comparison.second()))
        + " that both answered"
        + PartWords.apart(comparison.first(), first, comparison.second(), second)
        + ", a difference of "
        + figures.signedPoints(contrast.difference())
        + " ("
        + level(comparison.terms().level())
        + " interval "
        + figures.range(judged.interval().lower(), judged.interval().upper())
        + "; "
        + Probabilities.named(judged.p())
        + " by "
        + TestWords.of(test.result().test())
        + adjusted(judged)
        + ")";
  }

  private String adjusted(Judged judged) {
    return comparison.family() == null
        ? ""
        : ", " + Probabilities.bare(judged.adjusted()) + " among " + comparison.family();
  }

  static String level(double level) {
    return String.format(Locale.ROOT, "%.4g", 100 * level).replaceAll("\\.?0+$", "") + " %";
  }

  private static String clustered(Judged judged) {
    return judged.contrast().clusters() == null ? "" : ", in clusters as large as these";
  }

  private String further(Judged judged) {
    if (judged.further() == null && judged.contrast().hasTooFewClusters()) {
      return " " + ClaimSentences.unforeseen(judged.contrast().clusters() != null);
    }
    return judged.further() == null
        ? " From what is seen no number of such questions can be foreseen to decide it."
        : " About "
            + Figures.counted(
                rounded(judged.further()), "such question more", "such questions more")
            + (judged.contrast().clusters() == null ? "" : clustered(judged) + ",")
            + " would decide it, if the difference is what it seems to be"
            + (comparison.pairing().coverage().incomplete() > 0
                ? ", whatever the missing answers are."
                : ".");
  }

  /** Three digits that count, never fewer than needed: more would claim to know. */
  static long rounded(long number) {
    long unit = 1;
    while (number / unit >= 1000) {
      unit *= 10;
    }
    return (number + unit - 1) / unit * unit;
  }

  /** On how many samples the two differ, how much, and what so many samples can show. */
  List<String> grounds() {
    List<String> all = new ArrayList<>();
    Contrast contrast = comparison.overall().contrast();
    all.add(discordant(contrast));
    effect(contrast, all);
    ClusterWords.of(List.of(comparison)).ifPresent(all::add);
    if (FewSamples.are(contrast.n(), contrast.clusters())) {
      all.add(FewSamples.WARNING);
    }
    noticed(contrast, all);
    return all;
  }

  private void noticed(Contrast contrast, List<String> all) {
    double level = comparison.terms().level();
    @Nullable Double detectable = contrast.detectable(level);
    if (!Significance.rejects(contrast.smallestP(), level)) {
      all.add(
          "With so few no difference, however large, could be noticed: of "
              + (contrast.clusters() == null
                  ? Figures.counted(contrast.n(), "question", "questions")
                  : Figures.counted(contrast.clusters(), "cluster", "clusters"))
              + " the smallest p that the test can give is "
              + Probabilities.bare(contrast.smallestP())
              + ".");
    } else if (detectable != null) {
      all.add(
          "With so many such questions a true difference of "
              + figures.points(detectable)
              + " is noticed 8 times in 10.");
    } else if (contrast.hasTooFewClusters()) {
      all.add(
          "With so few "
              + (contrast.clusters() == null ? "questions" : "clusters")
              + " no difference can be promised to be noticed.");
    }
  }

  private String discordant(Contrast contrast) {
    String ahead = contrast.counts() == null ? " is ahead on " : " is right on ";
    return "Only "
        + first
        + ahead
        + Figures.count(contrast.firstAhead())
        + ", only "
        + second
        + " on "
        + Figures.count(contrast.secondAhead())
        + (contrast.counts() == null
            ? "; they score the same on "
                + Figures.count(
                    (long) contrast.n() - contrast.firstAhead() - contrast.secondAhead())
            : "; both are right on "
                + Figures.count(contrast.counts().both())
                + ", neither on "
                + Figures.count(contrast.counts().neither()))
        + ".";
  }

  private void effect(Contrast contrast, List<String> all) {
    Effect effect = contrast.effect(comparison.terms().level());
    if (effect.cohensG() != null && effect.oddsRatio() != null && effect.oddsInterval() != null) {
      boolean ofFirst = effect.oddsRatio() >= 1;
      Interval odds = effect.oddsInterval();
      all.add(
          "Where they differ, the odds are "
              + odds(ofFirst ? effect.oddsRatio() : 1 / effect.oddsRatio())
              + " to 1 for "
              + (ofFirst ? first : second)
              + " ("
              + odds(ofFirst ? odds.lower() : 1 / odds.upper())
              + " to "
              + odds(ofFirst ? odds.upper() : 1 / odds.lower())
              + "; Cohen's g "
              + String.format(Locale.ROOT, "%.2f", Math.abs(effect.cohensG()))
              + ").");
    } else if (effect.dz() != null) {
      all.add(
          "The mean difference is "
              + String.format(Locale.ROOT, "%.2f", Math.abs(effect.dz()))
              + " times the spread of the differences (Cohen's dz).");
    }
  }

  private static String odds(double odds) {
    return Double.isFinite(odds) ? String.format(Locale.ROOT, "%.2f", odds) : "∞";
  }

  private static List<String> why(int samples, String reason) {
    return samples == 0 ? List.of() : List.of(Figures.count(samples) + " " + reason);
  }

  /** What was left out, unless the verdict says it. */
  List<String> leftOut() {
    return comparison.pairing().coverage().incomplete() > 0 ? List.of() : missing();
  }

  /** What is missing, and what it could have changed. */
  private List<String> missing() {
    List<String> all = new ArrayList<>();
    Coverage coverage = comparison.pairing().coverage();
    if (coverage.leftOut() > 0) {
      all.add(
          Figures.counted(coverage.leftOut(), "question is", "questions are")
              + " left out: "
              + Stream.of(
                      why(coverage.failed(), "failed or not finished"),
                      why(coverage.unrecorded(), "not recorded"),
                      why(coverage.undefined(), "without a defined score"),
                      why(coverage.notAsked(), "not to be asked"))
                  .flatMap(List::stream)
                  .collect(Collectors.joining(", "))
              + ".");
    }
    if (coverage.partial() > 0) {
      all.add(
          "Of "
              + Figures.counted(coverage.partial(), "question", "questions")
              + " only some of the trials have an outcome, which counts for them.");
    }
    Coverage.@Nullable Bounds bounds = coverage.bounds();
    if (bounds != null) {
      all.add(
          "Had everything that is missing gone against "
              + first
              + ", the difference would be "
              + figures.signedPoints(bounds.lower())
              + "; had it gone for "
              + first
              + ", "
              + figures.signedPoints(bounds.upper())
              + ".");
    }
    return all;
  }
}
