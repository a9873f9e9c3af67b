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
import assay.reading.Extractors;
import assay.reading.Metrics;
import assay.reading.Scorers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Measures of a whole corpus in the reduction. Values by pycocoevalcap ad63453, as in reading. */
class CorpusMetricsTest extends ReductionCase {

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

  @Test
  void sumsAreBootstrappedAndCiderHasNoInterval() {
    List<Estimate> estimates = estimates(SAID);
    Estimate bleu = estimates.get(1);
    Estimate cider = estimates.get(2);

    assertThat(bleu.interval()).isEqualTo("bootstrap-percentile");
    assertThat(bleu.value()).isBetween(bleu.lower(), bleu.upper());
    assertThat(bleu.lower()).isBetween(0.0, 0.1);
    assertThat(bleu.upper()).isBetween(0.5, 1.0);
    assertThat(cider.interval()).isEqualTo("none");
    assertThat(cider.lower()).isNull();
    assertThat(cider.upper()).isNull();
    assertThat(cider.undetectable()).isEqualTo(Undetectable.NO_INTERVAL);
    assertThat(bleu.undetectable()).isEqualTo(Undetectable.FEW_CLUSTERS);
    assertThat(List.of(bleu.share(), cider.share())).containsOnly(false);
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
