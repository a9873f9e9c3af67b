package assay.evaluation.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import assay.core.AssayException;
import assay.core.measure.ScoreRange;
import assay.evaluation.claim.Statement.Common;
import assay.evaluation.comparison.SampleOutcome.Status;
import assay.evaluation.comparison.Side;
import assay.evaluation.support.Outcomes;
import assay.statistics.PairedCounts;
import assay.statistics.interval.NewcombePairedInterval;
import assay.statistics.interval.NewcombeUnpairedInterval;
import assay.statistics.interval.WilsonInterval;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Statements on outcomes laid down. */
class ClaimJudgeTest {

  private static final Offset<Double> CLOSE = Offset.offset(1e-12);

  private static Common common(String id) {
    return new Common(id, "all statements", new LinkedHashMap<>());
  }

  private static Common where(String tag, String value) {
    return new Common("s", "all statements", new LinkedHashMap<>(Map.of(tag, value)));
  }

  private static List<Finding> judge(Map<String, Side> sides, Statement... statements) {
    return judge(Multiplicity.BONFERRONI, sides, statements);
  }

  private static List<Finding> judge(
      Multiplicity multiplicity, Map<String, Side> sides, Statement... statements) {
    Claim claim =
        new Claim(
            "c",
            "C",
            "0",
            "small",
            null,
            null,
            0.95,
            multiplicity,
            null,
            null,
            null,
            1,
            List.of(),
            List.of(statements));
    return new ClaimJudge(claim, sides).judge();
  }

  private static Finding one(Map<String, Side> sides, Statement statement) {
    return judge(sides, statement).getFirst();
  }

  private static Map<String, Side> table(int a, int b, int c, int d) {
    return Map.of(
        "model", Outcomes.of("a").times(a, 1).times(b, 1).times(c, 0).times(d, 0).side(),
        "other", Outcomes.of("b").times(a, 1).times(b, 0).times(c, 1).times(d, 0).side());
  }

  private static Map<String, Side> alone(int right, int wrong) {
    return Map.of("model", Outcomes.of("a").times(right, 1).times(wrong, 0).side());
  }

  @Test
  void betterNeedsTheWholeIntervalAndTheTest() {
    Statement better = new Statement.Better(common("s"), "model", "other", 0, null);

    Finding supported = one(table(40, 20, 4, 36), better);
    assertThat(supported.decision()).isEqualTo(Decision.SUPPORTED);
    assertThat(supported.evidence().lower())
        .isCloseTo(
            NewcombePairedInterval.interval(new PairedCounts(40, 20, 4, 36), 0.95).lower(), CLOSE);
    assertThat(supported.evidence().test().test()).isEqualTo("mcnemar_exact");
    assertThat(supported.evidence().further()).isNull();
    assertThat(one(table(40, 4, 20, 36), better).decision()).isEqualTo(Decision.REFUTED);
    Finding open = one(table(40, 10, 6, 44), better);
    assertThat(open.decision()).isEqualTo(Decision.UNDECIDED);
    assertThat(open.evidence().further()).isPositive();
  }

  @Test
  void aMarginMovesTheLine() {
    Map<String, Side> sides = table(400, 80, 20, 0);
    assertThat(
            one(sides, new Statement.Better(common("s"), "model", "other", 0.05, null)).decision())
        .isEqualTo(Decision.SUPPORTED);
    Finding refuted = one(sides, new Statement.Better(common("s"), "model", "other", 0.3, null));
    assertThat(refuted.decision()).isEqualTo(Decision.REFUTED);
    assertThat(refuted.evidence().line()).isEqualTo(0.3);
    assertThat(refuted.evidence().test()).isNull();
    Map<String, Side> alike = table(400, 30, 40, 30);
    assertThat(
            one(alike, new Statement.NonInferior(common("s"), "model", "other", 0.06)).decision())
        .isEqualTo(Decision.SUPPORTED);
    assertThat(
            one(alike, new Statement.NonInferior(common("s"), "model", "other", 0.03)).decision())
        .isEqualTo(Decision.UNDECIDED);
    Map<String, Side> worse = table(400, 0, 100, 0);
    assertThat(one(worse, new Statement.NonInferior(common("s"), "model", "other", 0.1)).decision())
        .isEqualTo(Decision.REFUTED);
    assertThat(one(alike, new Statement.Equivalent(common("s"), "model", "other", 0.06)).decision())
        .isEqualTo(Decision.SUPPORTED);
    assertThat(one(worse, new Statement.Equivalent(common("s"), "model", "other", 0.06)).decision())
        .isEqualTo(Decision.REFUTED);
  }

