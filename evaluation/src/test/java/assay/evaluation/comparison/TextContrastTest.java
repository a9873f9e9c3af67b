package assay.evaluation.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.measure.Metric;
import assay.core.measure.Outcome;
import assay.evaluation.comparison.Comparison.MetricResult;
import assay.evaluation.comparison.SampleOutcome.Status;
import assay.evaluation.support.Outcomes;
import assay.reading.Metrics;
import assay.statistics.multiplicity.Correction;
import assay.testkit.Fixture;
import assay.testkit.FixtureRow;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two readers by measures of whole corpora. */
class TextContrastTest {

  private static final Offset<Double> CLOSE = Offset.offset(1e-12);

  private static List<MetricResult> compare(Outcomes first, Outcomes second, double margin) {
    Terms terms =
        new Terms(0.95, margin == 0 ? null : margin, Adjustment.of(Correction.HOLM), 1, true);
    return new Comparisons(terms).compare(first.side(), second.side()).metrics();
  }

  private static MetricContrast contrast(Outcomes first, Outcomes second) {
    return compare(first, second, 0).getFirst().contrast();
  }

  private static Outcomes of(String address, String... metrics) {
    return Outcomes.of(address)
        .between()
        .metrics(Stream.of(metrics).map(Metrics.all()::byName).toArray(Metric[]::new));
  }

  private static Outcomes side(FixtureRow row, String which) {
    Outcomes side = of(which, row.text("metric"));
    String[] references = row.text("references").split("\\|", -1);
    String[] said = row.text(which).split("\\|", -1);
    String[] clusters = row.text("clusters").split(",");
    for (int i = 0; i < references.length; i++) {
      side.wrote("i" + i, references[i], said[i], clusters.length == 1 ? null : clusters[i]);
    }
    return side;
  }

  static Stream<FixtureRow> references() {
    return Fixture.of(TextContrastTest.class, "paired-texts.tsv").stream();
  }

  private static FixtureRow row(String name, String metric) {
    return references()
        .filter(row -> row.text("case").equals(name) && row.text("metric").equals(metric))
        .findFirst()
        .orElseThrow();
  }

  /** Exact where all exchanges are counted; drawn ones to what chance allows. */
  @ParameterizedTest
  @MethodSource("references")
  void asTheOriginalSoftwareAndAllExchangesSay(FixtureRow row) {
    MetricContrast found = contrast(side(row, "first"), side(row, "second"));

    assertThat(found.metric()).isEqualTo(row.text("metric"));
    assertThat(found.unit()).isEqualTo(MetricContrast.Unit.CORPUS);
    // sacreBLEU itself goes through percent and logarithms.
    assertThat(found.first()).isCloseTo(row.number("value_first"), CLOSE);
    assertThat(found.second()).isCloseTo(row.number("value_second"), CLOSE);
    double p = row.number("p");
    boolean exact = row.text("exact").equals("true");
    assertThat(found.test().test())
        .isEqualTo(exact ? "paired_permutation_exact" : "paired_permutation");
    // Five standard errors of the reference's draws and of ours.
    double chance =
        exact ? 1e-12 : 5 * Math.sqrt(p * (1 - p) * (1 / row.number("draws") + 1e-4)) + 5e-4;
    assertThat(found.test().p()).isCloseTo(p, Offset.offset(chance));
    if (row.text("case").equals("equal")) {
      assertThat(found.interval().contains(0)).isTrue();
    } else {
      assertThat(found.interval().method()).isEqualTo("jackknife");
      // SciPy 1.10 finds quantiles of t to about 4e-9 only; CIDEr's differences go beyond 1.
      assertThat(found.interval().lower()).isCloseTo(row.number("lower"), Offset.offset(2e-8));
      assertThat(found.interval().upper()).isCloseTo(row.number("upper"), Offset.offset(2e-8));
    }
  }

  /** Over all pairs the value is that which a run of them alone shows. */
  @ParameterizedTest
  @MethodSource("references")
  void theValueIsThatOfTheMeasureItself(FixtureRow row) {
    Outcomes first = side(row, "first");
    Metric.Accumulator whole = Metrics.all().byName(row.text("metric")).start();
    first
        .side()
        .samples()
        .values()
        .forEach(
            one ->
                whole.add(
                    new Outcome(
                        one.id(),
                        0,
                        1,
                        null,
                        null,
                        null,
                        new Outcome.Texts(one.given().getFirst().text(), one.references()))));
    assertThat(contrast(first, side(row, "second")).first())
        .isCloseTo(whole.result().orElseThrow(), CLOSE);
  }

  @Test
  void exchangingTheSidesTurnsTheSignAndKeepsTheP() {
    for (String metric : List.of("sacrebleu", "cider")) {
      FixtureRow row = row("many", metric);
      MetricContrast one = contrast(side(row, "first"), side(row, "second"));
      MetricContrast other = contrast(side(row, "second"), side(row, "first"));

      assertThat(other.difference()).isEqualTo(-one.difference());
      assertThat(other.test().p()).isCloseTo(one.test().p(), Offset.offset(0.02));
      assertThat(one.interval().contains(one.difference())).isTrue();
    }
  }

  /** What one side did not answer is in neither value, and in no document frequency. */
  @Test
  void onlyWhatBothAnsweredIsCompared() {
    for (String metric : List.of("coco-bleu-4", "cider")) {
      FixtureRow row = row("few", metric);
      MetricContrast whole = contrast(side(row, "first"), side(row, "second"));
      MetricContrast common =
          contrast(
              side(row, "first").wrote("more", "a large mass", "a large mass", null),
              side(row, "second").missing("more", Status.FAILED));

      assertThat(common.n()).isEqualTo(10);
      assertThat(common.first()).isEqualTo(whole.first());
      assertThat(common.second()).isEqualTo(whole.second());
      assertThat(common.test()).isEqualTo(whole.test());
    }
  }

  @Test
  void allMeasuresAreOneFamilyAndNoMarginIsMeantForThem() {
    String[] metrics = {"mean", "coco-bleu-1", "cider"};
    Outcomes first = of("a", metrics);
    Outcomes second = of("b", metrics);
    String[] references = row("few", "cider").text("references").split("\\|");
    String[] said = row("few", "cider").text("second").split("\\|");
    for (int i = 0; i < references.length; i++) {
      first.wrote("q" + i, references[i], references[i], null);
      second.wrote("q" + i, references[i], said[i], null);
    }
    List<MetricResult> found = compare(first, second, 0.9);

    assertThat(found)
        .extracting(one -> one.contrast().metric())
        .containsExactly("coco-bleu-1", "cider");
    assertThat(found).extracting(MetricResult::verdict).containsOnly(Verdict.BETTER);
    assertThat(found)
        .allSatisfy(
            one -> assertThat(one.adjusted()).isCloseTo(2 * one.contrast().test().p(), CLOSE));
  }

  @Test
  void oneSampleHasNoInterval() {
    MetricContrast one =
        contrast(
            of("a", "cider").wrote("q", "clear lungs", "clear lungs", null),
            of("b", "cider").wrote("q", "clear lungs", "a mass", null));

    assertThat(one.interval().method()).isEqualTo("none");
    assertThat(one.test().p()).isEqualTo(1);
  }
}
