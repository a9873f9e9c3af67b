package assay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import assay.cli.process.ExitCode;
import assay.testkit.SharedData;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@code assay diff} says of two programs' logs. */
class DiffCommandTest extends LogsOnTheSameQuestions {

  @Test
  void diffLaysAGapToItsCauses() throws IOException {
    Path one = imported(LM_EVAL, "one.assay");
    Path other = imported(INSPECT, "other.assay");
    CliOutcome diff = call("diff", one.toString(), other.toString(), "--json");

    assertThat(diff.code()).as(diff.err()).isZero();
    assertThat(schemaErrors(diff)).isEmpty();
    JsonNode json = diff.json();
    assertThat(json.get("matched").asInt()).isEqualTo(300);
    assertThat(json.get("gap").asDouble()).isCloseTo(0.6915 - 0.72, within(1e-12));
    assertThat(cause(json, "sample_set").get("differing").asInt()).isEqualTo(1700);
    assertThat(cause(json, "sample_set").get("points").asDouble())
        .isCloseTo(0.6915 - 0.72, within(1e-12));
    assertThat(cause(json, "prompt").get("differing").asInt()).isEqualTo(300);
    assertThat(cause(json, "prompt").get("flips").asInt()).isZero();
    assertThat(cause(json, "reply").get("differing").asInt()).isZero();
    String text = call("diff", one.toString(), other.toString(), "--columns", "80").out();
    assertThat(text).contains("B gives 2.85 points less.", "sample set         1,700");
    assertThat(text.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
  }

  @Test
  void settingsThatLogsStateAreComparedByName() throws IOException {
    Path one = imported(LM_EVAL, "one.assay");
    Path other = imported(LMMS, "other.assay");
    String text = call("diff", one.toString(), other.toString(), "--columns", "80").out();
    assertThat(text)
        .contains(
            "  settings             300            0               0.00\n",
            """
              setting             differ in it  score flips  points of the gap
              stop [] → ["\\n\\n"]           300            0               0.00
            """)
        .contains("images        not stated            0               0.00");
    String inspect =
        call("diff", one.toString(), imported(INSPECT, "third.assay").toString()).out();
    assertThat(inspect)
        .contains("settings               0", "  Only A states stop [], do_sample false.\n")
        .doesNotContain("setting  ");
    CliOutcome vlm = call("diff", one.toString(), imported(VLM, "vlm.assay").toString(), "--json");
    assertThat(cause(vlm.json(), "settings").get("known").asBoolean()).isFalse();
    assertThat(vlm.json().get("first_alone_states")).hasSize(4);
    assertThat(schemaErrors(vlm)).isEmpty();
  }

  /** The same log, with another temperature for ten questions and other replies to four. */
  @Test
  void aSettingCarriesItsFlips() throws IOException {
    Path log = SharedData.require("harness-logs/" + LM_EVAL);
    List<String> lines = new ArrayList<>(Files.readAllLines(log));
    int changed = 0;
    for (int i = 0; i < 10; i++) {
      String line = lines.get(i).replace("\"temperature\": 0.0", "\"temperature\": 0.7");
      if (changed < 4 && line.contains("\"exact_match\": 1.0")) {
        line = line.replace("\"resps\": [[\"ANSWER: ", "\"resps\": [[\"NO ANSWER, NOT ");
        changed++;
      }
      lines.set(i, line);
    }
    Path warm = Files.write(work.resolve("samples_bench_mcq.jsonl"), lines);
    Path one = imported(LM_EVAL, "one.assay");
    Path other = work.resolve("other.assay");
    assertThat(call("import", warm.toString(), "-o", other.toString()).code()).isZero();
    CliOutcome diff = call("diff", one.toString(), other.toString(), "--columns", "80");
    assertThat(diff.out())
        .contains(
            """
              setting              differ in it  score flips  points of the gap
              temperature 0 → 0.7            10            4              -1.33
            """);
    CliOutcome json = call("diff", one.toString(), other.toString(), "--json");
    assertThat(schemaErrors(json)).isEmpty();
    JsonNode setting = json.json().get("settings").get(0);
    assertThat(setting.get("first").asText()).isEqualTo("0");
    assertThat(setting.get("second").asText()).isEqualTo("0.7");
    assertThat(setting.get("flips").asInt()).isEqualTo(4);
    assertThat(cause(json.json(), "settings").get("points").asDouble())
        .isCloseTo(-4 / 300.0, within(1e-12));
    assertThat(cause(json.json(), "prompt").get("differing").asInt()).isZero();
  }

  @Test
  void trialsAreCountedWhereThereAreEpochs() throws IOException {
    List<String> lines = Files.readAllLines(SharedData.require("harness-logs/" + LM_EVAL));
    List<String> runs = new ArrayList<>();
    for (int replies : List.of(3, 2)) {
      List<String> some = new ArrayList<>();
      for (String line : replies == 3 ? lines.subList(0, 60) : lines.subList(20, 80)) {
        ObjectNode record = (ObjectNode) new ObjectMapper().readTree(line);
        String reply = record.get("resps").get(0).get(0).asText();
        ArrayNode all = record.putArray("resps").addArray();
        for (int i = 1; i <= replies; i++) {
          all.add(i == replies ? "ANSWER: A" : reply);
        }
        some.add(record.toString());
      }
      Path log = Files.write(work.resolve("samples_" + replies + ".jsonl"), some);
      Path run = work.resolve(replies + ".assay");
      assertThat(call("import", log.toString(), "-o", run.toString()).code()).isZero();
      runs.add(run.toString());
    }
    CliOutcome diff = call("diff", runs.getFirst(), runs.getLast(), "--json");
    assertThat(schemaErrors(diff)).isEmpty();
    JsonNode json = diff.json();
    assertThat(json.get("matched").asInt()).isEqualTo(40);
    assertThat(json.get("matched_trials").asInt()).isEqualTo(80);
    double matched =
        json.at("/second/mean_of_matched").asDouble()
            - json.at("/first/mean_of_matched").asDouble();
    assertThat(cause(json, "sample_set").get("points").asDouble())
        .isCloseTo(json.get("gap").asDouble() - matched, within(1e-12));
    assertThat(cause(json, "reply").get("points").asDouble()).isCloseTo(matched, within(1e-12));
    assertThat(cause(json, "sample_set").get("differing").asInt())
        .isEqualTo(60 * 3 + 60 * 2 - 2 * 80);
    assertThat(call("diff", runs.getFirst(), runs.getLast(), "--columns", "200").out())
        .contains("Of the 40 questions (80 trials) that both scored, ")
        .contains(" trials scored otherwise; on them alone A gives");

    Path rest =
        Files.writeString(
            work.resolve("rest.json"),
            """
            {"eval": {"task": "t", "model": "m"}, "samples": [
              {"id": "r1", "epoch": 1, "input": "Something else altogether?", "target": "A",
               "choices": ["this", "that"],
               "output": {"choices": [{"stop_reason": "stop"}], "completion": "A"}}]}
            """);
    Path other = work.resolve("rest.assay");
    assertThat(call("import", rest.toString(), "-o", other.toString()).code()).isZero();
    CliOutcome none = call("diff", runs.getFirst(), other.toString());
    assertThat(none.code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(none.out()).isEmpty();
    assertThat(none.err()).contains("there is nothing to explain: the runs share no question");
  }

  private static List<?> schemaErrors(CliOutcome diff) throws IOException {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(
            Files.readString(CliOutcome.HOME.resolve("schema/difference.schema.json")),
            InputFormat.JSON)
        .validate(diff.out(), InputFormat.JSON);
  }

  @Test
  void twoRulesOnTheSameRepliesDifferInReadingAlone() {
    Path data = SharedData.require("mirage");
    Path run = work.resolve("mirage.assay");
    CliOutcome made =
        call(
            "run",
            "mirage/medmcqa",
            "--data",
            data.toString(),
            "--model",
            "recorded:" + data.resolve("recorded/gpt-4-32k-medmcqa-rag.jsonl"),
            "-o",
            run.toString(),
            "--json");
    assertThat(made.code()).as(made.err()).isZero();
    JsonNode json =
        call(
                "diff",
                run.toString(),
                run.toString(),
                "--extractor",
                "mirage",
                "--extractor",
                "mirage-official",
                "--json")
            .json();
    assertThat(cause(json, "reading").get("flips").asInt()).isEqualTo(183);
    assertThat(cause(json, "reading").get("differing").asInt()).isEqualTo(526);
    assertThat(json.get("gap").asDouble()).isCloseTo(183 / 4183.0, within(1e-12));
  }
}
