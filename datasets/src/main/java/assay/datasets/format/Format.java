package assay.datasets.format;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The formats of table files that are read. Compression is no format: it is seen by content. */
public enum Format {
  /** One JSON document: an array of records, or records below keys. */
  JSON("json", "JSON", ".json"),
  /** One JSON object a line. */
  JSONL("jsonl", "JSON Lines", ".jsonl .ndjson .jsonlines"),
  /** Cells separated by commas, with a header line. */
  CSV("csv", "CSV", ".csv"),
  /** Cells separated by tabs, with a header line. */
  TSV("tsv", "TSV", ".tsv .tab"),
  /** Plain lines, each a record. */
  LINES("lines", "lines of text", ".lines"),
  /** Apache Parquet. */
  PARQUET("parquet", "Parquet", ".parquet .pq"),
  /** An Office Open XML workbook. */
  XLSX("xlsx", "an Excel workbook", ".xlsx .xlsm");

  private static final List<String> COMPRESSIONS = List.of(".gz", ".zip", ".zst");

  private final String id;
  private final String title;
  private final String endings;

  /**
   * @param endings of file names, divided by blanks
   */
  Format(String id, String title, String endings) {
    this.id = id;
    this.title = title;
    this.endings = endings;
  }

  /** The name in {@code benchmark.yaml}. */
  public String id() {
    return id;
  }

  /** The name in messages. */
  public String title() {
    return title;
  }

  /** The format of this id, upper and lower case alike. */
  public static Optional<Format> byId(String id) {
    String wanted = id.toLowerCase(Locale.ROOT);
    for (Format format : values()) {
      if (format.id.equals(wanted)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  /**
   * The format that a file's name tells: by its ending, upper and lower case alike, behind which an
   * ending of compression ({@code .gz}, {@code .zst}, {@code .zip}) and the query of an address are
   * passed over.
   */
  public static Optional<Format> ofFileName(String name) {
    String plain = name.toLowerCase(Locale.ROOT);
    int query = plain.indexOf('?');
    if (query >= 0) {
      plain = plain.substring(0, query);
    }
    for (String compression : COMPRESSIONS) {
      if (plain.endsWith(compression)) {
        plain = plain.substring(0, plain.length() - compression.length());
        break;
      }
    }
    for (Format format : values()) {
      for (String ending : format.endings.split(" ")) {
        if (plain.endsWith(ending)) {
          return Optional.of(format);
        }
      }
    }
    return Optional.empty();
  }
}