  @Test
  void boundsOfAFamilyHoldTogether() {
    Statement first = new Statement.AtLeast(common("one"), "model", 0.7);
    Statement second = new Statement.AtLeast(common("two"), "model", 0.6);
    Statement apart =
        new Statement.AtLeast(new Common("x", "own", new LinkedHashMap<>()), "model", 0.6);
    List<Finding> findings = judge(alone(80, 20), first, second, apart);

    assertThat(findings).extracting(f -> f.evidence().level()).containsExactly(0.975, 0.975, 0.95);
    assertThat(findings.getFirst().evidence().lower())
        .isCloseTo(new WilsonInterval().interval(80, 100, 0.975).lower(), CLOSE);
    assertThat(findings)
        .extracting(Finding::decision)
        .containsExactly(Decision.UNDECIDED, Decision.SUPPORTED, Decision.SUPPORTED);
  }

  /** 72 of 100: Wilson's lower end is 0.6251 at 95 %, 0.6121 at 97.5 %. */
  @Test
  void holmLooksAgainAtWhatIsLeft() {
    Statement sure = new Statement.AtLeast(common("one"), "model", 0.5);
    Statement close = new Statement.AtLeast(common("two"), "model", 0.62);
    List<Finding> bonferroni = judge(alone(72, 28), close, sure);
    List<Finding> holm = judge(Multiplicity.HOLM, alone(72, 28), close, sure);

    assertThat(bonferroni)
        .extracting(Finding::decision)
        .containsExactly(Decision.UNDECIDED, Decision.SUPPORTED);
    assertThat(holm).extracting(Finding::decision).containsOnly(Decision.SUPPORTED);
    assertThat(holm).extracting(f -> f.evidence().level()).containsExactly(0.95, 0.975);
    assertThat(judge(Multiplicity.NONE, alone(72, 28), close, sure))
        .extracting(f -> f.evidence().level())
        .containsOnly(0.95);
    // Nothing is decided at first, so nothing is looked at again.
    Statement also = new Statement.AtLeast(common("three"), "model", 0.62);
    assertThat(judge(Multiplicity.HOLM, alone(72, 28), close, also))
        .extracting(f -> f.evidence().level())
        .containsOnly(0.975);
  }

  @Test
  void valuesAreHeldAgainstTheLine() {
    assertThat(one(alone(95, 5), new Statement.AtLeast(common("s"), "model", 0.8)).decision())
        .isEqualTo(Decision.SUPPORTED);
    assertThat(one(alone(60, 40), new Statement.AtLeast(common("s"), "model", 0.8)).decision())
        .isEqualTo(Decision.REFUTED);
    assertThat(one(alone(60, 40), new Statement.AtMost(common("s"), "model", 0.8)).decision())
        .isEqualTo(Decision.SUPPORTED);
    assertThat(one(alone(60, 40), new Statement.BeatsChance(common("s"), "model")).decision())
        .isEqualTo(Decision.SUPPORTED);
    Finding chance = one(alone(30, 70), new Statement.BeatsChance(common("s"), "model"));
    assertThat(chance.decision()).isEqualTo(Decision.UNDECIDED);
    assertThat(chance.evidence().line()).isEqualTo(0.25);
    assertThat(one(alone(10, 90), new Statement.BeatsChance(common("s"), "model")).decision())
        .isEqualTo(Decision.REFUTED);
  }

