package assay.datasets.harness;

import assay.core.AssayException;
import assay.core.data.Row;
import assay.core.data.RowSource;
import assay.datasets.format.BoundedArchive;
import assay.datasets.format.Format;
import assay.datasets.format.InputLimits;
import assay.datasets.format.JsonSyntax;
import assay.datasets.format.RowSources;
import assay.datasets.format.TableFile;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.SequencedSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file that may be a log: what it holds at its top, whatever its name says.
 *
 * @param path the file
 * @param layout how it is laid out
 * @param names the keys of the document, the fields of its first record, or the archive's entries
 * @param fault why nothing can be read of it, where it begins like something that can; else null
 */
record LogFile(
    Path path, Layout layout, SequencedSet<String> names, @Nullable AssayException fault) {

  private static final ObjectMapper JSON =
      new ObjectMapper(JsonSyntax.factory(InputLimits.current()));

  private LogFile(Path path, Layout layout, SequencedSet<String> names) {
    this(path, layout, names, null);
  }

  /** How a file is laid out. */
  enum Layout {
    /** One JSON object. */
    DOCUMENT,
    /** Records: JSON Lines, an array, a table, a workbook. */
    ROWS,
    /** A zip archive of several files. */
    ARCHIVE,
    /** A page of HTML. */
    PAGE,
    /** Something else. */
    OTHER
  }

  /**
   * Looks at a file.
   *
   * @throws AssayException if it cannot be read, as an archive that was cut
   */
  static LogFile of(Path path) {
    try {
      String head = head(path);
      if (head.startsWith("PK\u0003\u0004")) {
        SequencedSet<String> entries = archived(path);
        return entries.contains("xl/workbook.xml")
            ? rows(path, Format.XLSX)
            : new LogFile(path, Layout.ARCHIVE, entries);
      }
      String text = head.startsWith("\u00ef\u00bb\u00bf") ? head.substring(3) : head;
      if (text.stripLeading().startsWith("{")) {
        return document(path);
      }
      if (text.stripLeading().toLowerCase(Locale.ROOT).startsWith("<!doctype html")) {
        return new LogFile(path, Layout.PAGE, ReportPage.headings(path));
      }
      if (text.stripLeading().startsWith("[")) {
        return rows(path, Format.JSON);
      }
      Format format = Format.ofFileName(String.valueOf(path.getFileName())).orElse(null);
      return format == null
          ? new LogFile(path, Layout.OTHER, new LinkedHashSet<>())
          : rows(path, format);
    } catch (IOException e) {
      throw LogFaults.of(e, path.toString());
    }
  }

  private static String head(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return new String(in.readNBytes(64), StandardCharsets.ISO_8859_1);
    }
  }

  private static SequencedSet<String> archived(Path path) throws IOException {
    try (BoundedArchive archive = BoundedArchive.open(path, InputLimits.current())) {
      return archive.names();
    }
  }

  /** A parser of the whole file; closing it closes the file. */
  private static JsonParser parser(Path path) throws IOException {
    return JSON.getFactory()
        .createParser(path.toFile())
        .enable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
  }

  /** A file that begins with an object: that alone, or a record on each line. */
  private static LogFile document(Path path) throws IOException {
    SequencedSet<String> keys = new LinkedHashSet<>();
    try (JsonParser parser = parser(path)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        keys.add(parser.currentName());
        parser.nextToken();
        parser.skipChildren();
      }
      return parser.nextToken() == null
          ? new LogFile(path, Layout.DOCUMENT, keys)
          : rows(path, Format.JSONL);
    } catch (JsonProcessingException e) {
      LogFile rows = rows(path, Format.JSONL);
      return rows.fault == null || e instanceof StreamConstraintsException
          ? rows
          : new LogFile(path, Layout.OTHER, rows.names, LogFaults.ofDocument(e, path.toString()));
    }
  }

  private static LogFile rows(Path path, Format format) {
    SequencedSet<String> names = new LinkedHashSet<>();
    try (RowSource rows = RowSources.open(TableFile.of(path, format))) {
      if (rows.hasNext()) {
        names.addAll(rows.next().values().fields().keySet());
      }
    } catch (AssayException e) {
      return new LogFile(path, Layout.OTHER, names, e); // no table: no log of ours
    }
    return new LogFile(path, Layout.ROWS, names);
  }

  boolean has(String... wanted) {
    return names.containsAll(List.of(wanted));
  }

  /** Gives every record in turn; {@code records} says where they lie in a document. */
  void records(@Nullable String records, RecordTaker taker) {
    Format format =
        layout == Layout.DOCUMENT
            ? Format.JSON
            : Format.ofFileName(String.valueOf(path.getFileName())).orElse(Format.JSONL);
    try (RowSource rows =
        RowSources.open(new TableFile(path, path.toString(), format, records, null))) {
      while (rows.hasNext()) {
        Row row = rows.next();
        taker.take(row.locate(null).toString(), tree(row.values().asText()));
      }
    } catch (AssayException e) {
      throw LogFaults.told(e, "a record for each question");
    }
  }

  /** Is given records with their places. */
  @FunctionalInterface
  interface RecordTaker {
    void take(String place, JsonNode record);
  }

  /** The value behind a key of the document, read without the others. */
  @Nullable JsonNode member(String key) {
    try (JsonParser parser = parser(path)) {
      return goTo(parser, key) ? JSON.readTree(parser) : null;
    } catch (IOException e) {
      throw LogFaults.of(e, path.toString());
    }
  }

  /** Goes to the value behind a key of the document. */
  private static boolean goTo(JsonParser parser, String key) throws IOException {
    parser.nextToken();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      boolean wanted = parser.currentName().equals(key);
      parser.nextToken();
      if (wanted) {
        return true;
      }
      parser.skipChildren();
    }
    return false;
  }

  /** Is given the items of two lists at the same place. */
  @FunctionalInterface
  interface PairTaker {
    void take(int number, JsonNode one, JsonNode other);
  }

  /**
   * Gives the items of two lists of the document pair by pair, none kept; where the second is
   * shorter, a missing node.
   */
  void pairs(String first, String second, PairTaker taker) {
    try (JsonParser one = parser(path);
        JsonParser other = parser(path)) {
      boolean more = goTo(one, first) && one.currentToken() == JsonToken.START_ARRAY;
      boolean others = goTo(other, second) && other.currentToken() == JsonToken.START_ARRAY;
      for (int i = 0; more && one.nextToken() != JsonToken.END_ARRAY; i++) {
        JsonNode item = JSON.readTree(one);
        others = others && other.nextToken() != JsonToken.END_ARRAY;
        JsonNode beside = others ? JSON.readTree(other) : JsonNodeFactory.instance.missingNode();
        taker.take(i, item, beside);
      }
    } catch (IOException e) {
      throw LogFaults.of(e, path.toString());
    }
  }

  /**
   * Gives entries of the archive as JSON objects, by name in order, one at a time.
   *
   * @param without keys of the object that are passed over, whatever is behind them
   * @throws AssayException if an entry is damaged, no JSON object, or goes beyond the bounds
   */
  void entries(List<String> wanted, Set<String> without, RecordTaker taker) {
    List<String> sorted = new ArrayList<>(wanted);
    Collections.sort(sorted);
    String place = path.toString();
    try (BoundedArchive archive = BoundedArchive.open(path, InputLimits.current())) {
      for (String name : sorted) {
        place = path + ", entry " + name;
        JsonNode entry;
        try (InputStream in = archive.open(name)) {
          entry = entry(in, without);
        }
        taker.take(place, entry);
      }
    } catch (IOException e) {
      throw LogFaults.of(e, place);
    }
  }

  private static JsonNode entry(InputStream in, Set<String> without) throws IOException {
    ObjectNode entry = JsonNodeFactory.instance.objectNode();
    try (JsonParser parser = JSON.getFactory().createParser(in)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("it is no JSON object");
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String key = parser.currentName();
        parser.nextToken();
        if (without.contains(key)) {
          parser.skipChildren();
        } else {
          entry.set(key, JSON.readTree(parser));
        }
      }
      return entry;
    }
  }

  private static JsonNode tree(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record of our own is no JSON", e);
    }
  }

  /** The tree of a text within a record. */
  static @Nullable JsonNode parsed(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      return null; // not JSON after all: a text like others
    }
  }
}
