package assay.evaluation.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.measure.Metric;
import assay.evaluation.comparison.Comparison.MetricResult;
import assay.evaluation.support.Outcomes;
import assay.reading.Metrics;
import assay.statistics.Interval;
import assay.statistics.Observations;
import assay.statistics.Range;
import assay.statistics.interval.ClusterRobustVariance;
import assay.statistics.interval.DefaultInterval;
import assay.statistics.multiplicity.Correction;
import assay.testkit.Fixture;
import assay.testkit.FixtureRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two readers by metrics that are not the mean score. */
class MetricContrastTest {

  private static final Offset<Double> CLOSE = Offset.offset(1e-12);

  private static Comparison compare(Outcomes first, Outcomes second) {
    return compare(first, second, 1);
  }

  private static Comparison compare(Outcomes first, Outcomes second, long seed) {
    Terms terms = new Terms(0.95, null, Adjustment.of(Correction.HOLM), seed, true);
    return new Comparisons(terms).compare(first.side(), second.side());
  }

  private static Metric metric(String name) {
    return Metrics.all().byName(name);
  }

  private static Outcomes side(FixtureRow row, String which) {
    Outcomes side = Outcomes.of(which).metrics(metric(row.text("metric")));
    String gold = row.text("gold");
    String said = row.text(which);
    String subsets = row.text("subsets");
    String[] clusters = row.text("clusters").split(",");
    for (int i = 0; i < gold.length(); i++) {
      @Nullable String observed = said.charAt(i) == '?' ? null : said.substring(i, i + 1);
      @Nullable String cluster = clusters.length == 1 ? null : clusters[i];
      String id = "i" + i;
      if (subsets.equals("-")) {
        side.said(id, gold.substring(i, i + 1), observed, cluster);
      } else {
        side.hasSubsets();
        side.said(
            id, gold.substring(i, i + 1), observed, cluster, "subset", subsets.substring(i, i + 1));
      }
    }
    return side;
  }

  static Stream<FixtureRow> references() {
    return Fixture.of(MetricContrastTest.class, "paired-metrics.tsv").stream();
  }

  /** Exact where all exchanges are counted; drawn ones to what chance allows. */
  @ParameterizedTest
  @MethodSource("references")
  void asScikitLearnAndAllExchangesSay(FixtureRow row) {
    Comparison comparison = compare(side(row, "first"), side(row, "second"));
    MetricContrast found = comparison.metrics().getLast().contrast();

    assertThat(found.metric()).isEqualTo(row.text("metric"));
    assertThat(found.first()).isCloseTo(row.number("value_first"), CLOSE);
    assertThat(found.second()).isCloseTo(row.number("value_second"), CLOSE);
    double p = row.number("p");
    boolean exact = row.text("exact").equals("true");
    assertThat(found.test().test())
        .isEqualTo(exact ? "paired_permutation_exact" : "paired_permutation");
    // Five standard errors of the reference's 2,000 draws.
    double chance = exact ? 1e-12 : 5 * Math.sqrt(p * (1 - p) / 2_000) + 5e-4;
    assertThat(found.test().p()).isCloseTo(p, Offset.offset(chance));
    if (row.text("case").equals("equal")) {
      assertThat(found.interval().contains(0)).isTrue();
    } else {
      double most = metric(row.text("metric")).share() ? 1 : Double.POSITIVE_INFINITY;
      assertThat(found.interval().method()).isEqualTo("jackknife");
      assertThat(found.interval().lower())
          .isCloseTo(Math.max(-most, row.number("lower")), Offset.offset(1e-9));
      assertThat(found.interval().upper())
          .isCloseTo(Math.min(most, row.number("upper")), Offset.offset(1e-9));
    }
  }

  @Test
  void exchangingTheSidesTurnsTheSignAndKeepsTheP() {
    FixtureRow row =
        references().filter(r -> r.text("case").equals("many")).findFirst().orElseThrow();
    MetricContrast one =
        compare(side(row, "first"), side(row, "second")).metrics().getFirst().contrast();
    MetricContrast other =
        compare(side(row, "second"), side(row, "first")).metrics().getFirst().contrast();

    assertThat(other.difference()).isEqualTo(-one.difference());
    assertThat(other.test().p()).isCloseTo(one.test().p(), Offset.offset(0.02));
    assertThat(one.interval().contains(one.difference())).isTrue();
  }

