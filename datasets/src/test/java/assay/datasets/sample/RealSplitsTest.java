package assay.datasets.sample;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.Answer;
import assay.core.AnswerKind;
import assay.core.Link;
import assay.core.Media;
import assay.core.Option;
import assay.core.Sample;
import assay.core.Target;
import assay.core.Tolerance;
import assay.datasets.RealBenchmarks;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every benchmark of the repository reads its publisher's files whole. */
class RealSplitsTest {

  @ParameterizedTest
  @CsvSource({
    "medqa, test, 1273",
    "medqa, hard, 100",
    "medqa-5, test, 1273",
    "medqa-5, hard, 357",
    "medmcqa, test, 2816",
    "medmcqa, hard, 100",
    "pubmedqa, test, 500",
    "pubmedqa, hard, 100",
    "mmlu-med, test, 1089",
    "mmlu-med, hard, 73",
    "mmlu-pro-health, test, 818",
    "mmlu-pro-health, hard, 100",
    "afrimedqa, test, 174",
    "afrimedqa, hard, 32",
    "medbullets, hard, 89",
    "mirage, test, 7663",
    "vqa-rad, test, 451",
    "medcalc-bench, test, 1047",
    "medcalc-bench, test-2024-06-26, 1047",
    "pubmedqa-readers, test, 500",
    "pubmedqa-readers, all, 1000",
    "healthbench-br, test, 1000",
    "worldmedqa-v, test, 1136"
  })
  void everySplitHasItsSamples(String benchmark, String split, long samples) {
    Dataset dataset = RealBenchmarks.open(benchmark, split);
    assertThat(dataset.summary().samples()).isEqualTo(samples);
    assertThat(dataset.summary().expected()).isEqualTo(samples);
    assertThat(dataset.summary().files())
        .isNotEmpty()
        .allSatisfy(file -> assertThat(file.declared()).isTrue());
    assertThat(samples(dataset)).hasSize((int) samples);
    assertThat(samples(dataset)).isEqualTo(samples(dataset));
  }

  private static List<Sample> samples(Dataset dataset) {
    try (Stream<Sample> samples = dataset.samples()) {
      return samples.toList();
    }
  }

  private static Map<String, Sample> byId(Dataset dataset) {
    return samples(dataset).stream().collect(Collectors.toMap(Sample::id, sample -> sample));
  }

  @Test
  void medqa() {
    Sample first = samples(RealBenchmarks.open("medqa", "test")).getFirst();
    assertThat(first.id()).isEqualTo("0");
    assertThat(first.question()).startsWith("A junior orthopaedic surgery resident");
    assertThat(first.options()).extracting(Option::key).containsExactly("A", "B", "C", "D");
    assertThat(first.target()).isEqualTo(Target.Choice.of("B"));
    assertThat(first.tags()).containsEntry("exam", List.of("step1"));
    assertThat(first.language()).isEqualTo("en");
    assertThat(first.subset()).isNull();
  }

  @Test
  void mmluProKeepsTheNumberOfOptionsThatARecordHas() {
    Map<Integer, Long> bySize =
        samples(RealBenchmarks.open("mmlu-pro-health", "test")).stream()
            .collect(Collectors.groupingBy(s -> s.options().size(), Collectors.counting()));
    assertThat(bySize)
        .isEqualTo(Map.of(3, 3L, 4, 72L, 5, 8L, 6, 8L, 7, 21L, 8, 42L, 9, 67L, 10, 597L));
  }

  @Test
  void medqaWithoutIdsTakesTheRowsNumber() {
    assertThat(samples(RealBenchmarks.open("medqa-5", "hard")))
        .extracting(Sample::id)
        .startsWith("0", "1", "2")
        .endsWith("355", "356");
  }

  @Test
  void mirageHasFiveSubsets() {
    Dataset all = RealBenchmarks.open("mirage", "test");
    assertThat(all.summary().subsets())
        .containsExactly(
            Map.entry("mmlu", 1089L),
            Map.entry("medqa", 1273L),
            Map.entry("medmcqa", 4183L),
            Map.entry("pubmedqa", 500L),
            Map.entry("bioasq", 618L));
    Dataset bioasq = RealBenchmarks.open("mirage", "test", "bioasq");
    assertThat(samples(bioasq))
        .hasSize(618)
        .allSatisfy(sample -> assertThat(sample.subset()).isEqualTo("bioasq"))
        .allSatisfy(sample -> assertThat(sample.options()).hasSize(2));
    assertThat(bioasq.summary().samplesInScope()).isEqualTo(618);
    assertThat(samples(bioasq).getFirst().id()).isEqualTo("bioasq/6402c910201352f04a00000c");
  }

