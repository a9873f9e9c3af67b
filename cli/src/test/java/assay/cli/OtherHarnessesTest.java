package assay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import assay.testkit.SharedData;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * {@code assay import}, {@code --model recorded:} and {@code assay diff} on other programs' logs.
 */
class OtherHarnessesTest extends LogsOnTheSameQuestions {

  private static List<JsonNode> exported(Path rows) {
    try {
      List<JsonNode> all = new ArrayList<>();
      for (String line : Files.readAllLines(rows)) {
        all.add(new ObjectMapper().readTree(line));
      }
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "lm-evaluation-harness/samples_bench_mcq_2026-11-22T01-40-40.090012.jsonl, 300, 216",
    "lmms-eval/20261122_094522_samples_bench_mcq.jsonl, 300, 216",
    "VLMEvalKit/bench_Bench_exact_matching_result.xlsx, 300, 216",
    "promptfoo/results.json, 300, 216",
    "inspect/bench-mcq.eval, 2000, 1383"
  })
  void aLogAloneIsARun(String log, int questions, int right) {
    Path run = imported(log, "run.assay");

    CliOutcome show = call("show", run.toString(), "--json");
    assertThat(show.estimate("layered", "choice").get("value").asDouble())
        .isCloseTo((double) right / questions, within(1e-12));
    JsonNode recorded =
        show.estimates().stream()
            .filter(e -> e.get("scorer").asText().equals("recorded@1"))
            .findFirst()
            .orElseThrow();
    assertThat(recorded.get("value").asDouble())
        .isCloseTo((double) right / questions, within(1e-12));
    assertThat(recorded.get("n").asInt()).isEqualTo(questions);
    Path rows = work.resolve("rows.jsonl");
    assertThat(call("export", run.toString(), "--to", "jsonl", "-o", rows.toString()).code())
        .isZero();
    assertThat(exported(rows))
        .as("a stated score stands once, beside the stated reading")
        .filteredOn(row -> row.get("scorer").asText().equals("recorded@1"))
        .hasSize(questions);
    assertThat(exported(rows))
        .filteredOn(row -> row.get("extractor").asText().equals("layered@1"))
        .filteredOn(row -> row.get("scorer").asText().equals("choice@1"))
        .hasSize(questions);
    CliOutcome score = call("score", run.toString(), "--extractor", "strict", "--json");
    assertThat(score.code()).as(score.err()).isZero();
    assertThat(call("diff", run.toString(), run.toString()).out()).contains("Both give the same.");
  }

  private Path inspectOfThreeEpochs(String name, String secondOfFirst) throws IOException {
    List<String> samples = new ArrayList<>();
    for (int epoch = 1; epoch <= 3; epoch++) {
      for (String id : List.of("q1", "q2")) {
        boolean last = id.equals("q2") && epoch == 3; // which nobody asked any more
        String reply = id.equals("q1") && epoch == 2 ? secondOfFirst : "ANSWER: A";
        if (!last) {
          samples.add(
              """
              {"id": "%s", "epoch": %d, "input": "What is %s?", "choices": ["this", "that"],
               "target": "A", "output": {"choices": [{"stop_reason": "stop"}], "completion": "%s"}}
              """
                  .formatted(id, epoch, id, reply));
        }
      }
    }
    return Files.writeString(
        work.resolve(name),
        "{\"eval\": {\"task\": \"t\", \"model\": \"m\"}, \"samples\": ["
            + String.join(",", samples)
            + "]}");
  }

