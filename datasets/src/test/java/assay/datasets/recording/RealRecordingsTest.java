package assay.datasets.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import assay.core.AssayException;
import assay.core.Sample;
import assay.core.Target;
import assay.core.exchange.Attempt;
import assay.core.exchange.FailureKind;
import assay.core.exchange.Recorded;
import assay.core.exchange.Reply;
import assay.datasets.RealBenchmarks;
import assay.datasets.sample.Dataset;
import assay.testkit.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Recorded answers of other benchmarks join as their publishers made them. */
class RealRecordingsTest {

  private static SequencedMap<String, String> settings(String... pairs) {
    SequencedMap<String, String> settings = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      settings.put(pairs[i], pairs[i + 1]);
    }
    return settings;
  }

  private static RecordedAnswers join(Dataset dataset, String file, String... pairs) {
    return RecordedAnswers.join(
        dataset.definition(), dataset, List.of(SharedData.require(file)), settings(pairs));
  }

  private record Answered(Sample sample, Reply reply) {}

  private static List<Answered> answered(Dataset dataset, RecordedAnswers answers) {
    List<Answered> all = new ArrayList<>();
    try (Stream<Sample> samples = dataset.samples()) {
      samples.forEach(
          sample -> {
            if (answers.answer(sample.id(), 1) instanceof Attempt.Answered answered) {
              all.add(new Answered(sample, answered.reply()));
            }
          });
    }
    return all;
  }

  private static double share(
      Dataset dataset, RecordedAnswers answers, BiPredicate<Sample, Reply> right) {
    List<Answered> all = answered(dataset, answers);
    long hits = all.stream().filter(a -> right.test(a.sample(), a.reply())).count();
    return (double) hits / all.size();
  }

  // MIRAGE

  @Test
  void mirageFillsItsFiveSubsetsFromAFolder() {
    Dataset dataset = RealBenchmarks.open("mirage", "test");
    RecordedAnswers answers = join(dataset, "mirage/recorded", "system", "gpt-4-32k rag");
    assertThat(answers.report().files()).hasSize(5);
    assertThat(answers.report().joined()).isEqualTo(7663);
    assertThat(answers.report().missing()).isZero();
    assertThat(answers.surplusRows()).isZero();
    assertThat(answers.report().otherSystems())
        .containsExactly("gpt-35-turbo-16k cot", "gpt-4-32k cot");
    assertThat(answers.report().passedOver()).isEqualTo(7);
    assertThat(((Attempt.Answered) answers.answer("medqa/0000", 1)).reply().text())
        .contains("\"answer_choice\"");
  }

  @Test
  void mirageWithOneFileLacksTheOtherSubsets() {
    Dataset dataset = RealBenchmarks.open("mirage", "test");
    RecordedAnswers answers = join(dataset, "mirage/recorded/gpt-4-32k-bioasq-cot.jsonl");
    assertThat(answers.report().joined()).isEqualTo(618);
    assertThat(answers.report().missing()).isEqualTo(7045);
    assertThat(answers.partial()).isFalse();
    assertThat(answers.answer("mmlu/anatomy-000", 1))
        .isEqualTo(
            new Attempt.Failed(
                FailureKind.NOT_RECORDED, "the recording has no row for this sample"));
  }

  @Test
  void mirageNarrowedTakesItsFileOfAFolderAndRefusesAnother() {
    Dataset dataset = RealBenchmarks.open("mirage", "test", "medqa");
    RecordedAnswers answers = join(dataset, "mirage/recorded", "system", "gpt-35-turbo-16k cot");
    assertThat(answers.report().joined()).isEqualTo(1273);
    assertThat(answered(dataset, answers))
        .filteredOn(a -> a.reply().text().isEmpty())
        .hasSize(6)
        .allSatisfy(a -> assertThat(a.reply().raw()).contains("\"prediction\": []"));
    assertThatThrownBy(() -> join(dataset, "mirage/recorded/gpt-4-32k-bioasq-cot.jsonl"))
        .isInstanceOf(AssayException.class)
        .hasMessageContaining("the recording is of subset 'bioasq'")
        .hasMessageContaining("chosen subset 'medqa'");
  }

  // VQA-RAD

  @TestFactory
  Stream<DynamicTest> everyEpochOfMumcGivesItsStrictAccuracies() throws IOException {
    List<String[]> expected;
    try (Stream<String> lines = Files.lines(SharedData.require("_B.tsv"))) {
      expected =
          lines
              .map(line -> line.split("\t", -1))
              .filter(cells -> cells[0].equals("VQA-RAD") && cells[2].endsWith("_strict"))
              .toList();
    }
    assertThat(expected).hasSize(42);
    Dataset dataset = RealBenchmarks.open("vqa-rad", "test");
    return expected.stream()
        .map(
            cells ->
                DynamicTest.dynamicTest(
                    cells[1] + " " + cells[2], () -> checkStrict(dataset, cells)));
  }

  private static void checkStrict(Dataset dataset, String[] cells) {
    String type = cells[2].startsWith("closed") ? "closed" : "open";
    RecordedAnswers answers = join(dataset, "VQA-RAD/" + cells[1]);
    assertThat(answers.report().joined()).isEqualTo(451);
    List<Answered> part =
        answered(dataset, answers).stream()
            .filter(a -> a.sample().tags().get("answer").equals(List.of(type)))
            .toList();
    assertThat(part).hasSize(Integer.parseInt(cells[4]));
    long right =
        part.stream()
            .filter(
                a -> a.reply().text().strip().equalsIgnoreCase(text(a.sample().target()).strip()))
            .count();
    assertThat((double) right / part.size()).isCloseTo(Double.parseDouble(cells[5]), within(1e-9));
  }

  private static String text(Target target) {
    return switch (target) {
      case Target.YesNo yesNo -> yesNo.yes() ? "yes" : "no";
      case Target.Text words -> words.references().getFirst();
      case Target.Choice choice -> choice.keys().first();
      case Target.Number number -> Double.toString(number.value());
      case Target.Date date -> date.day().toString();
      case Target.Labels labels -> labels.labels().toString();
      case Target.Unstated unstated -> "";
    };
  }

  @Test
  void accuracyFilesBesideTheAnswersFitNoPattern() {
    Dataset dataset = RealBenchmarks.open("vqa-rad", "test");
    assertThatThrownBy(
            () -> join(dataset, "VQA-RAD/output/rad/result/med_pretrain_29_vqa_result_0_acc.json"))
        .isInstanceOf(AssayException.class)
        .hasMessageContaining("fits no pattern")
        .hasMessageContaining("med_pretrain_29_vqa_result_{epoch:digits}.json")
        .hasMessageContaining("reply=FIELD");
  }

  // MedCalc-Bench

  @ParameterizedTest
  @CsvSource({
    "outputs/openai_gpt-4o-mini_direct_answer.jsonl, test, 1047, 216, gpt-4o-mini direct_answer",
    "outputs_2024-06-27/code_exec_gpt_4.jsonl.gz, test, 353, 182, gpt_4 code_exec",
    "outputs_2024-06-27/OpenAI_gpt-3.5-turbo_one_shot.jsonl, test, 114, 50, gpt-3.5-turbo one_shot",
    "outputs_2024-06-26/OpenAI_gpt-3.5-turbo_direct_answer.jsonl, test-2024-06-26, 182, 66,"
        + " gpt-3.5-turbo direct_answer",
    "outputs_2024-06-26/OpenAI_gpt-4_one_shot.jsonl, test-2024-06-26, 57, 17, gpt-4 one_shot",
    "outputs_2024-06-26/OpenAI_gpt-4_zero_shot.jsonl, test-2024-06-26, 6, 0, gpt-4 zero_shot"
  })
  void medcalcFilesJoinTheirEdition(
      String file, String split, int rows, long correct, String system, @TempDir Path folder)
      throws IOException {
    Dataset dataset = RealBenchmarks.open("medcalc-bench", split);
    RecordedAnswers answers = join(dataset, "medcalc-bench/evaluation/" + file);
    assertThat(answers.name()).isEqualTo("recorded:" + system);
    assertThat(answers.partial()).isTrue();
    List<Answered> all = answered(dataset, answers);
    assertThat(all).hasSize(rows);
    assertThat(all)
        .filteredOn(
            a -> a.reply().recorded() != null && "Correct".equals(a.reply().recorded().score()))
        .hasSize((int) correct);

    // The other edition is an error, also where the folder does not tell.
    String other = split.equals("test") ? "test-2024-06-26" : "test";
    Dataset wrong = RealBenchmarks.open("medcalc-bench", other);
    Path elsewhere = folder.resolve(Path.of(file).getFileName());
    Files.copy(SharedData.require("medcalc-bench/evaluation/" + file), elsewhere);
    assertThatThrownBy(
            () -> RecordedAnswers.join(wrong.definition(), wrong, List.of(elsewhere), settings()))
        .isInstanceOf(AssayException.class)
        .hasMessageMatching(
            "(?s).* of \\d+ rows differs? from the samples they were joined to by id.*")
        .hasMessageContaining(elsewhere.getFileName() + ":")
        .hasMessageContaining("has the gold answer '")
        .hasMessageContaining("the file is of another split or edition");
  }

  @Test
  void theFoldersNameTellsTheEdition() {
    Dataset dataset = RealBenchmarks.open("medcalc-bench", "test");
    assertThatThrownBy(
            () ->
                join(
                    dataset,
                    "medcalc-bench/evaluation/outputs_2024-06-26/OpenAI_gpt-4_zero_shot.jsonl"))
        .isInstanceOf(AssayException.class)
        .hasMessageContaining("the recording is of split 'test-2024-06-26'");
  }

  // HealthBench-BR

  @ParameterizedTest
  @CsvSource({"GPT_4.1, 739", "GPT_5, 809", "Maritaca_Sabia_3.1, 668"})
  void healthbenchHoldsWhatItsPublisherReadAndScored(String model, long right) {
    Dataset dataset = RealBenchmarks.open("healthbench-br", "test");
    RecordedAnswers answers =
        join(dataset, "healthbench-br/test_results/" + model + "_20251007_144809.csv");
    assertThat(answers.name()).isEqualTo("recorded:" + model);
    assertThat(answers.report().joined()).isEqualTo(1000);
    assertThat(share(dataset, answers, (sample, reply) -> recorded(reply).score().equals("1")))
        .isEqualTo(right / 1000.0);
    assertThat(
            share(
                dataset,
                answers,
                (sample, reply) ->
                    recorded(reply)
                        .reading()
                        .equals(((Target.YesNo) sample.target()).yes() ? "yes" : "no")))
        .isEqualTo(right / 1000.0);
  }

  private static Recorded recorded(Reply reply) {
    Recorded recorded = reply.recorded();
    assertThat(recorded).isNotNull();
    return recorded;
  }

  // PubMedQA

  @ParameterizedTest
  @CsvSource({
    "test, reasoning-required, 390, 500",
    "test, reasoning-free, 452, 500",
    "all, reasoning-required, 781, 1000",
    "all, reasoning-free, 916, 1000"
  })
  void twoReadersAnswersStandInOneFile(String split, String system, long right, long rows) {
    Dataset dataset = RealBenchmarks.open("pubmedqa-readers", split);
    RecordedAnswers answers = join(dataset, "pubmedqa/ori_pqal.json", "system", system);
    assertThat(answers.report().joined()).isEqualTo(rows);
    assertThat(answers.report().foreign()).isEqualTo(1000 - rows);
    assertThat(answers.report().otherSystems()).hasSize(1).doesNotContain(system);
    assertThat(
            share(dataset, answers, (sample, reply) -> reply.text().equals(text(sample.target()))))
        .isEqualTo((double) right / rows);
  }

  @Test
  void theFirstEntryThatFitsCounts() {
    Dataset dataset = RealBenchmarks.open("pubmedqa-readers", "test");
    assertThat(join(dataset, "pubmedqa/ori_pqal.json").name())
        .isEqualTo("recorded:reasoning-required");
    assertThatThrownBy(() -> join(dataset, "pubmedqa/ori_pqal.json", "system", "expert"))
        .isInstanceOf(AssayException.class)
        .hasMessageContaining("the file holds no answers of the system 'expert'")
        .hasMessageContaining("reasoning-required, reasoning-free");
  }

  // WorldMedQA-V

  @TestFactory
  Stream<DynamicTest> everyWorkbookOfWorldMedQaGivesItsPublishedHits() throws IOException {
    List<String[]> expected;
    try (Stream<String> lines = Files.lines(SharedData.require("_A.tsv"))) {
      expected =
          lines
              .map(line -> line.split("\t", -1))
              .filter(cells -> cells[0].equals("WorldMedQA-V"))
              .filter(cells -> cells[2].equals("accuracy_published"))
              .toList();
    }
    assertThat(expected).hasSize(140);
    Map<String, Dataset> datasets = new LinkedHashMap<>();
    return expected.stream()
        .map(cells -> DynamicTest.dynamicTest(cells[1], () -> checkHits(cells, datasets)));
  }

  private static void checkHits(String[] cells, Map<String, Dataset> datasets) {
    String[] name = cells[1].replaceFirst(".*/", "").split("_");
    String subset = name[name.length - 4] + "-" + name[name.length - 3];
    Dataset dataset =
        datasets.computeIfAbsent(subset, part -> RealBenchmarks.open("worldmedqa-v", "test", part));
    RecordedAnswers answers = join(dataset, "WorldMedQA-V/" + cells[1]);
    assertThat(answers.report().joined()).isEqualTo(Long.parseLong(cells[4]));
    assertThat(answers.report().missing()).isZero();
    assertThat(answers.surplusRows()).isZero();
    double hits =
        answered(dataset, answers).stream()
            .mapToDouble(a -> Double.parseDouble(recorded(a.reply()).score()))
            .average()
            .orElseThrow();
    assertThat(hits).isCloseTo(Double.parseDouble(cells[5]), within(5e-9));
    assertThat(dataset.definition().benchmark().published())
        .filteredOn(
            p -> ("recorded:" + p.system()).equals(answers.name()) && subset.equals(p.subset()))
        .singleElement()
        .satisfies(p -> assertThat(hits).isCloseTo(p.value(), within(5e-7)));
  }

  @Test
  void aFolderOfWorldMedQaFillsAllCountriesAndLanguages() {
    Dataset dataset = RealBenchmarks.open("worldmedqa-v", "test");
    RecordedAnswers answers = join(dataset, "WorldMedQA-V/outputs_blind/GPT4o");
    assertThat(answers.name()).isEqualTo("recorded:GPT4o blind");
    assertThat(answers.report().files()).hasSize(8);
    assertThat(answers.report().joined()).isEqualTo(1136);
  }
}