  @Test
  void theSeedDecidesAndTheNumberOfThreadsDoesNot() throws Exception {
    FixtureRow row =
        references().filter(r -> r.text("case").equals("subsets")).findFirst().orElseThrow();
    List<MetricResult> here = compare(side(row, "first"), side(row, "second")).metrics();
    try (ForkJoinPool single = new ForkJoinPool(1)) {
      List<MetricResult> alone =
          single.submit(() -> compare(side(row, "first"), side(row, "second")).metrics()).get();
      assertThat(alone).isEqualTo(here);
    }
    assertThat(compare(side(row, "first"), side(row, "second"), 2).metrics()).isNotEqualTo(here);
  }

  /** A mean of subsets has the variance of their means, over the square of their number. */
  @Test
  void theMeanOfSubsetsWeighsSubsetsAlike() {
    Random random = new Random(5);
    Outcomes first = Outcomes.of("a").metrics(metric("accuracy")).hasSubsets();
    Outcomes second = Outcomes.of("b").metrics(metric("accuracy")).hasSubsets();
    int[] sizes = {400, 100, 60};
    double mean = 0;
    double variance = 0;
    for (int s = 0; s < sizes.length; s++) {
      List<Double> differences = new ArrayList<>();
      for (int i = 0; i < sizes[s]; i++) {
        int a = random.nextDouble() < 0.5 + 0.1 * s ? 1 : 0;
        int b = random.nextDouble() < 0.5 ? 1 : 0;
        first.put(s + "/" + i, a, null, "subset", "part " + s);
        second.put(s + "/" + i, b, null, "subset", "part " + s);
        differences.add((double) a - b);
      }
      Observations own =
          Observations.of(differences.stream().mapToDouble(Double::doubleValue).toArray());
      mean += own.mean().orElseThrow() / sizes.length;
      variance += ClusterRobustVariance.of(own).orElseThrow() / sizes.length / sizes.length;
    }
    List<MetricResult> metrics = compare(first, second).metrics();

    assertThat(metrics).hasSize(1);
    MetricContrast contrast = metrics.getFirst().contrast();
    assertThat(contrast.name()).isEqualTo("mean of 3 subsets");
    assertThat(contrast.difference()).isCloseTo(mean, CLOSE);
    double half = (contrast.interval().upper() - contrast.interval().lower()) / 2;
    assertThat(half).isCloseTo(1.96 * Math.sqrt(variance), Offset.offset(0.05 * half));
    // By the normal approximation, z = 2.286, two-sided p is 0.0222.
    assertThat(mean / Math.sqrt(variance)).isCloseTo(2.2862, Offset.offset(1e-4));
    assertThat(contrast.test().p()).isCloseTo(0.0222, Offset.offset(0.006));
    assertThat(metrics.getFirst().verdict()).isEqualTo(Verdict.BETTER);
  }

  /** Two subsets that repeat each other, question by question, say no more than one of them. */
  @Test
  void clustersAcrossSubsetsWidenTheirMean() {
    Outcomes first = Outcomes.of("a").metrics(metric("accuracy")).hasSubsets();
    Outcomes second = Outcomes.of("b").metrics(metric("accuracy")).hasSubsets();
    double[] differences = new double[60];
    for (int i = 0; i < differences.length; i++) {
      int a = i % 3 == 0 ? 1 : 0;
      int b = i % 5 == 0 ? 1 : 0;
      differences[i] = a - b;
      for (String subset : List.of("english", "local")) {
        first.put(subset + i, a, "question " + i, "subset", subset);
        second.put(subset + i, b, "question " + i, "subset", subset);
      }
    }
    MetricContrast contrast = compare(first, second).metrics().getFirst().contrast();

    Interval one =
        DefaultInterval.ofDifference(Observations.of(differences), new Range(-1, 1), 0.95);
    assertThat(contrast.interval().lower()).isCloseTo(one.lower(), CLOSE);
    assertThat(contrast.interval().upper()).isCloseTo(one.upper(), CLOSE);
    assertThat(contrast.interval().method()).isEqualTo("jackknife");
  }

