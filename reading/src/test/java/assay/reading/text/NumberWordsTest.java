package assay.reading.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberWordsTest {

  @ParameterizedTest
  @CsvSource({
    "zero, 0",
    "nineteen, 19",
    "twenty, 20",
    "seventy-two, 72",
    "forty two, 42",
    "one hundred, 100",
    "one hundred and five, 105",
    "two thousand three hundred, 2300",
    "three million two hundred thousand and six, 3200006",
    "two and a half, 2.5"
  })
  void aNumberInWordsIsRead(String words, double value) {
    NumberWords.Found found = NumberWords.at(words.toCharArray(), 0, words.length());
    assertThat(found).isEqualTo(new NumberWords.Found(words.length(), value));
  }

  @Test
  void theNumberEndsWhereAnotherBegins() {
    String words = "four five";
    assertThat(NumberWords.at(words.toCharArray(), 0, words.length()))
        .isEqualTo(new NumberWords.Found(4, 4));
    String years = "twenty two years and three months";
    assertThat(NumberWords.at(years.toCharArray(), 0, years.length()))
        .isEqualTo(new NumberWords.Found(10, 22));
  }

  @ParameterizedTest
  @CsvSource({"two-thirds", "three-vessel", "two thirds", "hundred", "and", "many", "onerous"})
  void whatIsNoNumberIsNot(String words) {
    assertThat(NumberWords.at(words.toCharArray(), 0, words.length())).isNull();
  }
}
