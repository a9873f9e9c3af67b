package assay.evaluation.estimate;

import static assay.evaluation.support.SmallBenchmark.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import assay.core.AnswerKind;
import assay.core.AssayException;
import assay.core.Target;
import assay.core.benchmark.Benchmark;
import assay.evaluation.scoring.RuleSet;
import assay.evaluation.support.ScoredRun;
import assay.evaluation.support.SmallBenchmark;
import assay.reading.CorpusMeasures;
import assay.reading.Extractors;
import assay.reading.Metrics;
import assay.reading.Scorers;
import assay.reading.corpus.CorpusMeasure;
import assay.statistics.Interval;
import assay.statistics.Observations;
import assay.statistics.Range;
import assay.statistics.interval.DefaultInterval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Measures of a whole corpus in the reduction. Values by pycocoevalcap ad63453, as in reading. */
class CorpusMetricsTest extends ReductionCase {

  /** Student's quantile for two degrees of freedom, which has a closed form. */
  private static final double T_OF_2 = 0.95 / Math.sqrt(2 * 0.975 * 0.025);

  private static SmallBenchmark reports() {
    return SmallBenchmark.empty()
        .add(
            sample(
                "r1",
                new Target.Text(
                    List.of(
                        "the heart size is normal . the lungs are clear",
                        "normal heart , clear lungs"))),
            sample("r2", new Target.Text(List.of("there is no pleural effusion or pneumothorax"))),
            sample("r3", new Target.Text(List.of("no acute disease"))));
  }

  private static final Map<String, String> SAID =
      replies(
          "r1", "the heart is normal and the lungs are clear",
          "r2", "no pleural effusion",
          "r3", "a large mass");

  private List<Estimate> estimates(Map<String, String> said) {
    return new ScoredRun(reports(), said)
        .rules("whole", "coco-rouge-l", "mean", "coco-bleu-2", "cider")
        .results(path())
        .estimates();
  }

  @Test
  void theyAreOverAllAnswersTogetherAndCompareByThemselves() {
    List<Estimate> estimates = estimates(SAID);

    assertThat(estimates)
        .extracting(e -> e.metric() + " " + e.scorer() + " " + e.n() + " " + e.headline())
        .containsExactly(
            "mean coco-rouge-l@1 3 true",
            "coco-bleu-2 coco-bleu-2@1 3 false",
            "cider cider@1 3 false");
    assertThat(estimates.get(1).value()).isCloseTo(0.4686453181144598, within(1e-12));
    assertThat(estimates.get(2).value()).isCloseTo(2.064603178908141, within(1e-12));
  }

  /** BLEU without each report in turn is that of a run which it failed in. */
  @Test
  void everyReportIsLeftOutInTurn() {
    Estimate bleu = estimates(SAID).get(1);
    List<Double> without = new ArrayList<>();
    for (String report : SAID.keySet()) {
      Map<String, String> others = new LinkedHashMap<>(SAID);
      others.put(report, "failed");
      without.add(estimates(others).get(1).value());
    }
    double mean = without.stream().mapToDouble(v -> v).average().orElseThrow();
    double squares = without.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
    double half = T_OF_2 * Math.sqrt(2.0 / 3 * squares);

    assertThat(bleu.interval()).isEqualTo("jackknife");
    assertThat(bleu.lower()).isCloseTo(Math.max(0, bleu.value() - half), within(1e-12));
    assertThat(bleu.upper()).isCloseTo(Math.min(1, bleu.value() + half), within(1e-12));
    assertThat(bleu.undetectable()).isEqualTo(Undetectable.FEW_CLUSTERS);
    assertThat(bleu.share()).isFalse();
  }

  /** With fixed frequencies CIDEr is a mean, and has Hall's interval as any other. */
  @Test
  void ciderIsTheMeanOfWhatEachAnswerComesTo() {
    CorpusMeasure measure = CorpusMeasures.standard().byName("cider");
    List<List<String>> corpus =
        List.of(
            List.of("the heart size is normal . the lungs are clear", "normal heart , clear lungs"),
            List.of("there is no pleural effusion or pneumothorax"),
            List.of("no acute disease"));
    CorpusMeasure.Sums sums = measure.sumsWithin(corpus);
    double[] each =
        IntStream.range(0, corpus.size())
            .mapToDouble(i -> sums.of(SAID.get("r" + (i + 1)), corpus.get(i))[0])
            .toArray();
    Interval expected = DefaultInterval.ofMean(Observations.of(each), new Range(0, 10), 0.95);

    Estimate cider = estimates(SAID).get(2);
    assertThat(cider.interval()).isEqualTo("hall");
    assertThat(cider.value()).isCloseTo(Arrays.stream(each).average().orElseThrow(), within(1e-12));
    assertThat(cider.lower()).isCloseTo(expected.lower(), within(1e-12));
    assertThat(cider.upper()).isCloseTo(expected.upper(), within(1e-12));
    assertThat(cider.undetectable()).isEqualTo(Undetectable.FEW_CLUSTERS);
    assertThat(cider.share()).isFalse();
  }

  @Test
  void whatNoReportMovesHasNoInterval() {
    Estimate silent = estimates(replies("r1", "mass", "r2", "mass", "r3", "mass")).get(1);
    Estimate one =
        estimates(replies("r1", "the heart is normal", "r2", "failed", "r3", "failed")).get(1);

    for (Estimate none : List.of(silent, one)) {
      assertThat(none.interval()).isEqualTo("none");
      assertThat(none.lower()).isNull();
      assertThat(none.upper()).isNull();
      assertThat(none.undetectable()).isEqualTo(Undetectable.NO_INTERVAL);
    }
  }

  @Test
  void whatWasNotReadIsAnEmptyTextAndWhatFailedGivesNoBounds() {
    Map<String, String> less = new LinkedHashMap<>(SAID);
    less.put("r2", "");
    less.put("r3", "failed");
    Estimate bleu = estimates(less).get(1);

    assertThat(bleu.counts().read()).isEqualTo(1);
    assertThat(bleu.counts().unreadable()).isEqualTo(1);
    assertThat(bleu.n()).isEqualTo(2);
    assertThat(bleu.value()).isLessThan(bleu.valueOfRead());
    assertThat(bleu.bounds()).isNull();
  }

  @Test
  void theyAreForTextsAlone() {
    LinkedHashMap<AnswerKind, Benchmark.Rules> rules = new LinkedHashMap<>();
    rules.put(
        AnswerKind.CHOICE,
        new Benchmark.Rules(List.of("exact"), List.of("choice"), List.of("cider")));
    RuleSet.Registry registry =
        new RuleSet.Registry(
            Extractors.standard()::byName, Scorers.standard()::byName, Metrics.all()::byName);

    assertThatThrownBy(() -> RuleSet.resolve(rules, registry))
        .isInstanceOf(AssayException.class)
        .hasMessageContaining("metric 'cider' is not meant for answers of kind choice");
  }
}
