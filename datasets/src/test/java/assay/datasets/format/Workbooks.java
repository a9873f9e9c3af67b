package assay.datasets.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes workbooks part by part, also ones that no spreadsheet program would. */
final class Workbooks {

  private static final String SHEETS =
      "<sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"rId1\"/></sheets>";

  private Workbooks() {}

  /** Writes {@code w.xlsx}: one sheet, from the XML of its rows and shared strings. */
  static Path write(Path folder, String rows, String sharedStrings) {
    ByteArrayOutputStream target = new ByteArrayOutputStream();
    String head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    String main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    String types = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    try (ZipOutputStream out = new ZipOutputStream(target)) {
      put(
          out,
          "[Content_Types].xml",
          head
              + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
              + "<Override PartName=\"/xl/workbook.xml\" ContentType=\""
              + types
              + "sheet.main+xml\"/><Override PartName=\"/xl/sharedStrings.xml\" ContentType=\""
              + types
              + "sharedStrings+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\""
              + types
              + "styles+xml\"/></Types>");
      put(
          out,
          "xl/workbook.xml",
          head
              + "<workbook xmlns=\""
              + main
              + "\" xmlns:r=\""
              + office
              + "\">"
              + SHEETS
              + "</workbook>");
      put(
          out,
          "xl/_rels/workbook.xml.rels",
          head
              + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
              + "<Relationship Id=\"rId1\" Type=\"x\" Target=\"worksheets/sheet1.xml\"/>"
              + "</Relationships>");
      put(out, "xl/styles.xml", head + "<styleSheet xmlns=\"" + main + "\"/>");
      put(
          out,
          "xl/sharedStrings.xml",
          head + "<sst xmlns=\"" + main + "\">" + sharedStrings + "</sst>");
      put(
          out,
          "xl/worksheets/sheet1.xml",
          head
              + "<worksheet xmlns=\""
              + main
              + "\"><sheetData>"
              + rows
              + "</sheetData></worksheet>");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Tables.write(folder, "w.xlsx", target.toByteArray());
  }

  private static void put(ZipOutputStream out, String name, String content) throws IOException {
    out.putNextEntry(new ZipEntry(name));
    out.write(content.getBytes(StandardCharsets.UTF_8));
  }
}
