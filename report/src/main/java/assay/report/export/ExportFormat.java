package assay.report.export;

/** Formats of exports. */
public enum ExportFormat {
  /** One JSON object a line. */
  JSONL,
  /** RFC 4180 with a heading, UTF-8. */
  CSV,
  /** Apache Parquet, compressed with Zstandard. */
  PARQUET
}
