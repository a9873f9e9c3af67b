package assay.datasets.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import assay.core.AssayException;
import assay.core.Sample;
import assay.core.Target;
import assay.core.exchange.Attempt;
import assay.datasets.RealBenchmarks;
import assay.datasets.definition.BenchmarkDefinition;
import assay.datasets.sample.Dataset;
import assay.testkit.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every recorded file of MedAgentsBench joins and gives its published accuracy. */
class MedAgentsRecordingsTest {

  private static final Map<String, String> BENCHMARKS =
      Map.of(
          "afrimedqa", "afrimedqa",
          "medbullets", "medbullets",
          "medmcqa", "medmcqa",
          "medqa", "medqa",
          "mmlu", "mmlu-med",
          "mmlu-pro", "mmlu-pro-health",
          "pubmedqa", "pubmedqa");

  private static final Pattern NAME =
      Pattern.compile(
          "recorded/(.+)-(afrimedqa|medbullets|medmcqa|medqa|mmlu-pro|mmlu|pubmedqa)"
              + "-(test_hard|test)-(.+)\\.json");

  private static SequencedMap<String, String> none() {
    return new LinkedHashMap<>();
  }

  private static SequencedMap<String, String> settings(String... pairs) {
    SequencedMap<String, String> settings = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      settings.put(pairs[i], pairs[i + 1]);
    }
    return settings;
  }

  @TestFactory
  Stream<DynamicTest> everyFileGivesItsPublishedAccuracy() throws IOException {
    Path data = SharedData.require("medagents-benchmark");
    List<String[]> expected;
    try (Stream<String> lines = Files.lines(SharedData.require("_A.tsv"))) {
      expected =
          lines
              .map(line -> line.split("\t", -1))
              .filter(cells -> cells[0].equals("medagents-benchmark"))
              .filter(cells -> cells[2].equals("accuracy"))
              .toList();
    }
    assertThat(expected).hasSize(178);
    Map<String, Dataset> datasets = new LinkedHashMap<>();
    return expected.stream()
        .map(cells -> DynamicTest.dynamicTest(cells[1], () -> check(data, cells, datasets)));
  }

  private static void check(Path data, String[] cells, Map<String, Dataset> datasets) {
    Matcher name = NAME.matcher(cells[1]);
    assertThat(name.matches()).isTrue();
    String benchmark = BENCHMARKS.get(name.group(2));
    String split = name.group(3).equals("test_hard") ? "hard" : "test";
    Dataset dataset =
        datasets.computeIfAbsent(
            benchmark + "/" + split, key -> RealBenchmarks.open(benchmark, split));
    BenchmarkDefinition definition = dataset.definition();
    RecordedAnswers answers =
        RecordedAnswers.join(definition, dataset, List.of(data.resolve(cells[1])), none());
    assertThat(answers.name()).isEqualTo("recorded:" + name.group(1) + " " + name.group(4));
    RecordingReport report = answers.report();
    assertThat(report.joined()).isEqualTo(Long.parseLong(cells[4]));
    assertThat(report.foreign()).isZero();
    assertThat(accuracy(dataset, answers)).isCloseTo(Double.parseDouble(cells[5]), within(5e-9));
    assertThat(definition.benchmark().published())
        .filteredOn(p -> p.system().equals(report.system()) && p.split().equals(split))
        .singleElement()
        .satisfies(p -> assertThat(accuracy(dataset, answers)).isCloseTo(p.value(), within(5e-4)));
  }

  /** Share of right letters among the answers recorded, compared as text. */
  private static double accuracy(Dataset dataset, RecordedAnswers answers) {
    long right = 0;
    long all = 0;
    try (Stream<Sample> samples = dataset.samples()) {
      for (Sample sample : (Iterable<Sample>) samples::iterator) {
        if (answers.answer(sample.id(), 1) instanceof Attempt.Answered answered) {
          all++;
          Target.Choice gold = (Target.Choice) sample.target();
          right += answered.reply().text().equals(gold.keys().first()) ? 1 : 0;
        }
      }
    }
    return (double) right / all;
  }

  @Test
  void doubledRowsAreCountedAndTheFirstCounts() {
    Dataset dataset = RealBenchmarks.open("medbullets", "hard");
    Path file =
        SharedData.require(
            "medagents-benchmark/recorded/gpt-4o-medbullets-test_hard-mdagents.json");
    RecordedAnswers first =
        RecordedAnswers.join(dataset.definition(), dataset, List.of(file), none());
    assertThat(first.surplusRows()).isEqualTo(41);
    assertThat(first.report().doubled()).isEqualTo(41);
    assertThat(accuracy(dataset, first)).isEqualTo(19 / 89.0);
    assertThatThrownBy(
            () ->
                RecordedAnswers.join(
                    dataset.definition(), dataset, List.of(file), settings("duplicates", "error")))
        .isInstanceOf(AssayException.class)
        .hasMessageContaining("41 rows are of samples that have one already")
        .hasMessageContaining("duplicates=first or duplicates=last says which counts");
  }

  @Test
  void nanIsAnAnswerThatNobodyCanRead() {
    Dataset dataset = RealBenchmarks.open("medmcqa", "hard");
    Path file =
        SharedData.require("medagents-benchmark/recorded/gpt-4o-medmcqa-test_hard-aflow.json");
    RecordedAnswers answers =
        RecordedAnswers.join(dataset.definition(), dataset, List.of(file), none());
    List<Attempt.Answered> empty;
    try (Stream<Sample> samples = dataset.samples()) {
      empty =
          samples
              .map(sample -> (Attempt.Answered) answers.answer(sample.id(), 1))
              .filter(answered -> answered.reply().text().isEmpty())
              .toList();
    }
    assertThat(empty).hasSize(7);
    assertThat(empty)
        .allSatisfy(
            answered -> assertThat(answered.reply().raw()).contains("\"predicted_answer\": NaN"));
    assertThat(empty.getFirst().reply().cost()).isPositive();
    assertThat(empty.getFirst().reply().usage().promptTokens()).isNull();
  }

  @Test
  void joiningPositionsAsIdsIsAnErrorThatNamesRows() {
    Dataset dataset = RealBenchmarks.open("medqa", "hard");
    Path file =
        SharedData.require("medagents-benchmark/recorded/gpt-4o-medqa-test_hard-medagents.json");
    assertThatThrownBy(
            () ->
                RecordedAnswers.join(
                    dataset.definition(),
                    dataset,
                    List.of(file),
                    settings("join", "id", "id", "{realidx}")))
        .isInstanceOf(AssayException.class)
        .hasMessageContaining(
            "7 values of 100 rows differ from the samples they were joined to by id")
        .hasMessageContaining("[answer_idx]: the row has '")
        .hasMessageContaining("sample '")
        .hasMessageContaining("has the gold answer '");
  }

  @Test
  void joiningIdsAsPositionsIsAnErrorThatNamesRows() {
    Dataset dataset = RealBenchmarks.open("medqa", "test");
    Path file = SharedData.require("medagents-benchmark/recorded/gpt-4o-medqa-test_hard-cot.json");
    assertThatThrownBy(
            () ->
                RecordedAnswers.join(
                    dataset.definition(),
                    dataset,
                    List.of(file),
                    settings("join", "position", "split", "test")))
        .isInstanceOf(AssayException.class)
        .hasMessageContaining("differ from the samples they were joined to by position");
  }

  @Test
  void aFileOfAnotherSplitIsAnError() {
    Dataset dataset = RealBenchmarks.open("medqa", "test");
    Path file = SharedData.require("medagents-benchmark/recorded/gpt-4o-medqa-test_hard-cot.json");
    assertThatThrownBy(
            () -> RecordedAnswers.join(dataset.definition(), dataset, List.of(file), none()))
        .isInstanceOf(AssayException.class)
        .hasMessageContaining("the recording is of split 'hard'")
        .hasMessageContaining("a recording of the chosen split 'test'")
        .hasMessageContaining("--split hard");
  }

  @Test
  void aFolderOfManySystemsNeedsAChoice() {
    Dataset dataset = RealBenchmarks.open("medqa", "hard");
    Path folder = SharedData.require("medagents-benchmark/recorded");
    assertThatThrownBy(
            () -> RecordedAnswers.join(dataset.definition(), dataset, List.of(folder), none()))
        .isInstanceOf(AssayException.class)
        .hasMessageContaining("the files are of 17 systems")
        .hasMessageContaining("gpt-4o medagents");
    RecordedAnswers chosen =
        RecordedAnswers.join(
            dataset.definition(), dataset, List.of(folder), settings("system", "gpt-4o cot"));
    assertThat(chosen.report().files()).hasSize(1);
    assertThat(chosen.report().passedOver()).isEqualTo(177);
    assertThat(chosen.report().otherSystems()).hasSize(16);
    assertThatThrownBy(
            () ->
                RecordedAnswers.join(
                    dataset.definition(),
                    dataset,
                    List.of(folder),
                    settings("system", "gpt-4o cott")))
        .isInstanceOf(AssayException.class)
        .hasMessageContaining("'gpt-4o cot', the nearest of");
  }

  @Test
  void filesOfSeveralSystemsAreToldApart() {
    List<Path> files =
        List.of(
            SharedData.require("medagents-benchmark/recorded/gpt-4o-medqa-test_hard-cot.json"),
            SharedData.require("medagents-benchmark/recorded/gpt-4o-medqa-test_hard-spo.json"));
    assertThat(
            RecordedAnswers.bySystem(
                RealBenchmarks.definition("medqa"), "hard", null, files, none()))
        .containsExactly(
            Map.entry("gpt-4o cot", new RecordedSystem(files.subList(0, 1), null)),
            Map.entry("gpt-4o spo", new RecordedSystem(files.subList(1, 2), null)));
  }
}
