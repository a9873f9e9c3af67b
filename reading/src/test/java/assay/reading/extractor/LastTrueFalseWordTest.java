package assay.reading.extractor;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.Answer;
import assay.core.AnswerKind;
import assay.core.exchange.Presented;
import assay.core.measure.Reading;
import assay.reading.text.Polarity;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LastTrueFalseWordTest extends ExtractorContract {

  LastTrueFalseWordTest() {
    super("last-true-false-word");
  }

  @Override
  String canonical(Answer answer, Presented presented) {
    boolean yes = answer instanceof Answer.YesNo yesNo && yesNo.yes();
    return yes ? Polarity.trueWord(presented.language()) : Polarity.falseWord(presented.language());
  }

  @ParameterizedTest
  @CsvSource({
    "pt-BR, Verdadeiro. Há falso-negativo.&Resposta: VERDADEIRO, true",
    "pt, A afirmação é verdadeira. Falso, false",
    "fr, C'est faux, false",
    "en, TRUE, true",
    "xx, It is false., false",
    "de, wahr, true"
  })
  void theLastWholeWordCounts(String language, String reply, boolean yes) {
    Presented presented =
        new Presented(AnswerKind.YES_NO, "?", List.of(), List.of(), null, language);
    assertThat(read(reply.replace('&', '\n'), presented))
        .isInstanceOfSatisfying(
            Reading.Read.class, read -> assertThat(read.answer()).isEqualTo(new Answer.YesNo(yes)));
  }
}
