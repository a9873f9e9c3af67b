package assay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import assay.testkit.SharedData;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The other published sets, each by its own rule, from the command line. */
class PublishedSetsTest {

  @TempDir private Path work;

  private CliOutcome run(String benchmark, Path data, String model, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "run",
                benchmark,
                "--data",
                data.toString(),
                "--model",
                model,
                "-o",
                work.resolve("run.assay").toString(),
                "--json"));
    arguments.addAll(List.of(more));
    return CliOutcome.of(work, arguments);
  }

  private static JsonNode part(CliOutcome run, String subset, String extractor) {
    return run.estimates().stream()
        .filter(e -> e.get("subset").asText().equals(subset))
        .filter(e -> e.get("extractor").asText().startsWith(extractor + "@"))
        .findFirst()
        .orElseThrow(() -> new AssertionError(run.out() + run.err()));
  }

  @ParameterizedTest(name = "mirage {0}")
  @CsvSource({
    "cot, 0.8944, 0.8397, 0.6988, 0.3960, 0.8430, 0.7344",
    "rag, 0.8724, 0.8280, 0.6665, 0.7060, 0.9256, 0.7997"
  })
  void mirageGivesTheTenPublishedNumbersAndTheirMeans(
      String method,
      double mmlu,
      double medqa,
      double medmcqa,
      double pubmedqa,
      double bioasq,
      double mean) {
    Path data = SharedData.require("mirage");
    List<String> arguments =
        new ArrayList<>(List.of("run", "mirage", "--data", data.toString(), "--json"));
    arguments.addAll(List.of("-o", work.resolve("mirage.assay").toString()));
    for (String set : List.of("mmlu", "medqa", "medmcqa", "pubmedqa", "bioasq")) {
      arguments.add("--model");
      arguments.add(
          "recorded:" + data.resolve("recorded/gpt-4-32k-" + set + "-" + method + ".jsonl"));
    }
    CliOutcome run = CliOutcome.of(work, arguments);

    assertThat(run.code()).as(run.err()).isZero();
    double[] expected = {mmlu, medqa, medmcqa, pubmedqa, bioasq};
    String[] sets = {"mmlu", "medqa", "medmcqa", "pubmedqa", "bioasq"};
    for (int i = 0; i < sets.length; i++) {
      JsonNode official = part(run, sets[i], "mirage-official");
      assertThat(official.get("value").asDouble())
          .as(sets[i])
          .isCloseTo(expected[i], within(0.00005));
      assertThat(official.get("published").get("agrees").asBoolean()).as(sets[i]).isTrue();
    }
    JsonNode whole = run.estimate("mirage-official", "choice");
    assertThat(whole.get("mean_over_subsets").get("value").asDouble())
        .isCloseTo(mean, within(0.00005));
    if (method.equals("rag")) {
      JsonNode honest = part(run, "medmcqa", "mirage");
      assertThat(honest.get("value").asDouble()).isCloseTo(0.62275879, within(1e-8));
      assertThat(honest.get("value_of_read").asDouble()).isCloseTo(0.71233251, within(1e-8));
      JsonNode official = part(run, "medmcqa", "mirage-official");
      assertThat(official.get("counts").get("guessed").asLong()).isEqualTo(526);
      assertThat(official.get("counts").get("guessed_right").asLong()).isEqualTo(183);
    }
  }

  @Test
  void mirageSaysWhereItDoesNotAgreeWithTheLeaderboard() {
    Path data = SharedData.require("mirage");
    CliOutcome run =
        run(
            "mirage/medqa",
            data,
            "recorded:" + data.resolve("recorded/gpt-35-turbo-16k-medqa-cot.jsonl"));

    JsonNode official = part(run, "medqa", "mirage-official");
    assertThat(official.get("value").asDouble()).isCloseTo(0.64886096, within(1e-8));
    assertThat(official.get("published").get("value").asDouble()).isCloseTo(0.6504, within(1e-9));
    assertThat(official.get("published").get("agrees").asBoolean()).isFalse();
  }

  @Test
  void vqaRadGivesMumcsClosedAndOpenAccuracyByItsRuleAndStrictly() throws IOException {
    Path data = SharedData.require("VQA-RAD");
    Path result;
    try (Stream<Path> files = Files.walk(data.resolve("evaluation"))) {
      result =
          files.filter(f -> f.toString().endsWith("_vqa_result.json")).findFirst().orElseThrow();
    }
    CliOutcome run = run("vqa-rad", data, "recorded:" + result);

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(slice(run, "closed", "mumc")).isCloseTo(230 / 272.0, within(1e-12));
    assertThat(slice(run, "open", "mumc")).isCloseTo(104 / 179.0, within(1e-12));
    assertThat(slice(run, "open", "strict-text")).isCloseTo(96 / 179.0, within(1e-12));
    assertThat(slice(run, "closed", "strict-text")).isCloseTo(230 / 272.0, within(1e-12));
  }

  private static double slice(CliOutcome run, String answerType, String scorer) {
    return run.estimates().stream()
        .filter(e -> e.get("slice").path("answer").asText().equalsIgnoreCase(answerType))
        .filter(e -> e.get("scorer").asText().startsWith(scorer + "@"))
        .filter(e -> e.get("extractor").asText().startsWith("whole@"))
        .findFirst()
        .orElseThrow(
            () -> new AssertionError(answerType + " " + scorer + "\n" + run.out() + run.err()))
        .get("value")
        .asDouble();
  }

  @ParameterizedTest(name = "healthbench-br {0}")
  @CsvSource({"GPT_4.1, 739", "GPT_5, 809", "Maritaca_Sabia_3.1, 668"})
  void healthbenchBrGivesTheRightAnswersOfItsReadme(String model, int right) {
    Path data = SharedData.require("healthbench-br");
    CliOutcome run =
        run(
            "healthbench-br",
            data,
            "recorded:" + data.resolve("test_results/" + model + "_20251007_144809.csv"));

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.estimate("last-true-false-word", "yes-no").get("value").asDouble())
        .isCloseTo(right / 1000.0, within(1e-12));
  }

  @ParameterizedTest(name = "pubmedqa-readers {0}")
  @CsvSource({"reasoning-required, 0.780", "reasoning-free, 0.904"})
  void pubmedqaReadersGivesThePeoplesAccuracy(String system, double accuracy) {
    Path data = SharedData.require("pubmedqa");
    CliOutcome run =
        run(
            "pubmedqa-readers",
            data,
            "recorded:" + data.resolve("ori_pqal.json") + ",system=" + system,
            "--split",
            "test");

    assertThat(run.code()).as(run.err()).isZero();
    JsonNode headline =
        run.estimates().stream()
            .filter(
                e -> e.get("headline").asBoolean() && e.get("metric").asText().equals("accuracy"))
            .findFirst()
            .orElseThrow();
    assertThat(headline.get("value").asDouble()).isCloseTo(accuracy, within(1e-12));
  }

  @ParameterizedTest(name = "medqa-5 {0}")
  @ValueSource(
      strings = {"reader:oracle", "reader:first", "reader:random", "reader:prior", "reader:silent"})
  void medqaWithFiveOptionsHasNoIdsAndRunsWithReferenceReaders(String reader) {
    Path data = SharedData.require("medagents-benchmark");
    CliOutcome run = run("medqa-5", data, reader, "--limit", "200");

    assertThat(run.code()).as(run.err()).isZero();
    JsonNode headline = run.estimate("layered", "choice");
    assertThat(headline.get("counts").get("skipped").asLong()).isEqualTo(1073);
    assertThat(headline.get("n").asLong()).isEqualTo(200);
    assertThat(headline.get("chance").asDouble()).isCloseTo(0.2, within(1e-12));
  }
}
