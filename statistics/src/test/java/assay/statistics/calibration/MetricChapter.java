package assay.statistics.calibration;

import assay.statistics.Interval;
import assay.statistics.Range;
import assay.statistics.interval.BcaBootstrapInterval;
import assay.statistics.interval.JackknifeInterval;
import assay.statistics.interval.JackknifeWilsonInterval;
import assay.statistics.interval.PercentileBootstrapInterval;
import assay.statistics.resampling.BootstrapDistribution;
import assay.statistics.resampling.BootstrapPlan;
import assay.statistics.resampling.VectorBootstrap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Metrics over classes: answers to questions of two or three classes, of which a share is right, a
 * few are not read, and the others name another class.
 */
record MetricChapter(Simulation simulation) {

  static final String TITLE = "Metrics over classes";

  private static final double LEVEL = 0.95;
  private static final double UNREAD = 0.03;
  private static final List<String> METRICS = List.of("macro-F1", "balanced accuracy", "κ");
  private static final List<Range> RANGES = List.of(Range.UNIT, Range.UNIT, new Range(-1, 1));
  private static final List<String> METHODS =
      List.of("wilson-jackknife", "jackknife", "bootstrap-bca", "bootstrap-percentile");

  /** Units and questions in each. */
  private record Size(String name, int[] questions) {

    static Size alone(int n) {
      return new Size("n = " + n, ones(n));
    }

    private static int[] ones(int n) {
      int[] ones = new int[n];
      Arrays.fill(ones, 1);
      return ones;
    }
  }

  private static final int[] UNEVEN = {1, 5, 10, 24};

  private static final List<Size> SIZES =
      List.of(
          Size.alone(30),
          Size.alone(100),
          Size.alone(300),
          new Size("20 clusters", IntStream.range(0, 20).map(g -> 5).toArray()),
          new Size("20 uneven", IntStream.range(0, 20).map(g -> UNEVEN[g % 4]).toArray()));

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
          new Truth("two, one of them 0.1", new double[] {0.9, 0.1}, 0.9),
          new Truth("three, the rarest 0.2", new double[] {0.45, 0.35, 0.2}, 0.75));

  Chapter chapter() {
    Chapter chapter =
        Chapter.of(
            TITLE,
            "Two classes asked equally often, 80 % answered rightly; two of 0.9 and 0.1, 90 %;"
                + " three of 0.45, 0.35 and 0.2, 75 %; 3 % of the answers are not read. 20 clusters"
                + " are of 5 questions, or of 1, 5, 10 and 24 in turn (uneven); a third of a"
                + " cluster's have its first answer. 1,000 resamples. `wilson-jackknife` is the"
                + " default of every metric over classes.",
            SIZES.stream().map(Size::name).toArray(String[]::new));
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

  private double[] shares(Truth truth, Size size) {
    double[][] cells = truth.cells();
    double[] exact = new ClassTable(cells).metrics();
    return simulation.shares(
        3000,
        "metrics/" + truth.name() + "/" + size.name(),
        source -> {
          int[][] units = units(source, cells, size);
          double[][] drawn =
              VectorBootstrap.of(
                  units.length,
                  numbers -> table(cells, units, numbers).metrics(),
                  BootstrapPlan.of(source.nextLong(), "metrics").withResamples(1000));
          boolean[] holds = new boolean[METHODS.size() * METRICS.size()];
          for (int m = 0; m < METRICS.size(); m++) {
            int row = METHODS.size() * m;
            for (Interval interval : intervals(m, cells, units, drawn)) {
              holds[row++] = interval.lower() <= exact[m] && exact[m] <= interval.upper();
            }
          }
          return holds;
        });
  }

  /** In the order of the methods. */
  private static List<Interval> intervals(
      int metric, double[][] cells, int[][] units, double[][] drawn) {
    int[] all = IntStream.range(0, units.length).toArray();
    ClassTable whole = table(cells, units, all);
    double estimate = whole.metrics()[metric];
    double[] parts = whole.parts()[metric];
    int[] defined = IntStream.range(0, parts.length).filter(i -> !Double.isNaN(parts[i])).toArray();
    if (Double.isNaN(estimate)) {
      return Collections.nCopies(METHODS.size(), Range.UNBOUNDED.whole(LEVEL, "none"));
    }
    List<JackknifeWilsonInterval.Unit> left = new ArrayList<>();
    double[] without = new double[units.length];
    double[] sizes = new double[units.length];
    for (int unit : all) {
      ClassTable rest =
          table(cells, units, IntStream.of(all).filter(other -> other != unit).toArray());
      without[unit] = rest.metrics()[metric];
      sizes[unit] = units[unit].length;
      double[] partsLeft = rest.parts()[metric];
      double[] values =
          IntStream.of(defined)
              .mapToDouble(i -> Double.isNaN(partsLeft[i]) ? parts[i] : partsLeft[i])
              .toArray();
      double[] weights =
          IntStream.of(defined)
              .mapToDouble(i -> whole.weights()[metric][i] - rest.weights()[metric][i])
              .toArray();
      left.add(new JackknifeWilsonInterval.Unit(1, units[unit].length, values, weights));
    }
    BootstrapDistribution distribution =
        BootstrapDistribution.of(
            Arrays.stream(drawn)
                .mapToDouble(values -> values[metric])
                .filter(Double::isFinite)
                .toArray());
    double[] stated = Arrays.stream(without).filter(Double::isFinite).toArray();
    return List.of(
        JackknifeWilsonInterval.of(
            IntStream.of(defined).mapToDouble(i -> parts[i]).toArray(),
            left,
            RANGES.get(metric),
            LEVEL),
        JackknifeInterval.of(
            estimate,
            List.of(new JackknifeInterval.Stratum(stated, Arrays.copyOf(sizes, stated.length))),
            Range.UNBOUNDED,
            LEVEL),
        BcaBootstrapInterval.of(distribution, estimate, stated, Range.UNBOUNDED, LEVEL),
        PercentileBootstrapInterval.of(distribution, Range.UNBOUNDED, LEVEL));
  }

  /** Cells of the questions of each unit; a third of a cluster's repeat its first. */
  private static int[][] units(UniformRandomProvider source, double[][] cells, Size size) {
    int[][] units = new int[size.questions().length][];
    for (int g = 0; g < units.length; g++) {
      units[g] = new int[size.questions()[g]];
      for (int i = 0; i < units[g].length; i++) {
        units[g][i] = i > 0 && source.nextInt(3) == 0 ? units[g][0] : cell(source, cells);
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

  private static ClassTable table(double[][] cells, int[][] units, int[] numbers) {
    int width = cells[0].length;
    double[][] table = new double[cells.length][width];
    for (int number : numbers) {
      for (int cell : units[number]) {
        table[cell / width][cell % width]++;
      }
    }
    return new ClassTable(table);
  }
}
