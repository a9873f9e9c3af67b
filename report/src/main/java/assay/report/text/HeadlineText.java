package assay.report.text;

import assay.evaluation.estimate.Counts;
import assay.evaluation.estimate.Estimate;
import assay.evaluation.estimate.FewClusters;
import assay.evaluation.estimate.FewSamples;
import assay.report.table.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An estimate in sentences: the number, how sure it is, what it can show, and on how many. */
final class HeadlineText {

  private HeadlineText() {}

  /** Each to stand as a paragraph. */
  static List<String> sentences(Estimate e) {
    List<String> all = new ArrayList<>();
    Unit unit = Unit.of(e);
    all.add(value(e));
    Estimate.@Nullable SubsetMean mean = e.subsetMean();
    if (mean != null) {
      all.add(
          "Unweighted mean over "
              + mean.subsets()
              + " subsets: "
              + unit.value(mean.value())
              + " ("
              + unit.interval(mean.lower(), mean.upper())
              + ", "
              + Estimate.SubsetMean.INTERVAL
              + ").");
    }
    detectable(e, all);
    Estimate.@Nullable Bounds bounds = e.bounds();
    if (bounds != null) {
      all.add(
          Figures.counted(e.counts().failed(), "trial", "trials")
              + " failed: had all been worst, "
              + unit.value(bounds.worst())
              + "; had all been best, "
              + unit.value(bounds.best())
              + ".");
    }
    all.add(trials(e.counts()));
    if (e.counts().answered() > 0) {
      all.add(answers(e));
    }
    remarks(e.counts(), all);
    return all;
  }

  private static void detectable(Estimate e, List<String> all) {
    if (e.detectable() != null) {
      all.add(
          "With so many samples a true difference of "
              + Unit.of(e).points(e.detectable())
              + " from a fixed figure is noticed 8 times in 10.");
    } else if (e.undetectable() != null && e.value() != null) {
      all.add(
          "Which true difference from a fixed figure would be noticed cannot be said: "
              + e.undetectable().reason()
              + ".");
    }
  }

  private static String value(Estimate e) {
    String rules = " Read by " + e.extractor() + ", scored by " + e.scorer() + ".";
    if (e.value() == null) {
      return e.metric() + " is not defined: no answer could be scored." + rules;
    }
    return e.metric()
        + " "
        + Unit.of(e).value(e.value())
        + ", "
        + String.format(Locale.ROOT, "%.0f", 100 * e.level())
        + " % interval "
        + Unit.of(e).interval(e.lower(), e.upper())
        + " ("
        + e.interval()
        + ", n = "
        + Figures.count(e.n())
        + (e.clusters() == null
            ? ""
            : " in "
                + Figures.counted(
                    e.clusters(), "group of related samples", "groups of related samples"))
        + ")."
        + (Integer.valueOf(1).equals(e.clusters())
            ? " One group alone does not tell how much results vary."
            : e.hasFewClusters() ? " " + FewClusters.WARNING : "")
        + (FewSamples.are(e.n(), e.hasFewClusters() ? e.clusters() : null)
            ? " " + FewSamples.WARNING
            : "")
        + rules
        + chance(e);
  }

  private static String chance(Estimate e) {
    if (e.chance() == null) {
      return "";
    }
    String guessing = " Guessing would give " + Figures.percent(e.chance());
    if (e.lower() == null || e.upper() == null || e.lower() > e.chance()) {
      return guessing + ".";
    }
    return guessing
        + (e.upper() < e.chance()
            ? ": this is worse."
            : ", which the interval holds: no better than guessing has been shown.");
  }

  private static String trials(Counts counts) {
    return Figures.counted(counts.planned(), "trial", "trials")
        + ": "
        + Figures.count(counts.skipped())
        + " skipped"
        + reasons(counts.skippedBy())
        + ", "
        + Figures.count(counts.failed())
        + " failed"
        + reasons(counts.failedBy())
        + ", "
        + Figures.count(counts.answered())
        + " answered.";
  }

  private static String reasons(SequencedMap<String, Long> reasons) {
    return reasons.isEmpty()
        ? ""
        : reasons.entrySet().stream()
            .map(reason -> Figures.count(reason.getValue()) + " " + reason.getKey())
            .collect(Collectors.joining(", ", " (", ")"));
  }

  private static String answers(Estimate e) {
    Counts counts = e.counts();
    String line =
        "Of the answers "
            + Figures.count(counts.read())
            + " read, "
            + Figures.count(counts.unreadable())
            + " unreadable, "
            + Figures.count(counts.refused())
            + " refused, "
            + Figures.count(counts.truncated())
            + " truncated";
    if (counts.answered() > counts.read() && e.valueOfRead() != null) {
      line += "; what was not read counts as worst, over those read alone it is ";
      line += Unit.of(e).value(e.valueOfRead());
    }
    return line + ".";
  }

  private static void remarks(Counts counts, List<String> all) {
    if (counts.guessed() > 0) {
      all.add(
          "The rule made up "
              + Figures.counted(counts.guessed(), "answer", "answers")
              + ", "
              + Figures.count(counts.guessedRight())
              + " of them right.");
    }
    for (Map.Entry<String, Long> undefined : counts.undefined().entrySet()) {
      all.add(
          Figures.counted(undefined.getValue(), "score is", "scores are")
              + " undefined and left out: "
              + undefined.getKey()
              + ".");
    }
    if (counts.surplusRows() > 0) {
      all.add(
          "The recording holds "
              + Figures.counted(counts.surplusRows(), "surplus row", "surplus rows")
              + " (doubled or foreign).");
    }
  }
}
