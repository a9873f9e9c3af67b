package assay.statistics.calibration;

import assay.statistics.Interval;
import assay.statistics.Range;
import assay.statistics.interval.BcaBootstrapInterval;
import assay.statistics.interval.JackknifeInterval;
import assay.statistics.interval.PercentileBootstrapInterval;
import assay.statistics.resampling.BootstrapDistribution;
import assay.statistics.resampling.BootstrapPlan;
import assay.statistics.resampling.VectorBootstrap;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Metrics over classes, whose intervals are bootstrapped whole: answers to questions of two or
 * three classes, of which a share is right, a few are not read, and the others name another class.
 */
record MetricChapter(Simulation simulation) {

  static final String TITLE = "Metrics over classes";

  private static final double LEVEL = 0.95;
  private static final double UNREAD = 0.03;
  private static final List<String> METRICS = List.of("macro-F1", "balanced accuracy", "κ");
  private static final List<String> METHODS =
      List.of("jackknife", "bootstrap-bca", "bootstrap-percentile");
  private static final List<int[]> SIZES =
      List.of(new int[] {30, 1}, new int[] {100, 1}, new int[] {300, 1}, new int[] {20, 5});

  /**
   * How answers come about.
   *
   * @param shares of the classes among the questions
   * @param right how often the answer is right
   */
  private record Truth(String name, double[] shares, double right) {

    /** The probability of each cell: class asked by class answered, the last not read. */
    double[][] cells() {
      int k = shares.length;
      double[][] cells = new double[k][k + 1];
      for (int i = 0; i < k; i++) {
        Arrays.fill(cells[i], shares[i] * (1 - right - UNREAD) / (k - 1));
        cells[i][i] = shares[i] * right;
        cells[i][k] = shares[i] * UNREAD;
      }
      return cells;
    }
  }

  private static final List<Truth> TRUTHS =
      List.of(
          new Truth("two classes alike", new double[] {0.5, 0.5}, 0.8),
          new Truth("three, the rarest 0.2", new double[] {0.45, 0.35, 0.2}, 0.75));

  Chapter chapter() {
    Chapter chapter =
        Chapter.of(
            TITLE,
            "Two classes asked equally often, 80 % answered rightly; three classes of 0.45, 0.35"
                + " and 0.2, 75 %; 3 % of the answers are not read. 1,000 resamples of questions,"
                + " or of 20 clusters of 5 questions of which a third have the cluster's answer."
                + " `bootstrap-bca` is the default of every metric that is no mean.",
            SIZES.stream()
                .map(size -> size[1] == 1 ? "n = " + size[0] : size[0] + " clusters")
                .toArray(String[]::new));
    for (Truth truth : TRUTHS) {
      double[][] columns = SIZES.stream().map(size -> shares(truth, size)).toArray(double[][]::new);
      for (int m = 0; m < METHODS.size() * METRICS.size(); m++) {
        String method = METHODS.get(m % METHODS.size());
        int row = m;
        chapter.add(
            METRICS.get(m / METHODS.size()) + ", " + truth.name() + ", " + method,
            Arrays.stream(columns).mapToDouble(column -> column[row]).toArray());
      }
    }
    return chapter;
  }

  private double[] shares(Truth truth, int[] size) {
    double[][] cells = truth.cells();
    double[] exact = metrics(cells);
    String name = "metrics/" + truth.name() + "/" + size[0];
    return simulation.shares(
        3000,
        name,
        source -> {
          int[][] units = units(source, cells, size);
          double[][] drawn =
              VectorBootstrap.of(
                  units.length,
                  numbers -> metrics(table(cells, units, numbers)),
                  BootstrapPlan.of(source.nextLong(), "metrics").withResamples(1000));
          int[] all = IntStream.range(0, units.length).toArray();
          double[] sizes = new double[units.length];
          Arrays.fill(sizes, size[1]);
          double[] estimates = metrics(table(cells, units, all));
          boolean[] holds = new boolean[METHODS.size() * METRICS.size()];
          for (int m = 0; m < METRICS.size(); m++) {
            int metric = m;
            BootstrapDistribution distribution =
                BootstrapDistribution.of(
                    Arrays.stream(drawn).mapToDouble(values -> values[metric]).toArray());
            double[] without =
                IntStream.of(all)
                    .mapToDouble(left -> metrics(table(cells, units, rest(all, left)))[metric])
                    .toArray();
            int row = METHODS.size() * m;
            holds[row] =
                holds(
                    JackknifeInterval.of(
                        estimates[m],
                        List.of(new JackknifeInterval.Stratum(without, sizes)),
                        Range.UNBOUNDED,
                        LEVEL),
                    exact[m]);
            holds[row + 1] =
                holds(
                    BcaBootstrapInterval.of(
                        distribution, estimates[m], without, Range.UNBOUNDED, LEVEL),
                    exact[m]);
            holds[row + 2] =
                holds(
                    PercentileBootstrapInterval.of(distribution, Range.UNBOUNDED, LEVEL), exact[m]);
          }
          return holds;
        });
  }

  private static boolean holds(Interval interval, double truth) {
    return interval.lower() <= truth && truth <= interval.upper();
  }

  private static int[] rest(int[] all, int left) {
    return IntStream.of(all).filter(unit -> unit != left).toArray();
  }

  /** Cells of the questions of each unit; a third of a cluster's repeat its first. */
  private static int[][] units(UniformRandomProvider source, double[][] cells, int[] size) {
    int[][] units = new int[size[0]][size[1]];
    for (int[] unit : units) {
      for (int i = 0; i < unit.length; i++) {
        unit[i] = i > 0 && source.nextInt(3) == 0 ? unit[0] : cell(source, cells);
      }
    }
    return units;
  }

  private static int cell(UniformRandomProvider source, double[][] cells) {
    double u = source.nextDouble();
    int width = cells[0].length;
    int number = 0;
    for (double[] row : cells) {
      for (double p : row) {
        if (u < p) {
          return number;
        }
        u -= p;
        number++;
      }
    }
    return cells.length * width - 1;
  }

  private static double[][] table(double[][] cells, int[][] units, int[] numbers) {
    int width = cells[0].length;
    double[][] table = new double[cells.length][width];
    for (int number : numbers) {
      for (int cell : units[number]) {
        table[cell / width][cell % width]++;
      }
    }
    return table;
  }

  /** Macro-F1, balanced accuracy, κ; what is not read is a class of its own on one side. */
  static double[] metrics(double[][] table) {
    int k = table.length;
    double total = 0;
    double agreed = 0;
    double chance = 0;
    double f1 = 0;
    double recall = 0;
    int asked = 0;
    int named = 0;
    for (int i = 0; i < k; i++) {
      int label = i;
      double row = Arrays.stream(table[i]).sum();
      double column = Arrays.stream(table).mapToDouble(r -> r[label]).sum();
      total += row;
      agreed += table[i][i];
      chance += row * column;
      if (row > 0) {
        recall += table[i][i] / row;
        asked++;
      }
      if (row + column > 0) {
        f1 += 2 * table[i][i] / (row + column);
        named++;
      }
    }
    double expected = chance / (total * total);
    return new double[] {f1 / named, recall / asked, (agreed / total - expected) / (1 - expected)};
  }
}