  /** All are read: Wilson's upper end, z²/(n + z²), is 0.0507 at 72 and 0.04999 at 73. */
  @Test
  void allAlikeCanStillBeForeseen() {
    Finding read = one(alone(40, 10), new Statement.UnreadAtMost(common("s"), "model", 0.05));

    assertThat(read.decision()).isEqualTo(Decision.UNDECIDED);
    assertThat(read.evidence().value()).isZero();
    assertThat(read.evidence().further()).isEqualTo(73 - 50);
    assertThat(one(alone(73, 0), new Statement.UnreadAtMost(common("s"), "model", 0.05)).decision())
        .isEqualTo(Decision.SUPPORTED);
  }

  /** t²/(G + t²) of none in G clusters is below 0.02 from 193 on; it took 192 and gave up. */
  @Test
  void noneInThreeClustersIsForeseenAndFewThatDifferAreNot() {
    Outcomes three = Outcomes.of("a");
    Outcomes eight = Outcomes.of("a");
    for (int i = 0; i < 30; i++) {
      three.put("q" + i, 1, "p" + i / 10);
      eight.put("q" + i, i % 4 == 0 ? 0 : 1, "p" + i / 4);
    }
    Finding none =
        one(Map.of("model", three.side()), new Statement.UnreadAtMost(common("s"), "model", 0.02));
    assertThat(none.decision()).isEqualTo(Decision.UNDECIDED);
    assertThat(none.evidence().clusters()).isEqualTo(3);
    assertThat(none.evidence().further()).isBetween(1_861L, 1_900L);

    Finding few =
        one(Map.of("model", eight.side()), new Statement.AtLeast(common("s"), "model", 0.7));
    assertThat(few.decision()).isEqualTo(Decision.UNDECIDED);
    assertThat(few.evidence().clusters()).isEqualTo(8);
    assertThat(few.evidence().further()).isNull();
  }

  @Test
  void whatIsMissingMovesTheBounds() {
    Outcomes some = Outcomes.of("a").times(90, 1);
    for (int i = 0; i < 10; i++) {
      some.missing("x" + i, Status.FAILED);
    }
    Finding finding =
        one(Map.of("model", some.side()), new Statement.AtLeast(common("s"), "model", 0.9));

    assertThat(finding.evidence().widened()).isTrue();
    assertThat(finding.evidence().missing()).isEqualTo(10);
    assertThat(finding.evidence().lower())
        .isCloseTo(new WilsonInterval().interval(90, 100, 0.95).lower(), CLOSE);
    assertThat(finding.evidence().upper()).isEqualTo(1);
    assertThat(finding.decision()).isEqualTo(Decision.UNDECIDED);
    Outcomes notAsked = Outcomes.of("a").times(90, 1).missing("y", Status.NOT_ASKED);
    assertThat(
            one(Map.of("model", notAsked.side()), new Statement.AtLeast(common("s"), "model", 0.9))
                .decision())
        .isEqualTo(Decision.SUPPORTED);
  }

  /** The interval is that of all that were asked, not of those that came back, only shifted. */
  @Test
  void whatIsMissingWidensTheIntervalToo() {
    Outcomes all = Outcomes.of("a").times(50, 1);
    Outcomes other = Outcomes.of("b").times(50, 1);
    for (int i = 0; i < 5; i++) {
      all.missing("x" + i, Status.FAILED);
      other.put("x" + i, 1, null);
    }
    Finding own =
        one(Map.of("model", all.side()), new Statement.AtLeast(common("s"), "model", 0.82));
    assertThat(own.evidence().lower())
        .isCloseTo(new WilsonInterval().interval(50, 55, 0.95).lower(), CLOSE);
    assertThat(own.decision()).isEqualTo(Decision.UNDECIDED);
    assertThat(own.evidence().answersWouldDecide()).isEqualTo(5);
    // 50 of 55 and N more, drawn anew at (50 + N)/(55 + N), reach 82 % 8 times in 10.
    assertThat(own.evidence().further()).isBetween(20L, 60L);

    Finding difference =
        one(
            Map.of("model", all.side(), "other", other.side()),
            new Statement.NonInferior(common("s"), "model", "other", 0.18));
    assertThat(difference.evidence().lower())
        .isCloseTo(
            NewcombePairedInterval.interval(new PairedCounts(50, 0, 5, 0), 0.95).lower(), CLOSE);
    assertThat(difference.decision()).isEqualTo(Decision.UNDECIDED);
  }

