package assay.datasets.format;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.data.Row;
import assay.core.data.Value;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DelimitedTest {

  @TempDir Path folder;

  private List<Row> csv(String content) {
    return Tables.read(Tables.write(folder, "a.csv", content), Format.CSV);
  }

  private List<Row> tsv(String content) {
    return Tables.read(Tables.write(folder, "a.tsv", content), Format.TSV);
  }

  private String complaint(String content) {
    return Tables.complaint(Tables.write(folder, "bad.csv", content), Format.CSV, null);
  }

  @Test
  void readsQuotedLineBreaksAndAnyLineEnds() {
    assertThat(Tables.shown(csv("a,b\r\n1,\"x\ny\r\nz\rw\"\n2,\"say \"\"no\"\"\"\r\r\n3,\"é,胸\"")))
        .containsExactly(
            "2: {\"a\": \"1\", \"b\": \"x\\ny\\r\\nz\\rw\"}",
            "6: {\"a\": \"2\", \"b\": \"say \\\"no\\\"\"}",
            "8: {\"a\": \"3\", \"b\": \"é,胸\"}");
  }

  @Test
  void tellsAnEmptyCellFromAnEmptyText() {
    Row row = csv("a,b,c,d\n,\"\", ,x\n").getFirst();
    assertThat(row.values().fields().values())
        .containsExactly(
            Value.ABSENT, new Value.Text(""), new Value.Text(" "), new Value.Text("x"));
  }

  @Test
  void guessesNoTypes() {
    assertThat(csv("a,b,c,d\n007,1e3,NaN,true\n").getFirst().values().fields().values())
        .containsExactly(
            new Value.Text("007"),
            new Value.Text("1e3"),
            new Value.Text("NaN"),
            new Value.Text("true"));
  }

  @Test
  void aQuotationMarkWithinAnUnquotedCellIsACharacter() {
    assertThat(Tables.shown(tsv("a\tb\n5' 10\" tall\tx \"y\" z\n'q'\t#1\n")))
        .containsExactly(
            "2: {\"a\": \"5' 10\\\" tall\", \"b\": \"x \\\"y\\\" z\"}",
            "3: {\"a\": \"'q'\", \"b\": \"#1\"}");
  }

  @ParameterizedTest
  @CsvSource({"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
  void passesOverAByteOrderMark(String charset) {
    byte[] bytes = "\ufeffindex\tb\n1\t胸部\n".getBytes(Charset.forName(charset));
    assertThat(Tables.shown(Tables.read(Tables.write(folder, "b.tsv", bytes), Format.TSV)))
        .containsExactly("2: {\"index\": \"1\", \"b\": \"胸部\"}");
  }

  @Test
  void namesColumnsThatHaveNoName() {
    assertThat(Tables.shown(csv(",b,\n1,2,3\n")))
        .containsExactly("2: {\"column_1\": \"1\", \"b\": \"2\", \"column_3\": \"3\"}");
  }

  @Test
  void headerAloneIsATableWithoutRows() {
    assertThat(csv("a,b\n")).isEmpty();
    assertThat(csv("a,b")).isEmpty();
  }

  @Test
  void tellsEveryRaggedRecordAtOnce() {
    assertThat(complaint("a,b,c\n1,2,3\n1,2\n\n1,\"2\n2\",3,4\n1,2,3\n,,,,\n"))
        .isEqualTo(
            """
            bad.csv:3: the record has 2 cells, the header 3
              expected: 3 cells: a, b, c
              remedy: mend the line; a cell with the separator or a line break needs quotes
            bad.csv:5: the record has 4 cells, the header 3
              expected: 3 cells: a, b, c
              remedy: mend the line; a cell with the separator or a line break needs quotes
            bad.csv:8: the record has 5 cells, the header 3
              expected: 3 cells: a, b, c
              remedy: mend the line; a cell with the separator or a line break needs quotes""");
  }

  @Test
  void tellsColumnsOfTheSameName() {
    assertThat(complaint("a,b,a,b\n1,2,3,4\n"))
        .isEqualTo(
            """
            bad.csv:1 [a]: columns 1 and 3 have the same name
              expected: a different name for each column
              remedy: rename one of them
            bad.csv:1 [b]: columns 2 and 4 have the same name
              expected: a different name for each column
              remedy: rename one of them""");
  }

  @Test
  void tellsQuotesThatDoNotFit() {
    assertThat(complaint("a,b\n1,2\n1,\"x\n2,3\n"))
        .isEqualTo(
            """
            bad.csv:3: Unclosed quoted field at end of input
              expected: a quoted cell ends with a quotation mark before the next separator or line end
              remedy: double the quotation marks within quoted cells""");
    assertThat(complaint("a,b\n1,\"x\"y\n"))
        .startsWith("bad.csv:2: Unexpected character after closing quote: 'y'");
  }

  @Test
  void tellsEveryByteThatIsNoText() {
    byte[] latin1 = "a,b\ncafé,1\n\"x\r\ny\",naïve\n".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(Tables.complaint(Tables.write(folder, "l.csv", latin1), Format.CSV, null))
        .contains("l.csv:2: byte 0xE9 at offset 7 is not UTF-8")
        .contains("l.csv:4: byte 0xEF at offset 20 is not UTF-8");
  }

  @Test
  void readsACellOfTwentyMegabytes() {
    String cell = "A".repeat(20_000_000);
    List<Row> rows = tsv("i\timage\n1\t" + cell + "\n2\t\"" + cell + "\n\"\n");
    assertThat(rows)
        .extracting(row -> row.get("image").asText().length())
        .containsExactly(20_000_000, 20_000_001);
    assertThat(rows).extracting(Row::line).containsExactly(2L, 3L);
  }

  @Test
  void blanksAloneAreNoTable() {
    assertThat(complaint("\n\n"))
        .isEqualTo("bad.csv: there is no header line\n  expected: column names in line 1");
  }
}