  /**
   * On the many A is ahead, on the small part B: all questions and all parts say different things.
   */
  @Test
  void theMeanOfSubsetsCanSayTheReverseOfTheMeanOfAll() {
    Outcomes first = Outcomes.of("a").metrics(metric("accuracy")).hasSubsets();
    Outcomes second = Outcomes.of("b").metrics(metric("accuracy")).hasSubsets();
    for (int i = 0; i < 400; i++) {
      boolean small = i % 20 == 0;
      first.put("q" + i, small ? 0 : i % 5 == 1 ? 1 : 0, null, "subset", small ? "s" : "l");
      second.put("q" + i, small ? 1 : 0, null, "subset", small ? "s" : "l");
    }
    Comparison comparison = compare(first, second);

    assertThat(comparison.verdict()).isEqualTo(Verdict.BETTER);
    assertThat(comparison.metrics().getFirst().verdict()).isEqualTo(Verdict.WORSE);
  }

  @Test
  void whatIsNotDefinedIsUndecidedAndSaysSo() {
    Outcomes first = Outcomes.of("a").metrics(metric("cohen-kappa"));
    Outcomes second = Outcomes.of("b").metrics(metric("cohen-kappa"));
    for (int i = 0; i < 5; i++) {
      first.said("q" + i, "yes", "yes", null);
      second.said("q" + i, "yes", "no", null);
    }
    MetricResult result = compare(first, second).metrics().getFirst();

    assertThat(result.contrast().first()).isNaN();
    assertThat(result.contrast().test().p()).isEqualTo(1);
    assertThat(result.verdict()).isEqualTo(Verdict.UNDECIDED);
  }

  @Test
  void oneSampleHasNoInterval() {
    Outcomes first = Outcomes.of("a").metrics(metric("macro-f1")).said("q", "yes", "yes", null);
    Outcomes second = Outcomes.of("b").metrics(metric("macro-f1")).said("q", "yes", "no", null);
    MetricResult result = compare(first, second).metrics().getFirst();

    assertThat(result.contrast().difference()).isEqualTo(1);
    assertThat(result.contrast().interval().method()).isEqualTo("none");
    assertThat(result.contrast().test().p()).isEqualTo(1);
    assertThat(result.verdict()).isEqualTo(Verdict.UNDECIDED);
  }

  /** Three readers, one metric each pair: all rows are one family. */
  @Test
  void ofSeveralReadersTheMetricsOfAllPairsAreOneFamily() {
    FixtureRow row =
        references().filter(r -> r.text("case").equals("many")).findFirst().orElseThrow();
    Terms terms = new Terms(0.95, null, Adjustment.of(Correction.BONFERRONI), 1, true);
    Outcomes third = Outcomes.of("third").metrics(metric("macro-f1"));
    String gold = row.text("gold");
    for (int i = 0; i < gold.length(); i++) {
      third.said("i" + i, gold.substring(i, i + 1), i % 4 == 0 ? null : "Y", null);
    }
    Tournament all =
        new Comparisons(terms)
            .compareAll(
                List.of(side(row, "first").side(), side(row, "second").side(), third.side()),
                false,
                Comparisons.Detail.OVERALL);

    assertThat(all.comparisons())
        .allSatisfy(
            one -> {
              MetricResult result = one.metrics().getFirst();
              assertThat(result.adjusted())
                  .isCloseTo(Math.min(1, 3 * result.contrast().test().p()), CLOSE);
              assertThat(one.metricFamily())
                  .isEqualTo("metrics besides the mean score of all pairs of 3 readers");
            });
  }