  @Test
  void vqaRadHasClosedAndOpenQuestionsWithPictures() {
    Dataset dataset = RealBenchmarks.open("vqa-rad", "test");
    Map<String, Sample> samples = byId(dataset);
    assertThat(dataset.summary().kinds())
        .containsExactly(Map.entry(AnswerKind.YES_NO, 251L), Map.entry(AnswerKind.TEXT, 200L));
    assertThat(dataset.summary().media()).isEqualTo(451);
    assertThat(dataset.summary().missingMedia()).isZero();
    Sample first = samples.get("11");
    assertThat(first.target()).isEqualTo(new Target.YesNo(true));
    assertThat(first.media()).containsExactly(new Media.File("data_RAD/images/synpic42202.jpg"));
    assertThat(first.clusters()).containsEntry("image", "synpic42202.jpg");
    assertThat(samples.get("20").target())
        .isEqualTo(new Target.Text(List.of("Posterior-Anterior")));
    assertThat(samples.values())
        .filteredOn(sample -> sample.tags().get("answer").equals(List.of("closed")))
        .hasSize(272);
    assertThat(samples.values())
        .filteredOn(sample -> sample.tags().get("question").size() == 2)
        .hasSize(8);
  }

  @Test
  void medcalcKindsAndTolerancesDifferByCalculator() {
    Dataset dataset = RealBenchmarks.open("medcalc-bench", "test");
    Map<String, Sample> samples = byId(dataset);
    assertThat(dataset.summary().kinds())
        .containsExactly(
            Map.entry(AnswerKind.TEXT, 20L),
            Map.entry(AnswerKind.NUMBER, 987L),
            Map.entry(AnswerKind.DATE, 40L));
    assertThat(samples.get("1").target())
        .isEqualTo(new Target.Number(25.238, null, new Tolerance.Interval(23.9761, 26.4999)));
    assertThat(samples.values())
        .filteredOn(
            s ->
                s.target() instanceof Target.Number n
                    && n.tolerance() instanceof Tolerance.RoundedToWhole)
        .hasSize(360);
    assertThat(samples.values())
        .extracting(Sample::target)
        .contains(
            new Target.Date(LocalDate.of(2014, 9, 23)),
            new Target.Text(List.of("('14 weeks', '1 days')")));
  }

  @Test
  void healthbenchTakesGoldFromThePosition() {
    Map<String, Sample> samples = byId(RealBenchmarks.open("healthbench-br", "test"));
    String protocol = "V_PCDT_-_Vasculite__-_Atualizado.pdf";
    Sample first = samples.get(protocol + "/0");
    assertThat(first.target()).isEqualTo(new Target.YesNo(true));
    assertThat(first.links()).containsExactly(new Link("pair", protocol + "/1"));
    assertThat(first.clusters())
        .containsEntry("pair", protocol + "/0")
        .containsEntry("protocol", protocol);
    assertThat(samples.get(protocol + "/1").target()).isEqualTo(new Target.YesNo(false));
    assertThat(samples.get(protocol + "/1").links())
        .containsExactly(new Link("pair", protocol + "/0"));
    assertThat(samples.values())
        .filteredOn(sample -> sample.target().equals(new Target.YesNo(true)))
        .hasSize(500);
  }

  @Test
  void worldmedqaTellsTwoQuestionsOfOneIndexApart() {
    Map<String, Sample> samples = byId(RealBenchmarks.open("worldmedqa-v", "test"));
    assertThat(samples.get("israel-english-84").target()).isEqualTo(Target.Choice.of("A"));
    assertThat(samples.get("israel-english-84b").target()).isEqualTo(Target.Choice.of("C"));
    assertThat(samples.get("israel-local-84b").language()).isEqualTo("he");
    assertThat(samples.get("israel-english-84b").links())
        .containsExactly(new Link("translation-of", "israel-local-84b"));
    assertThat(samples.get("israel-local-84b").links()).isEmpty();
    assertThat(samples.get("israel-local-84b").clusters())
        .containsEntry("question-family", "israel-84b");
    assertThat(samples.get("japan-local-1").subset()).isEqualTo("japan-local");
  }

  @Test
  void pubmedqaShowsTheAbstract() {
    Map<String, Sample> samples = byId(RealBenchmarks.open("pubmedqa-readers", "test"));
    Sample first = samples.get("12377809");
    assertThat(first.question())
        .contains("Dyschesia can be provoked by inappropriate defecation movements")
        .endsWith("?");
    assertThat(first.options()).extracting(Option::key).containsExactly("yes", "no", "maybe");
    assertThat(first.target().kind()).isEqualTo(Answer.Choice.of("yes").kind());
  }
}
