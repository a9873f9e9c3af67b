package assay.cli.expected;

import java.util.List;

/** The text of an {@code expected.yaml}, put together line by line. */
final class ExpectedYaml {

  private final StringBuilder out = new StringBuilder();

  ExpectedYaml(String benchmark, String version, String origin, String tolerance) {
    line("# Written by ExpectedFilesTest from tables of figures; see CONTRIBUTING.md.");
    line("# yaml-language-server: $schema=../../schema/expected.schema.json");
    line("assay: 1");
    line("benchmark: " + benchmark);
    line("version: \"" + version + "\"");
    line("origin: " + quoted(origin));
    line("tolerance: " + tolerance);
  }

  ExpectedYaml line(String text) {
    out.append(text).append('\n');
    return this;
  }

  /** Begins a recording of these files. */
  ExpectedYaml recording(FigureTable table, List<String> files) {
    line("  - files:");
    for (String file : files) {
      line("      " + quoted(file) + ": " + table.sha256(file));
    }
    return this;
  }

  /** A key of the recording. */
  ExpectedYaml key(String name, String value) {
    return line("    " + name + ": " + value);
  }

  /** Begins the scores of the recording. */
  ExpectedYaml scores() {
    return line("    scores:");
  }

  /**
   * A score.
   *
   * @param rules {@code metric: …, extractor: …, scorer: …} and where it holds
   * @param figures {@code value: …} and others
   */
  ExpectedYaml score(String rules, String figures) {
    return line("      - {" + rules + ", " + figures + "}");
  }

  static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  String text() {
    return out.toString();
  }
}
