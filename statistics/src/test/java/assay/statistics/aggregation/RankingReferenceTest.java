package assay.statistics.aggregation;

import static assay.statistics.Near.assertNear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.within;

import assay.statistics.Data;
import assay.statistics.References;
import assay.statistics.resampling.BootstrapPlan;
import assay.testkit.FixtureRow;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Rankings against pandas and, where tasks are drawn, against all resamples. */
class RankingReferenceTest {

  private static final int DRAWN = 50_000;
  private static final BootstrapPlan PLAN = new BootstrapPlan(DRAWN, 6, "all");

  private static double[] values(String what, ScoreTable table, double[] expected) {
    WinTieLoss wins = WinTieLoss.of(table, what.endsWith("-within-1") ? 1 : 0);
    return switch (what) {
      case "borda" -> Borda.counts(table);
      case "win-rate", "win-rate-within-1" -> each(table, wins::winRate);
      case "win-tie-loss", "win-tie-loss-within-1" -> {
        int i = (int) expected[0];
        int j = (int) expected[1];
        yield new double[] {i, j, wins.wins(i, j), wins.ties(i, j), wins.losses(i, j)};
      }
      default -> drawn(what, table);
    };
  }

  private static double[] drawn(String what, ScoreTable table) {
    RankDistribution ranks = RankDistribution.of(table, PLAN);
    return switch (what) {
      case "rank-mean" -> each(table, ranks::meanRank);
      case "rank-top" -> each(table, ranks::top);
      case "rank-at-most-2" -> each(table, s -> ranks.atMost(s, 2));
      case "rank-before-0" -> each(table, s -> ranks.before(0, s));
      default -> fail("no ranking is called " + what);
    };
  }

  private static double[] each(ScoreTable table, IntToDoubleFunction value) {
    return IntStream.range(0, table.systems()).mapToDouble(value).toArray();
  }

  @Test
  void agreesWithPandas() {
    for (FixtureRow row : References.of("rankings-numpy.tsv")) {
      String what = row.text("what");
      ScoreTable table = ScoreTable.of(Data.groups(row, "data"));
      double[] expected = Data.groups(row, "values")[0];
      double[] values = values(what, table, expected);
      assertThat(values).hasSameSizeAs(expected);
      for (int s = 0; s < values.length; s++) {
        if (Double.isNaN(expected[s])) {
          assertThat(values[s]).as("%s", row).isNaN();
        } else if (what.startsWith("rank-")) {
          // A rank of k systems varies by at most (k − 1)/2, a share by at most 1/2.
          double most = what.equals("rank-mean") ? (values.length - 1) / 2.0 : 0.5;
          double error = 5 * most / Math.sqrt(DRAWN);
          assertThat(values[s]).as("%s %s", row, what).isCloseTo(expected[s], within(error));
        } else {
          assertNear(values[s], expected[s], 1e-11, row);
        }
      }
    }
  }
}
