package assay.report.text;

import assay.evaluation.estimate.Estimate;
import assay.report.table.Figures;
import assay.report.table.TextTable;
import assay.report.table.TextTable.Align;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which columns a table of estimates needs. What all rows share stands in no column, what others
 * published is printed with their decimals and ours with as many.
 */
final class EstimateColumns {

  private static final int MOST_DECIMALS = 3;

  /** Names that say the same as the whole ones in this table. */
  private final Map<String, String> brief;

  private final boolean extractors;
  private final boolean scorers;
  private final boolean metrics;
  private final boolean guesses;
  private final boolean missing;
  private final boolean published;
  private final String heading;
  private final int decimals;

  EstimateColumns(List<Estimate> rows) {
    brief = brief(rows);
    extractors = differ(rows, Estimate::extractor);
    scorers = differ(rows, Estimate::scorer);
    metrics = differ(rows, Estimate::metric);
    guesses = rows.stream().anyMatch(e -> e.counts().guessed() > 0);
    missing = rows.stream().anyMatch(e -> missing(e) > 0);
    published = rows.stream().anyMatch(e -> e.published() != null);
    heading = Unit.heading(rows);
    decimals =
        rows.stream()
            .map(Estimate::published)
            .mapToInt(p -> p == null ? 0 : p.decimals() - 2)
            .map(d -> Math.min(MOST_DECIMALS, d))
            .max()
            .stream()
            .map(d -> Math.max(1, d))
            .findFirst()
            .orElse(1);
  }

  /**
   * Where kinds of answer have rules of their own, a row over all kinds names them all; the first
   * will do where no other row begins with it, since the rows of each kind name theirs.
   */
  private static Map<String, String> brief(List<Estimate> rows) {
    Map<String, Set<String>> byFirst =
        rows.stream()
            .flatMap(e -> Stream.of(e.extractor(), e.scorer()))
            .filter(name -> name.contains("+"))
            .collect(Collectors.groupingBy(EstimateColumns::first, Collectors.toSet()));
    return byFirst.entrySet().stream()
        .filter(names -> names.getValue().size() == 1)
        .collect(
            Collectors.toMap(
                names -> names.getValue().iterator().next(), names -> names.getKey() + "+…"));
  }

  private static String first(String name) {
    return name.substring(0, name.indexOf('+'));
  }

  private static boolean differ(List<Estimate> rows, Function<Estimate, String> what) {
    return rows.stream().map(what).distinct().count() > 1;
  }

  /** Trials that were put and are not in the value: they failed, or have no defined score. */
  static long missing(Estimate e) {
    return e.counts().failed() + e.counts().undefinedTotal();
  }

  /** Adds the columns behind those that say what a row is about. */
  void addTo(TextTable table) {
    if (extractors) {
      table.column("read by", Align.LEFT);
    }
    if (scorers) {
      table.column("scored by", Align.LEFT);
    }
    if (metrics) {
      table.column("metric", Align.LEFT);
    }
    table.column(heading, Align.RIGHT).column("interval", Align.RIGHT);
    table.optional("notices", Align.RIGHT, 3);
    table.column("n", Align.RIGHT);
    if (missing) {
      table.column("missing", Align.RIGHT);
    }
    table.optional("unread", Align.RIGHT, 1);
    if (guesses) {
      table.optional("made up", Align.RIGHT, 2);
    }
    if (published) {
      table.column("published", Align.LEFT);
    }
  }

  /** The cells of an estimate. */
  List<String> cells(Estimate e) {
    Unit unit = Unit.of(e);
    return cells(e, e.value(), unit.interval(e.lower(), e.upper()), unit.around(e.detectable()));
  }

  /** The cells of the unweighted mean over an estimate's subsets. */
  List<String> cells(Estimate e, Estimate.SubsetMean mean) {
    Unit unit = Unit.of(e);
    List<String> cells =
        cells(
            e,
            mean.value(),
            unit.interval(mean.lower(), mean.upper()),
            unit.around(mean.detectable()));
    if (published) {
      cells.set(cells.size() - 1, "");
    }
    return cells;
  }

  private List<String> cells(Estimate e, @Nullable Double value, String interval, String detects) {
    List<String> cells = new ArrayList<>();
    if (extractors) {
      cells.add(brief.getOrDefault(e.extractor(), e.extractor()));
    }
    if (scorers) {
      cells.add(brief.getOrDefault(e.scorer(), e.scorer()));
    }
    if (metrics) {
      cells.add(e.metric());
    }
    cells.add(value == null ? Figures.NONE : value(e, value));
    cells.add(interval);
    cells.add(detects);
    cells.add(Figures.count(e.n()));
    if (missing) {
      cells.add(Figures.count(missing(e)));
    }
    cells.add(Figures.count(e.counts().answered() - e.counts().read()));
    if (guesses) {
      cells.add(Figures.count(e.counts().guessed()));
    }
    if (published) {
      cells.add(published(e));
    }
    return cells;
  }

  /** Where percentages and numbers stand in one column, each percentage says that it is one. */
  private String value(Estimate e, double value) {
    String bare = Unit.of(e).bare(value, decimals);
    return e.share() && !heading.equals("%") ? bare + " %" : bare;
  }

  private static String published(Estimate e) {
    Estimate.@Nullable Published published = e.published();
    if (published == null) {
      return "";
    }
    int scale = e.share() ? 2 : 0;
    int decimals = Math.max(0, published.decimals() - scale);
    return String.format(
            Locale.ROOT, "%." + decimals + "f", Math.pow(10, scale) * published.value())
        + (published.agrees() ? " agrees" : " DIFFERS");
  }

  /** What all rows share, in words; empty where the rows say it all. */
  String shared(List<Estimate> rows) {
    List<String> parts = new ArrayList<>();
    if (!extractors) {
      parts.add("read by " + rows.getFirst().extractor());
    }
    if (!scorers) {
      parts.add("scored by " + rows.getFirst().scorer());
    }
    return parts.stream().collect(Collectors.joining(", "));
  }
}
