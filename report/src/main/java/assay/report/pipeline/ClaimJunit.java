package assay.report.pipeline;

import assay.evaluation.claim.Decision;
import assay.evaluation.claim.Finding;
import assay.evaluation.claim.Settled;
import assay.report.verdict.ClaimSentences;

/**
 * A claim as a suite of tests in JUnit's XML: a statement a test case. What is refuted has failed,
 * and so has what is undecided, under a type of its own: nothing short of supported passes.
 */
public final class ClaimJunit {

  private ClaimJunit() {}

  /** The document. */
  public static String write(Settled settled) {
    StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    long failures = settled.findings().size() - settled.count(Decision.SUPPORTED);
    out.append("<testsuite name=\"")
        .append(escaped("claim " + settled.claim().name()))
        .append("\" tests=\"")
        .append(settled.findings().size())
        .append("\" failures=\"")
        .append(failures)
        .append("\" errors=\"0\" skipped=\"0\">\n  <properties>\n");
    property(out, "registration", ClaimSentences.registered(settled));
    property(out, "rules", ClaimSentences.rules(settled));
    property(out, "decided", ClaimSentences.decided(settled));
    property(out, "sha256", settled.claim().sha256());
    settled
        .parties()
        .forEach(
            party -> {
              property(out, "run." + party.role(), party.address());
              if (!party.part().isEmpty()) {
                property(out, "part." + party.role(), party.partName());
              }
            });
    out.append("  </properties>\n");
    settled.findings().forEach(finding -> testCase(out, settled, finding));
    return out.append("</testsuite>\n").toString();
  }

  private static void property(StringBuilder out, String name, String value) {
    out.append("    <property name=\"")
        .append(escaped(name))
        .append("\" value=\"")
        .append(escaped(value))
        .append("\"/>\n");
  }

  private static void testCase(StringBuilder out, Settled settled, Finding finding) {
    String evidence =
        ClaimSentences.evidence(finding) + " " + String.join(" ", ClaimSentences.remarks(finding));
    out.append("  <testcase classname=\"")
        .append(escaped("claim." + settled.claim().name()))
        .append("\" name=\"")
        .append(
            escaped(
                finding.statement().common().id()
                    + ": "
                    + ClaimSentences.statement(settled, finding)))
        .append("\" time=\"0\">\n");
    if (finding.decision() == Decision.SUPPORTED) {
      out.append("    <system-out>").append(escaped(evidence.strip())).append("</system-out>\n");
    } else {
      out.append("    <failure type=\"")
          .append(finding.decision().id())
          .append("\" message=\"")
          .append(
              escaped(finding.decision().id() + ": " + ClaimSentences.statement(settled, finding)))
          .append("\">")
          .append(escaped(evidence.strip()))
          .append("</failure>\n");
    }
    out.append("  </testcase>\n");
  }

  /** What XML 1.0 cannot hold becomes a replacement character. */
  private static String escaped(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\n' -> out.append("&#10;");
                case '\t' -> out.append("&#9;");
                default -> out.appendCodePoint(isXml(c) ? c : 0xFFFD);
              }
            });
    return out.toString();
  }

  private static boolean isXml(int c) {
    return (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
  }
}