  /**
   * Bounds are the difference had the second answered right, or wrong or nothing, where it failed.
   */
  @ParameterizedTest
  @ValueSource(strings = {"macro-f1", "cohen-kappa", "balanced-accuracy"})
  void whatIsMissingBoundsMetricsOverClasses(String name) {
    for (int lost : new int[] {1, 40}) {
      Comparison whole = compare(classes(name, true, 0, ""), classes(name, false, 0, ""));
      Comparison failed =
          compare(classes(name, true, lost, "yes"), classes(name, false, lost, "!"));
      Comparison right =
          compare(classes(name, true, lost, "yes"), classes(name, false, lost, "yes"));
      Comparison silent = compare(classes(name, true, lost, "yes"), classes(name, false, lost, ""));
      Comparison wrong =
          compare(classes(name, true, lost, "yes"), classes(name, false, lost, "no"));
      MetricResult result = failed.metrics().getFirst();

      assertThat(result.incomplete()).isEqualTo(lost);
      Coverage.Bounds bounds = Objects.requireNonNull(result.bounds());
      assertThat(bounds.lower()).isCloseTo(difference(right), CLOSE);
      assertThat(bounds.upper()).isCloseTo(Math.max(difference(silent), difference(wrong)), CLOSE);
      assertThat(result.contrast()).usingRecursiveComparison().isEqualTo(first(whole).contrast());
      assertThat(result.ofAnswered()).isEqualTo(Verdict.BETTER);
      assertThat(first(whole).bounds()).isNull();
      assertThat(first(whole).incomplete()).isZero();
    }
    MetricResult one = first(compare(classes(name, true, 1, "no"), classes(name, false, 1, "!")));
    MetricResult many =
        first(compare(classes(name, true, 200, "no"), classes(name, false, 200, "!")));
    assertThat(one.verdict()).isEqualTo(Verdict.BETTER);
    assertThat(one.answered()).isNull();
    assertThat(many.verdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(many.answered()).isEqualTo(Verdict.BETTER);
  }

  /**
   * Four of "yes" and four of "no", all right but one of "yes" that failed. Called "no" it is F1 of
   * 6/7 and 8/9, a mean of 55/63, and a kappa of (7/8 - 1/2)/(1/2); unread it were 13/14 and 7/9.
   */
  @ParameterizedTest
  @CsvSource({"macro-f1, 55, 63", "cohen-kappa, 3, 4"})
  void aWrongLabelIsWorseThanNone(String name, double numerator, double denominator) {
    Outcomes first = Outcomes.of("a").metrics(metric(name)).failed("q0", "yes");
    Outcomes second = Outcomes.of("b").metrics(metric(name)).said("q0", "yes", "yes", null);
    for (int i = 1; i < 8; i++) {
      String gold = i < 4 ? "yes" : "no";
      first.said("q" + i, gold, gold, null);
      second.said("q" + i, gold, gold, null);
    }
    Coverage.Bounds bounds = Objects.requireNonNull(first(compare(first, second)).bounds());

    assertThat(bounds.lower()).isCloseTo(numerator / denominator - 1, CLOSE);
    assertThat(bounds.upper()).isCloseTo(0, CLOSE);
  }

  /** Nothing bounds what texts could have said. */
  @Test
  void nothingIsDecidedOfTextsWhileSomeAreMissing() {
    Outcomes first = Outcomes.of("a").between().metrics(metric("coco-bleu-1"));
    Outcomes second = Outcomes.of("b").between().metrics(metric("coco-bleu-1"));
    for (int i = 0; i < 20; i++) {
      first.wrote("i" + i, "no acute disease of the chest", "no acute disease of the chest", null);
      second.wrote(
          "i" + i, "no acute disease of the chest", i % 3 == 0 ? "no mass" : "clear", null);
    }
    assertThat(first(compare(first, second)).verdict()).isEqualTo(Verdict.BETTER);
    first.wrote("m", "no effusion", "no effusion", null);
    second.missing("m", SampleOutcome.Status.FAILED);
    MetricResult open = first(compare(first, second));

    assertThat(open.verdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(open.answered()).isEqualTo(Verdict.BETTER);
    assertThat(open.bounds()).isNull();
    assertThat(open.incomplete()).isEqualTo(1);
  }

  private static MetricResult first(Comparison comparison) {
    return comparison.metrics().getFirst();
  }

  private static double difference(Comparison comparison) {
    return first(comparison).contrast().difference();
  }

  /**
   * The first right on 54 of 60, the second on 30; further ones of "yes" answered so, or failed.
   */
  private static Outcomes classes(String metric, boolean ofFirst, int more, String said) {
    Outcomes side = Outcomes.of(ofFirst ? "a" : "b").metrics(metric(metric));
    for (int i = 0; i < 60; i++) {
      String gold = i % 3 == 0 ? "yes" : "no";
      boolean right = ofFirst ? i % 10 != 0 : i % 2 == 0;
      side.said("i" + i, gold, right ? gold : gold.equals("yes") ? "no" : "yes", null);
    }
    for (int i = 0; i < more; i++) {
      if (said.equals("!")) {
        side.failed("m" + i, "yes");
      } else {
        side.said("m" + i, "yes", said.isEmpty() ? null : said, null);
      }
    }
    return side;
  }
}
