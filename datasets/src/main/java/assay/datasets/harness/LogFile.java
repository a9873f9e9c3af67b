package assay.datasets.harness;

import assay.core.AssayException;
import assay.core.Problem;
import assay.core.data.Row;
import assay.core.data.RowSource;
import assay.datasets.format.Format;
import assay.datasets.format.RowSources;
import assay.datasets.format.TableFile;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.function.Consumer;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * A file that may be a log: what it holds at its top, whatever its name says.
 *
 * @param path the file
 * @param layout how it is laid out
 * @param names the keys of the document, the fields of its first record, or the archive's entries
 */
record LogFile(Path path, Layout layout, SequencedSet<String> names) {

  /** Most bytes of one entry of an archive. */
  private static final int LARGEST_ENTRY = 256 << 20;

  private static final ObjectMapper JSON =
      new ObjectMapper(
          JsonFactory.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build());

  /** How a file is laid out. */
  enum Layout {
    /** One JSON object. */
    DOCUMENT,
    /** Records: JSON Lines, an array, a table, a workbook. */
    ROWS,
    /** A zip archive of several files. */
    ARCHIVE,
    /** Something else. */
    OTHER
  }

  /** Looks at a file. */
  static LogFile of(Path path) {
    try {
      String head = head(path);
      if (head.startsWith("PK\u0003\u0004")) {
        SequencedSet<String> entries = entries(path);
        return entries.contains("xl/workbook.xml")
            ? rows(path, Format.XLSX)
            : new LogFile(path, Layout.ARCHIVE, entries);
      }
      String text = head.startsWith("\u00ef\u00bb\u00bf") ? head.substring(3) : head;
      if (text.stripLeading().startsWith("{")) {
        SequencedSet<String> first = keys(path);
        return first == null ? rows(path, Format.JSONL) : new LogFile(path, Layout.DOCUMENT, first);
      }
      if (text.stripLeading().startsWith("[")) {
        return rows(path, Format.JSON);
      }
      Format format = Format.ofFileName(String.valueOf(path.getFileName())).orElse(null);
      return format == null
          ? new LogFile(path, Layout.OTHER, new LinkedHashSet<>())
          : rows(path, format);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path, e);
    }
  }

  private static String head(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return new String(in.readNBytes(64), java.nio.charset.StandardCharsets.ISO_8859_1);
    }
  }

  private static SequencedSet<String> entries(Path path) throws IOException {
    SequencedSet<String> names = new LinkedHashSet<>();
    try (ZipFile zip = ZipFile.builder().setPath(path).get()) {
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        names.add(entry.getName());
      }
    }
    return names;
  }

  /** The keys of the one object that the file is; null where more follows it, or it is no JSON. */
  private static @Nullable SequencedSet<String> keys(Path path) throws IOException {
    SequencedSet<String> keys = new LinkedHashSet<>();
    try (JsonParser parser = JSON.getFactory().createParser(path.toFile())) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        keys.add(parser.currentName());
        parser.nextToken();
        parser.skipChildren();
      }
      return parser.nextToken() == null ? keys : null;
    } catch (JsonProcessingException e) {
      return null; // the reader of rows says what is wrong, and where
    }
  }

  private static LogFile rows(Path path, Format format) {
    SequencedSet<String> names = new LinkedHashSet<>();
    try (RowSource rows = RowSources.open(TableFile.of(path, format))) {
      if (rows.hasNext()) {
        names.addAll(rows.next().values().fields().keySet());
      }
    } catch (AssayException e) {
      return new LogFile(path, Layout.OTHER, names); // no table: no log of ours
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
    }
  }

  /** Is given records with their places. */
  @FunctionalInterface
  interface RecordTaker {
    void take(String place, JsonNode record);
  }

  /** The value behind a key of the document, read without the others. */
  @Nullable JsonNode member(String key) {
    try (JsonParser parser = JSON.getFactory().createParser(path.toFile())) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean wanted = parser.currentName().equals(key);
        parser.nextToken();
        if (wanted) {
          return JSON.readTree(parser);
        }
        parser.skipChildren();
      }
      return null;
    } catch (IOException e) {
      throw broken(path.toString(), e);
    }
  }

  /** Gives every entry of the archive that is wanted, by name in order, as JSON. */
  void entries(List<String> wanted, Consumer<JsonNode> taker) {
    List<String> sorted = new ArrayList<>(wanted);
    Collections.sort(sorted);
    try (ZipFile zip = ZipFile.builder().setPath(path).get()) {
      for (String name : sorted) {
        ZipArchiveEntry entry = zip.getEntry(name);
        if (entry == null || !zip.canReadEntryData(entry)) {
          throw AssayException.data(
              Problem.of("entry '" + name + "' is compressed by a method that is not read")
                  .at(path.toString()));
        }
        try (InputStream in = zip.getInputStream(entry)) {
          byte[] bytes = in.readNBytes(LARGEST_ENTRY + 1);
          if (bytes.length > LARGEST_ENTRY) {
            throw AssayException.data(
                Problem.of("entry '" + name + "' expands to more than " + LARGEST_ENTRY + " bytes")
                    .at(path.toString()));
          }
          taker.accept(JSON.readTree(bytes));
        } catch (JsonProcessingException e) {
          throw broken(path + ", entry " + name, e);
        }
      }
    } catch (IOException e) {
      throw broken(path.toString(), e);
    }
  }

  private static JsonNode tree(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record of our own is no JSON", e);
    }
  }

  private static AssayException broken(String where, IOException e) {
    return new AssayException(
        AssayException.Category.DATA,
        Problem.of(
                "the log cannot be read: "
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse(""))
            .at(where)
            .remedy("take the file again; a log that was cut while it was written cannot be read"),
        e);
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
