package assay.report.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import assay.report.table.TextTable.Align;
import assay.testkit.generate.Generators;
import assay.testkit.generate.SeededTest;
import org.junit.jupiter.api.Test;

class TextTableTest {

  private static TextTable table() {
    return new TextTable()
        .column("name", Align.LEFT)
        .column("what it says", Align.SHRINK)
        .column("n", Align.RIGHT)
        .optional("seldom", Align.RIGHT, 2)
        .optional("often", Align.RIGHT, 1)
        .row("one", "short", "1", "22", "333")
        .row("another", "a text that is rather long", "1,000", "1", "2");
  }

  @Test
  void columnsAreAsWideAsTheirWidestCell() {
    assertThat(table().render(80, " "))
        .isEqualTo(
            """
             name     what it says                    n  seldom  often
             one      short                           1      22    333
             another  a text that is rather long  1,000       1      2
            """);
  }

  @Test
  void whatCanBeDoneWithoutGoesFirstAndIsNamed() {
    assertThat(table().render(54, ""))
        .isEqualTo(
            """
            name     what it says                    n  often
            one      short                           1    333
            another  a text that is rather long  1,000      2
            not shown (too narrow): seldom
            """);
    assertThat(table().render(44, ""))
        .contains("not shown (too narrow): seldom, often")
        .doesNotContain("…");
  }

  @Test
  void pathsAreCutAtTheBeginning() {
    TextTable table =
        new TextTable().column("recording", Align.SHRINK_PATH).column("n", Align.RIGHT);
    table.row("one/long/folder/first.txt", "1").row("one/long/folder/second.txt", "2");
    assertThat(table.render(18, ""))
        .isEqualTo(
            """
            recording        n
            …lder/first.txt  1
            …der/second.txt  2
            """);
    assertThat(DisplayWidth.cutAtTheBeginning("肺炎肺炎", 6)).isEqualTo("…肺炎");
  }

  @Test
  void whatMayShrinkIsCutNext() {
    assertThat(table().render(30, ""))
        .isEqualTo(
            """
            name     what it says        n
            one      short               1
            another  a text that i…  1,000
            not shown (too narrow): seldom, often
            """);
  }

  @Test
  void whatIsStillTooWideRunsOverWhole() {
    String name = "a-name-that-nobody-may-cut-" + "x".repeat(60);
    assertThat(new TextTable().column("name", Align.LEFT).row(name).render(40, "")).contains(name);
  }

  @Test
  void rowsHaveACellAColumn() {
    assertThatThrownBy(() -> table().row("one", "two"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a row of 2 cells: expected 5");
  }

  @Test
  void wideScriptsTakeTwoColumns() {
    assertThat(
            new TextTable()
                .column("質問", Align.LEFT)
                .column("n", Align.RIGHT)
                .row("はい", "1")
                .row("e\u0301", "2")
                .render(80, ""))
        .isEqualTo("質問  n\nはい  1\ne\u0301     2\n");
  }

  /** Whatever the text, no line is too wide and no visible character is lost. */
  @SeededTest(count = 200)
  void paragraphsFitAndLoseNothing(Generators draw) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < draw.between(0, 60); i++) {
      text.append(
          draw.pick(
              java.util.List.of(
                  "a", "word", " ", "  ", "器官", "x".repeat(50), "e\u0301", "\t", "😀")));
    }
    int columns = draw.between(20, 60);
    String wrapped = Paragraph.wrap(text.toString(), columns, "> ", "    ");
    assertThat(wrapped.lines())
        .allSatisfy(line -> assertThat(DisplayWidth.of(line)).isLessThanOrEqualTo(columns));
    assertThat(wrapped.replaceAll("\\s", "")).isEqualTo((">" + text).replaceAll("\\s", ""));
  }
}
