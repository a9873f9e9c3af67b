package assay.datasets.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import assay.core.AssayException;
import assay.core.Sample;
import assay.core.Target;
import assay.core.exchange.Attempt;
import assay.core.exchange.FailureKind;
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
import java.util.SequencedMap;
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
            if (answers.answer(sample.id()) instanceof Attempt.Answered answered) {
              all.add(new Answered(sample, answered.reply()));
            }
          });
    }
    return all;
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
    assertThat(((Attempt.Answered) answers.answer("medqa/0000")).reply().text())
        .contains("\"answer_choice\"");
  }

  @Test
  void mirageWithOneFileLacksTheOtherSubsets() {
    Dataset dataset = RealBenchmarks.open("mirage", "test");
    RecordedAnswers answers = join(dataset, "mirage/recorded/gpt-4-32k-bioasq-cot.jsonl");
    assertThat(answers.report().joined()).isEqualTo(618);
    assertThat(answers.report().missing()).isEqualTo(7045);
    assertThat(answers.partial()).isFalse();
    assertThat(answers.answer("mmlu/anatomy-000"))
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
}