  @Test
  void epochsOfALogAreEpochsOfTheRunAndAreComparedOneByOne() throws IOException {
    List<Path> runs = new ArrayList<>();
    for (String second : List.of("ANSWER: A", "ANSWER: B")) {
      Path log = inspectOfThreeEpochs("log" + runs.size() + ".json", second);
      Path run = work.resolve("run" + runs.size() + ".assay");
      CliOutcome made = call("import", log.toString(), "-o", run.toString(), "--json");
      assertThat(made.code()).as(made.err()).isZero();
      JsonNode headline = made.estimate("layered", "choice");
      assertThat(headline.get("n").asInt()).isEqualTo(2);
      assertThat(headline.get("value").asDouble())
          .isCloseTo(runs.isEmpty() ? 1 : (2.0 / 3 + 1) / 2, within(1e-12));
      assertThat(headline.get("counts").get("planned").asInt()).isEqualTo(6);
      assertThat(headline.get("counts").get("answered").asInt()).isEqualTo(5);
      assertThat(headline.get("counts").get("skipped").asInt()).isEqualTo(1);
      runs.add(run);
    }
    CliOutcome told =
        call(
            "import",
            work.resolve("log0.json").toString(),
            "-o",
            work.resolve("third.assay").toString());
    assertThat(told.err()).contains("imported: 2 questions, 5 answers in 3 epochs from a log of");

    JsonNode diff =
        call("diff", runs.getFirst().toString(), runs.getLast().toString(), "--json").json();
    assertThat(diff.get("matched").asInt()).isEqualTo(2);
    assertThat(diff.get("gap").asDouble()).isCloseTo(-1.0 / 6, within(1e-12));
    assertThat(diff.get("items")).hasSize(1);
    assertThat(diff.get("items").get(0).get("first_id").asText()).isEqualTo("q1");
    assertThat(diff.get("items").get(0).get("epoch").asInt()).isEqualTo(2);
    assertThat(call("diff", runs.getFirst().toString(), runs.getLast().toString()).out())
        .contains("q1, epoch 2");
  }

  private static final int REPEATS = 3;

  /** The log that lm-evaluation-harness wrote, with every reply given thrice. */
  private Path repeated() throws IOException {
    Path log =
        SharedData.require(
            "harness-logs/lm-evaluation-harness/samples_bench_mcq_2026-11-22T01-40-40.090012.jsonl");
    ObjectMapper mapper = new ObjectMapper();
    List<String> lines = new ArrayList<>();
    for (String line : Files.readAllLines(log)) {
      ObjectNode record = (ObjectNode) mapper.readTree(line);
      JsonNode reply = record.get("resps").get(0).get(0);
      ArrayNode replies = record.putArray("resps").addArray();
      for (int i = 0; i < REPEATS; i++) {
        replies.add(reply);
      }
      lines.add(record.toString());
    }
    return Files.write(work.resolve("samples_bench_mcq_2026-11-22T01-40-40.090012.jsonl"), lines);
  }

  @Test
  void whatALogDoesNotStateOfFurtherRepliesIsNotWrong() throws IOException {
    Path run = work.resolve("repeats.assay");
    assertThat(call("import", repeated().toString(), "-o", run.toString()).code()).isZero();
    CliOutcome show = call("show", run.toString(), "--json");
    assertThat(show.estimate("recorded", "choice").get("value").asDouble())
        .as("of the first epoch alone the log says what was read")
        .isCloseTo(0.72, within(1e-12));
    assertThat(show.estimate("recorded", "choice").at("/counts/undefined").asInt()).isEqualTo(600);
    assertThat(call("score", run.toString(), "--extractor", "all", "--columns", "200").out())
        .containsPattern("recorded@1 +72\\.0 +66\\.7 +– +0 +1\\.00 ")
        .contains("The score runs from 24.0 % to 72.0 % over the 10 rules that read at least half")
        .contains("not counted: 1 rule that read less than half, 8 rules that read none.");
  }

  @Test
  void aRightAnswerThatIsNoOptionIsTold() throws IOException {
    String question =
        """
        {"id": "q%d", "epoch": 1, "input": "What is q%d?", "choices": ["this", "that"],
         "target": "%s", "output": {"choices": [{"stop_reason": "stop"}], "completion": "A"}}
        """;
    List<String> samples = new ArrayList<>();
    for (int i = 1; i <= 9; i++) {
      samples.add(question.formatted(i, i, i % 2 == 0 ? "E" : "A"));
    }
    Path log =
        Files.writeString(
            work.resolve("log.json"),
            "{\"eval\": {\"task\": \"t\", \"model\": \"m\"}, \"samples\": ["
                + String.join(",", samples)
                + "]}");
    CliOutcome made = call("import", log.toString(), "-o", work.resolve("r.assay").toString());
    assertThat(made.code()).isZero();
    assertThat(made.err())
        .contains(
            "of 4 of 9 questions the log calls right what is none of their options, so they do"
                + " not ask for a choice: q2 (E), q4 (E), q6 (E), …");
  }

