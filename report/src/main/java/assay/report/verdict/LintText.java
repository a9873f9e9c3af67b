package assay.report.verdict;

import assay.evaluation.published.LintFinding;
import assay.evaluation.published.LintFinding.Grade;
import assay.report.table.Figures;
import assay.report.table.Paragraph;
import java.util.List;

/** What arithmetic says of a printed table: the impossible first counted, then row by row. */
public final class LintText {

  private static final String INDENT = "  ";
  private static final int NARROWEST = 40;

  private final List<LintFinding> findings;
  private final int columns;

  /**
   * A text.
   *
   * @param columns width of the terminal; less than 40 counts as 40
   */
  public LintText(List<LintFinding> findings, int columns) {
    this.findings = List.copyOf(findings);
    this.columns = Math.max(NARROWEST, columns);
  }

  /** The whole text. */
  public String render() {
    StringBuilder out = new StringBuilder();
    out.append(Paragraph.wrap(summary(), columns, "", "")).append('\n');
    String last = "";
    for (LintFinding finding : findings) {
      String name =
          finding instanceof LintFinding.Whole whole
              ? finding.row().named(whole.whole())
              : finding.row().name();
      String place = finding.row().place().line() + ": " + (name.isEmpty() ? "row" : name);
      if (!place.equals(last)) {
        out.append(Paragraph.wrap("line " + place, columns, "", INDENT));
        last = place;
      }
      out.append(
          Paragraph.wrap(
              mark(finding.grade()) + LintSentences.of(finding), columns, INDENT, INDENT + INDENT));
    }
    return out.toString();
  }

  private static String mark(Grade grade) {
    return switch (grade) {
      case POSSIBLE -> "ok: ";
      case NOTE -> "note: ";
      case IMPOSSIBLE -> "IMPOSSIBLE: ";
    };
  }

  private String summary() {
    if (findings.isEmpty()) {
      return "Nothing to check: the table has neither n, nor comparators, nor parts of a whole.";
    }
    long impossible = findings.stream().filter(f -> f.grade() == Grade.IMPOSSIBLE).count();
    long notes = findings.stream().filter(f -> f.grade() == Grade.NOTE).count();
    return Figures.counted(findings.size(), "check", "checks")
        + ": "
        + Figures.count(impossible)
        + " impossible, "
        + Figures.count(notes)
        + " to note, "
        + Figures.count(findings.size() - impossible - notes)
        + " in order.";
  }
}
