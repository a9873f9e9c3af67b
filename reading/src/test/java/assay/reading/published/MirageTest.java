package assay.reading.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import assay.core.Target;
import assay.core.exchange.Presented;
import assay.core.exchange.Reply;
import assay.testkit.SharedData;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The recorded answers of MIRAGE by its official rule and by the same patterns without the guess.
 */
class MirageTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gpt-4-32k-mmlu-cot",
        "gpt-4-32k-medqa-cot",
        "gpt-4-32k-medmcqa-cot",
        "gpt-4-32k-pubmedqa-cot",
        "gpt-4-32k-bioasq-cot",
        "gpt-4-32k-mmlu-rag",
        "gpt-4-32k-medqa-rag",
        "gpt-4-32k-medmcqa-rag",
        "gpt-4-32k-pubmedqa-rag",
        "gpt-4-32k-bioasq-rag",
        "gpt-35-turbo-16k-medqa-cot",
        "gpt-35-turbo-16k-bioasq-cot"
      })
  void officialHonestAndReadNumbersAgree(String name) throws IOException {
    Map<String, Double> expected = Files.expected("_A.tsv", "mirage");
    JsonNode questions =
        Files.json(SharedData.require("mirage/benchmark.json"))
            .get(name.split("-")[name.split("-").length - 2]);
    Tally honest = new Tally("mirage", "choice");
    Tally official = new Tally("mirage-official", "choice");
    int empty = 0;
    for (JsonNode row : Files.jsonLines(SharedData.require("mirage/recorded/" + name + ".jsonl"))) {
      JsonNode question = questions.get(row.get("id").asText());
      Presented presented =
          Files.choice(question.get("question").asText(), question.get("options"), "en");
      Target target = Target.Choice.of(question.get("answer").asText());
      JsonNode prediction = row.get("prediction");
      Reply reply = Reply.of(prediction.isEmpty() ? "" : prediction.get(0).asText());
      honest.add(reply, presented, target);
      official.add(reply, presented, target);
      empty += prediction.isEmpty() ? 1 : 0;
    }
    String file = "recorded/" + name + ".jsonl ";
    assertThat(official.accuracy())
        .isCloseTo(expected.get(file + "accuracy_official"), within(5e-9));
    assertThat(honest.accuracy()).isCloseTo(expected.get(file + "accuracy_asked"), within(5e-9));
    assertThat((double) honest.right / honest.read)
        .isCloseTo(expected.get(file + "accuracy_read"), within(5e-9));
    assertThat((double) (honest.unread() - empty)).isEqualTo(expected.get(file + "unreadable"));
    assertThat((double) empty).isEqualTo(expected.get(file + "empty"));
    assertThat((double) official.guessed).isEqualTo(expected.get(file + "unreadable"));
    assertThat((double) official.guessedRight).isEqualTo(expected.get(file + "fallback_hits"));
  }
}
