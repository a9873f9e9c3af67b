package assay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import assay.testkit.SharedData;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
  void oneRecordingOfASubsetNarrowsTheRun() {
    Path data = SharedData.require("mirage");
    CliOutcome run =
        run("mirage", data, "recorded:" + data.resolve("recorded/gpt-4-32k-medqa-cot.jsonl"));

    assertThat(run.code()).isZero();
    assertThat(run.err()).contains("assay: recorded of mirage: medqa alone");
    assertThat(part(run, "medqa", "mirage-official").get("value").asDouble())
        .isCloseTo(0.8397, within(0.00005));
    assertThat(part(run, "medqa", "mirage-official").get("counts").get("planned").asInt())
        .isEqualTo(1273);
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

  private CliOutcome runAll(String benchmark, Path data, Path recordings, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "run",
                benchmark,
                "--data",
                data.toString(),
                "--json",
                "--model",
                "recorded:" + recordings));
    arguments.addAll(List.of(more));
    return CliOutcome.of(work, arguments);
  }

  @Test
  void vqaRadGivesEveryEpochsClosedAndOpenAccuracy() throws IOException {
    Path data = SharedData.require("VQA-RAD");
    CliOutcome run = runAll("vqa-rad", data, data.resolve("output"));

    assertThat(run.code()).as(run.err()).isZero();
    int compared = 0;
    for (JsonNode e : run.estimates()) {
      Matcher epoch =
          Pattern.compile("recorded:MUMC epoch ([0-9]+)").matcher(e.get("model").asText());
      String answer = e.get("slice").path("answer").asText("");
      boolean mumcs =
          e.get("extractor").asText().equals("whole@1")
              && e.get("scorer").asText().equals("mumc@1");
      if (!mumcs || answer.isEmpty() || !epoch.matches()) {
        continue;
      }
      Path published =
          data.resolve(
              "output/rad/result/med_pretrain_29_vqa_result_" + epoch.group(1) + "_acc.json");
      double percent =
          new ObjectMapper()
              .readTree(published.toFile())
              .get("perAnswerType")
              .get(answer.toUpperCase(Locale.ROOT))
              .asDouble();
      assertThat(100 * e.get("value").asDouble())
          .as(e.get("model").asText() + " " + answer)
          .isCloseTo(percent, within(0.005));
      compared++;
    }
    assertThat(compared).isEqualTo(2 * 20);
  }

  @ParameterizedTest(name = "medcalc-bench {1}")
  @CsvSource({
    "test, outputs/openai_gpt-4o-mini_direct_answer.jsonl, 1047",
    "test, outputs_2024-06-27/code_exec_gpt_4.jsonl.gz, 353",
    "test, outputs_2024-06-27/OpenAI_gpt-3.5-turbo_one_shot.jsonl, 114",
    "test-2024-06-26, outputs_2024-06-26/OpenAI_gpt-3.5-turbo_direct_answer.jsonl, 182",
    "test-2024-06-26, outputs_2024-06-26/OpenAI_gpt-4_one_shot.jsonl, 57",
    "test-2024-06-26, outputs_2024-06-26/OpenAI_gpt-4_zero_shot.jsonl, 6"
  })
  void medcalcGivesThePublishersVerdictOfEveryRow(String split, String file, int rows)
      throws IOException {
    Path data = SharedData.require("medcalc-bench");
    CliOutcome run =
        run(
            "medcalc-bench",
            data,
            "recorded:" + data.resolve("evaluation").resolve(file),
            "--split",
            split,
            "--extractor",
            "medcalc",
            "--scorer",
            "number,date,text,recorded");

    assertThat(run.code()).as(run.err()).isZero();
    Path items = work.resolve("items.jsonl");
    CliOutcome export =
        CliOutcome.of(
            work,
            List.of(
                "export",
                work.resolve("run.assay").toString(),
                "--to",
                "jsonl",
                "-o",
                items.toString()));
    assertThat(export.code()).as(export.err()).isZero();
    Map<String, Map<String, Double>> scores = new LinkedHashMap<>();
    for (String line : Files.readAllLines(items)) {
      JsonNode item = new ObjectMapper().readTree(line);
      if (item.path("score").isNumber()) {
        String rule = item.get("scorer").asText().startsWith("recorded@") ? "recorded" : "ours";
        scores
            .computeIfAbsent(item.get("sample").asText(), id -> new LinkedHashMap<>())
            .put(rule, item.get("score").asDouble());
      }
    }
    assertThat(scores).hasSize(rows);
    assertThat(scores)
        .allSatisfy(
            (id, byRule) ->
                assertThat(byRule.get("ours")).as(id).isEqualTo(byRule.get("recorded")));
  }

  @Test
  void medcalcRefusesAnswersToTheOtherEdition() {
    Path data = SharedData.require("medcalc-bench");
    Path other =
        data.resolve("evaluation/outputs_2024-06-26/OpenAI_gpt-3.5-turbo_direct_answer.jsonl");
    CliOutcome run = run("medcalc-bench", data, "recorded:" + other);
    assertThat(run.code()).isEqualTo(4);
    assertThat(run.err()).contains("test-2024-06-26").contains("remedy: --split test-2024-06-26");

    Path outputs = data.resolve("evaluation/outputs/openai_gpt-4o-mini_direct_answer.jsonl");
    CliOutcome untold =
        run("medcalc-bench", data, "recorded:" + outputs, "--split", "test-2024-06-26");
    assertThat(untold.code()).isEqualTo(4);
    assertThat(untold.err()).contains("Ground Truth Answer").contains("expected");
    assertThat(work.resolve("run.assay")).doesNotExist();
  }

  @ParameterizedTest(name = "worldmedqa-v {0}")
  @ValueSource(strings = {"outputs_w_images", "outputs_blind"})
  void worldMedQaGivesEveryPublishedAccuracy(String folder) throws IOException {
    Path data = SharedData.require("WorldMedQA-V");
    Path recorded = data.resolve(folder);
    CliOutcome run =
        runAll("worldmedqa-v", data, recorded, "--extractor", "recorded", "--scorer", "recorded");

    Map<String, Double> ours = new LinkedHashMap<>();
    for (JsonNode e : run.estimates()) {
      if (!e.get("subset").isNull() && e.get("slice").isEmpty() && e.get("value").isNumber()) {
        String model = e.get("model").asText().replaceFirst("recorded:(\\S+) .*", "$1");
        ours.put(
            model + "_" + e.get("subset").asText().replace('-', '_'), e.get("value").asDouble());
      }
    }
    Map<String, Double> published = new LinkedHashMap<>();
    try (Stream<Path> files = Files.walk(recorded)) {
      for (Path file : files.filter(f -> f.toString().endsWith("_acc.csv")).sorted().toList()) {
        String number = Files.readAllLines(file).get(1).replace("\"", "").split(",", -1)[1];
        published.put(
            file.getFileName().toString().replace("_acc.csv", ""), Double.parseDouble(number));
      }
    }
    assertThat(ours.keySet()).containsExactlyInAnyOrderElementsOf(published.keySet());
    published.forEach(
        (name, value) -> assertThat(ours.get(name)).as(name).isCloseTo(value, within(1e-9)));
  }
}
