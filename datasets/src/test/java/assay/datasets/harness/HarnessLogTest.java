package assay.datasets.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import assay.core.AssayException;
import assay.testkit.SharedData;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HarnessLogTest {

  @TempDir private Path folder;

  private static Path fixture(String name) {
    try {
      return Path.of(Objects.requireNonNull(HarnessLogTest.class.getResource(name), name).toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  private static List<LoggedTrial> trials(Path path) {
    List<LoggedTrial> trials = new ArrayList<>();
    HarnessLog.open(path).read(trials::add);
    return trials;
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource({
    "samples_ranked_2026-01-31T10-00-00.000000.jsonl, lm-evaluation-harness, ranked",
    "scenario_state.json, HELM, ",
    "medqa_model_allresults.json, simple-evals, medqa",
    "inspect.json, Inspect, bones",
    "model_Set.tsv, VLMEvalKit, Set",
    "model_Set.json, VLMEvalKit, Set",
    "promptfoo.json, promptfoo, Organs"
  })
  void contentTellsTheProgram(String name, String program, String task) throws IOException {
    assertThat(HarnessLog.open(fixture(name)).program()).isEqualTo(program);
    assertThat(HarnessLog.open(fixture(name)).task()).isEqualTo(task);
    String ending = name.substring(name.lastIndexOf('.'));
    Path renamed = Files.copy(fixture(name), folder.resolve("renamed" + ending));
    assertThat(HarnessLog.open(renamed).program()).isEqualTo(program);
  }

  @Test
  void anOptionOfTheHighestLikelihoodIsTheReply() {
    List<LoggedTrial> trials = trials(fixture("samples_ranked_2026-01-31T10-00-00.000000.jsonl"));
    assertThat(trials).extracting(LoggedTrial::reply).containsExactly("B", "C");
    assertThat(trials.getFirst().options())
        .containsExactly(
            Map.entry("A", "Liver"), Map.entry("B", "Pancreas"), Map.entry("C", "Spleen"));
    assertThat(GoldForm.INDEX.key(trials.getFirst().gold().getFirst(), trials.getFirst().options()))
        .contains("B");
    assertThat(trials.get(1).verdict()).isEqualTo(new LoggedTrial.Verdict("C", 0.0));
    assertThat(trials.getFirst().prompt()).isEqualTo("Q: Which organ makes insulin?\nA:");
  }

  @Test
  void ofSeveralFiltersTheFirstCounts() {
    List<LoggedTrial> trials = trials(fixture("samples_filters_2026-01-31T10-00-00.000000.jsonl"));
    assertThat(trials).hasSize(1);
    assertThat(trials.getFirst().reply()).isEqualTo("Well, yes.");
    assertThat(trials.getFirst().verdict()).isEqualTo(new LoggedTrial.Verdict("[invalid]", 0.0));
    assertThat(trials.getFirst().id()).isEqualTo("q1");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "model_Set.tsv, model, Set, ",
    "model_Set_exact_matching_result.tsv, model, Set, ",
    "model_Set_openai_result.tsv, model, Set, ",
    "model_MMMU_DEV_VAL_gpt-4o-mini_result.tsv, model, MMMU_DEV_VAL, up to its first",
    "llava_7b_Set.tsv, llava, 7b_Set, up to its first",
    "llava_7b/llava_7b_Set.tsv, llava_7b, Set, ",
    "llava_7b/T20260203_Ga186fad8/llava_7b_MMMU_DEV_VAL_results.tsv, llava_7b, MMMU_DEV_VAL, "
  })
  void vlmEvalKitsTablesAreNamedByModelAndSet(String name, String model, String set, String doubt)
      throws IOException {
    Path table = folder.resolve(name);
    Files.createDirectories(table.getParent());
    Files.copy(fixture("model_Set.tsv"), table);

    HarnessLog log = HarnessLog.open(table);

    assertThat(log.systems()).containsExactly(model);
    assertThat(log.task()).isEqualTo(set);
    if (doubt == null) {
      assertThat(log.doubt()).isEmpty();
    } else {
      assertThat(log.doubt().orElseThrow()).contains(doubt);
    }
  }

  @Test
  void helmHasOptionsInItsMappingAndNoScores() {
    List<LoggedTrial> trials = trials(fixture("scenario_state.json"));
    assertThat(trials.getFirst().gold()).containsExactly("Pancreas");
    assertThat(trials.getFirst().reply()).isEqualTo(" B");
    assertThat(trials.getFirst().verdict()).isEqualTo(LoggedTrial.Verdict.NONE);
    assertThat(trials.get(1).reply()).isNull();
    assertThat(trials.get(1).error()).isEqualTo("timed out");
    assertThat(HarnessLog.open(fixture("scenario_state.json")).systems())
        .containsExactly("maker/model-1");
  }

  @Test
  void simpleEvalsSaysItsVerdictOnAPageOnly() {
    List<LoggedTrial> trials = trials(fixture("medqa_model_allresults.json"));
    assertThat(trials.getFirst().verdict()).isEqualTo(new LoggedTrial.Verdict("B", 1.0));
    assertThat(trials.get(1).verdict()).isEqualTo(new LoggedTrial.Verdict(null, 0.0));
    assertThat(trials.getFirst().gold()).containsExactly("B");
    assertThat(PromptOptions.of(trials.getFirst().asked()))
        .containsEntry("A", "Liver")
        .containsEntry("B", "Pancreas")
        .hasSize(2);
  }

  @Test
  void inspectKeepsEpochsAttachmentsAndErrors() {
    List<LoggedTrial> trials = trials(fixture("inspect.json"));
    assertThat(trials).extracting(LoggedTrial::epoch).containsExactly(1, 2, 1, 1, 1, 1, 1);
    assertThat(trials.getFirst().asked())
        .isEqualTo("[system]\nBe brief.\n\n[user]\nWhich is a bone?\n\nA) Femur\nB) Ureter");
    assertThat(trials.getFirst().verdict()).isEqualTo(new LoggedTrial.Verdict("A", 1.0));
    assertThat(trials.getFirst().spent())
        .isEqualTo(new LoggedTrial.Spent(20L, 3L, 0.25, null, "stop"));
    assertThat(trials.get(2).verdict().score()).isEqualTo(0.5);
    assertThat(trials.get(2).asked()).isEqualTo("Is this right?");
    assertThat(trials.get(3).error()).isEqualTo("connection lost");
    assertThat(trials.get(3).reply()).isNull();
  }

  /** Inspect writes an empty output for a sample that failed, and what went wrong beside it. */
  @Test
  void inspectsErrorsAreFailuresAndEmptyRepliesAreReplies() {
    List<LoggedTrial> trials = trials(fixture("inspect.json"));
    assertThat(trials.get(4).reply()).isNull();
    assertThat(trials.get(4).error()).isEqualTo("Your request was flagged");
    assertThat(trials.get(5).reply()).isEmpty();
    assertThat(trials.get(5).error()).isNull();
    assertThat(trials.get(6).reply()).isNull();
    assertThat(trials.get(6).error()).isEqualTo("no output: the limit of time was reached");
  }

  @Test
  void whatWentOnBesidesIsNotKept() {
    JsonNode record = trials(fixture("inspect.json")).getFirst().record();
    assertThat(record.has("events")).isFalse();
    assertThat(record.has("attachments")).isFalse();
    assertThat(record.has("output")).isTrue();
    JsonNode cut =
        LoggedReply.kept(
            JsonNodeFactory.instance.objectNode().put("image", "x".repeat(20_000)).put("a", "b"));
    assertThat(cut.get("image").asText())
        .isEqualTo("x".repeat(256) + "… (19744 characters more in the log)");
    assertThat(cut.get("a").asText()).isEqualTo("b");
  }

  /** Two programs write words of their own in the place of a reply that never came. */
  @Test
  void wordsInThePlaceOfAReplyAreFailures() {
    LoggedTrial table = trials(fixture("model_Set.json")).get(2);
    assertThat(table.reply()).isNull();
    assertThat(table.error()).isEqualTo("Failed to obtain answer via API.");
    LoggedTrial page = trials(fixture("medqa_model_allresults.json")).get(2);
    assertThat(page.reply()).isNull();
    assertThat(page.error()).isEqualTo("No response (bad request).");
  }

  @Test
  void promptfooTellsAFailureFromAnAnswer() {
    List<LoggedTrial> trials = trials(fixture("promptfoo.json"));
    assertThat(trials.getFirst().prompt())
        .isEqualTo("[system]\nBe brief.\n\n[user]\nIs the liver an organ?");
    assertThat(trials.getFirst().spent().seconds()).isEqualTo(0.5);
    assertThat(trials.get(1).reply()).isNull();
    assertThat(trials.get(1).error()).isEqualTo("503");
  }

  @Test
  void whatIsNoLogIsToldWithWhatItHolds() throws IOException {
    Path table = Files.writeString(folder.resolve("a.csv"), "name,age\nx,3\n");
    assertThatThrownBy(() -> HarnessLog.open(table))
        .isInstanceOf(AssayException.class)
        .hasMessageContaining("it holds records with the fields name, age")
        .hasMessageContaining("VLMEvalKit: a table with the columns index, question and prediction")
        .hasMessageContaining("remedy: with a benchmark of yours");
    Path empty = Files.writeString(folder.resolve("empty.jsonl"), "");
    assertThatThrownBy(() -> HarnessLog.open(empty))
        .hasMessageContaining("empty.jsonl: is empty (0 bytes)");
    assertThatThrownBy(() -> HarnessLog.open(folder.resolve("none.json")))
        .hasMessageContaining("there is no such file");
    Path cut =
        Files.writeString(
            folder.resolve("cut.json"),
            Files.readString(fixture("scenario_state.json")).substring(0, 900));
    assertThatThrownBy(() -> HarnessLog.open(cut)).isInstanceOf(AssayException.class);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          results.json | {"results": {}, "configs": {}, "config": {}, "n-shot": {}} | \
          lm-evaluation-harness's or lmms-eval's results | samples_TASK_TIME.jsonl
          stats.json | [{"name": {"name": "em"}, "count": 1, "sum": 1.0, "sum_squared": 1.0}] | \
          HELM's stats.json or per_instance_stats.json | scenario_state.json of the same folder
          per.json | [{"instance_id": "id1", "train_trial_index": 0, "stats": []}] | \
          HELM's stats.json or per_instance_stats.json | scenario_state.json of the same folder
          run_spec.json | {"name": "mmlu", "scenario_spec": {}, "adapter_spec": {}} | \
          HELM's run_spec.json | scenario_state.json of the same folder
          log.json | {"status": "success", "eval": {}, "results": {}} | \
          an Inspect log without samples | a log with its samples
          status.json | {"eval_id": "T", "datasets": {}, "pred_format": "xlsx"} | \
          VLMEvalKit's status.json | MODEL_DATASET.xlsx
          mmlu_gpt.json | {"score:std": 0.4, "score": 0.8} | \
          simple-evals' metrics | …_allresults.json or …html of the same folder
          """)
  void aFileOfFiguresNamesTheOneThatIsWanted(
      String name, String content, String what, String wanted) throws IOException {
    Path file = Files.writeString(folder.resolve(name), content);
    assertThat(HarnessLog.find(file)).isEmpty();
    assertThatThrownBy(() -> HarnessLog.open(file))
        .isInstanceOf(AssayException.class)
        .hasMessageContaining("this is " + what + ": it holds no answers")
        .hasMessageContaining("expected: " + wanted);
  }

  @Test
  void whatLiesBesideFiguresIsNamed() {
    Path data = SharedData.require("harness-logs");
    assertThatThrownBy(
            () ->
                HarnessLog.open(
                    data.resolve("lm-evaluation-harness/results_2026-11-22T01-40-40.090012.json")))
        .hasMessageContaining("remedy: import samples_bench_mcq_2026-11-22T01-40-40.090012.jsonl");
    assertThatThrownBy(
            () -> HarnessLog.open(data.resolve("lmms-eval/20261122_094522_results.json")))
        .hasMessageContaining("remedy: import 20261122_094522_samples_bench_mcq.jsonl");
    assertThatThrownBy(() -> HarnessLog.open(data.resolve("VLMEvalKit/bench_Bench_acc.csv")))
        .hasMessageContaining("this is VLMEvalKit's accuracies: it holds no answers")
        .hasMessageContaining("import bench_Bench.xlsx or bench_Bench_exact_matching_result.xlsx");
    assertThatThrownBy(() -> HarnessLog.open(data.resolve("VLMEvalKit/status.json")))
        .hasMessageContaining("this is VLMEvalKit's status.json");
  }

  @Test
  void aConversionKeepsKindsGoldAndVerdicts() throws IOException {
    LogConversion.Made made =
        LogConversion.write(List.of(HarnessLog.open(fixture("inspect.json"))), null, folder);
    assertThat(made.questions()).isEqualTo(6);
    assertThat(made.repeated()).isEqualTo(1);
    assertThat(made.failed()).isEqualTo(3);
    List<String> samples = Files.readAllLines(folder.resolve("samples.jsonl"));
    assertThat(samples.get(0)).contains("\"kind\":\"choice\"", "\"gold\":[\"A\"]", "Femur");
    assertThat(samples.get(1)).contains("\"kind\":\"yes-no\"", "\"answer\":\"no\"");
    assertThat(samples.get(2)).contains("\"kind\":\"text\"", "[\"femur\",\"tibia\"]");
    assertThat(Files.readString(folder.resolve("benchmark.yaml")))
        .contains("name: \"bones\"", "title: \"bones, as Inspect logged it\"")
        .containsPattern("# made of \"inspect.json\", SHA-256 [0-9a-f]{64}\n");
    assertThat(Files.readAllLines(folder.resolve("replies.jsonl")).get(3))
        .contains("\"reply\":null,\"error\":\"connection lost\"");
  }

  @Test
  void keysAreMeantByKeyTextOrPosition() {
    LinkedHashMap<String, String> options = new LinkedHashMap<>();
    options.put("A", "Femur");
    options.put("B", "Ureter");
    assertThat(GoldForm.KEY.key("(B)", options)).contains("B");
    assertThat(GoldForm.TEXT.key(" ureter ", options)).contains("B");
    assertThat(GoldForm.INDEX.key("0", options)).contains("A");
    for (GoldForm form : GoldForm.values()) {
      assertThat(form.key("C", options)).isEmpty();
    }
    options.put("C", "femur");
    assertThat(GoldForm.TEXT.key("Femur", options)).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "lm-evaluation-harness/samples_bench_mcq_2026-11-22T01-40-40.090012.jsonl, 300, 216",
    "lmms-eval/20261122_094522_samples_bench_mcq.jsonl, 300, 216",
    "VLMEvalKit/bench_Bench_exact_matching_result.xlsx, 300, 216",
    "promptfoo/results.json, 300, 216",
    "inspect/bench-mcq.eval, 2000, 1383"
  })
  void everyProgramsLogOfTheSameQuestionsIsRead(String file, int rows, int right) {
    List<LoggedTrial> trials = trials(SharedData.require("harness-logs").resolve(file));
    assertThat(trials).hasSize(rows);
    assertThat(trials.stream().mapToDouble(t -> Objects.requireNonNull(t.verdict().score())).sum())
        .isEqualTo(right);
    assertThat(trials.getFirst().asked()).contains("58-year-old student on return from travel");
    assertThat(trials.getFirst().reply()).isEqualTo("ANSWER: D");
    assertThat(trials.getFirst().gold()).containsExactly("D");
  }
}
