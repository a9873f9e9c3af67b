package assay.report.text;

import assay.evaluation.estimate.Estimate;
import assay.report.table.Figures;
import assay.report.table.Paragraph;
import assay.report.table.TextTable;
import assay.report.table.TextTable.Align;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * A table for each tag by which results are given apart. Where rules and values make many rows, the
 * first rule's alone are shown, and of those not more than a screen or two; how many are missing is
 * said.
 */
final class SliceTables {

  private static final int FEW_ROWS = 16;
  private static final int MOST_ROWS = 60;
  private static final String KIND = "kind";

  private final SequencedMap<String, List<Estimate>> byTag = new LinkedHashMap<>();

  /**
   * Tables.
   *
   * @param estimates of one reader under one arm
   */
  SliceTables(List<Estimate> estimates) {
    for (Estimate e : estimates) {
      if (!e.slice().isEmpty() && !e.slice().lastEntry().getKey().equals(KIND)) {
        String tag = String.join(", ", e.slice().sequencedKeySet());
        byTag.computeIfAbsent(tag, key -> new ArrayList<>()).add(e);
      }
    }
  }

  /** The tables. */
  List<String> render(int columns) {
    return byTag.entrySet().stream().map(e -> table(e.getKey(), e.getValue(), columns)).toList();
  }

  private static String table(String tag, List<Estimate> all, int columns) {
    List<Estimate> rows = all;
    if (all.size() > FEW_ROWS) {
      rows = firstRule(all);
    }
    rows = rows.subList(0, Math.min(MOST_ROWS, rows.size()));
    EstimateColumns cells = new EstimateColumns(rows);
    TextTable table = new TextTable().column(tag, Align.LEFT);
    cells.addTo(table);
    for (Estimate e : rows) {
      List<String> row = new ArrayList<>();
      row.add(String.join(", ", e.slice().sequencedValues()));
      row.addAll(cells.cells(e));
      table.row(row);
    }
    String text = table.render(columns, ResultsText.INDENT);
    int missing = all.size() - rows.size();
    String shared = cells.shared(rows);
    String below =
        missing == 0
            ? shared
            : (shared.isEmpty() ? "" : shared + "; ")
                + Figures.counted(missing, "row is", "rows are")
                + " not shown, --json has all";
    String notes =
        new Footnotes(rows, false).text()
            + "."
            + Footnotes.bounds(rows, e -> name(tag, e))
            + Footnotes.few(rows, e -> name(tag, e));
    return text + (below.isEmpty() ? "" : paragraph(below, columns)) + paragraph(notes, columns);
  }

  private static String name(String tag, Estimate e) {
    return tag + "=" + String.join(", ", e.slice().sequencedValues());
  }

  private static String paragraph(String text, int columns) {
    return Paragraph.wrap(text, columns, ResultsText.INDENT, ResultsText.INDENT);
  }

  /** Of every kind of answer those estimates that stand first. */
  private static List<Estimate> firstRule(List<Estimate> all) {
    Map<String, String> first = new LinkedHashMap<>();
    List<Estimate> rows = new ArrayList<>();
    for (Estimate e : all) {
      String rule = e.metric() + "\n" + e.extractor() + "\n" + e.scorer();
      if (rule.equals(first.computeIfAbsent(e.slice().getOrDefault(KIND, ""), key -> rule))) {
        rows.add(e);
      }
    }
    return rows;
  }
}
