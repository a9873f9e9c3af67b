package assay.report.export;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * CSV by RFC 4180; what is absent is an empty cell, an empty text is {@code ""}. For spreadsheets
 * with what {@link ExportFormat#SPREADSHEET} promises.
 */
final class CsvSink implements RowSink {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /** What a formula begins with (OWASP, CSV Injection); a tab or a line break may stand before. */
  private static final Pattern FORMULA = Pattern.compile("\\s*[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20]");

  private final Writer out;
  private final boolean spreadsheet;

  CsvSink(Path file, boolean spreadsheet) throws IOException {
    this.spreadsheet = spreadsheet;
    out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
    if (spreadsheet) {
      out.write(BYTE_ORDER_MARK);
    }
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
        out.write(quoted(text(cell)));
      }
      separator = ",";
    }
    out.write("\r\n");
  }

  private String text(Object cell) {
    String text = JsonlSink.encodable(cell.toString());
    boolean formula = spreadsheet && cell instanceof String && FORMULA.matcher(text).lookingAt();
    return formula ? "'" + text : text;
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
