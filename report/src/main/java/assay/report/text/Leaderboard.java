package assay.report.text;

import assay.evaluation.estimate.Estimate;
import assay.report.table.Figures;
import assay.report.table.Paragraph;
import assay.report.table.TextTable;
import assay.report.table.TextTable.Align;
import assay.statistics.Interval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/**
 * Readers on one benchmark, the best first, each with its interval and a remark that the data
 * support.
 */
public final class Leaderboard {

  private final List<Standing> standings;
  private final int columns;

  /**
   * How much better one reader is than another, sample by sample.
   *
   * @param difference mean of first less second
   * @param interval of the difference
   */
  public record Lead(double difference, Interval interval) {}

  /**
   * One reader.
   *
   * @param headline over all samples
   * @param byKind for each kind of answer
   * @param overBlind how much better it is than the reader that does not look, or null where it is
   *     that reader
   */
  public record Standing(Estimate headline, List<Estimate> byKind, @Nullable Lead overBlind) {

    /** The highest value first; equal ones by name. */
    public static final Comparator<Standing> BEST_FIRST =
        Comparator.<Standing>comparingDouble(standing -> -standing.value())
            .thenComparing(standing -> standing.headline().model());

    public Standing {
      byKind = List.copyOf(byKind);
    }

    private double value() {
      return headline.value() == null ? Double.NEGATIVE_INFINITY : headline.value();
    }
  }

  public Leaderboard(List<Standing> standings, int columns) {
    this.standings = List.copyOf(standings);
    this.columns = columns;
  }

  /** The table, then a remark for each reader. */
  public String render() {
    SequencedSet<String> kinds = new LinkedHashSet<>();
    standings.forEach(s -> s.byKind().forEach(e -> kinds.add(kind(e))));
    TextTable table =
        new TextTable()
            .column("reader", Align.LEFT)
            .column("%", Align.RIGHT)
            .column("95 % interval", Align.RIGHT);
    kinds.forEach(kind -> table.optional(kind, Align.RIGHT, 2));
    table.optional("unread", Align.RIGHT, 1);
    StringBuilder remarks = new StringBuilder();
    int widest = standings.stream().mapToInt(s -> s.headline().model().length()).max().orElse(0);
    for (Standing standing : standings) {
      Estimate e = standing.headline();
      List<String> cells = new ArrayList<>();
      cells.add(e.model());
      cells.add(e.value() == null ? Figures.NONE : Figures.plainPercent(e.value()));
      cells.add(Figures.interval(e.lower(), e.upper()));
      for (String kind : kinds) {
        Optional<Estimate> part =
            standing.byKind().stream().filter(k -> kind(k).equals(kind)).findFirst();
        cells.add(part.map(Estimate::value).map(Figures::plainPercent).orElse(Figures.NONE));
      }
      cells.add(Figures.percent(e.counts().unreadShare()));
      table.row(cells.toArray(String[]::new));
      String name = TextTable.harmless(e.model());
      boolean beside = 2 * widest <= columns;
      String first = beside ? name + " ".repeat(widest - name.length() + 2) : "";
      String next = " ".repeat(beside ? first.length() : 2);
      remarks.append(beside ? "" : name + "\n");
      remarks.append(Paragraph.wrap(remark(standing), columns, beside ? first : next, next));
    }
    return table.render(columns, "") + "\n" + remarks;
  }

  private static String kind(Estimate estimate) {
    return String.valueOf(estimate.slice().get("kind"));
  }

  private static String remark(Standing standing) {
    Estimate e = standing.headline();
    if (e.counts().answered() > 0 && e.counts().read() == 0) {
      return "says nothing that can be read";
    }
    @Nullable Lead over = standing.overBlind();
    if (over == null) {
      return "answers without looking: what the questions alone give away";
    }
    String points =
        String.format(
            Locale.ROOT,
            "%+.0f points (%+.0f to %+.0f)",
            100 * over.difference(),
            100 * over.interval().lower(),
            100 * over.interval().upper());
    if (over.interval().lower() > 0) {
      return "better than answering without looking: " + points;
    }
    return over.interval().upper() < 0
        ? "worse than answering without looking: " + points
        : "no better than answering without looking: " + points;
  }
}