  @Test
  void anAnswerThatNeverCameCouldHaveBeenUnreadable() {
    Outcomes some = Outcomes.of("a").times(140, 1);
    for (int i = 0; i < 60; i++) {
      some.missing("x" + i, Status.FAILED);
    }
    Finding finding =
        one(Map.of("model", some.side()), new Statement.UnreadAtMost(common("s"), "model", 0.05));
    assertThat(finding.evidence().upper())
        .isCloseTo(new WilsonInterval().interval(60, 200, 0.95).upper(), CLOSE);
    assertThat(finding.decision()).isEqualTo(Decision.UNDECIDED);
    assertThat(finding.evidence().answersWouldDecide()).isEqualTo(60);
  }

  @Test
  void noGroupIsFarBehindTheRest() {
    Outcomes outcomes = Outcomes.of("a");
    for (int i = 0; i < 400; i++) {
      boolean old = i % 4 == 0;
      boolean right = old ? i % 8 == 0 : i % 20 != 1;
      outcomes.put(
          "s" + i, right ? 1 : 0, null, "age", old ? "old" : "young", "site", i < 5 ? "x" : "y");
    }
    Map<String, Side> sides = Map.of("model", outcomes.side());
    Finding refuted =
        one(sides, new Statement.WorstSlice(common("s"), "model", List.of("age", "site"), 0.1, 30));

    assertThat(refuted.decision()).isEqualTo(Decision.REFUTED);
    assertThat(refuted.tooSmall()).isEqualTo(1);
    assertThat(refuted.groups())
        .extracting(Finding.Group::value)
        .containsExactly("old", "young", "y");
    Finding.Evidence old = refuted.groups().getFirst().evidence();
    assertThat(old.n()).isEqualTo(100);
    assertThat(old.interval()).isEqualTo("newcombe-unpaired");
    assertThat(old.upper())
        .isCloseTo(
            NewcombeUnpairedInterval.interval(50, 100, 280, 300, 1 - 0.05 / 2).upper(), CLOSE);
    assertThat(refuted.evidence()).isEqualTo(old);
    Finding supported =
        one(sides, new Statement.WorstSlice(common("s"), "model", List.of("age"), 0.7, 30));
    assertThat(supported.decision()).isEqualTo(Decision.SUPPORTED);
    Finding none =
        one(sides, new Statement.WorstSlice(common("s"), "model", List.of("age"), 0.7, 500));
    assertThat(none.decision()).isEqualTo(Decision.UNDECIDED);
    assertThat(none.tooSmall()).isEqualTo(2);
  }

  /** Women and men are each other's rest: one contrast; sites that part them alike add none. */
  @Test
  void theSameContrastIsCountedOnce() {
    Outcomes outcomes = Outcomes.of("a");
    for (int i = 0; i < 100; i++) {
      boolean woman = i % 2 == 0;
      outcomes.put(
          "s" + i,
          i % 5 == 0 ? 0 : 1,
          null,
          "sex",
          woman ? "F" : "M",
          "site",
          woman ? "north" : "south");
    }
    Finding finding =
        one(
            Map.of("model", outcomes.side()),
            new Statement.WorstSlice(common("s"), "model", List.of("sex", "site"), 0.1, 30));

    assertThat(finding.groups()).extracting(Finding.Group::value).containsExactly("F", "M");
    assertThat(finding.evidence().level()).isEqualTo(0.95);
    assertThat(finding.remarks())
        .containsExactly(
            "site=north holds the same questions as sex=F: judged once.",
            "site=south holds the same questions as sex=M: judged once.");
  }

