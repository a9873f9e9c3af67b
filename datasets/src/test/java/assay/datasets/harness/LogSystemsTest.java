package assay.datasets.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import assay.core.AssayException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several readers, prompts or tasks in logs, and questions that stand twice. */
class LogSystemsTest {

  @TempDir private Path folder;

  private static String result(int test, String id, String provider, int prompt, String output) {
    return """
    {"testIdx": %d, "promptIdx": %d, "prompt": {"raw": "Question %s? form %d"}, "provider": %s,
     "response": {"output": "%s"}, "vars": {"id": "%s", "answer": "yes"}, "score": 1}\
    """
        .formatted(test, prompt, id, prompt, provider, output, id);
  }

  private Path promptfoo(String name, String... results) throws IOException {
    return Files.writeString(
        folder.resolve(name),
        "{\"results\": {\"version\": 3, \"results\": ["
            + String.join(",\n", results)
            + "]}, \"config\": {\"description\": \"Organs\", \"providers\": [\"a:b\"]}}");
  }

  private Path inspect(String name, String model, String... samples) throws IOException {
    return Files.writeString(
        folder.resolve(name),
        "{\"eval\": {\"task\": \"bones\", \"model\": \""
            + model
            + "\"}, \"samples\": ["
            + String.join(",", samples)
            + "]}");
  }

  private static String sample(String id, int epoch, String reply) {
    return """
    {"id": "%s", "epoch": %d, "input": "Question %s?", "target": "yes",
     "output": {"choices": [{"stop_reason": "stop"}], "completion": "%s"}}\
    """
        .formatted(id, epoch, id, reply);
  }

  private LogConversion.Made made(String system, Path... logs) throws IOException {
    Path target = Files.createDirectories(folder.resolve("made"));
    return LogConversion.write(
        java.util.Arrays.stream(logs).map(HarnessLog::open).toList(), system, target);
  }

  @Test
  void providersAndPromptsOfPromptfooAreReadersOfTheirOwn() throws IOException {
    Path log =
        promptfoo(
            "a.json",
            result(0, "q1", "\"openai:gpt-4o\"", 0, "yes"),
            result(0, "q1", "\"openai:gpt-4o\"", 1, "no"),
            result(0, "q1", "{\"id\": \"maker:other\", \"label\": \"\"}", 2, "maybe"),
            result(0, "q1", "{\"id\": \"maker:other\", \"label\": \"mine\"}", 4, "never"));
    HarnessLog open = HarnessLog.open(log);
    assertThat(open.systems())
        .containsExactly("openai:gpt-4o prompt 1", "openai:gpt-4o prompt 2", "maker:other", "mine");
    assertThat(LoggedAnswers.bySystem(List.of(log)).sequencedKeySet()).isEqualTo(open.systems());
    assertThatThrownBy(() -> made(null, log))
        .isInstanceOf(AssayException.class)
        .hasMessageContaining("the logs hold answers of 4 systems")
        .hasMessageContaining(
            "one of openai:gpt-4o prompt 1, openai:gpt-4o prompt 2, maker:other, mine")
        .hasMessageContaining("recorded:FILE,system=NAME, or assay import --system NAME");
    assertThatThrownBy(() -> made("gpt", log))
        .hasMessageContaining("the logs hold no answer of 'gpt'");
    made("openai:gpt-4o prompt 2", log);
    assertThat(Files.readAllLines(folder.resolve("made/replies.jsonl")))
        .singleElement()
        .asString()
        .contains("\"reply\":\"no\"");
  }

  @Test
  void oneProviderHasItsOwnName() throws IOException {
    Path log = promptfoo("a.json", result(0, "q1", "\"openai:gpt-4o\"", 3, "yes"));
    assertThat(HarnessLog.open(log).systems()).containsExactly("openai:gpt-4o");
  }

  @Test
  void aNameDoesNotMakeOneOfTwoThatTheLogsTellApart() throws IOException {
    Path one = promptfoo("a.json", result(0, "q1", "\"openai:one\"", 0, "yes"));
    Path two = promptfoo("b.json", result(0, "q2", "\"openai:two\"", 0, "yes"));
    for (Path log : List.of(one, two)) {
      Files.writeString(log, Files.readString(log).replace("\"providers\": [\"a:b\"]", "\"x\": 1"));
    }
    assertThatThrownBy(() -> made("mine", one, two))
        .hasMessageContaining("the logs hold no answer of 'mine'")
        .hasMessageContaining("one of openai:one, openai:two");
    assertThat(made("mine", one).questions()).isEqualTo(1);
  }

  @Test
  void logsOfTwoModelsAreNotOneReader() throws IOException {
    Path one = inspect("one.json", "maker/one", sample("1", 1, "yes"), sample("2", 1, "yes"));
    Path two = inspect("two.json", "maker/two", sample("3", 1, "no"));
    assertThat(LoggedAnswers.bySystem(List.of(one, two)).sequencedKeySet())
        .containsExactly("maker/one", "maker/two");
    assertThatThrownBy(() -> made(null, one, two))
        .hasMessageContaining("the logs hold answers of 2 systems")
        .hasMessageContaining("one of maker/one, maker/two");
    assertThat(made("maker/two", one, two).questions()).isEqualTo(1);
  }

