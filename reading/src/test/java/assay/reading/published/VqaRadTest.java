package assay.reading.published;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.Target;
import assay.core.exchange.Presented;
import assay.core.exchange.Reply;
import assay.reading.text.VqaNormalization;
import assay.testkit.SharedData;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** MUMC's recorded predictions on VQA-RAD by its own normalisation and strictly. */
class VqaRadTest {

  private static final String RUN =
      "VQA-RAD/evaluation/med_pretrain_29_rad_31/result/med_pretrain_29_rad_31_vqa_result";

  @Test
  void theEvaluationRunGivesThePublishedCounts() throws IOException {
    Counts mumc = count(SharedData.require(RUN + ".json"), "mumc");
    Counts strict = count(SharedData.require(RUN + ".json"), "strict-text");
    assertThat(new int[] {mumc.closed.right, mumc.closed.asked}).containsExactly(230, 272);
    assertThat(new int[] {mumc.open.right, mumc.open.asked}).containsExactly(104, 179);
    assertThat(new int[] {strict.closed.right, strict.closed.asked}).containsExactly(230, 272);
    assertThat(new int[] {strict.open.right, strict.open.asked}).containsExactly(96, 179);
  }

  @Test
  void everyEpochGivesItsRecordedAccuracies() throws IOException {
    int epochs = 0;
    for (Path file : epochs()) {
      Counts counts = count(file, "mumc");
      String name = file.getFileName().toString();
      JsonNode recorded = Files.json(file.resolveSibling(name.replace(".json", "_acc.json")));
      assertThat(percent(counts.closed.right, counts.closed.asked))
          .as(name)
          .isEqualByComparingTo(recorded.get("perAnswerType").get("CLOSED").decimalValue());
      assertThat(percent(counts.open.right, counts.open.asked))
          .as(name)
          .isEqualByComparingTo(recorded.get("perAnswerType").get("OPEN").decimalValue());
      int right = counts.closed.right + counts.open.right;
      assertThat(percent(right, 451))
          .as(name)
          .isEqualByComparingTo(recorded.get("overall").decimalValue());
      epochs++;
    }
    assertThat(epochs).isEqualTo(20);
  }

  @Test
  void textsAreNormalisedAsRecorded() throws IOException {
    Map<Integer, JsonNode> questions = questions();
    for (Path file : epochs()) {
      String name = file.getFileName().toString();
      JsonNode compared = Files.json(file.resolveSibling(name.replace(".json", "_compare.json")));
      for (JsonNode row : Files.json(file)) {
        int id = row.get("qid").asInt();
        JsonNode pair = compared.get(String.valueOf(id));
        assertThat(VqaNormalization.mumc(questions.get(id).get("answer").asText()))
            .isEqualTo(pair.get(0).asText());
        assertThat(VqaNormalization.mumc(row.get("answer").asText()))
            .isEqualTo(pair.get(1).asText());
      }
    }
  }

  private record Counts(Tally closed, Tally open) {}

  private static Counts count(Path file, String scorer) throws IOException {
    Map<Integer, JsonNode> questions = questions();
    Counts counts = new Counts(new Tally("whole", scorer), new Tally("whole", scorer));
    for (JsonNode row : Files.json(file)) {
      JsonNode question = questions.get(row.get("qid").asInt());
      String answer = question.get("answer").asText();
      Target target =
          switch (answer.strip().toLowerCase(Locale.ROOT)) {
            case "yes" -> new Target.YesNo(true);
            case "no" -> new Target.YesNo(false);
            default -> new Target.Text(List.of(answer));
          };
      Presented presented = Files.of(target.kind(), question.get("question").asText(), "en");
      boolean closed = question.get("answer_type").asText().equals("CLOSED");
      Tally tally = closed ? counts.closed : counts.open;
      tally.add(Reply.of(row.get("answer").asText()), presented, target);
    }
    return counts;
  }

  private static Map<Integer, JsonNode> questions() throws IOException {
    Map<Integer, JsonNode> questions = new HashMap<>();
    for (JsonNode row : Files.json(SharedData.require("VQA-RAD/data_RAD/testset.json"))) {
      questions.put(row.get("qid").asInt(), row);
    }
    return questions;
  }

  private static List<Path> epochs() throws IOException {
    try (Stream<Path> files =
        java.nio.file.Files.list(SharedData.require("VQA-RAD/output/rad/result"))) {
      return files
          .filter(file -> file.getFileName().toString().matches(".*_result_[0-9]+\\.json"))
          .sorted()
          .toList();
    }
  }

  private static BigDecimal percent(int right, int asked) {
    return BigDecimal.valueOf(100.0 * right / asked).setScale(2, RoundingMode.HALF_EVEN);
  }
}
