package assay.reading.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import assay.core.measure.Metric;
import assay.core.measure.Outcome;
import assay.reading.CorpusMeasures;
import assay.reading.Metrics;
import assay.testkit.generate.Generators;
import assay.testkit.generate.SeededTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Measures of corpora: values of the original software, merging, range, degenerate input. */
class CorpusMeasuresTest {

  private record Item(String answer, List<String> references) {}

  private static final List<Item> CORPUS =
      List.of(
          new Item(
              "the heart is normal and the lungs are clear",
              List.of(
                  "the heart size is normal . the lungs are clear", "normal heart , clear lungs")),
          new Item("no pleural effusion", List.of("there is no pleural effusion or pneumothorax")),
          new Item("a large mass", List.of("no acute disease")));

  /** By pycocoevalcap ad63453, NLTK 3.8 and sacreBLEU f615c72 on the three items above. */
  @ParameterizedTest
  @CsvSource({
    "coco-bleu-1, 0.5254562943507182",
    "coco-bleu-2, 0.4686453181144598",
    "coco-bleu-3, 0.3743410846802231",
    "coco-bleu-4, 0.28133359857851237",
    "nltk-corpus-bleu, 0.2618104139112962",
    "sacrebleu, 0.2813335986273548",
    "cider, 2.064603178908141"
  })
  void valuesAreThoseOfTheOriginalSoftware(String name, double expected) {
    assertThat(over(name, CORPUS).orElseThrow()).isCloseTo(expected, within(1e-12));
  }

  @SeededTest(count = 60)
  void orderAndMergingDoNotMatterAndTheRangeHolds(Generators draw) {
    List<Item> items = new ArrayList<>();
    int size = draw.between(1, 8);
    for (int i = 0; i < size; i++) {
      String reference = draw.texts().plain();
      items.add(
          new Item(
              draw.oneIn(4) ? reference : draw.text(), List.of(reference, draw.texts().plain())));
    }
    for (CorpusMeasure measure : CorpusMeasures.standard().all()) {
      CorpusMeasure.Accumulator parts = measure.start();
      for (Item item : draw.shuffled(items)) {
        CorpusMeasure.Accumulator part = measure.start();
        part.add(item.answer(), item.references());
        parts.merge(part);
      }
      OptionalDouble whole = over(measure.descriptor().name(), items);
      assertThat(parts.result()).isEqualTo(whole);
      assertThat(whole.orElseThrow())
          .isBetween(measure.range().worst(), measure.range().best() + 1e-9);
    }
  }

  @SeededTest(count = 40)
  void sumsGiveWhatTheAnswersThemselvesGive(Generators draw) {
    List<Item> items = new ArrayList<>();
    for (int i = draw.between(1, 6); i > 0; i--) {
      items.add(new Item(draw.text(), List.of(draw.texts().plain(), draw.texts().plain())));
    }
    for (CorpusMeasure measure : CorpusMeasures.standard().all()) {
      CorpusMeasure.Sums sums = measure.sums();
      if (sums != null) {
        double[] sum = new double[sums.of("", List.of("a")).length];
        for (Item item : items) {
          double[] one = sums.of(item.answer(), item.references());
          Arrays.setAll(sum, i -> sum[i] + one[i]);
        }
        assertThat(OptionalDouble.of(sums.value(sum)))
            .isEqualTo(over(measure.descriptor().name(), items));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void asAMetricItTakesTheTextsOfOutcomesAndNothingElse(String name) {
    Metric metric = Metrics.all().byName(name);
    Metric.Accumulator whole = metric.start();
    Metric.Accumulator parts = metric.start();
    for (Item item : CORPUS) {
      Outcome outcome =
          new Outcome(
              "s", 0, 1, null, null, null, new Outcome.Texts(item.answer(), item.references()));
      whole.add(outcome);
      Metric.Accumulator part = metric.start();
      part.add(outcome);
      parts.merge(part);
    }

    assertThat(metric.ofTexts()).isTrue();
    assertThat(metric.mean()).isFalse();
    assertThat(whole.result()).isEqualTo(over(name, CORPUS)).isEqualTo(parts.result());
    assertThat(metric.start().result()).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> whole.add(new Outcome("s7", 1, 1, null, null, null)))
        .withMessage("the outcome of sample s7 has no texts");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> whole.merge(Metrics.all().byName("accuracy").start()))
        .withMessageContaining("a sum of another metric");
  }

  @ParameterizedTest
  @MethodSource("names")
  void overNothingItIsUndefined(String name) {
    assertThat(over(name, List.of())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("names")
  void anEmptyAnswerCountsAndAMissingReferenceIsRefused(String name) {
    Item empty = new Item("", List.of("the lungs are clear"));
    assertThat(over(name, List.of(empty, CORPUS.getFirst()))).isPresent();
    assertThat(over(name, List.of(empty)).orElseThrow()).isCloseTo(0, within(1e-9));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> over(name, List.of(new Item("x", List.of()))))
        .withMessage("an answer without a reference");
  }

  @Test
  void perfectAnswersScoreBest() {
    List<Item> perfect =
        List.of(
            new Item("the heart is normal today", List.of("the heart is normal today")),
            new Item("both lungs are quite clear", List.of("both lungs are quite clear")));
    for (CorpusMeasure measure : CorpusMeasures.standard().all()) {
      assertThat(over(measure.descriptor().name(), perfect).orElseThrow())
          .as(measure.descriptor().name())
          .isCloseTo(measure.range().best(), within(1e-6));
    }
  }

  @Test
  void sumsOfOtherMeasuresAreRefused() {
    CorpusMeasure.Accumulator bleu = CorpusMeasures.standard().byName("coco-bleu-1").start();
    CorpusMeasure.Accumulator other = CorpusMeasures.standard().byName("coco-bleu-2").start();
    assertThatIllegalArgumentException().isThrownBy(() -> bleu.merge(other));
  }

  static List<String> names() {
    return CorpusMeasures.standard().names();
  }

  private static OptionalDouble over(String name, List<Item> items) {
    CorpusMeasure.Accumulator sum = CorpusMeasures.standard().byName(name).start();
    items.forEach(item -> sum.add(item.answer(), item.references()));
    return sum.result();
  }
}
