package assay.report.verdict;

import assay.evaluation.comparison.ComparedTest;
import assay.evaluation.comparison.Comparison;
import assay.evaluation.comparison.MetricContrast.Unit;
import assay.evaluation.comparison.Pair;
import assay.evaluation.comparison.Side;
import assay.report.table.Figures;
import assay.report.table.Paragraph;
import assay.report.table.TextTable;
import assay.report.table.TextTable.Align;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One comparison for people: the verdict in a sentence, the numbers after it. */
public final class ComparisonText {

  private static final String INDENT = "  ";
  private static final int NARROWEST = 40;

  private final Comparison comparison;
  private final int columns;
  private final boolean items;
  private final SideNames names;
  private final ScaleFigures figures;

  /**
   * A text.
   *
   * @param columns width of the terminal; less than 40 counts as 40
   * @param items whether the samples on which the two differ are listed
   */
  public ComparisonText(Comparison comparison, int columns, boolean items) {
    this.comparison = comparison;
    this.columns = Math.max(NARROWEST, columns);
    this.items = items;
    this.names = new SideNames(List.of(comparison.first(), comparison.second()));
    this.figures = new ScaleFigures(comparison.first().scale());
  }

  /** The whole text. */
  public String render() {
    StringBuilder out = new StringBuilder();
    out.append(title(List.of(comparison.first(), comparison.second()), columns));
    side(out, comparison.first());
    side(out, comparison.second());
    out.append('\n');
    VerdictText text = new VerdictText(comparison, "A", "B");
    SidesText sides = new SidesText(comparison, "A", "B");
    List<String> disparities = sides.disparities(SidesText.Samples.NOT_SAID);
    if (!disparities.isEmpty()) {
      disparities.forEach(sentence -> paragraph(out, sentence));
      out.append('\n');
    }
    paragraph(out, text.verdict());
    out.append('\n');
    text.grounds().forEach(sentence -> paragraph(out, sentence));
    text.leftOut().forEach(sentence -> paragraph(out, sentence));
    paragraph(out, sides.reads());
    paragraph(out, sides.rules());
    out.append('\n').append(tests());
    metrics(out);
    out.append(new SliceText(comparison, figures).render(columns));
    if (items) {
      flipped(out, true);
      flipped(out, false);
    } else if (comparison.overall().contrast().firstAhead()
            + comparison.overall().contrast().secondAhead()
        > 0) {
      out.append('\n');
      paragraph(out, "The questions on which they differ: --items.");
    }
    return out.toString();
  }

  static String title(List<Side> sides, int columns) {
    Side first = sides.getFirst();
    return Paragraph.wrap(
        first.title() + " · " + first.split() + PartWords.title(sides), columns, "", INDENT);
  }

  private void side(StringBuilder out, Side side) {
    out.append(
        Paragraph.wrap(names.line(side), columns, names.letter(side) + INDENT, INDENT + " "));
  }

  private void paragraph(StringBuilder out, String text) {
    out.append(Paragraph.wrap(text, columns, INDENT, INDENT));
  }

  private String tests() {
    TextTable table =
        new TextTable()
            .column("test", Align.LEFT)
            .column("statistic", Align.RIGHT)
            .column("p", Align.RIGHT)
            .column("", Align.LEFT)
            .optional("id", Align.LEFT, 1);
    for (ComparedTest test : comparison.overall().contrast().tests(comparison.terms().margin())) {
      @Nullable String remark = test.primary() ? "the verdict rests on it" : test.remark();
      table.row(
          TestWords.of(test.result().test()),
          String.format(Locale.ROOT, "%.4g", test.result().statistic()),
          Probabilities.bare(test.result().p()),
          remark == null ? "" : remark,
          test.result().test());
    }
    return table.render(columns, INDENT);
  }

  private void metrics(StringBuilder out) {
    if (comparison.metrics().isEmpty()) {
      return;
    }
    TextTable table = MetricRows.table("metric", "A / B", "A is");
    for (Comparison.MetricResult result : comparison.metrics()) {
      table.row(MetricRows.cells(result, figures, result.contrast().name()));
    }
    out.append('\n').append(table.render(columns, INDENT));
    paragraph(
        out,
        "Reckoned anew without each pair, or whole cluster, and by exchanging them; the verdict"
            + " above does not rest on them."
            + (comparison.metrics().size() > 1
                ? " p adjusted by "
                    + comparison.terms().adjustment().intervals().id()
                    + " for the family '"
                    + comparison.metricFamily()
                    + "' of "
                    + comparison.metrics().size()
                    + "."
                : "")
            + margin()
            + MetricRows.turned(
                comparison.metrics().stream()
                    .filter(one -> one.answered() != null)
                    .map(one -> one.contrast().name())
                    .toList()));
  }

  /** What the margin is to metrics over classes and of texts, where one is named. */
  private String margin() {
    if (comparison.terms().margin() == null) {
      return "";
    }
    String classes =
        !measuredIn(Unit.SHARE) && !measuredIn(Unit.NUMBER)
            ? ""
            : comparison.first().scale().isShare()
                ? " The margin counts for metrics over classes too, as a share of 1."
                : " The margin is in the unit of the scores, and not for metrics over classes.";
    return classes
        + (measuredIn(Unit.CORPUS)
            ? " It does not count for measures of whole texts, which have scales of their own."
            : "");
  }

  private boolean measuredIn(Unit unit) {
    return comparison.metrics().stream().anyMatch(one -> one.contrast().unit().equals(unit));
  }

  private void flipped(StringBuilder out, boolean ofFirst) {
    List<Pair> pairs = comparison.ahead(ofFirst);
    out.append('\n');
    paragraph(
        out,
        (ofFirst ? "A" : "B")
            + " ahead on "
            + Figures.counted(pairs.size(), "question", "questions")
            + (pairs.isEmpty() ? "." : ":"));
    if (pairs.isEmpty()) {
      return;
    }
    TextTable table =
        new TextTable()
            .column("id", Align.SHRINK_NAME)
            .column("A", Align.SHRINK)
            .column("B", Align.SHRINK)
            .column("question", Align.SHRINK);
    for (Pair pair : pairs) {
      table.row(pair.key(), pair.first().answer(), pair.second().answer(), pair.first().excerpt());
    }
    out.append(table.render(columns, INDENT));
  }
}
