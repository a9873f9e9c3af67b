package assay.datasets.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import assay.core.Sha256;
import java.io.IOException;
import java.net.URISyntaxException;
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

/** Made-up questions in the forms of the programs; {@code forms/make.py} writes them. */
class LogFormsTest {

  private static final String LM_EVAL = "samples_doses_2026-01-21T03-44-18.458309.jsonl";

  @TempDir private Path folder;

  private static Path form(String name) {
    try {
      return Path.of(
          Objects.requireNonNull(LogFormsTest.class.getResource("forms/" + name), name).toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  private static List<LoggedTrial> trials(String name) {
    List<LoggedTrial> trials = new ArrayList<>();
    HarnessLog.open(form(name)).read(trials::add);
    return trials;
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "helm-choice/scenario_state.json, HELM, , example/tiny, 3",
    "helm-open/scenario_state.json, HELM, , example/tiny, 2",
    "inspect-choices.json, Inspect, example/yes_no, example/tiny, 2",
    "inspect-picture.json, Inspect, pictures, example/tiny-vision, 1",
    "mmlu_tiny.html, simple-evals, mmlu, tiny, 1",
    "mgsm_tiny.html, simple-evals, mgsm, tiny, 3",
    LM_EVAL + ", lm-evaluation-harness, doses, example/tiny-math, 2"
  })
  void aLogIsKnownWithTaskAndModel(
      String name, String program, String task, String model, int questions) throws IOException {
    HarnessLog log = HarnessLog.open(form(name));
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
    Files.copy(form("helm-choice/scenario_state.json"), log);
    assertThat(HarnessLog.open(log).task()).isNull();
    LogConversion.Made unnamed =
        LogConversion.write(
            List.of(HarnessLog.open(log)), null, Files.createDirectory(folder.resolve("made")));
    assertThat(unnamed.name()).isEqualTo("helm-log");

    Path run = Files.createDirectory(folder.resolve("organs_subject=physiology,model=tiny"));
    Path inRun = Files.copy(log, run.resolve("scenario_state.json"));
    HarnessLog byFolder = HarnessLog.open(inRun);
    assertThat(byFolder.task()).isEqualTo("organs_subject=physiology");
    assertThat(byFolder.doubt())
        .hasValueSatisfying(
            doubt -> assertThat(doubt).contains("the folder's name").contains("no run_spec.json"));

    Files.writeString(
        run.resolve("run_spec.json"),
        """
        {"name": "organs:subject=physiology,model=tiny", "adapter_spec": {"model": "example/tiny"}}
        """);
    HarnessLog bySpec = HarnessLog.open(inRun);
    assertThat(bySpec.task()).isEqualTo("organs:subject=physiology");
    assertThat(bySpec.systems()).containsExactly("example/tiny");
    assertThat(bySpec.doubt()).isEmpty();

    Files.writeString(inRun, Files.readString(inRun).replace("\"model\": \"example/tiny\",", ""));
    assertThat(HarnessLog.open(inRun).systems()).containsExactly("example/tiny");
  }

  @Test
  void helmsChoicesHaveTheirOptionsAndGold() throws IOException {
    List<LoggedTrial> trials = trials("helm-choice/scenario_state.json");
    assertThat(trials).extracting(LoggedTrial::reply).containsOnly(" D");
    assertThat(trials.getFirst().options())
        .containsExactly(
            Map.entry("A", "the liver"),
            Map.entry("B", "the pancreas"),
            Map.entry("C", "the spleen"),
            Map.entry("D", "the thyroid"));
    assertThat(trials.getFirst().gold()).containsExactly("the pancreas");
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
        List.of(HarnessLog.open(form("helm-choice/scenario_state.json"))), null, folder);
    assertThat(
            Files.readAllLines(folder.resolve("samples.jsonl")).stream()
                .map(line -> line.replaceAll(".*\"gold\":\\[\"(.)\"].*", "$1")))
        .containsExactly("B", "D", "C");
  }

  @Test
  void helmsOpenAnswersHaveAllThatIsCorrect() {
    LoggedTrial trial = trials("helm-open/scenario_state.json").getFirst();
    assertThat(trial.gold()).containsExactly("Her wrist", "a wrist");
    assertThat(trial.reply()).isEqualTo(" Her wrist.");
    assertThat(trial.options()).isEmpty();
    assertThat(trial.stated().settings()).containsEntry("stop", "[\"\\n\"]");
  }

  /** Logs of July 2025 have no {@code completion}: what was said stands in the first choice. */
  @Test
  void inspectsRepliesStandInTheChoicesToo() {
    List<LoggedTrial> trials = trials("inspect-choices.json");
    assertThat(trials).extracting(LoggedTrial::id).containsExactly("101", "102");
    assertThat(trials).extracting(LoggedTrial::reply).containsOnly("ANSWER: A");
    assertThat(trials).extracting(LoggedTrial::gold).containsExactly(List.of("A"), List.of("B"));
    assertThat(trials)
        .extracting(LoggedTrial::verdict)
        .containsExactly(new LoggedTrial.Verdict("A", 1.0), new LoggedTrial.Verdict("A", 0.0));
    assertThat(trials.getFirst().options()).containsEntry("C", "maybe").hasSize(3);
    assertThat(trials.getFirst().spent().completion()).isEqualTo(4);
  }

  @Test
  void inspectsPicturesAreKnownByTheirBytes() throws IOException {
    LoggedTrial trial = trials("inspect-picture.json").getFirst();
    assertThat(trial.reply()).isEqualTo("[Shades]");
    assertThat(trial.gold()).containsExactly("shades", "a ramp");
    Matcher picture =
        Pattern.compile("data:image/png;base64,([^\"]+)")
            .matcher(Files.readString(form("inspect-picture.json")));
    assertThat(picture.find()).isTrue();
    assertThat(trial.stated().images())
        .containsExactly(Sha256.of(Base64.getDecoder().decode(picture.group(1))));
  }

  @Test
  void simpleEvalsReportIsRead() {
    LoggedTrial choice = trials("mmlu_tiny.html").getFirst();
    assertThat(choice.prompt())
        .startsWith(
            "Answer the following multiple choice question. The last line of your response should"
                + " be of the following format: 'Answer: $LETTER' (without quotes)")
        .endsWith("D) The brain's waves");
    assertThat(PromptOptions.of(choice.asked())).containsEntry("C", "The lung's volume").hasSize(4);
    assertThat(choice.reply()).isEqualTo("It could be A, or it couldn't.\n\nI don't know.");
    assertThat(choice.gold()).containsExactly("A");
    assertThat(choice.verdict()).isEqualTo(new LoggedTrial.Verdict(null, 0.0));

    List<LoggedTrial> numbers = trials("mgsm_tiny.html");
    assertThat(numbers).allSatisfy(trial -> assertThat(trial.gold()).containsExactly("18"));
    assertThat(numbers).extracting(trial -> trial.verdict().score()).containsExactly(1.0, 1.0, 0.0);
    assertThat(numbers.get(1).reply()).endsWith("Antwort: 18");
  }

  @Test
  void metricsOfSimpleEvalsNameTheReport() {
    assertThatThrownBy(() -> HarnessLog.open(form("mmlu_tiny.json")))
        .hasMessageContaining("this is simple-evals' metrics: it holds no answers")
        .hasMessageContaining("import mgsm_tiny.html or mmlu_tiny.html");
  }

  @Test
  void lmEvalsGeneratedAnswersHaveSettingsAndScores() {
    List<LoggedTrial> trials = trials(LM_EVAL);
    assertThat(trials.getFirst().gold()).containsExactly("1.5");
    assertThat(trials.getFirst().stated().settings())
        .containsExactly(
            Map.entry("stop", "[\"Problem:\",\"\\n\\n\"]"),
            Map.entry("do_sample", "false"),
            Map.entry("temperature", "0.0"),
            Map.entry("max_tokens", "512"));
    assertThat(trials).extracting(t -> t.verdict().score()).containsExactly(1.0, 0.0);
  }
}
