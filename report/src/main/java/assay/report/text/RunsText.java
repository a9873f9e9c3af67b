package assay.report.text;

import assay.evaluation.estimate.Estimate;
import assay.evaluation.estimate.Results;
import assay.report.json.RunSummary;
import assay.report.table.Figures;
import assay.report.table.Paragraph;
import assay.report.table.TextTable;
import assay.report.table.TextTable.Align;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Several runs of one benchmark in one table: the headline of each reader and arm, the best first.
 */
public final class RunsText {

  private static final Comparator<Line> BEST_FIRST =
      Comparator.<Line>comparingDouble(line -> -line.order()).thenComparing(line -> line.name());

  private final List<RunSummary> runs;
  private final List<Results> results;
  private final int columns;

  private record Line(RunSummary run, Estimate headline, boolean armsDiffer) {
    private double order() {
      return headline.value() == null ? Double.NEGATIVE_INFINITY : headline.value();
    }

    private String name() {
      return armsDiffer ? headline.model() + " (" + headline.arm() + ")" : headline.model();
    }
  }

  /**
   * A table of runs.
   *
   * @param runs what the runs are
   * @param results what they say, in the same order
   * @param columns width of the terminal
   */
  public RunsText(List<RunSummary> runs, List<Results> results, int columns) {
    this.runs = List.copyOf(runs);
    this.results = List.copyOf(results);
    this.columns = columns;
  }

  /** The title, the table, and where the whole of each run stands. */
  public String render() {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      RunSummary run = runs.get(i);
      List<Estimate> headlines =
          results.get(i).estimates().stream()
              .filter(Estimate::headline)
              .filter(e -> Objects.equals(e.subset(), run.subset()))
              .toList();
      boolean armsDiffer = headlines.stream().map(Estimate::arm).distinct().count() > 1;
      for (Estimate headline : headlines) {
        lines.add(new Line(run, headline, armsDiffer));
      }
    }
    lines.sort(BEST_FIRST);
    TextTable table =
        new TextTable()
            .column("reader", Align.LEFT)
            .column("%", Align.RIGHT)
            .column("interval", Align.RIGHT)
            .column("n", Align.RIGHT)
            .optional("unread", Align.RIGHT, 1)
            .optional("failed", Align.RIGHT, 2);
    for (Line line : lines) {
      Estimate e = line.headline();
      table.row(
          line.name(),
          e.value() == null ? Figures.NONE : Figures.plainPercent(e.value()),
          Figures.interval(e.lower(), e.upper()),
          Figures.count(e.n()),
          Figures.count(e.counts().answered() - e.counts().read()),
          Figures.count(e.counts().failed()));
    }
    RunSummary first = runs.getFirst();
    String part = first.subset() == null ? first.split() : first.subset() + " · " + first.split();
    String text =
        TextTable.harmless(first.title() + " · " + part) + "\n\n" + table.render(columns, "  ");
    return lines.isEmpty() ? text : text + "\n" + note(lines.getFirst().headline());
  }

  private String note(Estimate headline) {
    String level = Figures.percent(headline.level()).replace(".0", "");
    return Paragraph.wrap(
        headline.metric()
            + " read by "
            + headline.extractor()
            + ", scored by "
            + headline.scorer()
            + ". Each interval holds "
            + level
            + " for its reader alone; readers whose intervals overlap may still differ, for they"
            + " answered the same questions.",
        columns,
        "  ",
        "  ");
  }
}