  @Test
  void aTagOfOneValueHasNoRest() {
    Outcomes outcomes = Outcomes.of("a");
    for (int i = 0; i < 100; i++) {
      outcomes.put("s" + i, 1, null, "sex", "F");
    }
    Finding finding =
        one(
            Map.of("model", outcomes.side()),
            new Statement.WorstSlice(common("s"), "model", List.of("sex"), 0.1, 30));

    assertThat(finding.decision()).isEqualTo(Decision.UNDECIDED);
    assertThat(finding.groups()).isEmpty();
    assertThat(finding.tooSmall()).isZero();
    assertThat(finding.remarks())
        .containsExactly("All questions have sex=F: there is no rest to compare them with.");
  }

  @Test
  void aTestThatIgnoresClustersIsSaidToDoSo() {
    Outcomes model = Outcomes.of("a");
    Outcomes other = Outcomes.of("b");
    for (int i = 0; i < 90; i++) {
      model.put("s" + i, i % 3 == 0 ? 0 : 1, "patient " + i / 3);
      other.put("s" + i, i % 9 == 0 ? 1 : 0, "patient " + i / 3);
    }
    Map<String, Side> sides = Map.of("model", model.side(), "other", other.side());

    assertThat(
            one(sides, new Statement.Better(common("s"), "model", "other", 0, "mcnemar_exact"))
                .remarks())
        .containsExactly(
            "The test that the claim names, mcnemar_exact, takes no account of clusters: its p may"
                + " be too small.");
    assertThat(one(sides, new Statement.Better(common("s"), "model", "other", 0, null)).remarks())
        .isEmpty();
  }

  /** Of 200 patients 40 lie at one site, and every call for them failed. */
  @Test
  void aGroupThatFailedThroughoutIsAGroupAllTheSame() {
    Outcomes outcomes = Outcomes.of("a");
    for (int i = 0; i < 200; i++) {
      if (i < 40) {
        outcomes.missing("s" + i, Status.FAILED, "site", "x");
      } else {
        outcomes.put("s" + i, 1, null, "site", i % 2 == 0 ? "y" : "z");
      }
    }
    Finding finding =
        one(
            Map.of("model", outcomes.side()),
            new Statement.WorstSlice(common("s"), "model", List.of("site"), 0.5, 30));

    assertThat(finding.decision()).isEqualTo(Decision.UNDECIDED);
    assertThat(finding.groups()).extracting(Finding.Group::value).containsExactly("x", "y", "z");
    Finding.Group lost = finding.worstGroup().orElseThrow();
    assertThat(lost.value()).isEqualTo("x");
    assertThat(lost.decision()).isEqualTo(Decision.UNDECIDED);
    assertThat(lost.evidence()).isEqualTo(finding.evidence());
    assertThat(lost.evidence().value()).isNaN();
    assertThat(lost.evidence().lower()).isEqualTo(-1);
    assertThat(lost.evidence().upper()).isEqualTo(1);
    assertThat(lost.evidence().missing()).isEqualTo(40);
    assertThat(lost.evidence().first()).isNull();
  }

  /** A group keeps its size where most of it failed. */
  @Test
  void theMinimumCountsWhoWasAsked() {
    Outcomes outcomes = Outcomes.of("a").times(200, 1);
    for (int i = 0; i < 40; i++) {
      if (i < 35) {
        outcomes.missing("x" + i, Status.FAILED, "site", "x");
      } else {
        outcomes.put("x" + i, 0, null, "site", "x");
      }
    }
    Finding finding =
        one(
            Map.of("model", outcomes.side()),
            new Statement.WorstSlice(common("s"), "model", List.of("site"), 0.1, 30));

    assertThat(finding.tooSmall()).isZero();
    assertThat(finding.groups()).hasSize(1);
    assertThat(finding.decision()).isEqualTo(Decision.UNDECIDED);
    assertThat(finding.remarks())
        .containsExactly("Questions that have no site, and so lie in no group: 200.");
  }

