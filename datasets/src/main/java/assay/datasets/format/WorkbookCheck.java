package assay.datasets.format;

import assay.core.Problem;
import assay.core.ProblemReport;
import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Objects;
import java.util.zip.ZipException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Looks through a workbook before it is read, because the library that reads it trusts what stands
 * there: that the archive expands within the bounds, that cells lie within the largest sheet there
 * is, and that they refer to shared strings there are.
 */
final class WorkbookCheck {

  /** The largest column (XFD) and row of a sheet, ECMA-376. */
  private static final int COLUMNS = 16384;

  private static final int ROWS = 1 << 20;

  private final String file;
  private final InputLimits limits;
  private final ProblemReport problems;
  private final XMLInputFactory factory = new InputFactoryImpl();
  private long sharedStrings;

  private WorkbookCheck(String file, InputLimits limits, ProblemReport problems) {
    this.file = file;
    this.limits = limits;
    this.problems = problems;
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
  }

  /**
   * Reports what is wrong with a workbook.
   *
   * @throws IOException if it cannot be read, or expands beyond the bounds
   */
  static void run(String file, Path workbook, InputLimits limits, ProblemReport problems)
      throws IOException {
    WorkbookCheck check = new WorkbookCheck(file, limits, problems);
    try (ZipFile zip = ZipFile.builder().setPath(workbook).get()) {
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        if (entry.getName().toLowerCase(java.util.Locale.ROOT).endsWith("sharedstrings.xml")) {
          check.countSharedStrings(zip, entry);
        }
      }
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        check.part(zip, entry);
      }
    }
  }

  private void part(ZipFile zip, ZipArchiveEntry entry) throws IOException {
    String name = entry.getName();
    if (name.startsWith("xl/worksheets/") && name.endsWith(".xml")) {
      sheet(zip, entry);
    } else if (name.endsWith(".xml") || name.endsWith(".rels")) {
      try (InputStream in = bounded(zip, entry)) {
        in.transferTo(java.io.OutputStream.nullOutputStream());
      }
    }
  }

  private InputStream bounded(ZipFile zip, ZipArchiveEntry entry) throws IOException {
    if (!zip.canReadEntryData(entry)) {
      throw new ZipException("part " + entry.getName() + " is encrypted");
    }
    long compressed = entry.getCompressedSize();
    return new BoundedExpansion(zip.getInputStream(entry), () -> compressed, limits);
  }

  private void countSharedStrings(ZipFile zip, ZipArchiveEntry entry) throws IOException {
    long characters = 0;
    try (InputStream in = bounded(zip, entry)) {
      XMLStreamReader reader = factory.createXMLStreamReader(in);
      while (reader.hasNext()) {
        int event = reader.next();
        if (event == XMLStreamReader.START_ELEMENT && reader.getLocalName().equals("si")) {
          sharedStrings++;
        } else if (event == XMLStreamReader.CHARACTERS || event == XMLStreamReader.CDATA) {
          characters += reader.getTextLength();
        }
      }
    } catch (XMLStreamException e) {
      throw damaged(entry, e);
    }
    if (characters > limits.recordCharacters()) {
      problems.add(
          Problem.of("the workbook's texts hold " + characters + " characters")
              .at(file)
              .expected(
                  "at most "
                      + limits.recordCharacters()
                      + " (assay.limits.record-characters): they are held in memory")
              .remedy("save the sheet as TSV or JSON Lines, which are read as streams"));
    }
  }

  private void sheet(ZipFile zip, ZipArchiveEntry entry) throws IOException {
    try (InputStream in = bounded(zip, entry)) {
      XMLStreamReader reader = factory.createXMLStreamReader(in);
      boolean sharedCell = false;
      boolean inValue = false;
      String cell = "";
      StringBuilder value = new StringBuilder();
      while (reader.hasNext()) {
        int event = reader.next();
        if (event == XMLStreamReader.START_ELEMENT) {
          switch (reader.getLocalName()) {
            case "c" -> {
              cell = Objects.requireNonNullElse(reader.getAttributeValue(null, "r"), "");
              sharedCell = "s".equals(reader.getAttributeValue(null, "t"));
              checkAddress(cell, entry);
            }
            case "row" -> checkRow(reader.getAttributeValue(null, "r"), entry);
            case "v" -> {
              inValue = sharedCell;
              value.setLength(0);
            }
            default -> inValue = false;
          }
        } else if (event == XMLStreamReader.END_ELEMENT) {
          if (inValue) {
            checkReference(value.toString(), cell, entry);
          }
          inValue = false;
        } else if (inValue && reader.hasText()) {
          value.append(reader.getText());
        }
      }
    } catch (XMLStreamException e) {
      throw damaged(entry, e);
    }
  }

  private void checkAddress(String cell, ZipArchiveEntry entry) {
    if (cell.isEmpty()) {
      return;
    }
    long column = 0;
    int at = 0;
    while (at < cell.length() && cell.charAt(at) >= 'A' && cell.charAt(at) <= 'Z' && at < 4) {
      column = column * 26 + (cell.charAt(at) - 'A' + 1);
      at++;
    }
    if (at == 0 || column > COLUMNS || !isRow(cell.substring(at))) {
      wrong("there is no cell '" + cell + "'", entry, "an address from A1 to XFD1048576");
    }
  }

  private void checkRow(@org.jspecify.annotations.Nullable String row, ZipArchiveEntry entry) {
    if (row != null && !isRow(row)) {
      wrong("there is no row '" + row + "'", entry, "a row from 1 to 1048576");
    }
  }

  private static boolean isRow(String text) {
    return !text.isEmpty()
        && text.length() <= 7
        && text.chars().allMatch(c -> c >= '0' && c <= '9')
        && Integer.parseInt(text) >= 1
        && Integer.parseInt(text) <= ROWS;
  }

  private void checkReference(String value, String cell, ZipArchiveEntry entry) {
    boolean whole =
        !value.isEmpty()
            && value.length() <= 9
            && value.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!value.isEmpty() && (!whole || Integer.parseInt(value) >= sharedStrings)) {
      wrong(
          "cell " + cell + " refers to shared string '" + value + "'",
          entry,
          "one of the " + sharedStrings + " there are, counted from 0");
    }
  }

  private void wrong(String what, ZipArchiveEntry entry, String expected) {
    problems.add(Problem.of(what).at(file, null, entry.getName()).expected(expected));
  }

  private static IOException damaged(ZipArchiveEntry entry, XMLStreamException fault) {
    if (fault.getNestedException() instanceof IOException input) {
      return input;
    }
    return new ZipException(
        "part "
            + entry.getName()
            + ": "
            + String.valueOf(fault.getMessage()).lines().findFirst().orElse(""));
  }
}
