package assay.datasets.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LiteralsTest {

  /**
   * Expected values: {@code json.dumps(ast.literal_eval(text), ensure_ascii=False)}, CPython 3.11.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "['a', \"it's\", 'say \"no\"']|[\"a\", \"it's\", \"say \\\"no\\\"\"]",
        "['x\\ty', '\\xe9', '\\u80f8', '\\U0001f600', '\\d']|[\"x\\ty\", \"é\", \"胸\", \"😀\", \"\\\\d\"]",
        "('14 weeks', '1 days')|[\"14 weeks\", \"1 days\"]",
        "{'A': 'yes', 'B': None, 3: [True, False]}|{\"A\": \"yes\", \"B\": null, \"3\": [true, false]}",
        "['a' 'b', 'c',]|[\"ab\", \"c\"]",
        "[1, -2.5, 1e3]|[1, -2.5, 1e3]",
        "[]|[]",
        "{}|{}",
        "[nan, inf]|[NaN, Infinity]",
        "[\"json\", {\"a\": NaN}]|[\"json\", {\"a\": NaN}]"
      })
  void readsNestedTexts(String text, String expected) {
    assertThat(Literals.nested(text))
        .hasValueSatisfying(value -> assertThat(value.asText()).isEqualTo(expected));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "'a'",
        "12",
        "[",
        "['a",
        "['a' b]",
        "[__import__('os')]",
        "[a]",
        "{'a'}",
        "['a'] x",
        "{'a': 1, 'a': 2}",
        "[1 2]",
        "('a'",
        "[1,,2]",
        "['\\xg0']",
        "[lambda: 0]",
        "['a\nb']"
      })
  void whatIsNoneIsNone(String text) {
    assertThat(Literals.nested(text)).isEmpty();
  }

  @Test
  void endsOnAnyText() {
    Random random = new Random(3);
    String alphabet = "[]{}()'\",:\\ xu0aN1.-eT\n";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder("[");
      for (int k = random.nextInt(20); k > 0; k--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      Literals.nested(text.toString());
    }
    assertThat(Literals.nested("[".repeat(100_000))).isEmpty();
    assertThat(Literals.nested("('a',".repeat(100_000))).isEmpty();
  }
}
