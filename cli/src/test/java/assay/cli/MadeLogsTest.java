package assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import assay.testkit.SharedData;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logs of a few made-up questions: failures, several systems, damage. */
class MadeLogsTest {

  @TempDir private Path work;

  private CliOutcome call(String... arguments) {
    return CliOutcome.of(work, List.of(arguments));
  }

  private static final String BENCHMARK =
      """
      assay: 1
      name: small
      version: "1"
      language: en
      data: {test: {path: questions.jsonl}}
      columns: {id: string, question: string, options: "list<string>", answer: string}
      sample:
        id: "{id}"
        kind: choice
        question: "{question}"
        options: {from: options}
        target: {key: "{answer}"}
      prompt: "{question}"
      read: {choice: [layered]}
      score: {choice: [choice]}
      metrics: {choice: [accuracy]}
      """;

  /** A benchmark of {@code n} questions, all with the right answer B. */
  private void benchmark(int n) throws IOException {
    Files.writeString(work.resolve("benchmark.yaml"), BENCHMARK);
    List<String> lines = new ArrayList<>();
    for (int i = 1; i <= n; i++) {
      lines.add(
          "{\"id\": \"q%d\", \"question\": \"Question %d?\", \"options\": [\"x\", \"y\"], \"answer\": \"B\"}"
              .formatted(i, i));
    }
    Files.write(work.resolve("questions.jsonl"), lines);
  }

  private static String inspected(int i, String rest) {
    return """
    {"id": "q%d", "epoch": 1, "input": "Question %d?", "choices": ["x", "y"], "target": "B", %s}\
    """
        .formatted(i, i, rest);
  }

  private static String replied(String text) {
    return "\"output\": {\"choices\": [{\"stop_reason\": \"stop\"}], \"completion\": \""
        + text
        + "\"}";
  }

  private static final String LOST =
      "\"output\": {\"model\": \"m\", \"choices\": [], \"completion\": \"\"},"
          + " \"error\": {\"message\": \"connection lost\", \"traceback\": \"\"}";

  private Path inspectLog(String... samples) throws IOException {
    return Files.writeString(
        work.resolve("log.json"),
        "{\"eval\": {\"task\": \"123\", \"model\": \"maker/one\"}, \"samples\": ["
            + String.join(",", samples)
            + "]}");
  }

  @Test
  void whatALogSaysHasFailedIsAFailureAndEndsNoRun() throws IOException {
    benchmark(8);
    List<String> samples = new ArrayList<>();
    for (int i = 1; i <= 6; i++) {
      samples.add(inspected(i, LOST));
    }
    samples.add(inspected(7, replied("ANSWER: B")));
    samples.add(inspected(8, replied("ANSWER: A")));
    Path log = inspectLog(samples.toArray(String[]::new));
    Path run = work.resolve("run.assay");
    CliOutcome outcome =
        call(
            "run",
            work.toString(),
            "--data",
            work.toString(),
            "--model",
            "recorded:" + log,
            "-o",
            run.toString(),
            "--json");
    assertThat(outcome.code()).as(outcome.err()).isEqualTo(3);
    JsonNode headline = outcome.estimate("layered", "choice");
    assertThat(headline.get("counts").get("failed").asInt()).isEqualTo(6);
    assertThat(headline.get("counts").get("answered").asInt()).isEqualTo(2);
    assertThat(call("show", run.toString(), "--items", "failed").out())
        .contains("recorded-failure", "the log says: connection lost");

    Path made = work.resolve("made.assay");
    CliOutcome imported = call("import", log.toString(), "-o", made.toString(), "--json");
    assertThat(imported.code()).as(imported.err()).isEqualTo(3);
    assertThat(imported.estimate("layered", "choice").get("counts").get("failed").asInt())
        .isEqualTo(6);
    assertThat(call("show", made.toString(), "--items", "failed").out())
        .contains("recorded-failure", "the recording says: connection lost");
  }