  @Test
  void aTagThatNoSampleHasIsAMistake() {
    Outcomes outcomes = Outcomes.of("a");
    for (int i = 0; i < 60; i++) {
      outcomes.put("s" + i, 1, null, "sex", i % 2 == 0 ? "F" : "M", "ethnicity", "x");
    }
    assertThatExceptionOfType(AssayException.class)
        .isThrownBy(
            () ->
                one(
                    Map.of("model", outcomes.side()),
                    new Statement.WorstSlice(
                        common("s"), "model", List.of("sex", "ethnicty"), 0.1, 10)))
        .withMessageContaining("no sample has the tag 'ethnicty'")
        .withMessageContaining("expected: tags [sex, ethnicity]");
  }

  /** 1/3 summed up one way is not 1/3 summed up another: nothing is missing for that. */
  @Test
  void roundingWidensNothing() {
    Outcomes outcomes = Outcomes.of("a").between();
    for (int i = 0; i < 99; i++) {
      outcomes.put("s" + i, i % 2 == 0 ? 0.1 : 0.7, null, "sex", i % 3 == 0 ? "F" : "M");
    }
    Finding finding =
        one(
            Map.of("model", outcomes.side()),
            new Statement.WorstSlice(common("s"), "model", List.of("sex"), 0.1, 10));
    assertThat(finding.groups()).extracting(g -> g.evidence().widened()).containsOnly(false);
    Finding alone =
        one(Map.of("model", outcomes.side()), new Statement.AtLeast(common("s"), "model", 0.3));
    assertThat(alone.evidence().widened()).isFalse();
  }

  /**
   * 1,000 of 1,000 right and 100 without an answer: with these wrong and N more right the interval
   * of 1,000 + N of 1,100 + N must clear 95 %, and so it must 8 times in 10 drawn anew.
   */
  @Test
  void whereOnlyFailuresLeaveItOpenTheirAnswersWouldDecide() {
    Outcomes outcomes = Outcomes.of("a").times(1000, 1);
    for (int i = 0; i < 100; i++) {
      outcomes.missing("x" + i, Status.FAILED);
    }
    Map<String, Side> sides =
        Map.of("model", outcomes.side(), "other", Outcomes.of("b").times(1000, 0).side());
    Finding value = one(sides, new Statement.AtLeast(common("s"), "model", 0.95));

    assertThat(value.decision()).isEqualTo(Decision.UNDECIDED);
    long further = value.evidence().further();
    assertThat(new WilsonInterval().interval(1_000 + 1_230, 1_100 + 1_230, 0.95).lower())
        .isLessThan(0.95);
    assertThat(new WilsonInterval().interval(1_000 + further, 1_100 + further, 0.95).lower())
        .isGreaterThan(0.95);
    assertThat(further).isBetween(1_231L, 1_700L);
    assertThat(value.evidence().answersWouldDecide()).isEqualTo(100);

    Outcomes first = Outcomes.of("a").times(60, 1);
    Outcomes second = Outcomes.of("b").times(40, 1).times(20, 0);
    for (int i = 0; i < 60; i++) {
      first.missing("x" + i, Status.FAILED);
      second.put("x" + i, 1, null);
    }
    Finding difference =
        one(
            Map.of("model", first.side(), "other", second.side()),
            new Statement.Better(common("s"), "model", "other", 0, null));
    assertThat(difference.decision()).isEqualTo(Decision.UNDECIDED);
    assertThat(difference.evidence().further()).isBetween(100L, 250L);
    assertThat(difference.evidence().answersWouldDecide()).isEqualTo(60);

    Finding open = one(alone(50, 50), new Statement.AtLeast(common("s"), "model", 0.55));
    assertThat(open.evidence().further()).isPositive();
    assertThat(open.evidence().answersWouldDecide()).isNull();
  }

  private static Long further(int right, int wrong, Statement statement) {
    return one(alone(right, wrong), statement).evidence().further();
  }

