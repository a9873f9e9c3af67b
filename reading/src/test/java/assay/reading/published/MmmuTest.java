package assay.reading.published;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.Answer;
import assay.core.AnswerKind;
import assay.core.Option;
import assay.core.Target;
import assay.core.exchange.Presented;
import assay.core.exchange.Reply;
import assay.core.measure.Reading;
import assay.reading.Extractors;
import assay.testkit.SharedData;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** MMMU and MMMU-Pro: the publishers' letters, but for their random ones, which stay unread. */
class MmmuTest {

  @ParameterizedTest
  @CsvSource({
    "standard(10 options)_cot, 0, 952",
    "standard(10 options)_direct, 7, 694",
    "vision_cot, 3, 866"
  })
  void mmmuProReadsEveryRecordedLetter(String name, int random, int right) throws IOException {
    Tally tally = new Tally("mmmu-pro", "choice");
    int identical = 0;
    for (JsonNode row :
        Files.jsonLines(SharedData.require("MMMU/mmmu-pro/output/gpt-4o_" + name + ".jsonl"))) {
      List<Option> options = new ArrayList<>();
      for (String text : PythonList.parse(row.get("options").asText())) {
        options.add(new Option(String.valueOf((char) ('A' + options.size())), text));
      }
      Presented presented = new Presented(AnswerKind.CHOICE, "?", options, List.of(), null, "en");
      Reply reply = Reply.of(row.get("response").asText());
      tally.add(reply, presented, Target.Choice.of(row.get("answer").asText()));
      if (Extractors.standard().byName("mmmu-pro").read(reply, presented)
          instanceof Reading.Read read) {
        assertThat(read.answer())
            .as(row.get("id").asText())
            .isEqualTo(Answer.Choice.of(row.get("pred_indexs").asText()));
        identical++;
      }
    }
    assertThat(new int[] {tally.unread(), identical, tally.right})
        .containsExactly(random, 1730 - random, right);
  }

  @Test
  void mmmuGivesTheCountsOfEverySubject() throws IOException {
    Map<String, Double> expected = Files.expected("_B.tsv", "MMMU");
    JsonNode gold = Files.json(SharedData.require("MMMU/mmmu/answer_dict_val.json"));
    SoftAssertions all = new SoftAssertions();
    int subjects = 0;
    for (Path file : subjects()) {
      String name = SharedData.require("MMMU").relativize(file).toString();
      Tally choice = new Tally("mmmu", "choice");
      Tally open = new Tally("whole", "mmmu-open");
      for (JsonNode row : Files.json(file)) {
        Reply reply = Reply.of(row.get("response").asText());
        JsonNode right = gold.get(row.get("id").asText()).get("ground_truth");
        if (row.get("question_type").asText().equals("multiple-choice")) {
          choice.add(
              reply,
              Files.choice("?", row.get("index2ans"), "en"),
              Target.Choice.of(right.asText()));
        } else {
          open.add(reply, Files.of(AnswerKind.TEXT, "?", "en"), new Target.Text(texts(right)));
        }
      }
      all.assertThat((double) (choice.right + open.right))
          .as(name)
          .isEqualTo(expected.get(name + " correct_without_random"));
      all.assertThat((double) choice.unread())
          .as(name + " random")
          .isEqualTo(expected.get(name + " random_fallbacks"));
      subjects++;
    }
    all.assertAll();
    assertThat(subjects).isGreaterThan(40);
  }

  private static List<String> texts(JsonNode right) {
    List<String> texts = new ArrayList<>();
    if (right.isArray()) {
      right.forEach(one -> texts.add(one.asText()));
    } else {
      texts.add(right.asText());
    }
    return texts;
  }

  private static List<Path> subjects() throws IOException {
    Path folder = SharedData.require("MMMU/mmmu/example_outputs");
    try (Stream<Path> files = java.nio.file.Files.walk(folder)) {
      return files.filter(file -> file.endsWith("output.json")).sorted().toList();
    }
  }
}
