package assay.datasets.format;

import assay.core.Problem;
import assay.core.ProblemReport;
import assay.core.data.Row;
import assay.core.data.Value;
import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * CSV and TSV. Cells are texts, and stay as they are: no trimming, no guess of types. An empty cell
 * without quotes is absent, a quoted empty one ({@code ""}) the empty text. A cell is quoted if its
 * first character is a quotation mark; elsewhere a quotation mark is a character like others. Lines
 * that hold nothing are passed over. Every record has as many cells as the header.
 */
final class DelimitedRecords implements RecordReader {

  /** A record's cells, and the line at which it begins. */
  private record Cells(long line, List<Value> values) {}

  private final String file;
  private final DecodedText text;
  private final InputLimits limits;
  private final CloseableIterator<Cells> records;
  private @Nullable List<String> header;
  private long number;
  private boolean ended;

  DelimitedRecords(String file, DecodedText text, char separator, InputLimits limits) {
    this.file = file;
    this.text = text;
    this.limits = limits;
    records =
        CsvReader.builder()
            .fieldSeparator(separator)
            .quoteCharacter('"')
            .commentStrategy(CommentStrategy.NONE)
            .skipEmptyLines(true)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .maxBufferSize(limits.cellCharacters())
            .build(new CellHandler(), text)
            .iterator();
  }

  private static final class CellHandler extends AbstractBaseCsvCallbackHandler<Cells> {
    private List<Value> values = new ArrayList<>();

    @Override
    protected void handleBegin(long line) {
      values = new ArrayList<>(values.size());
    }

    @Override
    protected void handleField(int index, char[] buffer, int start, int length, boolean quoted) {
      values.add(
          length == 0 && !quoted
              ? Value.ABSENT
              : new Value.Text(new String(buffer, start, length)));
    }

    @Override
    protected Cells buildRecord() {
      return new Cells(getStartingLineNumber(), values);
    }
  }

  @Override
  public @Nullable Row read(ProblemReport problems) throws IOException {
    if (header == null) {
      header = header(problems);
    }
    List<String> names = Objects.requireNonNull(header);
    while (!ended) {
      Cells cells = next(problems);
      if (cells == null) {
        return null;
      }
      long at = number++;
      if (cells.values().size() == names.size()) {
        return row(names, cells, at);
      }
      problems.add(
          Problem.of(
                  "the record has "
                      + count(cells.values().size(), "cell")
                      + ", the header "
                      + names.size())
              .at(file, cells.line(), null)
              .expected(names.size() + " cells: " + abridged(names))
              .remedy("mend the line; a cell with the separator or a line break needs quotes"));
    }
    return null;
  }

  private Row row(List<String> names, Cells cells, long at) {
    SequencedMap<String, Value> values = LinkedHashMap.newLinkedHashMap(names.size());
    for (int i = 0; i < names.size(); i++) {
      values.put(names.get(i), cells.values().get(i));
    }
    return new Row(file, at, cells.line(), new Value.Fields(values));
  }

  private List<String> header(ProblemReport problems) throws IOException {
    Cells cells = next(problems);
    if (cells == null) {
      if (problems.isEmpty()) {
        problems.add(
            Problem.of("there is no header line").at(file).expected("column names in line 1"));
      }
      return List.of();
    }
    List<String> names = new ArrayList<>();
    for (Value value : cells.values()) {
      names.add(value.asText());
    }
    List<String> named = HeaderNames.of(names, file, cells.line(), limits, problems);
    ended |= !problems.isEmpty();
    return named;
  }

  private @Nullable Cells next(ProblemReport problems) throws IOException {
    try {
      if (records.hasNext()) {
        return records.next();
      }
    } catch (CsvParseException e) {
      problems.add(syntax(e));
    } catch (UncheckedIOException e) {
      ended = true;
      throw e.getCause();
    }
    ended = true;
    return null;
  }

  private Problem syntax(CsvParseException fault) {
    String said = Objects.requireNonNullElse(fault.getMessage(), "the text is no table");
    Long line = null;
    java.util.regex.Matcher place = RECORD_LINE.matcher(said);
    if (place.find()) {
      line = Long.valueOf(place.group(1));
      said = said.substring(0, place.start()).strip();
    }
    return Problem.of(said)
        .at(file, line, null)
        .expected("a quoted cell ends with a quotation mark before the next separator or line end")
        .remedy("double the quotation marks within quoted cells");
  }

  private static final java.util.regex.Pattern RECORD_LINE =
      java.util.regex.Pattern.compile("\\(record starting at line (\\d+)\\)");

  private static String count(int number, String noun) {
    return number + " " + (number == 1 ? noun : noun + "s");
  }

  private static String abridged(List<String> names) {
    int shown = Math.min(12, names.size());
    return String.join(", ", names.subList(0, shown)) + (shown < names.size() ? ", …" : "");
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
