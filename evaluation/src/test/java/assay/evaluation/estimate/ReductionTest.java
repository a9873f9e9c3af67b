package assay.evaluation.estimate;

import static assay.evaluation.support.SmallBenchmark.choice;
import static assay.evaluation.support.SmallBenchmark.sample;
import static assay.evaluation.support.SmallBenchmark.tagged;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import assay.core.AnswerKind;
import assay.core.AssayException;
import assay.core.Target;
import assay.core.measure.ScoreRange;
import assay.evaluation.scoring.ScoringPass;
import assay.evaluation.store.RunFile;
import assay.evaluation.support.ScoredRun;
import assay.evaluation.support.SmallBenchmark;
import assay.evaluation.support.TestRun;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What is counted, left out and compared in a reduction. */
class ReductionTest extends ReductionCase {

  @Test
  void countsWhatBecameOfEveryTrial() {
    SmallBenchmark small = SmallBenchmark.ofChoices().choices(12);
    Estimate e =
        new ScoredRun(
                small,
                replies(
                    "q1", "read A",
                    "q2", "read A",
                    "q3", "guess C",
                    "q4", "guess A",
                    "q5", "unreadable empty",
                    "q6", "refused",
                    "q7", "truncated",
                    "q8", "read !no reference",
                    "q9", "read !no reference",
                    "q10", "failed",
                    "q11", "skipped",
                    "q12", "skipped not in the partial recording"))
            .surplus(4)
            .headline(path());
    assertThat(e.counts())
        .isEqualTo(
            new Counts(
                12,
                new TreeMap<>(Map.of("limit", 1L, "not in the partial recording", 1L)),
                new TreeMap<>(Map.of("rejected", 1L)),
                6,
                2,
                1,
                1,
                1,
                1,
                new TreeMap<>(Map.of("no reference", 2L)),
                4));
    assertThat(e.counts().asked()).isEqualTo(10);
    assertThat(e.counts().answered()).isEqualTo(9);
    assertThat(e.counts().unreadShare()).isCloseTo(3 / 9.0, within(1e-15));
    assertThat(e.n()).isEqualTo(7);
    assertThat(e.value()).as("right: q1, q3").isEqualTo(2 / 7.0);
    assertThat(e.valueOfRead()).isEqualTo(2 / 4.0);
    assertThat(e.bounds()).isEqualTo(new Estimate.Bounds(2 / 8.0, 3 / 8.0));
    assertThat(e.chance()).isEqualTo(0.25);
    assertThat(e.clusters()).isNull();
    assertThat(e.headline()).isTrue();
  }

  @Test
  void whatWasNotReadScoresTheWorstOfTheRangeOrIsUndefined() {
    SmallBenchmark small = SmallBenchmark.ofChoices().choices(3);
    Map<String, String> said = replies("q1", "read =2", "q2", "refused", "q3", "failed");
    Estimate errors =
        new ScoredRun(small, said).metrics("mean").range(new ScoreRange(10, 0)).headline(path());
    assertThat(errors.value()).isEqualTo(6);
    assertThat(errors.valueOfRead()).isEqualTo(2);
    assertThat(errors.bounds()).isEqualTo(new Estimate.Bounds(22 / 3.0, 4));
    Estimate boundless = new ScoredRun(small, said).metrics("mean").range(null).headline(path());
    assertThat(boundless.value()).isEqualTo(2);
    assertThat(boundless.counts().undefined()).containsEntry("unread", 1L);
    assertThat(boundless.bounds()).isNull();
    assertThat(boundless.n()).isEqualTo(1);
  }

  /**
   * Four of A and four of B, all right but one of A that failed. Read as B it is F1 of 6/7 and 8/9,
   * a mean of 55/63, and a kappa of (7/8 - 1/2)/(1/2); unread it were 13/14 and 7/9.
   */
  @Test
  void theWorstOfAMetricOverClassesIsAWrongLabel() {
    SmallBenchmark small = SmallBenchmark.ofChoices();
    Map<String, String> said = new LinkedHashMap<>();
    for (int i = 0; i < 8; i++) {
      String key = i < 4 ? "A" : "B";
      small.add(choice("q" + i, key));
      said.put("q" + i, i == 0 ? "failed" : "read " + key);
    }
    Estimate f1 = new ScoredRun(small, said).metrics("macro-f1").headline(path());
    Estimate kappa = new ScoredRun(small, said).metrics("cohen-kappa").headline(path());

    assertThat(f1.bounds().worst()).isCloseTo(55 / 63.0, within(1e-12));
    assertThat(f1.bounds().best()).isCloseTo(1, within(1e-12));
    assertThat(kappa.bounds().worst()).isCloseTo(0.75, within(1e-12));
    assertThat(kappa.bounds().best()).isCloseTo(1, within(1e-12));
  }

