package assay.evaluation.estimate;

import static assay.evaluation.support.SmallBenchmark.choice;
import static assay.evaluation.support.SmallBenchmark.ofPatient;
import static assay.evaluation.support.SmallBenchmark.tagged;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import assay.core.AssayException;
import assay.core.measure.ScoreRange;
import assay.evaluation.support.ScoredRun;
import assay.evaluation.support.SmallBenchmark;
import assay.testkit.Fixture;
import assay.testkit.FixtureRow;
import assay.testkit.generate.Generators;
import assay.testkit.generate.SeededTest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Intervals of estimates, and what leaves them as they are. */
class ReductionIntervalsTest extends ReductionCase {

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
  void whatIsMeasuredSaysWhichIntervalNotTheValues() {
    SmallBenchmark small = SmallBenchmark.ofChoices().choices(3);
    Map<String, String> whole = replies("q1", "read =1", "q2", "read =0", "q3", "read =1");
    assertThat(new ScoredRun(small, whole).range(null).headline(path()).interval())
        .as("accuracy without a declared range")
        .isEqualTo("wilson");
    assertThat(new ScoredRun(small, whole).metrics("mean").headline(path()).interval())
        .isEqualTo("hall");
    assertThat(new ScoredRun(small, whole).range(new ScoreRange(0, 3)).headline(path()).interval())
        .as("shares of three points that happen to be 0 or 1")
        .isEqualTo("hall");
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
  }

  @Test
  void saysAtTheEndsWhatTheExactTestFinds() {
    SmallBenchmark small = SmallBenchmark.ofChoices().choices(100);
    for (int right : List.of(0, 100)) {
      Estimate e = new ScoredRun(small, rightAndWrong(right, 100)).headline(path());
      // by hand: 0.025 = (1 − d)¹⁰⁰
      assertThat(Math.pow(1 - e.detectable(), 100)).isCloseTo(0.025, within(1e-12));
      assertThat(e.undetectable()).isNull();
      Estimate mean =
          new ScoredRun(small, rightAndWrong(right, 100)).metrics("mean").headline(path());
      assertThat(mean.detectable()).as("a mean of [0, 1]").isCloseTo(e.detectable(), within(1e-12));
    }
  }

  @Test
  void saysWhatAMeanOfSoManyScoresCanShow() {
    SmallBenchmark small = SmallBenchmark.ofChoices().choices(100);
    Estimate e = new ScoredRun(small, rightAndWrong(39, 100)).metrics("mean").headline(path());
    // The figure above: statistics/src/test/reference/studentpower.py, of 39 ones and 61 zeros.
    assertThat(e.detectable()).isCloseTo(0.14342207585861166, within(1e-9));
    assertThat(e.share()).isTrue();
    Estimate points =
        new ScoredRun(small, rightAndWrong(39, 100))
            .metrics("mean")
            .range(new ScoreRange(0, 3))
            .headline(path());
    assertThat(points.detectable()).isEqualTo(e.detectable());
    assertThat(points.share()).as("scores of three points are no percentages").isFalse();
  }

  @Test
  void saysWhatAMetricOverClassesCanShowByItsInterval() {
    SmallBenchmark small = SmallBenchmark.ofChoices();
    Map<String, String> said = new LinkedHashMap<>();
    for (int i = 0; i < 60; i++) {
      small.add(choice("q" + i, i % 2 == 0 ? "A" : "B"));
      said.put("q" + i, i % 3 == 0 ? "read A" : "read B");
    }
    for (String metric : List.of("macro-f1", "cohen-kappa", "mcc")) {
      Estimate e = new ScoredRun(small, said).metrics(metric).headline(path());
      double error = (e.upper() - e.lower()) / 2 / 2.000995378088267;
      double longer = Math.max(e.upper() - e.value(), e.value() - e.lower());
      // qt(0.975, 59) and qt(0.8, 59) in R, and the end varies more than the estimate does.
      assertThat(e.detectable()).isBetween(longer + 0.8477 * error, longer + 1.3 * error);
      assertThat(e.share()).isEqualTo(metric.equals("macro-f1"));
    }
  }

  @Test
  void saysWhyItCannotSayWhatASampleShows() {
    SmallBenchmark one = SmallBenchmark.ofChoices();
    one.add(ofPatient(choice("x", "A"), "p"), ofPatient(choice("y", "A"), "p"));
    Map<String, String> said = replies("x", "read A", "y", "read B");
    assertThat(new ScoredRun(one, said).headline(path()).undetectable())
        .isEqualTo(Undetectable.ONE_UNIT);
    SmallBenchmark small = SmallBenchmark.ofChoices().choices(2);
    assertThat(new ScoredRun(small, rightAndWrong(1, 2)).headline(path()).undetectable())
        .isEqualTo(Undetectable.TOO_FEW);
    assertThat(
            new ScoredRun(small, rightAndWrong(1, 2))
                .metrics("mean")
                .headline(path())
                .undetectable())
        .isEqualTo(Undetectable.FEW_CLUSTERS);
    assertThat(
            new ScoredRun(small, rightAndWrong(2, 2))
                .metrics("mean")
                .range(null)
                .headline(path())
                .undetectable())
        .isEqualTo(Undetectable.ALIKE);
    assertThat(
            new ScoredRun(small, replies("q1", "failed", "q2", "failed"))
                .headline(path())
                .undetectable())
        .isEqualTo(Undetectable.NO_VALUE);
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
}
