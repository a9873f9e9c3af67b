package assay.report.export;

/** Formats of exports. */
public enum ExportFormat {
  /** One JSON object a line. */
  JSONL("jsonl"),
  /** RFC 4180 with a heading, UTF-8: every text as it is. */
  CSV("csv"),
  /**
   * CSV for spreadsheet programs: it begins with a byte order mark, without which Excel does not
   * take it for UTF-8; and a text that they would reckon as a formula ({@code =cmd(…)}) gets an
   * apostrophe before it, for a reply may hold anything.
   */
  SPREADSHEET("csv"),
  /** Apache Parquet, compressed with Zstandard. */
  PARQUET("parquet");

  private final String ending;

  ExportFormat(String ending) {
    this.ending = ending;
  }

  /** What names of such files end in, without the dot. */
  public String ending() {
    return ending;
  }
}
