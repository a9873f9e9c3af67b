package assay.reading.extractor;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.Answer;
import assay.core.AnswerKind;
import assay.core.Target;
import assay.core.exchange.Presented;
import assay.core.exchange.Reply;
import assay.core.measure.Reading;
import assay.core.measure.Score;
import assay.reading.Extractors;
import assay.reading.Scorers;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A last line that announces the answer, in the languages of MGSM and some more. */
class AnnouncedTextTest {

  private static final Presented QUESTION =
      new Presented(AnswerKind.TEXT, "?", List.of(), List.of(), null, "en");

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "উত্তর: 18",
    "উত্তর: ১৮",
    "উত্তর: ১৮।",
    "Antwort: 18",
    "Answer: 18",
    "Respuesta: 18",
    "Réponse: 18",
    "答え: 18",
    "Ответ: 18",
    "Jibu: 18",
    "jibu: 18.",
    "సమాధానం: 18",
    "సమాధానం: ౧౮",
    "คำตอบ: ๑๘",
    "答案：18",
    "उत्तर: १८",
    "பதில்: 18",
    "الإجابة: ١٨",
  })
  void theAnswerAloneIsRead(String line) {
    String reply = "16 - 3 - 4 = 9\n\n9 * 2 = 18\n\n" + line;

    Reading reading = Extractors.standard().byName("layered").read(Reply.of(reply), QUESTION);

    assertThat(reading)
        .isInstanceOfSatisfying(
            Reading.Read.class,
            read ->
                assertThat(((Answer.Text) read.answer()).text())
                    .isIn("18", "18.", "১৮", "১৮।", "౧౮", "๑๘", "१८", "١٨"));
    assertThat(Scorers.standard().byName("text").score(reading, new Target.Text(List.of("18"))))
        .isInstanceOfSatisfying(
            Score.Value.class, score -> assertThat(score.value()).isEqualTo(1.0));
  }
}