  @Test
  void nothingAnsweredIsNoValue() {
    SmallBenchmark small = SmallBenchmark.ofChoices().choices(2);
    Estimate e = new ScoredRun(small, replies("q1", "failed", "q2", "skipped")).headline(path());
    assertThat(e.value()).isNull();
    assertThat(e.lower()).isNull();
    assertThat(e.valueOfRead()).isNull();
    assertThat(e.interval()).isEqualTo("none");
    assertThat(e.bounds()).isEqualTo(new Estimate.Bounds(0, 1));
    assertThat(e.counts().unreadShare()).isNaN();
    assertThat(e.chance()).isNull();
  }

  @Test
  void epochsAreReducedToTheirMeanBeforeSamplesAre() {
    SmallBenchmark small = SmallBenchmark.ofChoices().choices(2);
    Estimate e =
        new ScoredRun(
                small,
                replies(
                    "q1#1", "read A", "q1#2", "read B", "q1#3", "read A", "q1#4", "failed", "q2",
                    "refused"))
            .epochs(4)
            .headline(path());
    assertThat(e.n()).isEqualTo(2);
    assertThat(e.value()).isCloseTo((2 / 3.0 + 0) / 2, within(1e-15));
    assertThat(e.valueOfRead()).isCloseTo(2 / 3.0, within(1e-15));
    assertThat(e.bounds().worst()).isCloseTo((2 / 4.0 + 0) / 2, within(1e-15));
    assertThat(e.bounds().best()).isCloseTo((3 / 4.0 + 0) / 2, within(1e-15));
    assertThat(e.counts().planned()).isEqualTo(8);
    assertThat(e.counts().answered()).isEqualTo(7);
    assertThat(e.interval()).as("shares of epochs lie between").isEqualTo("wilson-graded");
  }

  @Test
  void chanceIsUnknownWhereGuessingIsAndDeclaredOnesHoldForTheWhole() {
    SmallBenchmark several =
        SmallBenchmark.ofChoices()
            .choices(1)
            .add(sample("m", new Target.Choice(new TreeSet<>(List.of("A", "B")))));
    Map<String, String> said = replies("q1", "read A", "m", "read A");
    assertThat(new ScoredRun(several, said).headline(path()).chance()).isNull();
    SmallBenchmark declared =
        SmallBenchmark.ofChoices()
            .chance(0.4)
            .slices("exam")
            .add(tagged(choice("q1", "A"), "exam", "x"), choice("m", "A"));
    assertThat(new ScoredRun(declared, said).results(path()).estimates())
        .extracting(Estimate::chance)
        .containsExactly(0.4, 0.25);
    assertThat(new ScoredRun(declared, said).metrics("macro-f1").headline(path()).chance())
        .isNull();
  }

  @Test
  void extractorsThatDifferAreCounted() {
    SmallBenchmark small =
        SmallBenchmark.empty()
            .rules(AnswerKind.CHOICE, "layered,exact,strict", "choice", "accuracy")
            .choices(4);
    Map<String, String> said =
        replies("q1", "A", "q2", "The answer is (B).", "q3", "C", "q4", "I do not know");
    try (RunFile file = new TestRun(small).done(path(), TestRun.recorded(said))) {
      assertThat(new TestRun(small).results(file).disagreements())
          .containsExactly(
              new Results.Disagreement("recorded:them", "standard", "layered@1", "exact@1", 1, 4),
              new Results.Disagreement("recorded:them", "standard", "layered@1", "strict@1", 1, 4));
    }
  }

  @Test
  void aScoringThatIsOlderThanAnAnswerIsNotSummedUp() {
    SmallBenchmark small = SmallBenchmark.ofChoices().choices(2);
    ScoredRun run = new ScoredRun(small, replies("q1", "read A", "q2", "failed"));
    try (RunFile file = run.carriedOut(path())) {
      long scoring = ScoringPass.run(file, run.rules(), "test");
      TestRun.tamper(file.path(), "UPDATE trial SET state = 'answered' WHERE ordinal = 1");
      assertThatThrownBy(
              () -> new Reduction(file, small.benchmark(), run.rules(), 0.95).reduce(scoring))
          .isInstanceOf(AssayException.class)
          .hasMessage(
              "the scoring is older than some of the answers, for example to sample q2\n"
                  + "  remedy: score the run again: assay score RUN");
    }
  }

  @Test
  void resultsComeInTheOrderOfThePlan() {
    SmallBenchmark small = SmallBenchmark.ofChoices().choices(2);
    try (RunFile file =
        new TestRun(small).done(path(), TestRun.recorded(replies("q1", "A", "q2", "A")))) {
      assertThat(new TestRun(small).results(file).estimates()).hasSize(1);
    }
    Results results =
        new ScoredRun(small, replies("q1", "read A", "q2", "read B"))
            .metrics("mean", "accuracy")
            .extractors("zeta", "alpha")
            .results(path());
    assertThat(results.estimates())
        .extracting(e -> e.metric() + " " + e.extractor() + " " + e.headline())
        .containsExactly(
            "mean zeta@1 true",
            "mean alpha@1 false",
            "accuracy zeta@1 false",
            "accuracy alpha@1 false");
  }
}
