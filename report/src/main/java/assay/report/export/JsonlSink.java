package assay.report.export;

import assay.evaluation.json.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One JSON object a line; columns of JSON stand as JSON, not as text. */
final class JsonlSink implements RowSink {

  private final Writer out;

  JsonlSink(Path file) throws IOException {
    out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
  }

  @Override
  public void write(List<@Nullable Object> cells) throws IOException {
    ObjectNode json = Json.object();
    for (ExportColumn column : ExportColumn.values()) {
      @Nullable Object cell = cells.get(json.size());
      put(json, column, cell);
    }
    out.write(encodable(Json.write(json)));
    out.write('\n');
  }

  private static void put(ObjectNode json, ExportColumn column, @Nullable Object cell) {
    String name = column.heading();
    switch (cell) {
      case null -> json.putNull(name);
      case Long number -> json.put(name, number);
      case Double number -> json.put(name, number);
      case Boolean bool -> json.put(name, bool);
      default -> {
        if (column.type() == ExportColumn.Type.JSON) {
          json.set(name, Json.read(cell.toString()));
        } else {
          json.put(name, cell.toString());
        }
      }
    }
  }

  /** UTF-8 knows no unpaired surrogates: they become U+FFFD. */
  static String encodable(String text) {
    return text.chars().anyMatch(c -> Character.isSurrogate((char) c))
        ? text.codePoints()
            .map(c -> c >= 0xD800 && c <= 0xDFFF ? 0xFFFD : c)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString()
        : text;
  }

  @Override
  public void finish() throws IOException {
    out.flush();
  }

  @Override
  public void release() throws IOException {
    out.close();
  }
}
