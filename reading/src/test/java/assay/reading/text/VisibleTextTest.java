package assay.reading.text;

import static org.assertj.core.api.Assertions.assertThat;

import assay.testkit.generate.Generators;
import assay.testkit.generate.SeededTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisibleTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<think>a</think>B | B",
        "<THINK>a</THINK> B | B",
        "<think>a<think>b</think>c</think>D | D",
        "<think>a | ``",
        "a</think>B | B",
        "A<think>b</think>C | A   C",
        "[think]a[/think]B | B",
        "◁think▷a◁/think▷B | B",
        "<unused94>a<unused95>B | B",
        "<reasoning attr=1>a</reasoning>B | B",
        "a [reason] b | a [reason] b",
        "a < think > b | a",
        "x < y and y > z | x < y and y > z",
        "<answer>B</answer> | <answer>B</answer>",
        "analysis of B | analysis of B"
      })
  void reasoningIsBlankedOut(String reply, String visible) {
    String shown = VisibleText.of(reply).trimmed().replaceAll("\\n+", "   ");
    assertThat(shown.strip()).isEqualTo(visible.strip());
  }

  @SeededTest(count = 300)
  void placesStayPlaces(Generators draw) {
    String text =
        draw.text() + draw.pick(java.util.List.of("<think>", "</think>", "\\n", "")) + draw.text();
    VisibleText visible = VisibleText.of(text);
    assertThat(visible.text()).hasSameSizeAs(text);
    assertThat(visible.folded()).hasSize(text.length());
    for (int i = visible.start(); i < visible.end(); i++) {
      char c = visible.text().charAt(i);
      assertThat(c == '\n' || c == ' ' || c == text.charAt(i)).isTrue();
    }
  }
}
