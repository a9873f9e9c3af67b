package assay.evaluation.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import assay.core.AssayException;
import assay.core.measure.ScoreRange;
import assay.evaluation.comparison.SampleOutcome.Status;
import assay.evaluation.support.Outcomes;
import assay.statistics.multiplicity.Correction;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Verdicts on outcomes laid down; reference values are named where they stand. */
class ComparisonsTest {

  private static final Offset<Double> CLOSE = Offset.offset(1e-12);

  private static Terms terms(@Nullable Double margin) {
    return new Terms(0.95, margin, Adjustment.of(Correction.HOLM), 1, true);
  }

  private static Comparison compare(Outcomes first, Outcomes second) {
    return new Comparisons(terms(null)).compare(first.side(), second.side());
  }

  /** The first alone right on b, the second alone on c, both on a, neither on d. */
  private static Outcomes[] table(int a, int b, int c, int d) {
    return new Outcomes[] {
      Outcomes.of("a").times(a, 1).times(b, 1).times(c, 0).times(d, 0),
      Outcomes.of("b").times(a, 1).times(b, 0).times(c, 1).times(d, 0)
    };
  }

  /** SciPy 1.17.1: binomtest(11, 26).pvalue. */
  @Test
  void rightAndWrongIsMcNemarsTest() {
    Outcomes[] sides = table(24, 15, 11, 50);
    Judged judged = compare(sides[0], sides[1]).overall();

    assertThat(judged.contrast().primary().result().test()).isEqualTo("mcnemar_exact");
    assertThat(judged.p()).isCloseTo(0.5571970939636230, CLOSE);
    assertThat(judged.verdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(judged.contrast().difference()).isCloseTo(0.04, CLOSE);
    assertThat(judged.contrast().firstAhead()).isEqualTo(15);
    assertThat(judged.contrast().secondAhead()).isEqualTo(11);
    assertThat(judged.contrast().effect(0.95).cohensG()).isCloseTo(15 / 26.0 - 0.5, CLOSE);
    assertThat(judged.contrast().effect(0.95).oddsRatio()).isCloseTo(15 / 11.0, CLOSE);
    assertThat(judged.interval().method()).isEqualTo("newcombe-paired");
    assertThat(judged.further()).isBetween(1_100L, 1_250L);
  }

  @Test
  void whatIsTestedAndBoundedAwayFromNothingIsBetterAndTheReverseWorse() {
    Outcomes[] sides = table(40, 20, 4, 36);
    Comparison better = compare(sides[0], sides[1]);
    Comparison worse = compare(sides[1], sides[0]);

    assertThat(better.verdict()).isEqualTo(Verdict.BETTER);
    assertThat(worse.verdict()).isEqualTo(Verdict.WORSE);
    assertThat(better.overall().further()).isNull();
    assertThat(worse.overall().p()).isEqualTo(better.overall().p());
    assertThat(worse.overall().interval().lower())
        .isCloseTo(-better.overall().interval().upper(), CLOSE);
    assertThat(better.ahead(true)).hasSize(20);
    assertThat(better.ahead(false)).extracting(Pair::key).contains("q61", "q64").hasSize(4);
  }

  @Test
  void theMarginMakesEquivalentWhatLiesWithin() {
    Outcomes[] sides = table(900, 20, 18, 62);
    Comparison within = new Comparisons(terms(0.05)).compare(sides[0].side(), sides[1].side());
    Comparison without = compare(sides[0], sides[1]);
    Comparison tooNarrow = new Comparisons(terms(0.005)).compare(sides[0].side(), sides[1].side());

    assertThat(within.verdict()).isEqualTo(Verdict.EQUIVALENT);
    assertThat(without.verdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(tooNarrow.verdict()).isEqualTo(Verdict.UNDECIDED);
    // Within a margin of 0.5 points less is needed to equate than to tell 0.2 points from 0.
    assertThat(tooNarrow.overall().further()).isLessThan(without.overall().further());
    assertThat(within.overall().contrast().tests(0.05))
        .extracting(test -> test.result().test())
        .contains("equivalence_tango");
  }

  @Test
  void equalReadersAreUndecidedAndNoNumberWouldDecide() {
    Outcomes[] sides = table(10, 0, 0, 5);
    Judged judged = compare(sides[0], sides[1]).overall();

    assertThat(judged.verdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(judged.p()).isEqualTo(1);
    assertThat(judged.further()).isNull();
    assertThat(judged.contrast().effect(0.95).oddsRatio()).isNull();
    assertThat(judged.contrast().detectable(0.95)).isNull();
  }

  @Test
  void oneSampleDecidesNothing() {
    Comparison one = compare(Outcomes.of("a").times(1, 1), Outcomes.of("b").times(1, 0));

    assertThat(one.verdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(one.overall().contrast().effect(0.95).oddsRatio()).isInfinite();
  }

  @Test
  void whereLessIsBetterTheSmallerWins() {
    Outcomes first = Outcomes.of("a").range(new ScoreRange(100, 0));
    Outcomes second = Outcomes.of("b").range(new ScoreRange(100, 0));
    for (int i = 0; i < 30; i++) {
      first.put("s" + i, 10 + i % 3, null);
      second.put("s" + i, 20 + i % 5, null);
    }
    Comparison comparison = compare(first, second);

    assertThat(comparison.overall().contrast().difference()).isNegative();
    assertThat(comparison.verdict()).isEqualTo(Verdict.BETTER);
    assertThat(comparison.overall().contrast().firstAhead()).isEqualTo(30);
    assertThat(comparison.overall().contrast().primary().result().test())
        .startsWith("paired_permutation");
  }

  /** Ten alike questions to each of few patients are worth little more than one. */
  @Test
  void clustersAreExchangedWhole() {
    Outcomes first = Outcomes.of("a");
    Outcomes second = Outcomes.of("b");
    for (int i = 0; i < 80; i++) {
      int patient = i / 10;
      first.put("s" + i, patient < 6 ? 1 : 0, "patient " + patient);
      second.put("s" + i, patient < 1 ? 1 : 0, "patient " + patient);
    }
    Judged judged = compare(first, second).overall();

    assertThat(judged.contrast().clusters()).isEqualTo(8);
    assertThat(judged.contrast().hasFewClusters()).isTrue();
    // Five of eight patients differ, all one way: 2/2^5.
    assertThat(judged.p()).isCloseTo(0.0625, CLOSE);
    assertThat(judged.verdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(judged.contrast().tests(null))
        .extracting(test -> test.result().test())
        .containsExactly("paired_permutation_exact", "mcnemar_clustered", "mcnemar_exact");
    assertThat(judged.contrast().tests(null).getLast().result().p()).isLessThan(1e-9);
  }

  @Test
  void whatIsMissingIsCountedAndBounded() {
    Outcomes first =
        Outcomes.of("a")
            .times(6, 1)
            .missing("x", Status.FAILED)
            .put("y", 1, null)
            .put("z", 1, null);
    Outcomes second = Outcomes.of("b").times(6, 0).put("x", 1, null).missing("y", Status.UNDEFINED);
    second.missing("z", Status.NOT_ASKED).put("only", 1, null);
    Coverage coverage = compare(first, second).pairing().coverage();

    // x lies from −1 to 0, y from 0 to 1; six pairs are +1; z was not to be asked.
    assertThat(coverage)
        .isEqualTo(new Coverage(6, 0, 1, 0, 1, 1, 0, 1, new Coverage.Bounds(5 / 8.0, 7 / 8.0)));
    assertThat(coverage.leftOut()).isEqualTo(3);
    Outcomes[] whole = table(1, 2, 1, 0);
    assertThat(compare(whole[0], whole[1]).pairing().coverage().bounds()).isNull();
  }

  /** Six of six decide (p 0.031), six of seven do not (0.125): one answer nobody has is enough. */
  @Test
  void oneMissingAnswerCanTurnASmallTest() {
    Outcomes[] sides = table(44, 6, 0, 0);
    sides[0].missing("m", Status.FAILED);
    sides[1].put("m", 1, null);
    Judged judged = compare(sides[0], sides[1]).overall();

    assertThat(judged.p()).isCloseTo(0.03125, CLOSE);
    assertThat(judged.verdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(judged.answered()).isEqualTo(Verdict.BETTER);
    // Simulated (20,000 draws): 51 with m against it and 40 more, drawn anew, decide in 0.82.
    assertThat(judged.further()).isBetween(30L, 45L);
  }

  /** 20 against 4 decide, but 30 that only the first answered could all be wrong. */
  @Test
  void whatIsMissingLeavesUndecidedWhatItCouldTurn() {
    for (int missing : new int[] {1, 30}) {
      Outcomes[] sides = table(40, 20, 4, 36);
      for (int i = 0; i < missing; i++) {
        sides[0].put("m" + i, 0, null);
        sides[1].missing("m" + i, Status.UNRECORDED);
      }
      Comparison comparison = compare(sides[0], sides[1]);
      Comparison turned = compare(sides[1], sides[0]);
      Coverage coverage = comparison.pairing().coverage();

      assertThat(coverage.unrecorded()).isEqualTo(missing);
      assertThat(coverage.failed()).isZero();
      assertThat(coverage.incomplete()).isEqualTo(missing);
      assertThat(comparison.ofAnswered()).isEqualTo(Verdict.BETTER);
      assertThat(turned.ofAnswered()).isEqualTo(Verdict.WORSE);
      if (missing == 1) {
        assertThat(comparison.verdict()).isEqualTo(Verdict.BETTER);
        assertThat(comparison.overall().answered()).isNull();
      } else {
        assertThat(comparison.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(turned.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(comparison.overall().answered()).isEqualTo(Verdict.BETTER);
        assertThat(comparison.overall().further()).isPositive();
        assertThat(turned.overall().further()).isEqualTo(comparison.overall().further());
      }
    }
  }

  private static Outcomes[] beside30(int a, int b, int c, int d) {
    Outcomes[] sides = table(a, b, c, d);
    for (int i = 0; i < 30; i++) {
      sides[0].put("m" + i, i < 24 ? 1 : 0, null);
      sides[1].missing("m" + i, Status.UNRECORDED);
    }
    return sides;
  }

  /** 70 pairs and 30 that only the first answered: so many more dilute what is missing. */
  @Test
  void soManyMoreDecideBesideWhatIsMissing() {
    Outcomes[] sides = beside30(37, 19, 8, 6);
    Comparison comparison = compare(sides[0], sides[1]);
    Outcomes[] bare = table(37, 19, 8, 6);

    assertThat(comparison.verdict()).isEqualTo(Verdict.UNDECIDED);
    long further = comparison.overall().further();
    // Simulated: 0.76 of 200 pairs come to a verdict, 0.90 of 250.
    assertThat(further).isBetween(135L, 165L);
    assertThat(compare(bare[0], bare[1]).overall().further()).isBetween(50L, 65L);
    int all = (int) (70 + further);
    Outcomes[] then = beside30(37 * all / 70, 19 * all / 70 + 1, 8 * all / 70, 6 * all / 70);
    assertThat(compare(then[0], then[1]).verdict()).isEqualTo(Verdict.BETTER);
    Outcomes[] half = beside30(68, 35, 15, 11);
    assertThat(compare(half[0], half[1]).verdict()).isEqualTo(Verdict.UNDECIDED);
  }

  /** A permutation of 8 is not promised to notice anything, one of 10 has Student's quantiles. */
  @Test
  void fewClustersAreNotPromisedToNotice() {
    for (int clusters : new int[] {8, 10}) {
      Outcomes first = Outcomes.of("a");
      Outcomes second = Outcomes.of("b");
      for (int i = 0; i < 3 * clusters; i++) {
        String cluster = "p" + i / 3;
        first.put("q" + i, i % 5 == 0 ? 1 : 0, cluster);
        second.put("q" + i, i % 4 == 0 ? 1 : 0, cluster);
      }
      Contrast contrast = compare(first, second).overall().contrast();
      assertThat(contrast.hasTooFewClusters()).isEqualTo(clusters == 8);
      if (clusters == 8) {
        assertThat(contrast.detectable(0.95)).isNull();
        assertThat(contrast.further(0, 0.95, Missing.NONE, null)).isNull();
        assertThat(contrast.furtherWithin(-0.2, 0.2, 0.95, Missing.NONE, null)).isNull();
      } else {
        // statistics/src/test/reference/studentpower.py
        assertThat(contrast.detectable(0.95)).isCloseTo(0.21740171729309418, Offset.offset(1e-9));
        long more = contrast.further(0, 0.95, Missing.NONE, null);
        assertThat(more).isBetween(30L, 300L);
        assertThat(contrast.further(-0.3, 0.95, Missing.NONE, null)).isNull();
        assertThat(contrast.furtherWithin(-0.2, 0.2, 0.95, Missing.NONE, null)).isPositive();
      }
    }
  }

  /** Scores that lie between can all come out 0 or 1: that makes no counts of them. */
  @Test
  void whichTestItIsDependsOnTheScorerAndNotOnTheValues() {
    Outcomes first = Outcomes.of("a").between().times(40, 1).times(40, 0);
    Outcomes second = Outcomes.of("b").between().times(30, 1).times(50, 0);
    Contrast between = compare(first, second).overall().contrast();
    assertThat(between.counts()).isNull();
    assertThat(between.interval(0.95).method()).isEqualTo("cluster-robust");
    assertThat(between.primary().result().test()).startsWith("paired_permutation");

    Contrast mixed =
        compare(Outcomes.of("a").times(40, 1).times(40, 0), second).overall().contrast();
    assertThat(mixed.counts()).isNull();
  }

  @Test
  void samplesWithTrialsMissingAreCounted() {
    Outcomes first = Outcomes.of("a").between().times(6, 1).partial("x", 1, 0.8, 1);
    Outcomes second = Outcomes.of("b").between().times(6, 0).partial("x", 0, 0, 0.2);
    Coverage coverage = compare(first, second).pairing().coverage();

    assertThat(coverage.paired()).isEqualTo(7);
    assertThat(coverage.partial()).isEqualTo(1);
    assertThat(coverage.incomplete()).isEqualTo(1);
    assertThat(coverage.bounds()).isNotNull();
    assertThat(coverage.bounds().lower()).isCloseTo((6 + 0.6) / 7, CLOSE);
  }

  /** Three of four differ, all one way: the approximation has enough, the exact test has not. */
  @Test
  void fewerThanTheExactTestNeedsAreNeverForetold() {
    Outcomes[] sides = table(1, 3, 0, 0);
    Judged judged = compare(sides[0], sides[1]).overall();

    assertThat(judged.verdict()).isEqualTo(Verdict.UNDECIDED);
    // Of 9 such at least 6 differ, which p below 0.05 takes, in 83 of 100 samples; of 8 in 68.
    assertThat(judged.further()).isEqualTo(9 - 4);
    assertThat(judged.contrast().smallestP()).isEqualTo(0.125);
    assertThat(judged.contrast().detectable(0.95)).isNull();
  }

  /** Five of five: no p below 0.0625, but of six 0.03125. */
  @Test
  void oneMoreDecidesWhereAllPointOneWay() {
    Outcomes[] sides = table(0, 5, 0, 0);
    Judged judged = compare(sides[0], sides[1]).overall();

    assertThat(judged.verdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(judged.p()).isEqualTo(0.0625);
    assertThat(judged.further()).isEqualTo(1);
    Outcomes[] six = table(0, 6, 0, 0);
    assertThat(compare(six[0], six[1]).verdict()).isEqualTo(Verdict.BETTER);
  }

  /** The same of five patients with four questions each, all alike: one patient more. */
  @Test
  void oneClusterMoreDecidesWhereAllPointOneWay() {
    for (int clusters : new int[] {5, 6}) {
      Outcomes first = Outcomes.of("a");
      Outcomes second = Outcomes.of("b");
      for (int i = 0; i < 4 * clusters; i++) {
        first.put("q" + i, 1, "patient " + i / 4);
        second.put("q" + i, 0, "patient " + i / 4);
      }
      Judged judged = compare(first, second).overall();

      assertThat(judged.contrast().clusters()).isEqualTo(clusters);
      assertThat(judged.contrast().smallestP()).isEqualTo(2 / Math.pow(2, clusters));
      if (clusters == 5) {
        assertThat(judged.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(judged.further()).isEqualTo(4);
        assertThat(judged.contrast().detectable(0.95)).isNull();
      } else {
        assertThat(judged.verdict()).isEqualTo(Verdict.BETTER);
      }
    }
  }

  /** SciPy 1.17.1: of 8 with half of them discordant 80.1 points, by the normal formula fewer. */
  @Test
  void whatIsNoticedIsWhatTheTestThatDecidesNotices() {
    Outcomes[] sides = table(2, 3, 1, 2);
    Contrast contrast = compare(sides[0], sides[1]).overall().contrast();

    assertThat(contrast.detectable(0.95)).isCloseTo(0.801403452870815, Offset.offset(2e-6));
  }

  @Test
  void slicesAreJudgedAsOneFamily() {
    Outcomes first = Outcomes.of("a");
    Outcomes second = Outcomes.of("b");
    for (int i = 0; i < 60; i++) {
      String organ = i < 20 ? "chest" : i < 40 ? "head" : "knee";
      String[] tags = {"organ", organ, "all", "same"};
      first.put("s" + i, i < 8 || i % 2 == 0 ? 1 : 0, null, tags);
      second.put("s" + i, i >= 8 && i % 2 == 0 ? 1 : 0, null, tags);
    }
    Comparison comparison = compare(first, second);

    assertThat(comparison.sliceFamily()).isEqualTo("slices by organ");
    assertThat(comparison.slices())
        .extracting(Comparison.SliceResult::value)
        .containsExactly("chest", "head", "knee");
    Judged chest = comparison.slices().getFirst().judged();
    assertThat(chest.p()).isCloseTo(2 / 256.0, CLOSE);
    assertThat(chest.adjusted()).isCloseTo(6 / 256.0, CLOSE);
    assertThat(chest.verdict()).isEqualTo(Verdict.BETTER);
    assertThat(comparison.slices().getLast().judged().adjusted()).isEqualTo(1);
  }

  /** 20 to none decide the chest, but 30 that the first failed in could all be right. */
  @Test
  void whatIsMissingOfASliceLeavesItUndecidedAndNoOther() {
    Outcomes first = Outcomes.of("a");
    Outcomes second = Outcomes.of("b");
    for (int i = 0; i < 20; i++) {
      first.put("c" + i, 1, null, "organ", "chest").put("h" + i, 1, null, "organ", "head");
      second.put("c" + i, 0, null, "organ", "chest").put("h" + i, 0, null, "organ", "head");
    }
    for (int i = 0; i < 30; i++) {
      first.missing("m" + i, Status.FAILED, "organ", "chest");
      second.put("m" + i, 1, null, "organ", "chest");
    }
    for (int i = 0; i < 2; i++) {
      first.missing("k" + i, Status.UNRECORDED, "organ", "knee");
      second.put("k" + i, 1, null, "organ", "knee");
    }
    first.missing("z", Status.NOT_ASKED, "organ", "toe");
    second.put("z", 1, null, "organ", "toe");
    Comparison comparison = compare(first, second);

    assertThat(comparison.slices())
        .extracting(
            slice ->
                slice.value() + " " + slice.judged().verdict() + " " + slice.judged().answered())
        .containsExactly("chest UNDECIDED BETTER", "head BETTER null");
    // 20 of +1, and 30 from −1 to 0.
    assertThat(comparison.slices().getFirst().coverage())
        .isEqualTo(
            new Coverage(20, 0, 30, 0, 0, 0, 0, 0, new Coverage.Bounds(-10 / 50.0, 20 / 50.0)));
    assertThat(comparison.slices().getFirst().judged().further()).isPositive();
    assertThat(comparison.slices().getLast().coverage().incomplete()).isZero();
    assertThat(comparison.unanswered())
        .containsExactly(new Comparison.Unanswered("organ", "knee", 2));
  }

  /** Two tags with the same bounds but for one sample: max-t knows, Holm reckons with the worst. */
  @Test
  void maxTTakesSlicesTogether() {
    Outcomes first = Outcomes.of("a");
    Outcomes second = Outcomes.of("b");
    for (int i = 0; i < 80; i++) {
      boolean chest = i < 40;
      String[] tags = {
        "organ", chest ? "chest" : "head", "site", chest != (i == 0) ? "north" : "south"
      };
      first.put("s" + i, i < 9 || i % 2 == 0 ? 1 : 0, null, tags);
      second.put("s" + i, i >= 9 && i % 2 == 0 ? 1 : 0, null, tags);
    }
    Terms terms = new Terms(0.95, null, Adjustment.MAX_T, 1, true);
    Comparison together = new Comparisons(terms).compare(first.side(), second.side());
    Comparison holm = compare(first, second);

    for (int i = 0; i < 4; i++) {
      Judged one = together.slices().get(i).judged();
      assertThat(one.p()).isEqualTo(holm.slices().get(i).judged().p());
      assertThat(one.adjusted()).isGreaterThanOrEqualTo(one.p());
    }
    Judged chest = together.slices().getFirst().judged();
    assertThat(chest.adjusted()).isLessThan(holm.slices().getFirst().judged().adjusted());
    assertThat(chest.verdict()).isEqualTo(Verdict.BETTER);
    assertThat(new Comparisons(terms).compare(first.side(), second.side()).slices())
        .extracting(slice -> slice.judged().adjusted())
        .isEqualTo(together.slices().stream().map(slice -> slice.judged().adjusted()).toList());
    AssayException refusal =
        catchThrowableOfType(
            AssayException.class,
            () ->
                new Comparisons(terms)
                    .compareAll(
                        List.of(first.side(), second.side()), false, Comparisons.Detail.OVERALL));
    assertThat(refusal).hasMessageContaining("the correction max-t is for slices of two runs");
  }

  @Test
  void severalReadersAreComparedPairByPair() {
    Outcomes[] sides = table(30, 20, 3, 17);
    Side first = sides[0].side();
    Side second = sides[1].side();
    Side third = Outcomes.of("c").times(30, 1).times(20, 0).times(3, 1).times(17, 0).side();
    Tournament all =
        new Comparisons(terms(null))
            .compareAll(List.of(first, second, third), false, Comparisons.Detail.SLICES);
    Tournament against =
        new Comparisons(terms(null))
            .compareAll(List.of(first, second, third), true, Comparisons.Detail.SLICES);

    assertThat(all.comparisons()).hasSize(3);
    assertThat(against.comparisons()).hasSize(2);
    assertThat(all.family()).isEqualTo("all pairs of 3 readers");
    Judged pair = all.comparisons().getFirst().overall();
    assertThat(pair.adjusted()).isCloseTo(3 * pair.p(), CLOSE);
    assertThat(all.standings())
        .extracting(s -> List.of(s.wins(), s.ties(), s.undecided(), s.losses()))
        .containsExactly(List.of(2, 0, 0, 0), List.of(0, 0, 1, 1), List.of(0, 0, 1, 1));
  }

  @Test
  void resultsDependOnSeedAndOutcomesAlone() {
    Random random = new Random(4);
    Outcomes[] sides = {
      Outcomes.of("a").between(),
      Outcomes.of("b").between(),
      Outcomes.of("a").between(),
      Outcomes.of("b").between()
    };
    for (int i = 0; i < 60; i++) {
      double one = random.nextDouble();
      double other = random.nextDouble();
      sides[0].put("s" + i, one, null);
      sides[1].put("s" + i, other, null);
      sides[2].put("s" + i, one, null);
      sides[3].put("s" + i, other, null);
    }
    Judged once = compare(sides[0], sides[1]).overall();
    Judged again = compare(sides[2], sides[3]).overall();

    assertThat(again.p()).isEqualTo(once.p());
    assertThat(again.contrast().bootstrap(0.95)).isEqualTo(once.contrast().bootstrap(0.95));
    assertThat(once.contrast().counts()).isNull();
    assertThat(once.contrast().tests(null))
        .extracting(test -> test.result().test())
        .containsExactly("paired_permutation", "wilcoxon_signed_rank", "paired_t");
  }

  @Test
  void whatIsMeaninglessIsRefused() {
    Outcomes first = Outcomes.of("a").times(5, 1);
    refused(first, Outcomes.of("b").times(5, 1).benchmark("other"))
        .contains("a and b: cannot compare: the runs are of different benchmarks, small and other");
    refused(first, Outcomes.of("b").times(5, 1).scorer("vqa@1"))
        .contains("scored by different rules, choice@1 and vqa@1")
        .contains("remedy: name one that both have with --scorer");
    refused(first, Outcomes.of("a").times(5, 1))
        .contains("both sides are the same part of the same run");
    refused(first, Outcomes.of("b").put("other", 1, null))
        .contains("the runs have no sample in common");
    refused(first, Outcomes.of("b").missing("q1", Status.FAILED))
        .contains("no sample has a score on both sides, of 1 in common");
  }

  private static AbstractStringAssert<?> refused(Outcomes first, Outcomes second) {
    Comparisons comparisons = new Comparisons(terms(null));
    AssayException refusal =
        catchThrowableOfType(
            AssayException.class, () -> comparisons.compare(first.side(), second.side()));
    return assertThat(String.valueOf(refusal));
  }

  @Test
  void whatIsNotAlikeIsTold() {
    Outcomes first =
        Outcomes.of("a").times(5, 1).setting("prompt", "x").setting("data file d", "1");
    Outcomes second = Outcomes.of("b").times(5, 0).setting("prompt", "y");

    assertThat(compare(first, second).pairing().disparities())
        .containsExactly(new Disparity("prompt", "x", "y"));
    assertThat(compare(first, second.setting("data file d", "2")).pairing().disparities())
        .contains(new Disparity("data file d", "1", "2"));
  }
}
