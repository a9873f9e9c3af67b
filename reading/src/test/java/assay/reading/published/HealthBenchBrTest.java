package assay.reading.published;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.Answer;
import assay.core.AnswerKind;
import assay.core.Target;
import assay.core.exchange.Presented;
import assay.core.exchange.Reply;
import assay.core.measure.Reading;
import assay.reading.Extractors;
import assay.testkit.SharedData;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** HealthBench-BR: the last true or false word gives the recorded label in every row. */
class HealthBenchBrTest {

  @ParameterizedTest
  @CsvSource({
    "last-true-false-word, GPT_4.1, 739",
    "last-true-false-word, GPT_5, 809",
    "last-true-false-word, Maritaca_Sabia_3.1, 668",
    "layered, GPT_4.1, 739",
    "layered, GPT_5, 809",
    "layered, Maritaca_Sabia_3.1, 668"
  })
  void labelsAreReadAsRecorded(String extractor, String model, int right) throws IOException {
    Tally tally = new Tally(extractor, "yes-no");
    String name = "healthbench-br/test_results/" + model + "_20251007_144809.csv";
    for (Map<String, String> row : Files.csv(SharedData.require(name))) {
      Presented presented = Files.of(AnswerKind.YES_NO, row.get("pergunta"), "pt-BR");
      Reply reply = Reply.of(row.get("resposta_bruta"));
      Reading reading = Extractors.standard().byName(extractor).read(reply, presented);
      assertThat(reading)
          .as(row.get("resposta_bruta"))
          .isInstanceOfSatisfying(
              Reading.Read.class,
              read ->
                  assertThat(read.answer())
                      .isEqualTo(new Answer.YesNo(row.get("pred").equals("Verdadeiro"))));
      tally.add(reply, presented, new Target.YesNo(row.get("esperado").equals("Verdadeiro")));
    }
    assertThat(tally.asked).isEqualTo(1000);
    assertThat(tally.right).isEqualTo(right);
  }
}
