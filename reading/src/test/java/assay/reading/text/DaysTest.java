package assay.reading.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DaysTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "2021-03-05 | 2021-03-05",
        "on 2021/3/5. | 2021-03-05",
        "2021年3月5日 | 2021-03-05",
        "2021년 3월 5일 | 2021-03-05",
        "March 5, 2021 | 2021-03-05",
        "Mar. 5th 2021 | 2021-03-05",
        "5 March 2021 | 2021-03-05",
        "5. März 2021 | 2021-03-05",
        "1º de março de 2021 | 2021-03-01",
        "03/05/2021 | null",
        "13/05/2021 | 2021-05-13",
        "05/13/2021 | 2021-05-13",
        "05.03.2021 | 2021-03-05",
        "05/05/2021 | 2021-05-05",
        "30/02/2021 | ``",
        "29 February 2020 | 2020-02-29",
        "March 2021 | ``",
        "1.2.3 | ``",
        "12/2021 | ``",
        "5/3/21 | ``",
        "version 2021-03-0512 | ``",
        "may 5 | ``"
      })
  void daysInTexts(String text, String expected) {
    char[] folded = Folding.fold(text);
    assertThat(
            Days.all(folded, 0, folded.length, Days.Order.UNKNOWN).stream()
                .map(found -> String.valueOf(found.day()))
                .collect(Collectors.joining(";")))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "en, Give it as MM/DD/YYYY, MONTH_FIRST",
    "pt-BR, Quando?, DAY_FIRST",
    "en-US, When?, MONTH_FIRST",
    "en-GB, When?, DAY_FIRST",
    "en, When?, UNKNOWN",
    "en-US, as dd/mm/yyyy, DAY_FIRST",
    "'', When?, UNKNOWN"
  })
  void theQuestionComesBeforeTheLanguage(String language, String question, Days.Order expected) {
    assertThat(Days.order(language, question)).isEqualTo(expected);
  }
}
