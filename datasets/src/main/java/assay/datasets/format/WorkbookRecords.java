package assay.datasets.format;

import assay.core.Problem;
import assay.core.ProblemReport;
import assay.core.data.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one sheet of a workbook. The first row that holds anything is the header; rows that
 * hold nothing are passed over. A row's line is its number in the sheet.
 */
final class WorkbookRecords implements RecordReader {

  private final String file;
  private final InnerFile inner;
  private final @Nullable String wanted;
  private final InputLimits limits;
  private @Nullable ReadableWorkbook workbook;
  private @Nullable Stream<Row> stream;
  private Iterator<Row> rows = List.<Row>of().iterator();
  private List<String> header = List.of();
  private WorkbookCells cells = new WorkbookCells(false);
  private boolean begun;
  private boolean ended;
  private long number;

  /**
   * @param wanted name of the sheet, or null for the first
   */
  WorkbookRecords(String file, InnerFile inner, @Nullable String wanted, InputLimits limits) {
    this.file = file;
    this.inner = inner;
    this.wanted = wanted;
    this.limits = limits;
  }

  @Override
  public assay.core.data.@Nullable Row read(ProblemReport problems) throws IOException {
    try {
      if (!begun) {
        begun = true;
        begin(problems);
      }
      while (!ended && rows.hasNext()) {
        assay.core.data.Row row = row(rows.next(), problems);
        if (row != null) {
          return row;
        }
      }
    } catch (UncheckedIOException e) {
      ended = true;
      throw e.getCause();
    } catch (RuntimeException e) {
      // The library meets damage with whatever its parsing runs into: number formats, indexes.
      ended = true;
      problems.add(
          Problem.of("the workbook is damaged: " + e)
              .at(file)
              .remedy("open it in a spreadsheet program and save it again"));
    }
    ended = true;
    return null;
  }

  private void begin(ProblemReport problems) throws IOException {
    WorkbookCheck.run(file, inner.path(), limits, problems);
    if (!problems.isEmpty()) {
      ended = true;
      return;
    }
    ReadableWorkbook opened =
        new ReadableWorkbook(inner.path().toFile(), new ReadingOptions(true, true));
    workbook = opened;
    cells = new WorkbookCells(opened.isDate1904());
    Sheet sheet = sheet(opened, problems);
    if (sheet == null) {
      ended = true;
      return;
    }
    Stream<Row> opening = sheet.openStream();
    stream = opening;
    rows = opening.iterator();
    header = header(sheet, problems);
    ended = !problems.isEmpty();
  }

  private @Nullable Sheet sheet(ReadableWorkbook opened, ProblemReport problems) {
    List<Sheet> sheets = opened.getSheets().toList();
    for (Sheet sheet : sheets) {
      if (wanted == null || wanted.equals(sheet.getName())) {
        return sheet;
      }
    }
    problems.add(
        Problem.of(wanted == null ? "has no sheet" : "has no sheet '" + wanted + "'")
            .at(file, null, "sheet")
            .expected(
                "one of: " + String.join(", ", sheets.stream().map(Sheet::getName).toList())));
    return null;
  }

  private List<String> header(Sheet sheet, ProblemReport problems) {
    while (rows.hasNext()) {
      Row row = rows.next();
      List<String> names = new ArrayList<>();
      for (int i = 0; i < row.getCellCount(); i++) {
        names.add(value(row, i).asText());
      }
      while (!names.isEmpty() && names.getLast().isBlank()) {
        names.removeLast();
      }
      if (!names.isEmpty()) {
        return HeaderNames.of(names, file, (long) row.getRowNum(), limits, problems);
      }
    }
    problems.add(
        Problem.of("sheet '" + sheet.getName() + "' holds nothing")
            .at(file)
            .expected("column names in its first row"));
    return List.of();
  }

  private assay.core.data.@Nullable Row row(Row row, ProblemReport problems) {
    SequencedMap<String, Value> values = LinkedHashMap.newLinkedHashMap(header.size());
    boolean holdsAnything = false;
    long line = row.getRowNum();
    for (int i = 0; i < Math.max(header.size(), row.getCellCount()); i++) {
      Value value = value(row, i);
      holdsAnything |= !value.isAbsent();
      if (i < header.size()) {
        values.put(header.get(i), value);
      } else if (!value.isAbsent()) {
        problems.add(
            Problem.of("a cell lies beyond the header")
                .at(file, line, row.getCell(i).getAddress().toString())
                .expected("cells in the " + header.size() + " columns that have a name")
                .remedy("name the column in the header, or empty the cell"));
      }
    }
    if (!holdsAnything) {
      return null;
    }
    return new assay.core.data.Row(file, number++, line, new Value.Fields(values));
  }

  private Value value(Row row, int column) {
    Cell cell = column < row.getCellCount() ? row.getCell(column) : null;
    return cell == null || cell.getType() == CellType.EMPTY ? Value.ABSENT : cells.value(cell);
  }

  @Override
  public void close() throws IOException {
    if (stream != null) {
      stream.close();
    }
    if (workbook != null) {
      workbook.close();
    }
    inner.close();
  }
}
