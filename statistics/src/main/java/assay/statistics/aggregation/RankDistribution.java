package assay.statistics.aggregation;

import assay.statistics.Arguments;
import assay.statistics.Interval;
import assay.statistics.Ranks;
import assay.statistics.Rounding;
import assay.statistics.resampling.BootstrapDistribution;
import assay.statistics.resampling.BootstrapPlan;
import assay.statistics.resampling.VectorBootstrap;
import java.util.Arrays;
import java.util.Comparator;

/**
 * How the order of systems by their mean over tasks (or items) moves when the tasks are drawn anew:
 * the share of resamples in which a system has each rank, 1 being the best. Equal means share their
 * ranks, as do those that {@link Rounding} calls equal. A system without a task in a resample is
 * last there. Immutable.
 *
 * <p>Source: bootstrap of ranks: P. Hall, H. Miller, Using the bootstrap to quantify the authority
 * of an empirical ranking, Annals of Statistics 37 (2009) 3929–3959, doi:10.1214/09-AOS699; it is
 * known to be too sure where systems are about equal.
 */
public final class RankDistribution {

  private final double[][] ranks;

  private final int tasks;

  private RankDistribution(double[][] ranks, int tasks) {
    this.ranks = ranks;
    this.tasks = tasks;
  }

  /**
   * Draws tasks.
   *
   * @throws IllegalArgumentException if there is no system
   */
  public static RankDistribution of(ScoreTable table, BootstrapPlan plan) {
    Arguments.checkBetween("number of systems", table.systems(), 1, Integer.MAX_VALUE);
    Integer[] order = new Integer[table.tasks()];
    Arrays.setAll(order, t -> t);
    // By content, so that the order of the tasks does not reach the result.
    Arrays.sort(order, Comparator.comparing(t -> row(table, t), Arrays::compare));
    double[][] ranks =
        VectorBootstrap.of(
            table.tasks(),
            drawn -> {
              int[] rows = new int[drawn.length];
              Arrays.setAll(rows, k -> order[drawn[k]]);
              return ranks(table.means(rows));
            },
            plan);
    return new RankDistribution(ranks, table.tasks());
  }

  private static double[] row(ScoreTable table, int task) {
    double[] row = new double[table.systems()];
    Arrays.setAll(row, s -> table.score(task, s));
    return row;
  }

  /** Midranks from the best; missing ones last. */
  private static double[] ranks(double[] means) {
    double[] keys = new double[means.length];
    Arrays.setAll(keys, s -> Double.isNaN(means[s]) ? Double.MAX_VALUE : -means[s]);
    return Ranks.of(levelled(keys)).midranks();
  }

  /** Each as the smallest one from which rounding alone tells it. */
  private static double[] levelled(double[] keys) {
    double[] ascending = keys.clone();
    Arrays.sort(ascending);
    double[] levels = ascending.clone();
    for (int i = 1; i < levels.length; i++) {
      levels[i] = Rounding.areEqual(levels[i - 1], levels[i]) ? levels[i - 1] : levels[i];
    }
    return Arrays.stream(keys).map(key -> levels[Arrays.binarySearch(ascending, key)]).toArray();
  }

  /** The mean rank of a system. */
  public double meanRank(int system) {
    return Arrays.stream(ranks).mapToDouble(r -> r[system]).average().orElseThrow();
  }

  /** The percentile interval of a system's rank; all ranks where there is but one task. */
  public Interval interval(int system, double level) {
    double tail = (1 - Arguments.checkLevel(level)) / 2;
    if (tasks < 2) {
      return new Interval(1, ranks[0].length, level, "bootstrap-rank");
    }
    BootstrapDistribution distribution =
        BootstrapDistribution.of(Arrays.stream(ranks).mapToDouble(r -> r[system]).toArray());
    return new Interval(
        distribution.quantile(tail), distribution.quantile(1 - tail), level, "bootstrap-rank");
  }

  /** The share of resamples in which a system is the best; systems that tie share it. */
  public double top(int system) {
    double sum = 0;
    for (double[] resample : ranks) {
      double best = Arrays.stream(resample).min().orElseThrow();
      if (resample[system] == best) {
        sum += 1.0 / Arrays.stream(resample).filter(r -> r == best).count();
      }
    }
    return sum / ranks.length;
  }

  /** The share of resamples in which a system's rank, ties shared, is at most this. */
  public double atMost(int system, double rank) {
    return Arrays.stream(ranks).filter(r -> r[system] <= rank).count() / (double) ranks.length;
  }

  /** The share of resamples in which the first ranks before the second, ties half. */
  public double before(int first, int second) {
    double sum = 0;
    for (double[] r : ranks) {
      sum += r[first] < r[second] ? 1 : r[first] == r[second] ? 0.5 : 0;
    }
    return sum / ranks.length;
  }
}
