package assay.report.verdict;

import assay.evaluation.comparison.AmongRead;
import assay.evaluation.comparison.Comparison;
import assay.evaluation.comparison.Comparison.SliceResult;
import assay.evaluation.comparison.Contrast;
import assay.evaluation.comparison.Coverage;
import assay.evaluation.comparison.Judged;
import assay.evaluation.comparison.Verdict;
import assay.report.table.Figures;
import assay.report.table.Paragraph;
import assay.report.table.TextTable;
import assay.report.table.TextTable.Align;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The slices of one comparison: a row each, and below it what is to be known of some of them. */
final class SliceText {

  private static final String INDENT = "  ";
  private static final int NAMED = 6;

  private final Comparison comparison;
  private final ScaleFigures figures;

  SliceText(Comparison comparison, ScaleFigures figures) {
    this.comparison = comparison;
    this.figures = figures;
  }

  /** The table and its notes; empty where there are no slices. */
  String render(int columns) {
    StringBuilder out = new StringBuilder();
    if (!comparison.slices().isEmpty()) {
      out.append('\n').append(table().render(columns, INDENT));
    }
    notes().forEach(note -> out.append(Paragraph.wrap(note, columns, INDENT, INDENT)));
    return out.toString();
  }

  private TextTable table() {
    boolean missing = comparison.slices().stream().anyMatch(SliceText::isIncomplete);
    TextTable table = new TextTable().column("slice", Align.SHRINK_NAME).column("n", Align.RIGHT);
    if (missing) {
      table.column("missing", Align.RIGHT);
    }
    table
        .optional("A / B", Align.RIGHT, 2)
        .column("A-B", Align.RIGHT)
        .column("interval", Align.LEFT)
        .optional("only A / B", Align.RIGHT, 1)
        .column("p adj.", Align.RIGHT)
        .column("A is", Align.LEFT);
    for (SliceResult slice : comparison.slices()) {
      Judged judged = slice.judged();
      Contrast contrast = judged.contrast();
      List<String> cells = new ArrayList<>(List.of(name(slice), Figures.count(contrast.n())));
      if (missing) {
        cells.add(Figures.count(slice.coverage().incomplete()));
      }
      cells.addAll(
          List.of(
              figures.bare(contrast.meanFirst()) + " / " + figures.bare(contrast.meanSecond()),
              figures.signed(contrast.difference()),
              figures.range(judged.interval().lower(), judged.interval().upper()),
              Figures.count(contrast.firstAhead()) + " / " + Figures.count(contrast.secondAhead()),
              Probabilities.bare(judged.adjusted()),
              judged.verdict().id()));
      table.row(cells);
    }
    return table;
  }

  private static String name(SliceResult slice) {
    return slice.tag() + "=" + slice.value();
  }

  private static boolean isIncomplete(SliceResult slice) {
    return slice.coverage().incomplete() > 0;
  }

  private List<String> notes() {
    List<String> all = new ArrayList<>();
    if (!comparison.slices().isEmpty()) {
      all.add(
          "p adjusted by "
              + comparison.terms().adjustment().id()
              + " for the family '"
              + comparison.sliceFamily()
              + "' of "
              + comparison.slices().size()
              + "; intervals each for itself.");
    }
    missing(all);
    unanswered(all);
    legibility(all);
    fewClusters(all);
    return all;
  }

  /** Slices that what is missing leaves undecided; of the others the table has the number. */
  private void missing(List<String> all) {
    if (comparison.slices().stream().noneMatch(SliceText::isIncomplete)) {
      return;
    }
    List<SliceResult> turned =
        comparison.slices().stream().filter(one -> one.judged().answered() != null).toList();
    all.add(
        "'missing': asked on both sides, and something failed or has no score on one of them; it"
            + " counts against a slice's verdict as against that above."
            + (turned.isEmpty()
                ? ""
                : " What both answered would decide, and what is missing could turn it round: "
                    + named(turned, this::turned)
                    + "."));
  }

  private String turned(SliceResult slice) {
    Coverage.@Nullable Bounds bounds = slice.coverage().bounds();
    return TextTable.harmless(name(slice))
        + " (A "
        + Objects.requireNonNull(slice.judged().answered()).id()
        + " among those, "
        + (bounds == null
            ? "nothing bounds the rest"
            : figures.range(bounds.lower(), bounds.upper()) + " had all gone against A, or for it")
        + ")";
  }

  private void unanswered(List<String> all) {
    if (!comparison.unanswered().isEmpty()) {
      all.add(
          "No question has a score on both sides in: "
              + named(
                  comparison.unanswered(),
                  one ->
                      TextTable.harmless(one.tag() + "=" + one.value())
                          + " ("
                          + Figures.count(one.missing())
                          + " missing)")
              + ".");
    }
  }

  private void legibility(List<String> all) {
    List<SliceResult> told =
        comparison.slices().stream()
            .filter(one -> one.amongRead() != null && one.amongRead().tells())
            .toList();
    if (!told.isEmpty()) {
      all.add(LegibilityText.MANY + named(told, this::legibility) + ".");
    }
  }

  private String legibility(SliceResult slice) {
    AmongRead<Verdict> read = Objects.requireNonNull(slice.amongRead());
    return TextTable.harmless(name(slice))
        + ": "
        + LegibilityText.unread(read, "A", "B")
        + (read.result() == null
            ? ", and no question was read on both sides"
            : "; " + LegibilityText.where(read) + " " + LegibilityText.verdict(read.result(), "A"));
  }

  private void fewClusters(List<String> all) {
    List<SliceResult> few =
        comparison.slices().stream()
            .filter(slice -> slice.judged().contrast().hasFewClusters())
            .toList();
    if (!few.isEmpty()) {
      all.add(
          few.stream()
              .map(
                  slice ->
                      TextTable.harmless(
                          name(slice) + " (" + slice.judged().contrast().clusters() + ")"))
              .collect(
                  Collectors.joining(
                      ", ",
                      "Fewer than 20 clusters, which tell little of how much results vary: ",
                      ".")));
    }
  }

  /** The first few; all are in the JSON. */
  private static <T> String named(List<T> which, Function<T, String> words) {
    String first = which.stream().limit(NAMED).map(words).collect(Collectors.joining("; "));
    return which.size() <= NAMED
        ? first
        : first
            + "; "
            + Figures.counted(which.size() - NAMED, "further slice", "further slices")
            + " in --json";
  }
}