  @Test
  void logsOfTwoTasksAreNotOneBenchmark() throws IOException {
    Path one = inspect("one.json", "m", sample("1", 1, "yes"));
    Path two = folder.resolve("two.json");
    Files.writeString(two, Files.readString(one).replace("bones", "veins"));
    assertThatThrownBy(() -> made(null, one, two))
        .hasMessageContaining("the logs are of 2 tasks: bones, veins");
  }

  @Test
  void aQuestionTwiceInAnEpochIsAnErrorAndAFurtherEpochIsNot() throws IOException {
    Path log =
        inspect("one.json", "m", sample("1", 1, "yes"), sample("1", 2, "no"), sample("2", 1, "no"));
    LogConversion.Made made = made(null, log);
    assertThat(made.questions()).isEqualTo(2);
    assertThat(made.epochs()).isEqualTo(2);
    assertThat(made.repeated()).isEqualTo(1);
    assertThat(Files.readAllLines(made.replies()))
        .satisfiesExactly(
            first -> assertThat(first).contains("\"epoch\":1", "\"prompt\":null", ":\"yes\""),
            second -> assertThat(second).contains("\"epoch\":2", "\"prompt\":null", ":\"no\""),
            third -> assertThat(third).contains("\"id\":\"2\"", "\"epoch\":1"));
    Path again = inspect("two.json", "m", sample("1", 1, "no"));
    assertThatThrownBy(() -> made(null, log, again))
        .hasMessageContaining("the log has the question '1' twice");
  }

  @Test
  void whatWasPutOtherwiseInAFurtherEpochIsTold() throws IOException {
    Path log =
        inspect(
            "one.json",
            "m",
            sample("1", 1, "yes"),
            sample("1", 2, "no").replace("Question 1?", "Question 1, again?"));
    assertThat(Files.readAllLines(made(null, log).replies()).getLast())
        .contains("\"prompt\":\"Question 1, again?\"");

    Path other =
        inspect(
            "two.json",
            "m",
            sample("1", 1, "yes"),
            sample("1", 2, "no").replace("\"target\": \"yes\"", "\"target\": \"no\""));
    assertThatThrownBy(() -> made(null, other))
        .hasMessageContaining(
            "the question '1' has other options, or another right answer, in epoch 2");
  }

  @Test
  void promptfoosRepetitionsAreEpochsAndOtherWordsUnderOneIdAreNot() throws IOException {
    String provider = "\"openai:gpt-4o\"";
    Path log =
        promptfoo(
            "a.json", result(0, "q1", provider, 0, "yes"), result(1, "q1", provider, 0, "no"));
    assertThat(made(null, log).repeated()).isEqualTo(1);
    Path other =
        promptfoo(
            "b.json",
            result(0, "p7", provider, 0, "yes"),
            result(1, "p7", provider, 0, "no").replace("form 0", "of another kind"));
    assertThatThrownBy(() -> made(null, other))
        .hasMessageContaining("the log has the question 'p7' twice");
  }

  @Test
  void theModelOfLmEvaluationHarnessStandsInItsResults() throws IOException {
    String row =
        """
        {"doc_id": 0, "doc": {"q": "x"}, "target": "yes", "arguments": {"gen_args_0": {"arg_0": "x?",
        "arg_1": {}}}, "resps": [["yes"]], "filtered_resps": ["yes"], "filter": "none"}
        """
            .replace("\n", " ");
    Path log =
        Files.writeString(folder.resolve("samples_t_2026-01-31T10-00-00.000000.jsonl"), row + "\n");
    assertThat(HarnessLog.open(log).systems()).containsExactly("samples_t_2026-01-31T10-00-00");
    Files.writeString(
        folder.resolve("results_2026-01-31T10-00-00.000000.json"),
        "{\"results\": {}, \"model_name\": \"maker/seven\"}");
    assertThat(HarnessLog.open(log).systems()).containsExactly("maker/seven");
    assertThat(HarnessLog.open(log).task()).isEqualTo("t");
  }

  @Test
  void furtherFiltersAndRepliesAreCounted() throws IOException {
    String row =
        """
        {"doc_id": %d, "doc": {"q": "x"}, "target": "yes", "arguments": {"gen_args_0": {"arg_0":
        "x%d?", "arg_1": {}}}, "resps": [["yes", "no", "yes"]], "filtered_resps": ["yes"], "filter":
        "%s"}
        """
            .replace("\n", " ");
    List<String> rows = new ArrayList<>();
    for (String filter : List.of("first", "second")) {
      rows.add(row.formatted(0, 0, filter));
      rows.add(row.formatted(1, 1, filter));
    }
    Path log = Files.writeString(folder.resolve("samples_t.jsonl"), String.join("\n", rows) + "\n");
    LogConversion.Made made = made(null, log);
    assertThat(made.questions()).isEqualTo(2);
    assertThat(made.epochs()).isEqualTo(3);
    assertThat(made.repeated()).isEqualTo(4);
    assertThat(made.filtered()).isEqualTo(2);
  }
}