  @Test
  void aRecordingOfSeveralEpochsIsARunOfAsMany() throws IOException {
    Path log = inspectOfThreeEpochs("log.json", "ANSWER: B");
    Files.writeString(
        work.resolve("questions.jsonl"),
        """
        {"id": "q1", "question": "What is q1?", "options": ["this", "that"], "answer": "A"}
        {"id": "q2", "question": "What is q2?", "options": ["this", "that"], "answer": "A"}
        """);
    Files.writeString(
        work.resolve("benchmark.yaml"),
        """
        assay: 1
        name: two
        version: "1"
        language: en
        data: {test: {path: questions.jsonl, count: 2}}
        columns: {id: string, question: string, options: "list<string>", answer: string}
        sample:
          id: "{id}"
          kind: choice
          question: "{question}"
          options: {from: options}
          target: {key: "{answer}"}
        prompt: "{question}"
        """);
    for (String epochs : List.of("", "1", "2")) {
      List<String> command =
          new ArrayList<>(
              List.of(
                  "run",
                  work.toString(),
                  "--data",
                  work.toString(),
                  "--model",
                  "recorded:" + log,
                  "-o",
                  work.resolve("run" + epochs + ".assay").toString(),
                  "--json"));
      if (!epochs.isEmpty()) {
        command.addAll(List.of("--epochs", epochs));
      }
      CliOutcome outcome = call(command.toArray(String[]::new));
      assertThat(outcome.code()).as(outcome.err()).isZero();
      JsonNode counts = outcome.estimates().getFirst().get("counts");
      assertThat(counts.get("planned").asInt())
          .isEqualTo(epochs.isEmpty() ? 6 : 2 * Integer.parseInt(epochs));
      assertThat(counts.get("answered").asInt())
          .isEqualTo(epochs.isEmpty() ? 5 : 2 * Integer.parseInt(epochs));
    }
  }

  @Test
  void aLogIsARecordingOfTheBenchmarkThatWasAsked() throws IOException {
    Path data = SharedData.require("harness-logs");
    Files.writeString(
        work.resolve("benchmark.yaml"),
        """
        assay: 1
        name: bench
        version: "1"
        language: en
        data: {test: {path: questions.jsonl, count: 2000}}
        columns: {id: string, question: string, options: "list<string>", answer: string}
        sample:
          id: "{id}"
          kind: choice
          question: "{question}"
          options: {from: options}
          target: {key: "{answer}"}
        prompt: "{question}\\n{options}\\nEnd with the line ANSWER: X."
        read: {choice: [layered]}
        score: {choice: [choice]}
        metrics: {choice: [accuracy]}
        """);
    List<Path> runs = new ArrayList<>();
    for (String log : List.of(LM_EVAL, VLM, INSPECT)) {
      Path run = work.resolve("run" + runs.size() + ".assay");
      CliOutcome outcome =
          call(
              "run",
              work.toString(),
              "--data",
              data.toString(),
              "--model",
              "recorded:" + data.resolve(log),
              "-o",
              run.toString(),
              "--json");
      assertThat(outcome.code()).as(outcome.err()).isZero();
      boolean all = log.equals(INSPECT);
      JsonNode headline = outcome.estimate("layered", "choice");
      assertThat(headline.get("n").asInt()).isEqualTo(all ? 2000 : 300);
      assertThat(headline.get("value").asDouble()).isCloseTo(all ? 0.6915 : 0.72, within(1e-12));
      assertThat(headline.get("counts").get("skipped").asInt()).isEqualTo(all ? 0 : 1700);
      runs.add(run);
    }
    CliOutcome diff = call("diff", runs.get(1).toString(), runs.get(2).toString(), "--json");
    assertThat(diff.json().get("matched").asInt()).isEqualTo(300);
    JsonNode stated = call("diff", runs.get(0).toString(), runs.get(2).toString(), "--json").json();
    assertThat(cause(stated, "prompt").get("known").asBoolean()).isTrue();
    assertThat(cause(stated, "prompt").get("differing").asInt()).isEqualTo(300);
    assertThat(cause(stated, "settings").get("known").asBoolean()).isTrue();
    assertThat(cause(stated, "settings").get("differing").asInt()).isZero();
    CliOutcome compared = call("compare", runs.get(0).toString(), runs.get(2).toString());
    assertThat(compared.code()).as(compared.err()).isZero();
    assertThat(compared.out().replaceAll("\\s+", " "))
        .contains("Not alike: the prompts that the recordings state, in 300 of 300 trials.");
    CliOutcome json = call("compare", runs.get(0).toString(), runs.get(2).toString(), "--json");
    assertThat(json.json().at("/stated_prompts/trials").asInt()).isEqualTo(300);
    assertThat(json.json().at("/stated_prompts/differing").asInt()).isEqualTo(300);
  }

