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
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/**
 * Several runs of one benchmark in one table: the headline of each reader and arm, the best first.
 */
public final class RunsText {

  private static final Comparator<Line> BEST_FIRST =
      Comparator.<Line>comparingDouble(line -> -line.order()).thenComparing(line -> line.name());

  private final List<RunSummary> runs;
  private final List<Results> results;
  private final int columns;

  /** Columns of parts: no more than so many, or the table would be of parts alone. */
  private static final int MOST_PARTS = 6;

  private static final String MEAN = "mean";

  /**
   * A row.
   *
   * @param parts values of the headline in each part of the benchmark
   */
  private record Line(
      RunSummary run, Estimate headline, SequencedMap<String, String> parts, boolean armsDiffer) {
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
        lines.add(new Line(run, headline, parts(results.get(i).estimates(), headline), armsDiffer));
      }
    }
    lines.sort(BEST_FIRST);
    TextTable table =
        new TextTable()
            .column("reader", Align.LEFT)
            .column(Unit.heading(headlines(lines)), Align.RIGHT)
            .column("interval", Align.RIGHT)
            .optional("notices", Align.RIGHT, 3)
            .column("n", Align.RIGHT)
            .optional("unread", Align.RIGHT, 2)
            .optional("failed", Align.RIGHT, 4);
    SequencedSet<String> parts = new LinkedHashSet<>();
    lines.forEach(line -> parts.addAll(line.parts().keySet()));
    // The mean is what such a benchmark is judged by: it stays where its parts find no room.
    boolean mean = parts.contains(MEAN);
    int most = lines.stream().mapToInt(line -> subsets(line.headline())).max().orElse(0);
    if (parts.size() > MOST_PARTS) {
      parts.clear();
    } else {
      parts.remove(MEAN);
    }
    if (mean) {
      table.column(MEAN, Align.RIGHT);
    }
    parts.forEach(part -> table.optional(part, Align.RIGHT, 1));
    for (Line line : lines) {
      Estimate e = line.headline();
      List<String> cells = new ArrayList<>();
      cells.add(line.name());
      cells.add(value(e));
      cells.add(Unit.of(e).interval(e.lower(), e.upper()));
      cells.add(Unit.of(e).around(e.detectable()));
      cells.add(Figures.count(e.n()));
      cells.add(Figures.count(e.counts().answered() - e.counts().read()));
      cells.add(Figures.count(e.counts().failed()));
      if (mean) {
        cells.add(mean(line.headline(), most));
      }
      parts.forEach(part -> cells.add(line.parts().getOrDefault(part, Figures.NONE)));
      table.row(cells);
    }
    RunSummary first = runs.getFirst();
    String part = first.subset() == null ? first.split() : first.subset() + " · " + first.split();
    String text =
        TextTable.harmless(first.title() + " · " + part) + "\n\n" + table.render(columns, "  ");
    return lines.isEmpty() ? text : text + "\n" + note(lines);
  }

  private static int subsets(Estimate headline) {
    Estimate.@Nullable SubsetMean mean = headline.subsetMean();
    return mean == null ? 0 : mean.subsets();
  }

  /** A mean of fewer subsets than another reader's is of other questions, and says so. */
  private static String mean(Estimate headline, int most) {
    Estimate.@Nullable SubsetMean mean = headline.subsetMean();
    if (mean == null) {
      return Figures.NONE;
    }
    String value = Unit.of(headline).bare(mean.value());
    return mean.subsets() < most ? value + " (" + mean.subsets() + " of " + most + ")" : value;
  }

  /**
   * The parts of a benchmark, of which one number over all is never shown alone: its subsets with
   * their unweighted mean, else the values of the tag by which it is sliced first.
   */
  private static SequencedMap<String, String> parts(List<Estimate> all, Estimate headline) {
    SequencedMap<String, String> parts = new LinkedHashMap<>();
    Estimate.@Nullable SubsetMean mean = headline.subsetMean();
    if (mean != null) {
      parts.put(MEAN, Unit.of(headline).bare(mean.value()));
    }
    List<Estimate> same = all.stream().filter(e -> sameRule(e, headline)).toList();
    if (mean != null) {
      same.stream()
          .filter(e -> e.slice().isEmpty() && e.subset() != null)
          .forEach(e -> parts.put(String.valueOf(e.subset()), value(e)));
      return parts;
    }
    List<Estimate> slices =
        same.stream()
            .filter(e -> Objects.equals(e.subset(), headline.subset()))
            .filter(e -> e.slice().size() == 1 && !e.slice().containsKey("kind"))
            .toList();
    slices.stream()
        .filter(e -> e.slice().keySet().equals(slices.getFirst().slice().keySet()))
        .forEach(e -> parts.put(e.slice().firstEntry().getValue(), value(e)));
    return parts;
  }

  private static boolean sameRule(Estimate e, Estimate headline) {
    return e.model().equals(headline.model())
        && e.arm().equals(headline.arm())
        && e.extractor().equals(headline.extractor())
        && e.scorer().equals(headline.scorer())
        && e.metric().equals(headline.metric());
  }

  private static String value(Estimate e) {
    return e.value() == null ? Figures.NONE : Unit.of(e).bare(e.value());
  }

  private static List<Estimate> headlines(List<Line> lines) {
    return lines.stream().map(Line::headline).toList();
  }

  private String note(List<Line> lines) {
    Estimate headline = lines.getFirst().headline();
    boolean alike = lines.stream().map(line -> line.headline().n()).distinct().count() == 1;
    String level = Figures.percent(headline.level()).replace(".0", "");
    return Paragraph.wrap(
        headline.metric()
            + " read by "
            + headline.extractor()
            + ", scored by "
            + headline.scorer()
            + ". Each interval holds "
            + level
            + " for its reader alone; "
            + (alike
                ? "readers whose intervals overlap may still differ, for they answered the same"
                    + " questions."
                : "not all readers answered the same questions: 'assay show' gives bounds for"
                    + " those that are incomplete, 'assay compare' what they have in common.")
            + " "
            + new Footnotes(headlines(lines), false).text()
            + "."
            + Footnotes.few(headlines(lines), Estimate::model)
            + Footnotes.fewSamples(headlines(lines)),
        columns,
        "  ",
        "  ");
  }
}
