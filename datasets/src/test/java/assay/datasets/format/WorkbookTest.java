package assay.datasets.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The workbooks among the resources are made by {@code make_workbooks.py} beside them. */
class WorkbookTest {

  @TempDir Path folder;

  private Path resource(String name) {
    try (InputStream in = Objects.requireNonNull(WorkbookTest.class.getResourceAsStream(name))) {
      return Tables.write(folder, name, in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path workbook(String rows, String sharedStrings) {
    return Workbooks.write(folder, rows, sharedStrings);
  }

  private static String strings(String... texts) {
    StringBuilder xml = new StringBuilder();
    for (String text : texts) {
      xml.append("<si><t xml:space=\"preserve\">").append(text).append("</t></si>");
    }
    return xml.toString();
  }

  @Test
  void readsTypes() {
    assertThat(Tables.shown(Tables.read(resource("types.xlsx"), Format.XLSX)))
        .containsExactly(
            "2: {\"index\": 1, \"question\": \"胸部X線 & <b>\", \"value\": 0.1, \"when\":"
                + " \"2024-06-26 13:45:00\", \"flag\": true, \"column_6\": null, \"formula\": null}",
            "3: {\"index\": 2, \"question\": \"\\u0002 stays\", \"value\": 17, \"when\":"
                + " \"1900-01-01\", \"flag\": false, \"column_6\": \"x\", \"formula\": null}",
            "4: {\"index\": 3, \"question\": null, \"value\": 1.1, \"when\": \"08:30:00\", \"flag\":"
                + " null, \"column_6\": null, \"formula\": \"#N/A\"}",
            "6: {\"index\": 123456789012345700, \"question\": \"line\\nbreak\", \"value\": -2.5E-9,"
                + " \"when\": \"1900-03-01 00:00:00\", \"flag\": null, \"column_6\": null,"
                + " \"formula\": null}",
            "7: {\"index\": 5, \"question\": \"control \\\\x02 by hand\", \"value\": 1E+25,"
                + " \"when\": null, \"flag\": null, \"column_6\": null, \"formula\": null}");
  }

  @Test
  void readsTheSheetThatIsAskedFor() {
    Path file = resource("types.xlsx");
    assertThat(Tables.shown(Tables.read(file, Format.XLSX, null, "Second sheet")))
        .containsExactly("2: {\"a\": \"x\", \"b\": 3}");
    assertThatThrownBy(() -> Tables.read(file, Format.XLSX, null, "Third"))
        .hasMessage(
            "types.xlsx [sheet]: has no sheet 'Third'\n"
                + "  expected: one of: Sheet1, Second sheet, Empty");
    assertThatThrownBy(() -> Tables.read(file, Format.XLSX, null, "Empty"))
        .hasMessageStartingWith("types.xlsx: sheet 'Empty' holds nothing");
  }

  @Test
  void readsInlineTextsAndTheOtherCountOfDays() {
    assertThat(Tables.shown(Tables.read(resource("inline.xlsx"), Format.XLSX)))
        .hasSize(5)
        .contains("4: {\"id\": 2, \"text\": \"row 2\"}");
    assertThat(Tables.shown(Tables.read(resource("from1904.xlsx"), Format.XLSX)))
        .containsExactly("2: {\"when\": \"2024-06-26 00:00:00\"}");
  }

  @Test
  void tellsCellsBeyondTheHeader() {
    assertThat(Tables.complaint(resource("beyond.xlsx"), Format.XLSX, null))
        .isEqualTo(
            """
            beyond.xlsx:3 [C3]: a cell lies beyond the header
              expected: cells in the 2 columns that have a name
              remedy: name the column in the header, or empty the cell
            beyond.xlsx:5 [D5]: a cell lies beyond the header
              expected: cells in the 2 columns that have a name
              remedy: name the column in the header, or empty the cell""");
  }

  @ParameterizedTest
  @CsvSource({
    "a_x0041_b,aAb",
    "_x005F_x0002_,_x0002_",
    "_x005f_x005F_,_x005F_",
    "_x00e9__x80f8_,é胸",
    "_x004_,_x004_",
    "x0041_,x0041_",
    "_xGGGG_,_xGGGG_",
    "_X0041_,_X0041_"
  })
  void decodesEscapesOnce(String written, String meant) {
    Path file =
        workbook(
            "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>"
                + "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>1</v></c></row>",
            strings("a", written));
    assertThat(Tables.read(file, Format.XLSX).getFirst().get("a").asText()).isEqualTo(meant);
  }

  @ParameterizedTest
  @CsvSource({
    "1.1000000000000001,1.1",
    "0.30000000000000004,0.30000000000000004",
    "3.0,3",
    "1E3,1000",
    "-0.5,-0.5",
    "9007199254740993,9007199254740993"
  })
  void readsNumbersAsTheDoubleTheyAre(String written, String meant) {
    Path file =
        workbook(
            "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row><row r=\"2\"><c r=\"A2\"><v>"
                + written
                + "</v></c></row>",
            strings("a"));
    assertThat(Tables.read(file, Format.XLSX).getFirst().get("a").asText()).isEqualTo(meant);
  }

  @Test
  void readsRichTextWithoutItsReading() {
    Path file =
        workbook(
            "<row><c t=\"s\"><v>0</v></c></row><row><c t=\"s\"><v>1</v></c></row>",
            strings("a")
                + "<si><r><t>胸</t></r><r><t>部</t></r><rPh sb=\"0\" eb=\"2\"><t>きょうぶ</t></rPh></si>");
    assertThat(Tables.read(file, Format.XLSX).getFirst().get("a").asText()).isEqualTo("胸部");
  }

  @Test
  void refusesWhatNoSheetHas() {
    assertThat(
            Tables.complaint(
                workbook(
                    "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"XFE1\"/><c r=\"ZZZZZZ1\"/>"
                        + "<c r=\"B1048577\"/><c r=\"C1\" t=\"s\"><v>2000000000</v></c>"
                        + "<c r=\"D1\" t=\"s\"><v>-1</v></c></row><row r=\"99999999\"/>",
                    strings("a")),
                Format.XLSX,
                null))
        .isEqualTo(
            """
            w.xlsx [xl/worksheets/sheet1.xml]: there is no cell 'XFE1'
              expected: an address from A1 to XFD1048576
            w.xlsx [xl/worksheets/sheet1.xml]: there is no cell 'ZZZZZZ1'
              expected: an address from A1 to XFD1048576
            w.xlsx [xl/worksheets/sheet1.xml]: there is no cell 'B1048577'
              expected: an address from A1 to XFD1048576
            w.xlsx [xl/worksheets/sheet1.xml]: cell C1 refers to shared string '2000000000'
              expected: one of the 1 there are, counted from 0
            w.xlsx [xl/worksheets/sheet1.xml]: cell D1 refers to shared string '-1'
              expected: one of the 1 there are, counted from 0
            w.xlsx [xl/worksheets/sheet1.xml]: there is no row '99999999'
              expected: a row from 1 to 1048576""");
  }

  @Test
  void expandsNoEntities() {
    String xml =
        "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY f SYSTEM \"file:///etc/passwd\">]>";
    Path file =
        workbook("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&f;</t></is></c></row>", xml);
    assertThat(Tables.complaint(file, Format.XLSX, null))
        .startsWith("w.xlsx: ")
        .doesNotContain("root:");
  }

  @Test
  void stopsADecompressionBomb() {
    String bomb = " ".repeat(80 << 20);
    assertThat(Tables.complaint(workbook(bomb, strings("a")), Format.XLSX, null))
        .contains("expands to more than 200 times its size");
  }

  @Test
  void prefixesAndMutationsAreCleanErrorsOrRows() throws IOException {
    byte[] whole = Files.readAllBytes(resource("types.xlsx"));
    Random random = new Random(11);
    for (int i = 0; i < 150; i++) {
      byte[] bytes =
          Arrays.copyOf(whole, i < 50 ? 4 + random.nextInt(whole.length - 4) : whole.length);
      for (int k = 0; i >= 50 && k < 3; k++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      Path file = Tables.write(folder, "m.xlsx", bytes);
      try {
        List<String> rows = Tables.shown(Tables.read(file, Format.XLSX));
        assertThat(rows).hasSizeLessThan(10);
      } catch (assay.core.AssayException e) {
        assertThat(e.problems()).allMatch(problem -> problem.where() != null);
      }
    }
  }
}