  @Test
  void aPartThatNothingIsInIsToldWithWhatThereIs() throws IOException {
    Path run = work.resolve("run.assay");
    assertThat(
            call(
                    "import",
                    inspectLog(inspected(1, replied("ANSWER: B"))).toString(),
                    "-o",
                    run.toString())
                .code())
        .isZero();
    CliOutcome outcome = call("diff", run.toString(), run + "#arm=standrad,tag.prompt=logged");
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err())
        .contains("no trial of the run is of {arm=standrad, tag.prompt=logged}")
        .contains("arm: ")
        .contains("standard");
    assertThat(call("diff", run.toString(), run + "#arm=standard").code()).isZero();
  }

  @Test
  void optionsThatSayNothingOfALogAreRefused() throws IOException {
    benchmark(1);
    Path log = inspectLog(inspected(1, replied("ANSWER: B")));
    CliOutcome outcome =
        call(
            "run",
            work.toString(),
            "--data",
            work.toString(),
            "--model",
            "recorded:" + log + ",gold=answer");
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).contains("'gold=answer' says nothing of another program's log");
  }

  @Test
  void severalSystemsInOneLogAreSeveralRuns() throws IOException {
    benchmark(2);
    List<String> results = new ArrayList<>();
    for (int i = 1; i <= 2; i++) {
      for (String provider : List.of("openai:one", "openai:two")) {
        results.add(
            """
            {"testIdx": %d, "promptIdx": %d, "prompt": {"raw": "Question %d?"}, "provider": "%s",
             "response": {"output": "ANSWER: %s"}, "vars": {"id": "q%d", "answer": "B"}, "score": 1}\
            """
                .formatted(
                    i,
                    provider.endsWith("one") ? 0 : 1,
                    i,
                    provider,
                    provider.endsWith("one") ? "B" : "A",
                    i));
      }
    }
    Path log =
        Files.writeString(
            work.resolve("results.json"),
            "{\"results\": {\"results\": [" + String.join(",", results) + "]}, \"config\": {}}");
    CliOutcome both =
        call(
            "run",
            work.toString(),
            "--data",
            work.toString(),
            "--model",
            "recorded:" + log,
            "--json");
    assertThat(both.code()).as(both.err()).isZero();
    assertThat(both.estimates())
        .filteredOn(e -> e.get("scorer").asText().equals("choice@1"))
        .extracting(e -> e.get("model").asText() + " " + e.get("value").asDouble())
        .containsExactly("recorded:openai:one 1.0", "recorded:openai:two 0.0");
    CliOutcome second =
        call(
            "run",
            work.toString(),
            "--data",
            work.toString(),
            "--model",
            "recorded:" + log + ",system=openai:two",
            "-o",
            work.resolve("two.assay").toString(),
            "--json");
    assertThat(second.code()).as(second.err()).isZero();
    assertThat(second.estimate("layered", "choice").get("value").asDouble()).isZero();
    CliOutcome refused = call("import", log.toString(), "-o", work.resolve("x.assay").toString());
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err())
        .contains("the logs hold answers of 2 systems")
        .contains("one of openai:one, openai:two");
    CliOutcome chosen =
        call(
            "import",
            log.toString(),
            "--system",
            "openai:one",
            "-o",
            work.resolve("one.assay").toString(),
            "--json");
    assertThat(chosen.code()).as(chosen.err()).isZero();
  }

  @Test
  void halvesOfCharactersAreKept() throws IOException {
    Path log =
        inspectLog(inspected(1, replied("ANSWER: B \\ud83d")), inspected(2, replied("ANSWER: A")));
    Path run = work.resolve("run.assay");
    CliOutcome outcome = call("import", log.toString(), "-o", run.toString(), "--json");
    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(outcome.json().toString()).contains("\"123\"");
    Path export = work.resolve("out.jsonl");
    CliOutcome exported = call("export", run.toString(), "--to", "jsonl", "-o", export.toString());
    assertThat(exported.code()).as(exported.err()).isZero();
    assertThat(Files.readString(export)).contains("ANSWER: B \uFFFD");
  }

  @Test
  void resultsWithoutAnswersNameTheLogThatIsWanted() throws IOException {
    Path results =
        SharedData.require(
            "harness-logs/lm-evaluation-harness/results_2026-11-22T01-40-40.090012.json");
    CliOutcome imported =
        call("import", results.toString(), "-o", work.resolve("x.assay").toString());
    assertThat(imported.code()).isEqualTo(4);
    assertThat(imported.err())
        .contains("this is lm-evaluation-harness's or lmms-eval's results: it holds no answers")
        .contains("import samples_bench_mcq_2026-11-22T01-40-40.090012.jsonl")
        .doesNotContain("promptfoo");
    benchmark(1);
    CliOutcome run =
        call("run", work.toString(), "--data", work.toString(), "--model", "recorded:" + results);
    assertThat(run.code()).isEqualTo(4);
    assertThat(run.err()).contains("it holds no answers");
    assertThat(call("import", "--help").out())
        .contains("assay run BENCHMARK --data DIR --model recorded:FILE");
  }
}
