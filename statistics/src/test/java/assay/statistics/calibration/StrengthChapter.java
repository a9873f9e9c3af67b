package assay.statistics.calibration;

import assay.statistics.aggregation.BradleyTerry;
import assay.statistics.aggregation.PlackettLuce;
import assay.statistics.aggregation.ScoreTable;
import assay.statistics.aggregation.WinTieLoss;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/** Strengths of systems by their wins and by their orders. */
record StrengthChapter(Simulation simulation) {

  static final String TITLE = "Strengths of systems";

  private static final double LEVEL = 0.95;
  private static final double[] LOG = {-0.75, -0.25, 0.25, 0.75};

  Chapter chapter() {
    int[] sizes = {10, 30, 100};
    Chapter chapter =
        Chapter.of(
            TITLE,
            "Four systems with log strengths of −0.75, −0.25, 0.25 and 0.75: Bradley and Terry's"
                + " with n independent comparisons of each pair, and with n tasks on which all are"
                + " compared, where the comparisons of a task depend on each other and it promises"
                + " too much; Plackett and Luce's with n orders of all four.",
            Arrays.stream(sizes).mapToObj(n -> "n = " + n).toArray(String[]::new));
    List<double[]> columns = new ArrayList<>();
    for (int n : sizes) {
      columns.add(
          simulation.shares(
              4000,
              "strengths/" + n,
              source -> {
                ScoreTable orders = ScoreTable.of(orders(source, n));
                var pairs = BradleyTerry.of(WinTieLoss.of(ScoreTable.of(pairs(source, n)), 0));
                var tasks = BradleyTerry.of(WinTieLoss.of(orders, 0));
                var luce = PlackettLuce.of(orders);
                return new boolean[] {
                  Held.of(pairs, s -> s.interval(3, LEVEL).contains(LOG[3])),
                  Held.of(pairs, s -> s.difference(3, 0, LEVEL).contains(LOG[3] - LOG[0])),
                  Held.of(tasks, s -> s.difference(3, 0, LEVEL).contains(LOG[3] - LOG[0])),
                  Held.of(luce, s -> s.interval(3, LEVEL).contains(LOG[3])),
                  Held.of(luce, s -> s.difference(3, 0, LEVEL).contains(LOG[3] - LOG[0]))
                };
              }));
    }
    chapter.addColumns(
        List.of(
            "bradley-terry, a strength",
            "bradley-terry, a difference",
            "bradley-terry, a difference, all on the same tasks (naive)",
            "plackett-luce, a strength",
            "plackett-luce, a difference"),
        columns);
    return chapter;
  }

  /**
   * Scores with Gumbel's distribution are ordered as Plackett and Luce say, and so is each pair.
   */
  private static double gumbel(UniformRandomProvider source, int system) {
    return LOG[system] - Math.log(-Math.log(1 - source.nextDouble()));
  }

  private static double[][] orders(UniformRandomProvider source, int n) {
    double[][] scores = new double[n][LOG.length];
    for (double[] task : scores) {
      Arrays.setAll(task, s -> gumbel(source, s));
    }
    return scores;
  }

  private static double[][] pairs(UniformRandomProvider source, int n) {
    List<double[]> scores = new ArrayList<>();
    for (int i = 0; i < LOG.length; i++) {
      for (int j = 0; j < i; j++) {
        for (int k = 0; k < n; k++) {
          double[] task = new double[LOG.length];
          Arrays.fill(task, Double.NaN);
          task[i] = gumbel(source, i);
          task[j] = gumbel(source, j);
          scores.add(task);
        }
      }
    }
    return scores.toArray(double[][]::new);
  }
}
