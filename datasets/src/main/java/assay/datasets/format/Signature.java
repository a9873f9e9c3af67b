package assay.datasets.format;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What a file is by its first bytes, whatever its name says. */
enum Signature {
  EMPTY("empty", "take the file again from its publisher"),
  GZIP("a gzip file", "expand it first"),
  ZSTD("a Zstandard file", "expand it first"),
  ZIP("a zip archive", "expand it first"),
  XZ("an xz file", "expand it first; gzip, zip and Zstandard are read as they are"),
  BZIP2("a bzip2 file", "expand it first; gzip, zip and Zstandard are read as they are"),
  SEVEN_ZIP("a 7z archive", "expand it first; gzip, zip and Zstandard are read as they are"),
  TAR("a tar archive", "unpack it first"),
  PARQUET("a Parquet file", "declare format: parquet"),
  OLE2("an old Excel workbook (.xls), or an encrypted one", "save it as .xlsx without a password"),
  PNG("a PNG picture", "check the path"),
  JPEG("a JPEG picture", "check the path"),
  GIF("a GIF picture", "check the path"),
  PDF("a PDF document", "check the path"),
  SQLITE("an SQLite database", "check the path"),
  HDF5("an HDF5 file", "check the path"),
  HTML("an HTML page, not data", "the download got a web page: take the raw file"),
  LFS_POINTER(
      "a Git LFS pointer, not the file itself",
      "fetch the file: git lfs pull, or download it from the publisher's site"),
  ANNEX_POINTER("a git-annex pointer, not the file itself", "fetch the file: git annex get"),
  BINARY("binary", "check path and format"),
  TEXT("text", "check path and format");

  /** How many bytes are looked at. */
  static final int LENGTH = 1024;

  private final String title;
  private final String remedy;

  Signature(String title, String remedy) {
    this.title = title;
    this.remedy = remedy;
  }

  String title() {
    return title;
  }

  String remedy() {
    return remedy;
  }

  /** What begins with these bytes. */
  static Signature of(byte[] head, int length) {
    if (length == 0) {
      return EMPTY;
    }
    String text = new String(head, 0, Math.min(length, LENGTH), StandardCharsets.ISO_8859_1);
    if (text.startsWith("\u001f\u008b")) {
      return GZIP;
    } else if (text.startsWith("(\u00b5/\u00fd")) {
      return ZSTD;
    } else if (text.startsWith("PK\u0003\u0004") || text.startsWith("PK\u0005\u0006")) {
      return ZIP;
    } else if (text.startsWith("\u00fd7zXZ\0")) {
      return XZ;
    } else if (text.startsWith("BZh") && text.startsWith("1AY&SY", 4)) {
      return BZIP2;
    } else if (text.startsWith("7z\u00bc\u00af'\u001c")) {
      return SEVEN_ZIP;
    } else if (text.startsWith("ustar", 257)) {
      return TAR;
    } else if (text.startsWith("PAR1")) {
      return PARQUET;
    } else if (text.startsWith("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")) {
      return OLE2;
    } else if (text.startsWith("\u0089PNG")) {
      return PNG;
    } else if (text.startsWith("\u00ff\u00d8\u00ff")) {
      return JPEG;
    } else if (text.startsWith("GIF8")) {
      return GIF;
    } else if (text.startsWith("%PDF-")) {
      return PDF;
    } else if (text.startsWith("SQLite format 3\0")) {
      return SQLITE;
    } else if (text.startsWith("\u0089HDF")) {
      return HDF5;
    }
    return ofText(text);
  }

  private static Signature ofText(String text) {
    String start = text.startsWith("\u00ef\u00bb\u00bf") ? text.substring(3) : text;
    start = start.strip().toLowerCase(Locale.ROOT);
    if (start.startsWith("<!doctype html") || start.startsWith("<html")) {
      return HTML;
    } else if (start.startsWith("version https://git-lfs.github.com/spec/")) {
      return LFS_POINTER;
    } else if (start.startsWith("/annex/objects/")) {
      return ANNEX_POINTER;
    } else if (text.startsWith("\u00ff\u00fe") || text.startsWith("\u00fe\u00ff")) {
      return TEXT;
    }
    return text.indexOf('\0') >= 0 && !isWide(text) ? BINARY : TEXT;
  }

  /** Whether the zero bytes are those of UTF-16 or UTF-32 without a mark, or with a 4-byte one. */
  private static boolean isWide(String text) {
    byte[] head = text.getBytes(StandardCharsets.ISO_8859_1);
    return TextEncoding.of(head, head.length).unit() > 1;
  }
}
