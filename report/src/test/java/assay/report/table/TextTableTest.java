package assay.report.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import assay.report.table.TextTable.Align;
import assay.testkit.generate.Generators;
import assay.testkit.generate.SeededTest;
import java.util.List;
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
  void namesAreCutWhereDifferentOnesStayDifferent() {
    assertThat(DisplayWidth.cutAtTheBeginning("肺炎肺炎", 6)).isEqualTo("…肺炎");
    assertThat(names("brazil-english-0012", "brazil-english-0013"))
        .as("in the middle")
        .containsExactly("bra…0012", "bra…0013");
    assertThat(names("gpt-4o-medqa-cot", "llama3-medqa-cot", "o1-medqa-cot"))
        .containsExactly("gpt…-cot", "lla…-cot", "o1-…-cot");
    assertThat(names("brazil-12-english", "brazil-13-english", "brazil-1-hebrew"))
        .as("behind what all have in common, where neither end differs")
        .containsExactly("…2-engl…", "…3-engl…", "…-hebrew");
    assertThat(names("recorded:gpt-4o cot", "recorded:gpt-4.1 cot"))
        .containsExactly("re…o cot", "re…1 cot");
    assertThat(names("short", "equal-in-all-of-it", "equal-in-all-of-it"))
        .containsExactly("short", "equ…f-it", "equ…f-it");
    assertThat(names("肺炎肺炎肺炎-1", "肺炎肺炎肺炎-2")).containsExactly("肺…炎-1", "肺…炎-2");
  }

  /** The first column of a table in which it has eight columns. */
  private static List<String> names(String... names) {
    TextTable table = new TextTable().column("name", Align.SHRINK_NAME).column("n", Align.RIGHT);
    for (String name : names) {
      table.row(name, "1");
    }
    return table.render(11, "").lines().skip(1).map(line -> line.split("  ")[0].strip()).toList();
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
