package assay.datasets.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import assay.core.exchange.Attempt;
import assay.core.exchange.FailureKind;
import assay.datasets.RealBenchmarks.MemoryStore;
import assay.datasets.definition.BenchmarkDefinition;
import assay.datasets.sample.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoggedAnswersTest {

  private static final String YAML =
      """
      assay: 1
      name: small
      version: "1"
      language: en
      data: {test: a.jsonl}
      columns: {id: string, q: string, options: "list<string>", gold: string}
      sample:
        id: "{id}"
        kind: choice
        question: "{q}"
        options: {from: options}
        target: {key: "{gold}"}
      prompt: "{question}"
      """;

  @TempDir private Path folder;

  @BeforeEach
  void questions() throws IOException {
    Files.writeString(
        folder.resolve("a.jsonl"),
        """
        {"id": "s1", "q": "Which group?", "options": ["O", "A", "B", "AB"], "gold": "B"}
        {"id": "s2", "q": "How many?", "options": ["2", "3", "0", "1"], "gold": "C"}
        {"id": "s3", "q": "How many more?", "options": ["2", "3", "0", "1"], "gold": "D"}
        """);
  }

  private static String sample(String id, int epoch, String question, String gold, String rest) {
    return """
        {"id": "%s", "epoch": %d, "input": "%s", "target": "%s", %s}"""
        .formatted(id, epoch, question, gold, rest);
  }

  private static String said(String text) {
    return "\"output\": {\"choices\": [{\"stop_reason\": \"stop\"}], \"completion\": \""
        + text
        + "\"}";
  }

  private static final String FAILED =
      "\"output\": {\"model\": \"m\", \"choices\": [], \"completion\": \"\"},"
          + " \"error\": {\"message\": \"connection lost\", \"traceback\": \"\"}";

  private Path log(String name, String... samples) throws IOException {
    return Files.writeString(
        folder.resolve(name),
        "{\"eval\": {\"task\": \"t\", \"model\": \"m\"}, \"samples\": ["
            + String.join(",", samples)
            + "]}");
  }

  private LoggedAnswers join(List<Path> logs, String... settings) {
    SequencedMap<String, String> map = new LinkedHashMap<>();
    for (int i = 0; i < settings.length; i += 2) {
      map.put(settings[i], settings[i + 1]);
    }
    BenchmarkDefinition definition = BenchmarkDefinition.parse(YAML, "small.yaml");
    try (Dataset dataset = Dataset.open(definition, folder, "test", null, new MemoryStore())) {
      return LoggedAnswers.join(dataset, logs, map);
    }
  }

  @Test
  void aFailureThatTheLogStatesStaysOneWithItsWords() throws IOException {
    LoggedAnswers answers =
        join(
            List.of(
                log(
                    "a.json",
                    sample("s1", 1, "Which group?", "B", FAILED),
                    sample("s2", 1, "How many?", "C", said("C")))));
    assertThat(answers.answer("s1", 1))
        .isEqualTo(
            new Attempt.Failed(FailureKind.RECORDED_FAILURE, "the log says: connection lost"));
    assertThat(answers.answer("s2", 1)).isInstanceOf(Attempt.Answered.class);
    assertThat(((Attempt.Failed) answers.answer("s3", 1)).kind())
        .isEqualTo(FailureKind.NOT_RECORDED);
    assertThat(FailureKind.RECORDED_FAILURE.remedy()).isEqualTo(FailureKind.Remedy.KEEP);
  }

  @Test
  void everyEpochIsAnAnswerOfItsOwnWhereverItStands() throws IOException {
    LoggedAnswers answers =
        join(
            List.of(
                log(
                    "a.json",
                    sample("s1", 2, "Which group?", "B", said("second")),
                    sample("s1", 1, "Which group?", "B", said("first")),
                    sample("s1", 3, "Which group?", "B", FAILED),
                    sample("s2", 1, "How many?", "C", said("only")))));
    assertThat(answers.epochs()).isEqualTo(3);
    assertThat(((Attempt.Answered) answers.answer("s1", 1)).reply().text()).isEqualTo("first");
    assertThat(((Attempt.Answered) answers.answer("s1", 2)).reply().text()).isEqualTo("second");
    assertThat(answers.answer("s1", 3))
        .isEqualTo(
            new Attempt.Failed(FailureKind.RECORDED_FAILURE, "the log says: connection lost"));
    assertThat(answers.answer("s2", 2))
        .isEqualTo(
            new Attempt.Failed(
                FailureKind.NOT_RECORDED, "the log does not hold this sample in epoch 2"));
    assertThat(answers.surplusRows()).isZero();
  }

  @Test
  void anEpochThatNoRunCanHaveIsAnError() throws IOException {
    for (int epoch : new int[] {0, 10_001, Integer.MAX_VALUE}) {
      Path log = log("a.json", sample("s1", epoch, "Which group?", "B", said("B")));
      assertThatThrownBy(() -> join(List.of(log)))
          .hasMessageContaining("question 's1' is of epoch " + epoch)
          .hasMessageContaining("an epoch from 1 to 10000");
    }
  }

  @Test
  void twoAnswersOfOneEpochAreAnErrorThatNamesBoth() throws IOException {
    Path one = log("a.json", sample("s1", 1, "Which group?", "B", said("A")));
    Path two = log("b.json", sample("s1", 1, "Which group?", "B", said("B")));
    assertThatThrownBy(() -> join(List.of(one, two)))
        .hasMessageContaining("1 records are of a sample that has an answer already")
        .hasMessageContaining("sample 's1' is answered at ")
        .hasMessageContaining("b.json")
        .hasMessageContaining("assay diff");
  }

  @Test
  void theRightAnswersAreReadInTheOneFormThatFitsAll() throws IOException {
    // "2" is the text of option A and the place, from 0, of option C, which is right.
    LoggedAnswers places =
        join(
            List.of(
                log(
                    "a.json",
                    sample("s2", 1, "How many?", "2", said("C")),
                    sample("s3", 1, "How many more?", "3", said("C")))));
    assertThat(places.answer("s2", 1)).isInstanceOf(Attempt.Answered.class);
    // "B" is the key of option B and the text of option C.
    assertThat(join(List.of(log("b.json", sample("s1", 1, "Which group?", "B", said("C"))))))
        .isNotNull();
    Path wrong =
        log(
            "c.json",
            sample("s2", 1, "How many?", "2", said("C")),
            sample("s3", 1, "How many more?", "D", said("C")),
            sample("s1", 1, "Which group?", "D", said("C")));
    assertThatThrownBy(() -> join(List.of(wrong)))
        .hasMessageContaining("2 of 3 questions have another right answer in the log")
        .hasMessageContaining("the log calls [D] right, sample 's1' another answer");
  }

  @Test
  void settingsOfOtherRecordingsAreRefused() throws IOException {
    Path log = log("a.json", sample("s1", 1, "Which group?", "B", said("A")));
    assertThat(join(List.of(log)).partial()).isTrue();
    assertThat(join(List.of(log), "partial", "false").partial()).isFalse();
    assertThat(join(List.of(log), "system", "mine").name()).isEqualTo("recorded:mine");
    assertThatThrownBy(() -> join(List.of(log), "gold", "answer"))
        .hasMessageContaining("'gold=answer' says nothing of another program's log")
        .hasMessageContaining("system=NAME, or partial=true or false");
  }

  @Test
  void aQuestionIsFoundWhereAWordEnds() throws IOException {
    LoggedAnswers answers =
        join(
            List.of(
                log(
                    "a.json",
                    sample(
                        "x1",
                        1,
                        "Example:\\n Which   group? A. O\\n\\nHow many more?\\nA. 2",
                        "D",
                        said("D")),
                    sample("x2", 1, "Question\\nHOW many?\\nAnd why", "C", said("C")),
                    sample("x3", 1, "Which group?s", "B", said("B")))));
    assertThat(answers.answer("s3", 1)).isInstanceOf(Attempt.Answered.class);
    assertThat(answers.answer("s2", 1)).isInstanceOf(Attempt.Answered.class);
    assertThat(answers.surplusRows()).isEqualTo(0);
  }
}
