package assay.report.verdict;

import assay.evaluation.comparison.Comparison;
import assay.evaluation.comparison.MetricContrast;
import assay.evaluation.comparison.Scale;
import assay.report.table.Figures;
import assay.report.table.TextTable;
import assay.report.table.TextTable.Align;
import java.util.List;
import java.util.stream.Collectors;

/** Two readers by metrics that are not the mean score, a row each. */
final class MetricRows {

  private static final ScaleFigures SHARE = new ScaleFigures(new Scale(0, 1, true, false));

  private static final ScaleFigures PLAIN = new ScaleFigures(new Scale(-1, 1, true, false));

  private static final int NAMED = 6;

  private MetricRows() {}

  static TextTable table(String heading, String values, String verdict) {
    return new TextTable()
        .column(heading, Align.SHRINK_NAME)
        .optional("n", Align.RIGHT, 3)
        .optional(values, Align.RIGHT, 2)
        .column("difference", Align.RIGHT)
        .column("interval", Align.LEFT)
        .optional("p adj.", Align.RIGHT, 1)
        .column(verdict, Align.LEFT);
  }

  /**
   * A row.
   *
   * @param scores how the scores themselves are printed
   */
  static List<String> cells(Comparison.MetricResult result, ScaleFigures scores, String name) {
    MetricContrast contrast = result.contrast();
    ScaleFigures figures = figures(contrast, scores);
    boolean defined = !Double.isNaN(contrast.difference());
    return List.of(
        name,
        Figures.count(contrast.n()),
        value(figures, contrast.first()) + " / " + value(figures, contrast.second()),
        defined ? figures.signed(contrast.difference()) : Figures.NONE,
        defined
            ? figures.range(contrast.interval().lower(), contrast.interval().upper())
            : Figures.NONE,
        Probabilities.bare(result.adjusted()),
        defined ? result.verdict().id() : "not defined");
  }

  /** Rows that what is missing leaves undecided; empty where there are none. */
  static String turned(List<String> names) {
    return names.isEmpty()
        ? ""
        : " What is missing counts against these rows too: of "
            + names.stream().limit(NAMED).collect(Collectors.joining(", "))
            + (names.size() > NAMED ? " and " + Figures.count(names.size() - NAMED) + " more" : "")
            + " what both answered would decide, and it could turn that round.";
  }

  /** Both values and the difference, in a sentence. */
  static String sentence(Comparison.MetricResult result, ScaleFigures scores) {
    MetricContrast contrast = result.contrast();
    ScaleFigures figures = figures(contrast, scores);
    return figures.score(contrast.first())
        + " against "
        + figures.score(contrast.second())
        + " ("
        + figures.signedPoints(contrast.difference())
        + ", interval "
        + figures.range(contrast.interval().lower(), contrast.interval().upper())
        + ")";
  }

  /** Metrics over classes and of texts have their own units, whatever the scores are. */
  private static ScaleFigures figures(MetricContrast contrast, ScaleFigures scores) {
    return switch (contrast.unit()) {
      case SCORES -> scores;
      case SHARE -> SHARE;
      case NUMBER, CORPUS -> PLAIN;
    };
  }

  private static String value(ScaleFigures figures, double value) {
    return Double.isNaN(value) ? Figures.NONE : figures.bare(value);
  }
}