  /** The numbers at which the exact power of Wilson's and Newcombe's intervals is 80 %. */
  @Test
  void soManyMoreGiveTheIntervalItsPower() {
    assertThat(further(49, 1, new Statement.AtLeast(common("s"), "model", 0.95)))
        .isEqualTo(337 - 50);
    assertThat(further(93, 7, new Statement.AtLeast(common("s"), "model", 0.9)))
        .isEqualTo(740 - 100);
    assertThat(further(4, 96, new Statement.AtMost(common("s"), "model", 0.08)))
        .isEqualTo(319 - 100);
    assertThat(further(4, 96, new Statement.AtMost(common("s"), "model", 0.05)))
        .isEqualTo(3593 - 100);
    assertThat(further(55, 45, new Statement.AtLeast(common("s"), "model", 0.5)))
        .isEqualTo(796 - 100);
    Finding equivalent =
        one(table(60, 10, 10, 20), new Statement.Equivalent(common("s"), "model", "other", 0.05));
    assertThat(equivalent.evidence().further()).isBetween(735L, 755L);
  }

  @Test
  void whatWasLeftOutOrAskedInPartIsSaid() {
    Outcomes outcomes =
        Outcomes.of("a").times(90, 1).missing("y", Status.NOT_ASKED).partial("z", 1, 0.8, 1);
    Finding finding =
        one(Map.of("model", outcomes.side()), new Statement.AtLeast(common("s"), "model", 0.5));

    assertThat(finding.evidence().widened()).isTrue();
    assertThat(finding.remarks())
        .containsExactly(
            "1 of the questions to model has an outcome from some of the trials only; the bounds"
                + " allow for the others.",
            "model was asked 91 of 92 questions; a limit or a shard left others out at random.");
  }

  @Test
  void chanceIsAsTheBenchmarkDeclaresItForTheWhole() {
    Outcomes outcomes = Outcomes.of("a").chance(0.4);
    for (int i = 0; i < 60; i++) {
      outcomes.put("s" + i, i % 2, null, "organ", i < 30 ? "chest" : "knee");
    }
    Map<String, Side> sides = Map.of("model", outcomes.side());

    assertThat(one(sides, new Statement.BeatsChance(common("s"), "model")).evidence().line())
        .isEqualTo(0.4);
    assertThat(
            one(sides, new Statement.BeatsChance(where("organ", "knee"), "model"))
                .evidence()
                .line())
        .isEqualTo(0.25);
  }

  /**
   * Patients with several images each, some in both groups. NumPy 2.4.6 and SciPy 1.17.1: the
   * influence of each image summed by patient, sqrt(60/59·(T**2).sum()), t.ppf(0.975, 59).
   */
  @Test
  void groupsOfClusteredSamplesTakeWholePatients() {
    Outcomes outcomes = Outcomes.of("a");
    for (int i = 0; i < 240; i++) {
      outcomes.put(
          "s" + i,
          (i / 4) % 3 == 0 ? 0 : 1,
          "patient " + i / 4,
          "view",
          i % 4 == 0 || i % 8 == 1 ? "side" : "front");
    }
    Finding finding =
        one(
            Map.of("model", outcomes.side()),
            new Statement.WorstSlice(common("s"), "model", List.of("view"), 0.2, 30));

    Finding.Group group = finding.groups().getLast();
    Finding.Evidence side = group.evidence();
    assertThat(group.value()).isEqualTo("side");
    assertThat(side.interval()).isEqualTo("linearised");
    assertThat(side.clusters()).isEqualTo(60);
    assertThat(side.n()).isEqualTo(90);
    assertThat(side.lower()).isCloseTo(-0.06549566419910817, CLOSE);
    assertThat(side.upper()).isCloseTo(0.06549566419910817, CLOSE);
  }

