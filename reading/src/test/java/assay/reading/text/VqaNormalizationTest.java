package assay.reading.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VqaNormalizationTest {

  /** By the challenge's rule, worked out by hand from its description. */
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "Yes, it is | yes it is",
        "1,000 people; many | 1000 people many",
        "well-known | well known",
        "a - b | b",
        "dont know | don't know",
        "shouldnt've | shouldn't've",
        "wont | won't",
        "Ten | 10",
        "the end. | end",
        "3.5 cm. | 3.5 cm",
        "what? | what",
        "a/b | b",
        "[left] | left",
        "it's | it's"
      })
  void vqa(String text, String expected) {
    assertThat(VqaNormalization.vqa(text)).isEqualTo(expected);
  }
}
