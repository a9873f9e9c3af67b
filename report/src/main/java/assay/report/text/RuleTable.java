package assay.report.text;

import assay.evaluation.estimate.Estimate;
import assay.report.table.Paragraph;
import assay.report.table.TextTable;
import assay.report.table.TextTable.Align;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The same answers by every rule: over all samples, as the mean of subsets, by subset and kind. */
final class RuleTable {

  private static final String KIND = "kind";

  private final List<Estimate> rows;
  private final boolean subsetsArePartial;

  /**
   * A table.
   *
   * @param estimates of one reader under one arm
   * @param subsetsArePartial whether an estimate of a subset is of a part of the run
   */
  RuleTable(List<Estimate> estimates, boolean subsetsArePartial) {
    this.subsetsArePartial = subsetsArePartial;
    this.rows =
        estimates.stream().filter(e -> e.slice().keySet().stream().allMatch(KIND::equals)).toList();
  }

  /** The table; empty where it would say no more than the headline. */
  Optional<String> render(int columns) {
    if (rows.size() < 2) {
      return Optional.empty();
    }
    EstimateColumns cells = new EstimateColumns(rows);
    boolean parts = rows.stream().anyMatch(e -> isPart(e) || !e.slice().isEmpty());
    TextTable table = new TextTable();
    if (parts) {
      table.column("part", Align.LEFT);
    }
    cells.addTo(table);
    List<Estimate> whole = rows.stream().filter(e -> !isPart(e)).toList();
    whole.forEach(e -> table.row(with(parts ? part(e) : null, cells.cells(e))));
    for (Estimate e : whole) {
      Estimate.@Nullable SubsetMean mean = e.subsetMean();
      if (mean != null) {
        table.row(with(mean(e), cells.cells(e, mean)));
      }
    }
    rows.stream()
        .filter(this::isPart)
        .forEach(e -> table.row(with(parts ? part(e) : null, cells.cells(e))));
    return Optional.of(
        table.render(columns, ResultsText.INDENT)
            + Paragraph.wrap(
                new Footnotes(rows, true).text()
                    + "."
                    + Footnotes.few(rows, parts ? this::part : Estimate::metric),
                columns,
                ResultsText.INDENT,
                ResultsText.INDENT));
  }

  private static List<String> with(@Nullable String first, List<String> cells) {
    if (first == null) {
      return cells;
    }
    List<String> all = new ArrayList<>(cells.size() + 1);
    all.add(first);
    all.addAll(cells);
    return all;
  }

  private static String mean(Estimate e) {
    return e.slice().isEmpty() ? "mean of subsets" : "mean of subsets, " + kind(e);
  }

  private String part(Estimate e) {
    String subset = isPart(e) ? String.valueOf(e.subset()) : "";
    if (e.slice().isEmpty()) {
      return subset.isEmpty() ? "all" : subset;
    }
    return subset.isEmpty() ? kind(e) : subset + ", " + kind(e);
  }

  private static String kind(Estimate e) {
    return e.slice().firstEntry().getValue();
  }

  private boolean isPart(Estimate estimate) {
    return estimate.subset() != null && subsetsArePartial;
  }
}