  @Test
  void statementsCanBeNarrowed() {
    Outcomes outcomes = Outcomes.of("a");
    for (int i = 0; i < 60; i++) {
      outcomes.put("s" + i, i < 30 ? 1 : 0, null, "organ", i < 30 ? "chest" : "knee");
    }
    Map<String, Side> sides = Map.of("model", outcomes.side());

    assertThat(
            one(sides, new Statement.AtLeast(where("organ", "chest"), "model", 0.8)).evidence().n())
        .isEqualTo(30);
    assertThatExceptionOfType(AssayException.class)
        .isThrownBy(() -> one(sides, new Statement.AtLeast(where("organ", "head"), "model", 0.8)))
        .withMessageContaining("no sample where {organ=head}")
        .withMessageContaining("expected: organ: one of chest, knee");
    assertThatExceptionOfType(AssayException.class)
        .isThrownBy(() -> one(sides, new Statement.AtLeast(where("organs", "knee"), "model", 0.8)))
        .withMessageContaining("expected: tags [organ]");
  }

  @Test
  void whereLessIsBetterAnAdvantageIsLess() {
    Outcomes first = Outcomes.of("a").range(new ScoreRange(100, 0));
    Outcomes second = Outcomes.of("b").range(new ScoreRange(100, 0));
    for (int i = 0; i < 40; i++) {
      first.put("s" + i, 10 + i % 3, null);
      second.put("s" + i, 20 + i % 5, null);
    }
    Finding better =
        one(
            Map.of("model", first.side(), "other", second.side()),
            new Statement.Better(common("s"), "model", "other", 5, null));

    assertThat(better.decision()).isEqualTo(Decision.SUPPORTED);
    assertThat(better.evidence().value()).isPositive();
  }

  @Test
  void unitsAndTestsThatDoNotFitAreRefused() {
    assertThatExceptionOfType(AssayException.class)
        .isThrownBy(() -> one(alone(5, 5), new Statement.AtLeast(common("s"), "model", 80)))
        .withMessageContaining("an amount of 80.0 where scores lie from 0 to 1")
        .withMessageContaining("5 %, 5 points");
    assertThatExceptionOfType(AssayException.class)
        .isThrownBy(
            () ->
                one(
                    table(4, 3, 2, 1),
                    new Statement.Better(common("s"), "model", "other", 0, "paired_t")))
        .withMessageContaining("the test 'paired_t' is not made of such scores")
        .withMessageContaining("one of mcnemar_exact, paired_permutation_exact");
  }

  /** As where every call failed: that is no fault of the claim, and the others are decided. */
  @Test
  void aReaderWithoutAnyScoreLeavesItOpen() {
    Outcomes lost = Outcomes.of("a");
    for (int i = 1; i <= 12; i++) {
      lost.missing("q" + i, Status.FAILED);
    }
    Map<String, Side> sides =
        Map.of("model", lost.side(), "other", Outcomes.of("b").times(12, 1).side());
    for (Statement statement :
        List.of(
            new Statement.AtLeast(common("s"), "model", 0.8),
            new Statement.Better(common("s"), "other", "model", 0, null),
            new Statement.UnreadAtMost(common("s"), "model", 0.02))) {
      Finding finding = one(sides, statement);
      assertThat(finding.decision()).isEqualTo(Decision.UNDECIDED);
      assertThat(finding.evidence().n()).isZero();
      assertThat(finding.evidence().missing()).isEqualTo(12);
      assertThat(finding.remarks())
          .containsExactly("No answer of model has a score: 'assay show' says why.");
    }
  }

  @Test
  void everyStatementThatCannotBeDecidedIsToldAtOnce() {
    assertThatExceptionOfType(AssayException.class)
        .isThrownBy(
            () ->
                judge(
                    table(4, 3, 2, 1),
                    new Statement.AtLeast(common("first"), "model", 80),
                    new Statement.NonInferior(common("second"), "model", "other", 1),
                    new Statement.AtMost(where("organ", "chest"), "model", 0.5)))
        .satisfies(
            told ->
                assertThat(told.problems())
                    .satisfiesExactly(
                        one -> assertThat(one.toString()).contains("first", "amount of 80.0"),
                        one -> assertThat(one.toString()).contains("second", "amount of 1.0"),
                        one -> assertThat(one.toString()).contains("no sample")));
  }
}
