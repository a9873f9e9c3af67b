package assay.datasets.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import assay.core.Sha256;
import assay.testkit.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Logs that the programs wrote themselves, kept by public repositories as test data of their own
 * and not by this one. Tried where they lie in {@code harness-logs/written} of the data; {@code
 * docs/guide/why-do-two-harnesses-differ.md} says where each is from.
 */
class PublicLogsTest {

  private static final String LM_EVAL =
      "samples_math_perturbed_full_2026-01-21T03-44-18.458309.jsonl";

  @TempDir private Path folder;

  private static Path written(String name) {
    return SharedData.require("harness-logs/written/" + name);
  }

  private static List<LoggedTrial> trials(String name) {
    List<LoggedTrial> trials = new ArrayList<>();
    HarnessLog.open(written(name)).read(trials::add);
    return trials;
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "helm-mmlu/scenario_state.json, HELM, , openai/gpt2, 10",
    "helm-narrative-qa/scenario_state.json, HELM, , openai/gpt2, 2",
    "inspect-pubmedqa.json, Inspect, inspect_evals/pubmedqa, openai/azure/gpt-4o-mini, 2",
    "mmlu_customgpt.html, simple-evals, mmlu, customgpt, 1",
    "mgsm_customgpt.html, simple-evals, mgsm, customgpt, 11",
    "inspect-images.json, Inspect, images, openai/gpt-4o, 1",
    LM_EVAL
        + ", lm-evaluation-harness, math_perturbed_full, RylanSchaeffer/mem_Qwen3-93M_minerva_math_rep_0_sbst_1.0000_epch_1_ot_1, 10"
  })
  void aLogIsKnownWithTaskAndModel(
      String name, String program, String task, String model, int questions) throws IOException {
    HarnessLog log = HarnessLog.open(written(name));
    assertThat(log.program()).isEqualTo(program);
    assertThat(log.task()).isEqualTo(task);
    assertThat(log.systems()).containsExactly(model);
    LogConversion.Made made = LogConversion.write(List.of(log), null, folder);
    assertThat(made.questions()).isEqualTo(questions);
    assertThat(made.failed()).isZero();
    assertThat(made.prompts()).isTrue();
  }

  @Test
  void helmsTaskStandsBesideTheLog() throws IOException {
    Path log = folder.resolve("scenario_state.json");
    Files.copy(written("helm-mmlu/scenario_state.json"), log);
    assertThat(HarnessLog.open(log).task()).isNull();
    LogConversion.Made unnamed =
        LogConversion.write(
            List.of(HarnessLog.open(log)), null, Files.createDirectory(folder.resolve("made")));
    assertThat(unnamed.name()).isEqualTo("helm-log");

    Path run =
        Files.createDirectory(
            folder.resolve(
                "mmlu_subject=philosophy,method=multiple_choice_joint,model=openai_gpt2"));
    Path inRun = Files.copy(log, run.resolve("scenario_state.json"));
    HarnessLog byFolder = HarnessLog.open(inRun);
    assertThat(byFolder.task()).isEqualTo("mmlu_subject=philosophy,method=multiple_choice_joint");
    assertThat(byFolder.doubt())
        .hasValueSatisfying(
            doubt -> assertThat(doubt).contains("the folder's name").contains("no run_spec.json"));

    Files.writeString(
        run.resolve("run_spec.json"),
        """
        {"name": "mmlu:subject=philosophy,method=multiple_choice_joint,model=openai_gpt2",
         "adapter_spec": {"model": "openai/gpt2"}}
        """);
    HarnessLog bySpec = HarnessLog.open(inRun);
    assertThat(bySpec.task()).isEqualTo("mmlu:subject=philosophy,method=multiple_choice_joint");
    assertThat(bySpec.systems()).containsExactly("openai/gpt2");
    assertThat(bySpec.doubt()).isEmpty();

    Files.writeString(inRun, Files.readString(inRun).replace("\"model\": \"openai/gpt2\",", ""));
    assertThat(HarnessLog.open(inRun).systems()).containsExactly("openai/gpt2");
  }

  @Test
  void helmsChoicesHaveTheirOptionsAndGold() throws IOException {
    List<LoggedTrial> trials = trials("helm-mmlu/scenario_state.json");
    assertThat(trials).extracting(LoggedTrial::reply).containsOnly(" D");
    assertThat(trials.getFirst().options())
        .containsExactly(
            Map.entry("A", "external meaning"),
            Map.entry("B", "god's plan"),
            Map.entry("C", "internalmeaning"),
            Map.entry("D", "meaning in an afterlife"));
    assertThat(trials.getFirst().gold()).containsExactly("internalmeaning");
    assertThat(trials.getFirst().stated().settings())
        .containsExactly(
            Map.entry("temperature", "0.0"),
            Map.entry("n", "1"),
            Map.entry("top_k_per_token", "5"),
            Map.entry("max_tokens", "1"),
            Map.entry("stop", "[]"),
            Map.entry("echo_prompt", "false"),
            Map.entry("top_p", "1"),
            Map.entry("presence_penalty", "0"),
            Map.entry("frequency_penalty", "0"));
    assertThat(trials.getFirst().stated().images()).isEmpty();
    LogConversion.write(
        List.of(HarnessLog.open(written("helm-mmlu/scenario_state.json"))), null, folder);
    assertThat(
            Files.readAllLines(folder.resolve("samples.jsonl")).stream()
                .map(line -> line.replaceAll(".*\"gold\":\\[\"(.)\"].*", "$1")))
        .containsExactly("C", "C", "A", "B", "C", "A", "B", "D", "B", "C");
  }

  @Test
  void helmsOpenAnswersHaveAllThatIsCorrect() {
    LoggedTrial trial = trials("helm-narrative-qa/scenario_state.json").getFirst();
    assertThat(trial.gold()).containsExactly("The school Mascot", "the schools mascot");
    assertThat(trial.reply()).isEqualTo(" Olive.");
    assertThat(trial.options()).isEmpty();
    assertThat(trial.stated().settings()).containsEntry("stop", "[\"\\n\"]");
  }

  /** Logs of July 2025 have no {@code completion}: what was said stands in the first choice. */
  @Test
  void inspectsRepliesStandInTheChoicesToo() {
    List<LoggedTrial> trials = trials("inspect-pubmedqa.json");
    assertThat(trials).extracting(LoggedTrial::id).containsExactly("12377809", "26163474");
    assertThat(trials).extracting(LoggedTrial::reply).containsOnly("ANSWER: A");
    assertThat(trials.getFirst().gold()).containsExactly("A");
    assertThat(trials.getFirst().verdict()).isEqualTo(new LoggedTrial.Verdict("A", 1.0));
    assertThat(trials.getFirst().options()).containsEntry("C", "maybe").hasSize(3);
    assertThat(trials.getFirst().spent().completion()).isEqualTo(4);
  }

  @Test
  void inspectsPicturesAreKnownByTheirBytes() throws IOException {
    LoggedTrial trial = trials("inspect-images.json").getFirst();
    assertThat(trial.reply()).isEqualTo("[Abstract]");
    assertThat(trial.gold()).containsExactly("bike", "bicycle");
    Matcher picture =
        Pattern.compile("data:image/png;base64,([^\"]+)")
            .matcher(Files.readString(written("inspect-images.json")));
    assertThat(picture.find()).isTrue();
    assertThat(trial.stated().images())
        .containsExactly(Sha256.of(Base64.getDecoder().decode(picture.group(1))));
  }

  @Test
  void simpleEvalsReportIsRead() {
    LoggedTrial choice = trials("mmlu_customgpt.html").getFirst();
    assertThat(choice.prompt())
        .startsWith(
            "Answer the following multiple choice question. The last line of your response should"
                + " be of the following format: 'Answer: $LETTER' (without quotes)")
        .endsWith("D) Sub unit chemically inactivated vaccine");
    assertThat(PromptOptions.of(choice.asked()))
        .containsEntry("C", "Self-assemble of virus L1 protein into VLP")
        .hasSize(4);
    assertThat(choice.reply()).endsWith("I'm sorry, I don't know the answer.");
    assertThat(choice.gold()).containsExactly("A");
    assertThat(choice.verdict()).isEqualTo(new LoggedTrial.Verdict(null, 0.0));

    List<LoggedTrial> numbers = trials("mgsm_customgpt.html");
    assertThat(numbers).hasSize(11);
    assertThat(numbers).allSatisfy(trial -> assertThat(trial.gold()).containsExactly("18"));
    // The report prints 0.727 as the score of all.
    assertThat(numbers.stream().mapToDouble(t -> Objects.requireNonNull(t.verdict().score())).sum())
        .isEqualTo(8);
    assertThat(numbers.get(1).reply()).endsWith("Antwort: 18");
  }

  @Test
  void metricsOfSimpleEvalsNameTheReport() {
    Path metrics = written("mmlu_customgpt.json");
    assertThatThrownBy(() -> HarnessLog.open(metrics))
        .hasMessageContaining("this is simple-evals' metrics: it holds no answers")
        .hasMessageContaining("import mgsm_customgpt.html or mmlu_customgpt.html");
  }

  @Test
  void lmEvalsGeneratedAnswersHaveSettingsAndScores() {
    List<LoggedTrial> trials = trials(LM_EVAL);
    assertThat(trials.getFirst().gold()).containsExactly("3");
    assertThat(trials.getFirst().stated().settings())
        .containsExactly(
            Map.entry("stop", "[\"Problem:\",\"\\n\\n\"]"),
            Map.entry("do_sample", "false"),
            Map.entry("temperature", "0.0"),
            Map.entry("max_tokens", "512"));
    assertThat(trials).allSatisfy(trial -> assertThat(trial.verdict().score()).isNotNull());
  }
}
