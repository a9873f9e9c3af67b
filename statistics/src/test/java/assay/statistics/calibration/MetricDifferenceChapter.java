package assay.statistics.calibration;

import assay.statistics.Interval;
import assay.statistics.Range;
import assay.statistics.interval.BcaBootstrapInterval;
import assay.statistics.interval.PercentileBootstrapInterval;
import assay.statistics.resampling.BootstrapDistribution;
import assay.statistics.resampling.BootstrapPlan;
import assay.statistics.resampling.VectorBootstrap;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Differences of two readers' metrics over classes on the same questions, whose intervals are
 * bootstrapped whole by pairs. To a share of the questions the second gives the first's answer.
 */
record MetricDifferenceChapter(Simulation simulation) {

  static final String TITLE = "Differences of metrics over classes";

  private static final int DRAWS = 3000;
  private static final double LEVEL = 0.95;
  private static final double UNREAD = 0.03;
  private static final double SAME = 0.5;
  private static final List<String> METRICS = List.of("macro-F1", "balanced accuracy", "κ");
  private static final List<String> METHODS = List.of("bootstrap-bca", "bootstrap-percentile");
  private static final List<int[]> SIZES =
      List.of(new int[] {30, 1}, new int[] {100, 1}, new int[] {300, 1}, new int[] {20, 5});

  /**
   * How answers come about.
   *
   * @param shares of the classes among the questions
   * @param first how often the first reader is right
   * @param second how often the second is where it does not say the same
   */
  private record Truth(String name, double[] shares, double first, double second) {

    private int width() {
      return shares.length + 1;
    }

    private double answers(int asked, int answered, double right) {
      return answered == asked
          ? right
          : answered == shares.length ? UNREAD : (1 - right - UNREAD) / (shares.length - 1);
    }

    /** The probability of each cell: class asked, first's answer, second's; the last not read. */
    double[] cells() {
      int width = width();
      double[] cells = new double[shares.length * width * width];
      for (int cell = 0; cell < cells.length; cell++) {
        int asked = cell / (width * width);
        int a = cell / width % width;
        int b = cell % width;
        cells[cell] =
            shares[asked]
                * answers(asked, a, first)
                * ((a == b ? SAME : 0) + (1 - SAME) * answers(asked, b, second));
      }
      return cells;
    }

    /** First less second, of each metric, from the weight of each cell. */
    double[] differences(double[] weights) {
      int width = width();
      double[][] ofFirst = new double[shares.length][width];
      double[][] ofSecond = new double[shares.length][width];
      for (int cell = 0; cell < weights.length; cell++) {
        int asked = cell / (width * width);
        ofFirst[asked][cell / width % width] += weights[cell];
        ofSecond[asked][cell % width] += weights[cell];
      }
      double[] one = MetricChapter.metrics(ofFirst);
      double[] other = MetricChapter.metrics(ofSecond);
      Arrays.setAll(one, m -> one[m] - other[m]);
      return one;
    }
  }

  private static final List<Truth> TRUTHS =
      List.of(
          new Truth("two classes alike", new double[] {0.5, 0.5}, 0.8, 0.8),
          new Truth("three, the rarest 0.2", new double[] {0.45, 0.35, 0.2}, 0.8, 0.6));

  Chapter chapter() {
    Chapter chapter =
        Chapter.of(
            TITLE,
            "Two readers of the same questions, first less second, as `compare` has it; to half of"
                + " the questions both give one answer. Two classes asked equally often, both"
                + " readers right in 80 %; three classes of 0.45, 0.35 and 0.2, right in 80 and in"
                + " 70 %; 3 % of the answers are not read. 1,000 resamples of pairs, or of 20"
                + " clusters of 5 pairs of which a third repeat the cluster's first.",
            SIZES.stream()
                .map(size -> size[1] == 1 ? "n = " + size[0] : size[0] + " clusters")
                .toArray(String[]::new));
    for (Truth truth : TRUTHS) {
      double[][] columns = SIZES.stream().map(size -> shares(truth, size)).toArray(double[][]::new);
      for (int m = 0; m < METRICS.size() * METHODS.size(); m++) {
        int row = m;
        chapter.add(
            METRICS.get(m / METHODS.size())
                + ", "
                + truth.name()
                + ", "
                + METHODS.get(m % METHODS.size()),
            Arrays.stream(columns).mapToDouble(column -> column[row]).toArray());
      }
    }
    return chapter;
  }

  private double[] shares(Truth truth, int[] size) {
    double[] cells = truth.cells();
    double[] exact = truth.differences(cells);
    String name = "metric differences/" + truth.name() + "/" + size[0] + "x" + size[1];
    return simulation.shares(
        DRAWS,
        name,
        source -> {
          int[][] units = units(source, cells, size);
          double[][] drawn =
              VectorBootstrap.of(
                  units.length,
                  numbers -> truth.differences(weights(cells.length, units, numbers)),
                  BootstrapPlan.of(source.nextLong(), "differences").withResamples(1000));
          int[] all = IntStream.range(0, units.length).toArray();
          double[] estimates = truth.differences(weights(cells.length, units, all));
          double[][] without =
              IntStream.of(all)
                  .mapToObj(
                      left -> truth.differences(weights(cells.length, units, rest(all, left))))
                  .toArray(double[][]::new);
          boolean[] holds = new boolean[METRICS.size() * METHODS.size()];
          for (int m = 0; m < METRICS.size(); m++) {
            BootstrapDistribution distribution = BootstrapDistribution.of(column(drawn, m));
            Interval bca =
                BcaBootstrapInterval.of(
                    distribution, estimates[m], column(without, m), Range.UNBOUNDED, LEVEL);
            Interval percentile =
                PercentileBootstrapInterval.of(distribution, Range.UNBOUNDED, LEVEL);
            holds[2 * m] = bca.contains(exact[m]);
            holds[2 * m + 1] = percentile.contains(exact[m]);
          }
          return holds;
        });
  }

  private static double[] column(double[][] rows, int metric) {
    return Arrays.stream(rows).mapToDouble(values -> values[metric]).toArray();
  }

  private static int[] rest(int[] all, int left) {
    return IntStream.of(all).filter(unit -> unit != left).toArray();
  }

  /** Cells of the questions of each unit; a third of a cluster's repeat its first. */
  private static int[][] units(UniformRandomProvider source, double[] cells, int[] size) {
    int[][] units = new int[size[0]][size[1]];
    for (int[] unit : units) {
      for (int i = 0; i < unit.length; i++) {
        unit[i] = i > 0 && source.nextInt(3) == 0 ? unit[0] : cell(source, cells);
      }
    }
    return units;
  }

  private static int cell(UniformRandomProvider source, double[] cells) {
    double u = source.nextDouble();
    for (int number = 0; number < cells.length; number++) {
      if (u < cells[number]) {
        return number;
      }
      u -= cells[number];
    }
    return cells.length - 1;
  }

  private static double[] weights(int cells, int[][] units, int[] numbers) {
    double[] weights = new double[cells];
    for (int number : numbers) {
      for (int cell : units[number]) {
        weights[cell]++;
      }
    }
    return weights;
  }
}
