package assay.statistics.aggregation;

import static assay.statistics.Near.assertNear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import assay.statistics.Data;
import assay.statistics.References;
import assay.statistics.resampling.BootstrapPlan;
import assay.testkit.FixtureRow;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AggregationTest {

  private static final BootstrapPlan PLAN = BootstrapPlan.of(4, "ranks").withResamples(2000);
  private static final double MISSING = Double.NaN;

  private static ScoreTable random(Random random, int tasks, int systems, double step) {
    double[][] scores = new double[tasks][systems];
    for (double[] row : scores) {
      Arrays.setAll(row, s -> random.nextGaussian() + s * step);
    }
    return ScoreTable.of(scores);
  }

  @Test
  void strengthsAgreeWithR() {
    for (FixtureRow row : References.of("strengths-r.tsv")) {
      ScoreTable table = ScoreTable.of(Data.groups(row, "data"));
      Strengths strengths =
          row.text("what").equals("plackett-luce")
              ? PlackettLuce.of(table).orElseThrow()
              : BradleyTerry.of(WinTieLoss.of(table, 0)).orElseThrow();
      double[] logs = Data.groups(row, "logs")[0];
      for (int i = 0; i < logs.length; i++) {
        assertThat(strengths.log(i)).as("%s", row).isCloseTo(logs[i], within(1e-9));
        assertThat(strengths.interval(i, 0.95).contains(strengths.log(i))).isTrue();
      }
      assertNear(strengths.varianceOfDifference(0, 1), row.number("variance"), 1e-8, row);
      assertThat(strengths.difference(0, 1, 0.95).method()).isEqualTo(row.text("what"));
      assertNear(strengths.preference(0, 1) + strengths.preference(1, 0), 1, row);
    }
  }

  @Test
  void strengthsAlongALongChainAreExact() {
    // Each met its neighbours only, so its odds are the ratios of wins.
    for (int systems : new int[] {3, 60, 200}) {
      double[][] scores = new double[(systems - 1) * 101][systems];
      for (int t = 0; t < scores.length; t++) {
        Arrays.fill(scores[t], MISSING);
        scores[t][t / 101] = t % 101 == 0 ? 1 : 0;
        scores[t][t / 101 + 1] = t % 101 == 0 ? 0 : 1;
      }
      ScoreTable table = ScoreTable.of(scores);
      for (Strengths strengths :
          List.of(
              BradleyTerry.of(WinTieLoss.of(table, 0)).orElseThrow(),
              PlackettLuce.of(table).orElseThrow())) {
        for (int i = 0; i < systems; i++) {
          double expected = (i - (systems - 1) / 2.0) * Math.log(100);
          assertThat(strengths.log(i)).isCloseTo(expected, within(1e-9));
        }
        assertNear(strengths.varianceOfDifference(0, 1), 1 / 100.0 + 1, 1e-6, systems);
      }
    }
  }

  @Test
  void roundingMakesNoWinner() {
    WinTieLoss near = WinTieLoss.of(ScoreTable.of(new double[][] {{0.81, 0.8}, {0.8, 0.82}}), 0.01);
    assertThat(near.ties(0, 1)).isEqualTo(1);
    assertThat(near.wins(1, 0)).isEqualTo(1);
    assertThat(near.wins(0, 1)).isZero();
    WinTieLoss equal = WinTieLoss.of(ScoreTable.of(new double[][] {{0.1 + 0.2, 0.3}}), 0);
    assertThat(equal.ties(0, 1)).isEqualTo(1);
    // Each resample whose first and last task are as frequent is a tie.
    RankDistribution ranks =
        RankDistribution.of(
            ScoreTable.of(new double[][] {{.1, .3}, {.2, .2}, {.3, .1}}),
            PLAN.withResamples(100_000));
    assertThat(ranks.top(0) + ranks.top(1)).isCloseTo(1, within(1e-12));
    assertThat(ranks.top(0)).isCloseTo(0.5, within(0.005));
    // 7 of 27: three times the second, or each once.
    assertThat(ranks.atMost(0, 1.5) - ranks.atMost(0, 1)).isCloseTo(7 / 27.0, within(0.006));
  }

  @Test
  void oneTaskLeavesAllRanksOpen() {
    RankDistribution one = RankDistribution.of(ScoreTable.of(new double[][] {{1, 3, 2}}), PLAN);
    assertThat(one.interval(2, 0.95).lower()).isEqualTo(1);
    assertThat(one.interval(2, 0.95).upper()).isEqualTo(3);
  }

  @Test
  void strengthsWithoutAMaximumAreNone() {
    ScoreTable separated = ScoreTable.of(new double[][] {{3, 2, 1}, {3, 1, 2}});
    assertThat(PlackettLuce.of(separated)).isEmpty();
    assertThat(BradleyTerry.of(WinTieLoss.of(separated, 0))).isEmpty();
    ScoreTable apart = ScoreTable.of(new double[][] {{1, 2, MISSING}, {2, 1, MISSING}});
    assertThat(BradleyTerry.of(WinTieLoss.of(apart, 0))).isEmpty();
    Strengths alone =
        BradleyTerry.of(WinTieLoss.of(ScoreTable.of(new double[][] {{1}}), 0)).orElseThrow();
    assertThat(alone.log(0)).isZero();
    Strengths even =
        BradleyTerry.of(WinTieLoss.of(ScoreTable.of(new double[][] {{1, 1, 1}}), 0)).orElseThrow();
    assertThat(even.log(2)).isCloseTo(0, within(1e-12));
  }

  @Test
  void kemenyAgreesWithTryingAll() {
    for (FixtureRow row : References.of("kemeny-enumerated.tsv")) {
      ScoreTable table = ScoreTable.of(Data.groups(row, "scores"));
      Kemeny kemeny = Kemeny.of(WinTieLoss.of(table, 0));
      assertThat(kemeny.against()).as("%s", row).isEqualTo(References.count(row, "against"));
      assertThat(kemeny.gap()).isZero();
      assertThat(kemeny.order())
          .containsExactlyElementsOf(
              Arrays.stream(Data.codes(Data.groups(row, "order")[0])).boxed().toList());
    }
    assertThat(Kemeny.of(WinTieLoss.of(ScoreTable.of(new double[][] {{}}), 0)).order()).isEmpty();
  }

  @Test
  void kemenyOfManySystemsIsFoundOrBounded() {
    Random random = new Random(3);
    Kemeny clear = Kemeny.of(WinTieLoss.of(random(random, 15, 25, 0.8), 0));
    assertThat(clear.order()).hasSize(25).doesNotHaveDuplicates();
    assertThat(clear.gap()).isZero();
    assertThat(clear.order().get(0)).isGreaterThan(20);
    Kemeny noise = Kemeny.of(WinTieLoss.of(random(random, 4, 40, 0), 0));
    assertThat(noise.atLeast()).isBetween(1L, noise.against());
    assertThat(noise.order()).hasSize(40).doesNotHaveDuplicates();
    // The search gives what the exact method gives where both can.
    ScoreTable small = random(random, 5, 16, 0.05);
    double[][] padded = new double[5][17];
    for (int t = 0; t < 5; t++) {
      for (int s = 0; s < 16; s++) {
        padded[t][s] = small.score(t, s);
      }
      padded[t][16] = -100;
    }
    Kemeny exact = Kemeny.of(WinTieLoss.of(small, 0));
    Kemeny searched = Kemeny.of(WinTieLoss.of(ScoreTable.of(padded), 0));
    assertThat(searched.gap()).isZero();
    assertThat(searched.against()).isEqualTo(exact.against());
    assertThat(searched.order().get(16)).isEqualTo(16);
  }

  /** Condorcet's paradox: every order goes against someone. */
  @Test
  void kemenyPutsFirstWhoBeatsEverybody() {
    ScoreTable cycle = ScoreTable.of(new double[][] {{3, 2, 1}, {1, 3, 2}, {2, 1, 3}});
    assertThat(Kemeny.of(WinTieLoss.of(cycle, 0)).against()).isEqualTo(4);
    // 0 beats both on most tasks, but Borda counts how far behind it is on the others.
    ScoreTable table =
        ScoreTable.of(new double[][] {{3, 2, 1}, {3, 2, 1}, {3, 2, 1}, {1, 3, 2}, {1, 3, 2}});
    assertThat(Kemeny.of(WinTieLoss.of(table, 0)).order()).isEqualTo(List.of(0, 1, 2));
    double[] borda = Borda.counts(table);
    assertNear(borda[0], 0.6, "first");
    assertNear(borda[1], 0.7, "second");
    assertNear(borda[2], 0.2, "third");
  }

  @Test
  void missingCellsAreNoFailures() {
    ScoreTable table =
        ScoreTable.of(
            new double[][] {{5, 4, MISSING}, {MISSING, 2, 3}, {1, MISSING, 1}, {7, 6, MISSING}});
    WinTieLoss pairs = WinTieLoss.of(table, 0);
    assertThat(pairs.wins(0, 1)).isEqualTo(2);
    assertThat(pairs.losses(1, 0)).isEqualTo(2);
    assertThat(pairs.ties(0, 2)).isEqualTo(1);
    assertThat(pairs.compared(1, 2)).isEqualTo(1);
    assertNear(pairs.winRate(0), 0.75, "win rate");
    assertNear(pairs.signTest(0, 1).p(), 0.5, "sign");
    assertThat(table.means()).containsExactly(13 / 3.0, 4, 2);
    assertThat(Borda.counts(table)[0]).isCloseTo(2.5 / 3, within(1e-12));
    WinTieLoss near = WinTieLoss.of(table, 1);
    assertThat(near.ties(0, 1)).isEqualTo(2);
    ScoreTable lonely = ScoreTable.of(new double[][] {{1, MISSING}});
    assertThat(WinTieLoss.of(lonely, 0).winRate(0)).isNaN();
    assertThat(Borda.counts(lonely)[1]).isNaN();
  }

  @Test
  void ranksMoveWithTheTasks() {
    ScoreTable table = random(new Random(9), 40, 4, 0.5);
    RankDistribution ranks = RankDistribution.of(table, PLAN);
    double sum = IntStream.range(0, 4).mapToDouble(ranks::top).sum();
    assertNear(sum, 1, 1e-9, "someone is first");
    assertThat(ranks.top(3)).isGreaterThan(ranks.top(0));
    assertThat(ranks.meanRank(3)).isLessThan(ranks.meanRank(0));
    assertThat(ranks.interval(3, 0.95).lower()).isEqualTo(1);
    assertNear(ranks.before(3, 0) + ranks.before(0, 3), 1, "pairs");
    assertThat(ranks.atMost(0, 4)).isEqualTo(1);
    double[][] turned = new double[40][];
    for (int t = 0; t < 40; t++) {
      turned[39 - t] =
          new double[] {table.score(t, 0), table.score(t, 1), table.score(t, 2), table.score(t, 3)};
    }
    RankDistribution same = RankDistribution.of(ScoreTable.of(turned), PLAN);
    assertThat(same.top(2)).isEqualTo(ranks.top(2));
    assertThat(same.meanRank(1)).isEqualTo(ranks.meanRank(1));
    RankDistribution tied =
        RankDistribution.of(ScoreTable.of(new double[][] {{1, 1}, {2, 2}}), PLAN);
    assertThat(tied.top(0)).isEqualTo(0.5);
    RankDistribution absent =
        RankDistribution.of(ScoreTable.of(new double[][] {{1, MISSING}}), PLAN);
    assertThat(absent.top(0)).isEqualTo(1);
  }

  @Test
  void refusesWhatItCannotUse() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ScoreTable.of(new double[0][0]))
        .withMessage("number of tasks 0 is outside [1, 2147483647]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ScoreTable.of(new double[][] {{1, 2}, {Double.POSITIVE_INFINITY, 1}}))
        .withMessage("scores[1][0] is Infinity; expected a number or NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WinTieLoss.of(ScoreTable.of(new double[][] {{1}}), -1))
        .withMessage("tie -1.0 is outside [0, Infinity]");
  }
}
