package assay.report.export;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** CSV by RFC 4180; what is absent is an empty cell, an empty text is {@code ""}. */
final class CsvSink implements RowSink {

  private final Writer out;

  CsvSink(Path file) throws IOException {
    out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
    out.write(
        Arrays.stream(ExportColumn.values())
            .map(ExportColumn::heading)
            .collect(Collectors.joining(",")));
    out.write("\r\n");
  }

  @Override
  public void write(List<@Nullable Object> cells) throws IOException {
    String separator = "";
    for (@Nullable Object cell : cells) {
      out.write(separator);
      if (cell != null) {
        out.write(quoted(JsonlSink.encodable(cell.toString())));
      }
      separator = ",";
    }
    out.write("\r\n");
  }

  private static String quoted(String text) {
    boolean plain =
        !text.isEmpty()
            && text.chars().noneMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
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
