package assay.reading.published;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** Rows of the first sheet of a workbook, with the escapes of its characters undone. */
final class Workbooks {

  private Workbooks() {}

  static List<Map<String, String>> rows(Path file) throws IOException {
    try (InputStream in = java.nio.file.Files.newInputStream(file);
        ReadableWorkbook workbook = new ReadableWorkbook(in);
        Stream<Row> stream = workbook.getFirstSheet().openStream()) {
      List<Map<String, String>> rows = new ArrayList<>();
      List<String> header = new ArrayList<>();
      stream.forEach(
          row -> {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < row.getCellCount(); i++) {
              cells.add(unescape(row.getOptionalCell(i).map(Cell::getText).orElse("")));
            }
            if (header.isEmpty()) {
              header.addAll(cells);
              return;
            }
            Map<String, String> values = new LinkedHashMap<>();
            for (int i = 0; i < header.size(); i++) {
              values.put(header.get(i), i < cells.size() ? cells.get(i) : "");
            }
            rows.add(values);
          });
      return rows;
    }
  }

  /** {@code _x0002_} is the character with that number. */
  static String unescape(String text) {
    int at = text.indexOf("_x");
    if (at < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder();
    int done = 0;
    while (at >= 0) {
      boolean whole = at + 7 <= text.length() && text.charAt(at + 6) == '_';
      String digits = whole ? text.substring(at + 2, at + 6) : "";
      if (digits.matches("[0-9A-Fa-f]{4}")) {
        out.append(text, done, at).append((char) Integer.parseInt(digits, 16));
        done = at + 7;
        at = text.indexOf("_x", done);
      } else {
        at = text.indexOf("_x", at + 1);
      }
    }
    return out.append(text, done, text.length()).toString();
  }
}
