package assay.report.verdict;

import assay.evaluation.comparison.AmongRead;
import assay.evaluation.comparison.Comparison;
import assay.evaluation.comparison.Coverage;
import assay.evaluation.comparison.Tournament;
import assay.evaluation.comparison.Verdict;
import assay.evaluation.estimate.FewSamples;
import assay.report.table.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is to be known of pairs of several readers besides the table: below it, in sentences. */
final class TournamentNotes {

  private static final int NAMED = 6;

  private final Tournament tournament;
  private final SideNames names;
  private final ScaleFigures figures;

  TournamentNotes(Tournament tournament, SideNames names, ScaleFigures figures) {
    this.tournament = tournament;
    this.names = names;
    this.figures = figures;
  }

  /** Each to stand as a paragraph: clusters, what is missing, what could not be read. */
  List<String> all() {
    List<String> all = new ArrayList<>();
    ClusterWords.of(tournament.comparisons()).ifPresent(all::add);
    if (tournament.comparisons().stream()
        .map(one -> one.overall().contrast())
        .anyMatch(contrast -> FewSamples.are(contrast.n(), contrast.clusters()))) {
      all.add(FewSamples.WARNING);
    }
    missing(all);
    legibility(all);
    return all;
  }

  /** What is missing of pairs, and what it could change: the first few, all are in the JSON. */
  private void missing(List<String> all) {
    List<Comparison> pairs =
        tournament.comparisons().stream()
            .filter(one -> one.pairing().coverage().incomplete() > 0)
            .toList();
    if (pairs.isEmpty()) {
      return;
    }
    String named = pairs.stream().limit(NAMED).map(this::missing).collect(Collectors.joining("; "));
    all.add(
        "Answers are missing, and had all gone against the first reader, or all for it, the"
            + " difference would be: "
            + named
            + (pairs.size() > NAMED
                ? "; "
                    + Figures.counted(pairs.size() - NAMED, "further pair", "further pairs")
                    + " in --json"
                : "")
            + "."
            + (pairs.stream().anyMatch(one -> one.overall().answered() != null)
                ? " Where 'answers' stands for what is needed, those that both answered decide, and"
                    + " what is missing could turn it round."
                : ""));
  }

  /** Pairs whose difference is for a good part one of what could be read. */
  private void legibility(List<String> all) {
    List<Comparison> pairs =
        tournament.comparisons().stream()
            .filter(one -> one.amongRead() != null && one.amongRead().tells())
            .toList();
    if (pairs.isEmpty()) {
      return;
    }
    all.add(
        LegibilityText.MANY
            + pairs.stream().limit(NAMED).map(this::legibility).collect(Collectors.joining("; "))
            + (pairs.size() > NAMED
                ? "; "
                    + Figures.counted(pairs.size() - NAMED, "further pair", "further pairs")
                    + " in --json"
                : "")
            + ".");
  }

  private String legibility(Comparison one) {
    AmongRead<Verdict> read = Objects.requireNonNull(one.amongRead());
    String first = names.letter(one.first());
    String second = names.letter(one.second());
    return first
        + " - "
        + second
        + ": "
        + LegibilityText.unread(read, first, second)
        + (read.result() == null
            ? ", and no question was read on both sides"
            : "; "
                + LegibilityText.where(read)
                + " "
                + LegibilityText.verdict(read.result(), first)
                + ", "
                + LegibilityText.difference(read, tournament.terms().level(), figures));
  }

  private String missing(Comparison one) {
    Coverage coverage = one.pairing().coverage();
    Coverage.@Nullable Bounds bounds = coverage.bounds();
    return names.letter(one.first())
        + " - "
        + names.letter(one.second())
        + " "
        + Figures.count(coverage.incomplete())
        + (bounds == null
            ? " (nothing bounds it)"
            : " (" + figures.range(bounds.lower(), bounds.upper()) + ")");
  }
}
