package assay.report.verdict;

import assay.evaluation.claim.Finding;
import assay.evaluation.claim.Finding.Group;
import assay.evaluation.claim.Settled;
import assay.report.table.Figures;
import assay.report.table.Paragraph;
import assay.report.table.TextTable;
import assay.report.table.TextTable.Align;
import java.util.Locale;

/** A claim for people: whether it is supported, then statement by statement why. */
public final class ClaimText {

  private static final String INDENT = "  ";
  private static final int NARROWEST = 40;

  private final Settled settled;
  private final int columns;

  /**
   * A text.
   *
   * @param columns width of the terminal; less than 40 counts as 40
   */
  public ClaimText(Settled settled, int columns) {
    this.settled = settled;
    this.columns = Math.max(NARROWEST, columns);
  }

  /** The whole text. */
  public String render() {
    StringBuilder out = new StringBuilder();
    out.append(Paragraph.wrap(settled.claim().title(), columns, "", INDENT)).append('\n');
    paragraph(out, ClaimSentences.verdict(settled), INDENT);
    paragraph(out, ClaimSentences.registration(settled), INDENT);
    paragraph(out, ClaimSentences.rules(settled), INDENT);
    out.append('\n').append(parties()).append('\n');
    for (Finding finding : settled.findings()) {
      String head =
          finding.decision().id().toUpperCase(Locale.ROOT)
              + "  "
              + finding.statement().common().id()
              + ": "
              + ClaimSentences.statement(settled, finding)
              + ".";
      out.append(Paragraph.wrap(head, columns, INDENT, INDENT + INDENT));
      paragraph(out, ClaimSentences.evidence(finding), INDENT + INDENT);
      ClaimSentences.remarks(finding).forEach(one -> paragraph(out, one, INDENT + INDENT));
      if (!finding.groups().isEmpty()) {
        out.append(groups(finding));
      }
      out.append('\n');
    }
    paragraph(out, ClaimSentences.decided(settled), INDENT);
    return out.toString();
  }

  private void paragraph(StringBuilder out, String text, String indent) {
    out.append(Paragraph.wrap(text, columns, indent, indent));
  }

  private String parties() {
    TextTable table =
        new TextTable()
            .column("role", Align.LEFT)
            .column("reader", Align.SHRINK_NAME)
            .column("run", Align.SHRINK_NAME)
            .column("claim file", Align.LEFT);
    for (Settled.Party party : settled.parties()) {
      table.row(
          party.role(),
          (party.arm().equals("standard") ? party.model() : party.model() + " · " + party.arm())
              + (party.part().isEmpty() ? "" : " · " + party.partName()),
          party.address(),
          ClaimSentences.registered(party));
    }
    return table.render(columns, INDENT);
  }

  private String groups(Finding finding) {
    ScaleFigures figures = new ScaleFigures(finding.scale());
    TextTable table =
        new TextTable()
            .column("group", Align.SHRINK_NAME)
            .column("n", Align.RIGHT)
            .column("score", Align.RIGHT)
            .optional("rest", Align.RIGHT, 1)
            .column("difference", Align.RIGHT)
            .column("bounds", Align.LEFT)
            .column("", Align.LEFT);
    for (Group group : finding.groups()) {
      Double first = group.evidence().first();
      Double second = group.evidence().second();
      table.row(
          group.tag() + "=" + group.value(),
          Figures.count(group.evidence().n()),
          first == null ? Figures.NONE : figures.bare(first),
          second == null ? Figures.NONE : figures.bare(second),
          Double.isNaN(group.evidence().value())
              ? Figures.NONE
              : figures.signed(group.evidence().value()),
          figures.range(group.evidence().lower(), group.evidence().upper()),
          group.decision().id());
    }
    return table.render(columns, INDENT + INDENT);
  }
}