  @Test
  void everyExtractorIsSetBesideTheOthers() throws IOException {
    Path run = imported(LM_EVAL, "run.assay");
    CliOutcome text = call("score", run.toString(), "--extractor", "all", "--columns", "80");
    assertThat(text.out())
        .contains("recorded:bench: 300 answers of kind choice, scored by choice@1")
        .contains("not applicable: whole@1, logprob-letter@1, likelihood@1")
        .contains("The score runs from 24.0 % to 72.0 % over the 11 rules that read at least half")
        .contains("not counted: 8 rules that read none.")
        .containsPattern("layered@1 +72\\.0 +0\\.0 +– +0 +– +0\\.90");
    assertThat(text.out().lines())
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
    CliOutcome json = call("score", run.toString(), "--extractor", "all", "--json");
    var schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(
                Files.readString(CliOutcome.HOME.resolve("schema/results.schema.json")),
                InputFormat.JSON);
    assertThat(schema.validate(json.out(), InputFormat.JSON)).isEmpty();
    JsonNode agreement = json.json().get("agreements").get(0);
    JsonNode rules = agreement.get("rules");
    for (int i = 0; i < rules.size(); i++) {
      JsonNode kappas = rules.get(i).get("kappas");
      assertThat(kappas.get(i).isNull()).isTrue();
      for (int j = 0; j < rules.size(); j++) {
        assertThat(kappas.get(j)).isEqualTo(rules.get(j).get("kappas").get(i));
      }
      if (rules.get(i).get("extractor").asText().equals("recorded@1")) {
        assertThat(kappas.get(0).asDouble()).isEqualTo(1);
      }
    }
    String items = call("show", run.toString(), "--disagreements").out();
    assertThat(items)
        .startsWith("221 of 300 answers read differently by 11 rules that apply and read any.\n\n")
        .contains("q000001  gold: D", "reply: ANSWER: D", "A  nearest-option@1")
        .doesNotContain("nothing", "exact@1", "logprob-letter@1")
        .endsWith("\nand 201 more, less contested; --first N lists N of them, --json all.\n");
    assertThat(items.lines().filter(line -> line.contains("gold: "))).hasSize(20);
    String first = call("show", run.toString(), "--disagreements", "--first", "1").out();
    assertThat(first.lines().filter(line -> line.contains("gold: "))).hasSize(1);
    List<String> all =
        call("show", run.toString(), "--disagreements", "--json").out().lines().toList();
    assertThat(all).hasSize(221);
    assertThat(all.getFirst()).contains("\"exact@1\":null", "\"nearest-option@1\":\"C\"");
    assertThat(call("show", run.toString(), "--disagreements", "--unread", "--json").out().lines())
        .as("rules that read none have no say")
        .hasSize(221);
  }

  @Test
  void whatIsNoLogIsTold() throws IOException {
    Path file = Files.writeString(work.resolve("x.json"), "{\"a\": 1}");
    CliOutcome outcome = call("import", file.toString(), "-o", work.resolve("x.assay").toString());
    assertThat(outcome.code()).isEqualTo(4);
    assertThat(outcome.err())
        .contains("this is no log of a program that is known: it holds a document with the keys a")
        .contains("promptfoo: a document with results.results");
    assertThat(work.resolve("x.assay")).doesNotExist();
  }

  @Test
  void aDamagedLogIsToldAsSuch() throws IOException {
    Path log = SharedData.require("harness-logs/" + INSPECT);
    byte[] bytes = Files.readAllBytes(log);
    Path cut = Files.write(work.resolve("cut.eval"), java.util.Arrays.copyOf(bytes, 100_000));
    CliOutcome outcome = call("import", cut.toString(), "-o", work.resolve("x.assay").toString());
    assertThat(outcome.code()).isEqualTo(4);
    assertThat(outcome.err()).contains("cut.eval").doesNotContain("should not happen");
    byte[] broken = bytes.clone();
    java.util.Arrays.fill(broken, 40_000, 60_000, (byte) 7);
    Path damaged = Files.write(work.resolve("damaged.eval"), broken);
    CliOutcome other = call("import", damaged.toString(), "-o", work.resolve("x.assay").toString());
    assertThat(other.code()).isEqualTo(4);
    assertThat(other.err()).contains("damaged.eval, entry samples/");
    assertThat(work.resolve("x.assay")).doesNotExist();
  }
}
