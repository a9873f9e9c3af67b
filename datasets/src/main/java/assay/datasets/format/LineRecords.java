package assay.datasets.format;

import assay.core.Problem;
import assay.core.ProblemReport;
import assay.core.data.Row;
import assay.core.data.Value;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * Plain lines, as submissions to shared tasks are written: every line that is not blank is a record
 * with the columns {@code line}, all of it, {@code word}, its first word, and {@code rest}, what
 * follows that word; outer blanks are dropped. A line of one word has no {@code rest}.
 */
final class LineRecords implements RecordReader {

  private final String file;
  private final LineWindow lines;
  private final InputLimits limits;
  private long number;

  LineRecords(String file, DecodedText text, InputLimits limits) {
    this.file = file;
    this.limits = limits;
    lines = new LineWindow(text);
  }

  @Override
  public @Nullable Row read(ProblemReport problems) throws IOException {
    while (lines.nextLine()) {
      String line = line(problems);
      if (line != null && !line.isBlank()) {
        return new Row(file, number++, lines.line(), fields(line.strip()));
      }
    }
    return null;
  }

  /** The line's text; null, and told, where it is longer than a cell may be. */
  private @Nullable String line(ProblemReport problems) throws IOException {
    StringBuilder text = new StringBuilder();
    char[] part = new char[1 << 12];
    for (int count = lines.read(part, 0, part.length);
        count > 0;
        count = lines.read(part, 0, part.length)) {
      text.append(part, 0, count);
      if (text.length() > limits.cellCharacters()) {
        problems.add(
            Problem.of("the line is longer than " + limits.cellCharacters() + " characters")
                .at(file, lines.line(), null));
        return null;
      }
    }
    return text.toString();
  }

  private static Value.Fields fields(String line) {
    int end = 0;
    while (end < line.length() && !Character.isWhitespace(line.charAt(end))) {
      end++;
    }
    String rest = line.substring(end).strip();
    SequencedMap<String, Value> fields = new LinkedHashMap<>();
    fields.put("line", new Value.Text(line));
    fields.put("word", new Value.Text(line.substring(0, end)));
    fields.put("rest", rest.isEmpty() ? Value.ABSENT : new Value.Text(rest));
    return new Value.Fields(fields);
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
