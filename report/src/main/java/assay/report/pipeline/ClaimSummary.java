package assay.report.pipeline;

import assay.evaluation.claim.Finding;
import assay.evaluation.claim.Settled;
import assay.report.verdict.ClaimSentences;

/** A claim as Markdown, for the summary of a job on GitHub Actions. */
public final class ClaimSummary {

  private ClaimSummary() {}

  /** The text. */
  public static String write(Settled settled) {
    StringBuilder out = new StringBuilder();
    out.append("## ").append(escaped(settled.claim().title())).append("\n\n");
    out.append("**").append(escaped(ClaimSentences.verdict(settled))).append("** ");
    out.append(escaped(ClaimSentences.registration(settled))).append(' ');
    out.append(escaped(ClaimSentences.rules(settled))).append("\n\n");
    out.append("| result | statement | evidence |\n|---|---|---|\n");
    for (Finding finding : settled.findings()) {
      String more = String.join(" ", ClaimSentences.remarks(finding));
      out.append("| **")
          .append(finding.decision().id())
          .append("** | ")
          .append(escaped(finding.statement().common().id()))
          .append(": ")
          .append(escaped(ClaimSentences.statement(settled, finding)))
          .append(" | ")
          .append(escaped((ClaimSentences.evidence(finding) + " " + more).strip()))
          .append(" |\n");
    }
    out.append("\n| role | reader | run | claim file |\n|---|---|---|---|\n");
    for (Settled.Party party : settled.parties()) {
      out.append("| ")
          .append(escaped(party.role()))
          .append(" | ")
          .append(escaped(party.model() + (party.part().isEmpty() ? "" : " · " + party.partName())))
          .append(" | ")
          .append(escaped(party.address()))
          .append(" | ")
          .append(ClaimSentences.registered(party))
          .append(" |\n");
    }
    return out.append('\n')
        .append(escaped(ClaimSentences.decided(settled)))
        .append("\n\n")
        .toString();
  }

  /** Names come from files: they are text, no mark-up. */
  private static String escaped(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '\n', '\r', '\t' -> out.append(' ');
                case '|', '*', '_', '`', '[', ']', '\\', '#', '~', '!' ->
                    out.append('\\').appendCodePoint(c);
                default -> out.appendCodePoint(c);
              }
            });
    return out.toString();
  }
}
