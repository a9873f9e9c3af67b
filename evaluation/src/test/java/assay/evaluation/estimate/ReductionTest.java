package assay.evaluation.estimate;

import static assay.evaluation.support.SmallBenchmark.choice;
import static assay.evaluation.support.SmallBenchmark.in;
import static assay.evaluation.support.SmallBenchmark.ofPatient;
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
import assay.testkit.Fixture;
import assay.testkit.FixtureRow;
import assay.testkit.generate.Generators;
import assay.testkit.generate.SeededTest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReductionTest {

  @TempDir private Path folder;
  private int runs;

  private Path path() {
    return folder.resolve("run" + runs++ + ".assay");
  }

  private static Map<String, String> replies(String... pairs) {
    Map<String, String> replies = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      replies.put(pairs[i], pairs[i + 1]);
    }
    return replies;
  }

  /** So many right answers first, then wrong ones. */
  private static Map<String, String> rightAndWrong(int right, int n) {
    Map<String, String> replies = new LinkedHashMap<>();
    for (int i = 1; i <= n; i++) {
      replies.put("q" + i, i <= right ? "read =1" : "read =0");
    }
    return replies;
  }

  static Stream<FixtureRow> wilson() {
    return Fixture.of(ReductionTest.class, "wilson.tsv").stream();
  }

  @ParameterizedTest
  @MethodSource("wilson")
  void accuracyHasTheIntervalThatRGives(FixtureRow row) {
    int n = row.integer("n");
    SmallBenchmark small = SmallBenchmark.ofChoices().choices(n);
    Estimate estimate =
        new ScoredRun(small, rightAndWrong(row.integer("right"), n))
            .level(row.number("level"))
            .headline(path());
    assertThat(estimate.interval()).isEqualTo("wilson");
    assertThat(estimate.value()).isCloseTo(row.number("value"), within(1e-12));
    assertThat(estimate.lower()).isCloseTo(row.number("lower"), within(1e-12));
    assertThat(estimate.upper()).isCloseTo(row.number("upper"), within(1e-12));
  }

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

  @Test
  void whatIsMeasuredSaysWhichIntervalNotTheValues() {
    SmallBenchmark small = SmallBenchmark.ofChoices().choices(3);
    Map<String, String> whole = replies("q1", "read =1", "q2", "read =0", "q3", "read =1");
    assertThat(new ScoredRun(small, whole).range(null).headline(path()).interval())
        .as("accuracy without a declared range")
        .isEqualTo("wilson");
    assertThat(new ScoredRun(small, whole).metrics("mean").headline(path()).interval())
        .isEqualTo("bootstrap-bca");
    assertThat(new ScoredRun(small, whole).range(new ScoreRange(0, 3)).headline(path()).interval())
        .as("shares of three points that happen to be 0 or 1")
        .isEqualTo("bootstrap-bca");
    ScoredRun points =
        new ScoredRun(small, replies("q1", "read =1", "q2", "read =2.5")).range(null);
    assertThatThrownBy(() -> points.headline(path()))
        .isInstanceOf(AssayException.class)
        .hasMessage(
            "accuracy is asked for, but spoken@1 gave 2.5\n"
                + "  expected: scores from 0 (wrong) to 1 (right)\n"
                + "  remedy: name the metric 'mean' for this scorer in benchmark.yaml");
  }

  @Test
  void saysWhatASampleOfItsSizeCanShow() {
    SmallBenchmark small = SmallBenchmark.ofChoices().choices(100);
    Estimate e = new ScoredRun(small, rightAndWrong(39, 100)).headline(path());
    // by hand: (1.959964·√(0.39·0.61) + 0.841621·√(p₁(1 − p₁)))/√100 at p₁ = 0.39 + 0.13715…
    double p1 = 0.39 + e.detectable();
    assertThat(
            (1.959963984540054 * Math.sqrt(0.39 * 0.61)
                    + 0.8416212335729143 * Math.sqrt(p1 * (1 - p1)))
                / 10)
        .isCloseTo(e.detectable(), within(1e-9));
    assertThat(new ScoredRun(small, rightAndWrong(100, 100)).headline(path()).detectable())
        .isNull();
    assertThat(
            new ScoredRun(small, rightAndWrong(39, 100))
                .metrics("mean")
                .headline(path())
                .detectable())
        .isNull();
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
    assertThat(e.interval()).as("shares of epochs are proportions too").isEqualTo("wilson");
  }

  @Test
  void patientsThatGaveSeveralSamplesWidenTheInterval() {
    SmallBenchmark alone = SmallBenchmark.ofChoices();
    SmallBenchmark grouped = SmallBenchmark.ofChoices();
    Map<String, String> said = new LinkedHashMap<>();
    for (int i = 1; i <= 60; i++) {
      alone.add(ofPatient(choice("q" + i, "A"), "p" + i));
      grouped.add(ofPatient(choice("q" + i, "A"), "p" + (i - 1) / 4));
      said.put("q" + i, (i - 1) / 4 % 3 == 0 ? "read B" : "read A");
    }
    Estimate one = new ScoredRun(alone, said).headline(path());
    Estimate other = new ScoredRun(grouped, said).headline(path());
    assertThat(one.clusters()).isEqualTo(60);
    assertThat(one.interval()).as("nobody gave two").isEqualTo("wilson");
    assertThat(other.clusters()).isEqualTo(15);
    assertThat(other.interval()).isEqualTo("wilson-clustered");
    assertThat(other.value()).isEqualTo(one.value());
    assertThat(other.upper() - other.lower()).isGreaterThan(1.5 * (one.upper() - one.lower()));
  }

  @Test
  void samplesWithoutAPatientAreAlone() {
    SmallBenchmark some = SmallBenchmark.ofChoices().choices(3);
    some.add(ofPatient(choice("x", "A"), "p"), ofPatient(choice("y", "A"), "p"));
    some.add(choice("z", "A"));
    Estimate e =
        new ScoredRun(
                some,
                replies(
                    "q1", "read A", "q2", "read A", "q3", "read A", "x", "read A", "y", "read B",
                    "z", "read A"))
            .headline(path());
    assertThat(e.clusters()).isEqualTo(5);
    assertThat(e.interval()).isEqualTo("wilson-clustered");
  }

  @Test
  void slicesAreGivenApartAndRolledUp() {
    SmallBenchmark small =
        SmallBenchmark.ofChoices()
            .slices("modality")
            .add(
                tagged(choice("q1", "A"), "modality", "mri/t1"),
                tagged(choice("q2", "A"), "modality", "mri/t2"),
                tagged(choice("q3", "A"), "modality", "ct", "mri/t1"),
                choice("q4", "A"));
    List<Estimate> estimates =
        new ScoredRun(
                small, replies("q1", "read A", "q2", "read B", "q3", "read A", "q4", "read B"))
            .results(path())
            .estimates();
    assertThat(estimates)
        .extracting(e -> e.slice() + " " + e.n() + " " + e.value() + " " + e.headline())
        .containsExactly(
            "{} 4 0.5 true",
            "{modality=ct} 1 1.0 false",
            "{modality=mri} 3 " + 2 / 3.0 + " false",
            "{modality=mri/t1} 2 1.0 false",
            "{modality=mri/t2} 1 0.0 false");
  }

  @Test
  void subsetsAreGivenApartWithTheirUnweightedMean() {
    SmallBenchmark small =
        SmallBenchmark.ofChoices()
            .subsets("b", "a")
            .add(in("a", choice("q1", "A")), in("b", choice("q2", "A")))
            .add(in("b", choice("q3", "A")), in("b", choice("q4", "A")));
    List<Estimate> estimates =
        new ScoredRun(
                small, replies("q1", "read A", "q2", "read A", "q3", "read B", "q4", "read B"))
            .results(path())
            .estimates();
    assertThat(estimates)
        .extracting(e -> e.subset() + " " + e.value())
        .containsExactly("null 0.5", "b " + 1 / 3.0, "a 1.0");
    Estimate.SubsetMean mean = estimates.getFirst().subsetMean();
    assertThat(mean.value()).isCloseTo(2 / 3.0, within(1e-15));
    // by hand from the subsets' intervals, see Zou and Donner
    double below = Math.hypot(1 / 3.0 - estimates.get(1).lower(), 1 - estimates.get(2).lower()) / 2;
    double above = Math.hypot(estimates.get(1).upper() - 1 / 3.0, estimates.get(2).upper() - 1) / 2;
    assertThat(mean.lower()).isCloseTo(2 / 3.0 - below, within(1e-12));
    assertThat(mean.upper()).isCloseTo(2 / 3.0 + above, within(1e-12));
    assertThat(estimates.get(1).subsetMean()).isNull();
  }

  @Test
  void kindsAreGivenTogetherAndApart() {
    SmallBenchmark mixed =
        SmallBenchmark.empty()
            .choices(2)
            .add(sample("y1", new Target.YesNo(true)), sample("y2", new Target.YesNo(false)));
    List<Estimate> estimates =
        new ScoredRun(
                mixed, replies("q1", "read =1", "q2", "read =1", "y1", "read =1", "y2", "read =0"))
            .results(path())
            .estimates();
    assertThat(estimates)
        .extracting(e -> e.slice() + " " + e.n() + " " + e.value() + " " + e.headline())
        .containsExactly(
            "{} 4 0.75 true", "{kind=choice} 2 1.0 false", "{kind=yes-no} 2 0.5 false");
    assertThat(estimates).extracting(Estimate::chance).containsExactly(0.375, 0.25, 0.5);
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

  /** Whatever becomes of the trials, nothing vanishes, and the estimate lies where it must. */
  @SeededTest(count = 40)
  void identitiesOfCounts(Generators draw) {
    SmallBenchmark small = SmallBenchmark.ofChoices().slices("exam");
    Map<String, String> said = new LinkedHashMap<>();
    int epochs = draw.between(1, 3);
    for (int i = 0; i < draw.between(1, 30); i++) {
      String id = "q" + i;
      String exam = draw.pick(List.of("x", "y/z", "y"));
      small.add(
          draw.oneIn(2)
              ? tagged(ofPatient(choice(id, "A"), "p" + draw.between(0, 5)), "exam", exam)
              : choice(id, "A"));
      for (int epoch = 1; epoch <= epochs; epoch++) {
        said.put(
            id + "#" + epoch,
            draw.pick(
                List.of(
                    "read A",
                    "read B",
                    "guess A",
                    "guess C",
                    "refused",
                    "truncated",
                    "failed",
                    "unreadable empty",
                    "skipped",
                    "read !odd",
                    "skipped budget")));
      }
    }
    Results results =
        new ScoredRun(small, said)
            .epochs(epochs)
            .metrics("accuracy", "macro-f1", "cohen-kappa")
            .results(path());
    for (Estimate e : results.estimates()) {
      Counts c = e.counts();
      assertThat(c.planned()).isEqualTo(c.skipped() + c.asked());
      assertThat(c.asked()).isEqualTo(c.failed() + c.answered());
      assertThat(c.answered()).isEqualTo(c.read() + c.unreadable() + c.refused() + c.truncated());
      assertThat(c.guessedRight()).isLessThanOrEqualTo(c.guessed());
      assertThat(c.guessed()).isLessThanOrEqualTo(c.read());
      assertThat(c.undefinedTotal()).isLessThanOrEqualTo(c.answered());
      assertThat(e.n()).isLessThanOrEqualTo(c.answered());
      if (e.value() != null && e.lower() != null && e.upper() != null) {
        if (e.metric().equals("accuracy")) {
          assertThat(e.value()).isBetween(e.lower(), e.upper());
        }
        assertThat(e.lower()).isLessThanOrEqualTo(e.upper());
      }
      if (e.value() != null && e.bounds() != null && e.metric().equals("accuracy")) {
        assertThat(e.bounds().worst()).isLessThanOrEqualTo(e.value() + 1e-12);
        assertThat(e.bounds().best()).isGreaterThanOrEqualTo(e.value() - 1e-12);
      }
      if (c.failed() == 0) {
        assertThat(e.bounds()).isNull();
      } else if (e.metric().equals("accuracy")) {
        assertThat(e.bounds()).as("of kappa there may be none: one class alone").isNotNull();
      }
    }
    Estimate all = results.estimates().getFirst();
    assertThat(all.counts().planned()).isEqualTo((long) small.samples().size() * epochs);
  }

  /** The order of samples reaches no estimate, to the last bit. */
  @SeededTest(count = 12)
  void theOrderOfSamplesDoesNotMatter(Generators draw) {
    SmallBenchmark small = SmallBenchmark.ofChoices().slices("exam");
    Map<String, String> said = new LinkedHashMap<>();
    for (int i = 0; i < 40; i++) {
      small.add(
          tagged(
              ofPatient(choice("q" + i, draw.pick(List.of("A", "B", "C"))), "p" + i / 3),
              "exam",
              draw.pick(List.of("x", "y"))));
      said.put(
          "q" + i, draw.pick(List.of("read =0.1", "read =0.7", "read A", "read B", "refused")));
    }
    SmallBenchmark shuffled = SmallBenchmark.ofChoices().slices("exam");
    draw.shuffled(small.samples()).forEach(shuffled::add);
    for (String metric : List.of("accuracy", "mean", "macro-f1", "cohen-kappa")) {
      assertThat(new ScoredRun(shuffled, said).metrics(metric).results(path()))
          .isEqualTo(new ScoredRun(small, said).metrics(metric).results(path()));
    }
  }

  @Test
  void doublingEverySampleKeepsTheValueAndNarrowsTheInterval() {
    SmallBenchmark once = SmallBenchmark.ofChoices();
    SmallBenchmark twice = SmallBenchmark.ofChoices();
    Map<String, String> said = new LinkedHashMap<>();
    for (int i = 0; i < 30; i++) {
      once.add(choice("q" + i, i % 2 == 0 ? "A" : "B"));
      for (String copy : List.of("", "x")) {
        twice.add(choice("q" + i + copy, i % 2 == 0 ? "A" : "B"));
        said.put("q" + i + copy, i % 3 == 0 ? "read A" : "read B");
      }
    }
    for (String metric : List.of("accuracy", "mean", "macro-f1", "cohen-kappa")) {
      Estimate one = new ScoredRun(once, said).metrics(metric).headline(path());
      Estimate two = new ScoredRun(twice, said).metrics(metric).headline(path());
      assertThat(two.value()).isCloseTo(one.value(), within(1e-12));
      assertThat(two.upper() - two.lower()).isLessThan(one.upper() - one.lower());
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

  @Test
  void manySlicesAndRulesTakeTimeInProportion() {
    SmallBenchmark small = SmallBenchmark.ofChoices().slices("id");
    List<String> said = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      small.add(tagged(choice("q" + i, "A"), "id", "value " + i));
      said.addAll(List.of("q" + i, "read A"));
    }
    assertThat(
            new ScoredRun(small, replies(said.toArray(new String[0])))
                .extractors("a", "b", "c")
                .results(path())
                .estimates())
        .hasSize(9_003);
  }
}
