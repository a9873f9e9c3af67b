package assay.statistics.calibration;

import assay.statistics.Interval;
import assay.statistics.Observations;
import assay.statistics.Range;
import assay.statistics.interval.BcaBootstrapInterval;
import assay.statistics.interval.JackknifeInterval;
import assay.statistics.interval.PercentileBootstrapInterval;
import assay.statistics.interval.StratifiedBootstrapInterval;
import assay.statistics.resampling.BootstrapDistribution;
import assay.statistics.resampling.BootstrapPlan;
import assay.statistics.resampling.VectorBootstrap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Differences of two readers' metrics over classes on the same questions, whose intervals are made
 * of the pairs as a whole. To a share of the questions the second gives the first's answer.
 */
record MetricDifferenceChapter(Simulation simulation) {

  static final String TITLE = "Differences of metrics over classes";

  private static final int DRAWS = 3000;
  private static final double LEVEL = 0.95;
  private static final double UNREAD = 0.03;
  private static final double SAME = 0.5;
  private static final List<String> METRICS = List.of("macro-F1", "balanced accuracy", "κ");
  private static final List<String> METHODS =
      List.of("jackknife", "bootstrap-percentile", "bootstrap-bca");
  private static final int[] UNEVEN = {1, 5, 10, 24};

  /** Numbers of questions in each unit. */
  private static final Map<String, int[]> SIZES = new LinkedHashMap<>();

  static {
    SIZES.put("n = 30", units(30, 1));
    SIZES.put("n = 100", units(100, 1));
    SIZES.put("n = 300", units(300, 1));
    SIZES.put("20 clusters", units(20, 5));
    SIZES.put("20 uneven", units(20, UNEVEN));
  }

  private static int[] units(int number, int... sizes) {
    return IntStream.range(0, number).map(i -> sizes[i % sizes.length]).toArray();
  }

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
      double[] one = new ClassTable(ofFirst).metrics();
      double[] other = new ClassTable(ofSecond).metrics();
      Arrays.setAll(one, m -> one[m] - other[m]);
      return one;
    }
  }

  private static final List<Truth> TRUTHS =
      List.of(
          new Truth("two, one of them 0.25", new double[] {0.75, 0.25}, 0.85, 0.85),
          new Truth("three, the rarest 0.2", new double[] {0.45, 0.35, 0.2}, 0.8, 0.6));

  Chapter chapter() {
    Chapter chapter =
        Chapter.of(
            TITLE,
            "Two readers of the same questions, first less second, as `compare` has it; to half of"
                + " the questions both give one answer. Two classes of 0.75 and 0.25, both readers"
                + " right in 85 %; three of 0.45, 0.35 and 0.2, right in 80 and in 70 %; 3 % of the"
                + " answers are not read. 20 clusters are of 5 questions, or of 1, 5, 10 and 24 in"
                + " turn (uneven); a third of a cluster's repeat its first. The mean of subsets is"
                + " over right and wrong answers to a half, three tenths and a fifth of the"
                + " questions, right in 90, 75 and 60 %. 1,000 resamples. `jackknife` is the"
                + " default of every row of `compare` that is not the mean score.",
            SIZES.keySet().toArray(String[]::new));
    for (Truth truth : TRUTHS) {
      double[][] columns =
          SIZES.entrySet().stream()
              .map(size -> shares(truth, size.getKey(), size.getValue()))
              .toArray(double[][]::new);
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
    double[][] means =
        IntStream.of(30, 100, 300).mapToObj(this::meansOfSubsets).toArray(double[][]::new);
    List<String> ofSubsets = List.of("jackknife", StratifiedBootstrapInterval.ID);
    for (int m = 0; m < ofSubsets.size(); m++) {
      chapter.add(
          "mean of 3 subsets, " + ofSubsets.get(m),
          means[0][m],
          means[1][m],
          means[2][m],
          Double.NaN,
          Double.NaN);
    }
    return chapter;
  }

  private double[] shares(Truth truth, String name, int[] sizes) {
    double[] cells = truth.cells();
    double[] exact = truth.differences(cells);
    int[] all = IntStream.range(0, sizes.length).toArray();
    return simulation.shares(
        DRAWS,
        "metric differences/" + truth.name() + "/" + name,
        source -> {
          int[][] units = units(source, cells, sizes);
          double[][] drawn =
              VectorBootstrap.of(
                  units.length,
                  numbers -> truth.differences(weights(cells.length, units, numbers)),
                  BootstrapPlan.of(source.nextLong(), "differences").withResamples(1000));
          double[] estimates = truth.differences(weights(cells.length, units, all));
          double[][] without =
              IntStream.of(all)
                  .mapToObj(
                      left -> truth.differences(weights(cells.length, units, rest(all, left))))
                  .toArray(double[][]::new);
          boolean[] holds = new boolean[METRICS.size() * METHODS.size()];
          for (int m = 0; m < METRICS.size(); m++) {
            BootstrapDistribution distribution = BootstrapDistribution.of(column(drawn, m));
            double[] left = column(without, m);
            List<Interval> intervals =
                List.of(
                    jackknife(estimates[m], left, sizes),
                    PercentileBootstrapInterval.of(distribution, Range.UNBOUNDED, LEVEL),
                    BcaBootstrapInterval.of(
                        distribution, estimates[m], left, Range.UNBOUNDED, LEVEL));
            for (int k = 0; k < METHODS.size(); k++) {
              holds[m * METHODS.size() + k] = intervals.get(k).contains(exact[m]);
            }
          }
          return holds;
        });
  }

  /** Both readers are right equally often: the true difference is 0. */
  private double[] meansOfSubsets(int n) {
    double[] right = {0.9, 0.75, 0.6};
    int[] sizes = {n / 2, 3 * n / 10, n / 5};
    return simulation.shares(
        DRAWS,
        "means of subsets/" + n,
        source -> {
          List<Observations> strata = new ArrayList<>();
          double estimate = 0;
          for (int s = 0; s < sizes.length; s++) {
            double[] differences = new double[sizes[s]];
            for (int i = 0; i < differences.length; i++) {
              boolean first = source.nextDouble() < right[s];
              boolean same = source.nextDouble() < SAME;
              boolean second = same ? first : source.nextDouble() < right[s];
              differences[i] = (first ? 1 : 0) - (second ? 1 : 0);
            }
            Observations own = Observations.of(differences);
            strata.add(own);
            estimate += own.mean().orElseThrow() / sizes.length;
          }
          List<JackknifeInterval.Stratum> left = strata.stream().map(this::leftOut).toList();
          Range range = new Range(-1, 1);
          double[] alike = {1, 1, 1};
          BootstrapPlan plan = BootstrapPlan.of(source.nextLong(), "subsets").withResamples(1000);
          return new boolean[] {
            JackknifeInterval.of(estimate, left, range, LEVEL).contains(0),
            StratifiedBootstrapInterval.interval(strata, alike, range, LEVEL, plan).contains(0)
          };
        });
  }

  /** A third of the mean of a subset without each of its questions; the others only shift it. */
  private JackknifeInterval.Stratum leftOut(Observations subset) {
    double[] values = subset.values();
    double sum = Arrays.stream(values).sum();
    double[] without =
        Arrays.stream(values).map(value -> (sum - value) / (values.length - 1) / 3).toArray();
    double[] sizes = new double[values.length];
    Arrays.fill(sizes, 1);
    return new JackknifeInterval.Stratum(without, sizes);
  }

  /** Where it is not defined without some unit nothing is known. */
  private static Interval jackknife(double estimate, double[] left, int[] sizes) {
    double[] weights = IntStream.of(sizes).asDoubleStream().toArray();
    return left.length < sizes.length
        ? Range.UNBOUNDED.whole(LEVEL, "none")
        : JackknifeInterval.of(
            estimate,
            List.of(new JackknifeInterval.Stratum(left, weights)),
            Range.UNBOUNDED,
            LEVEL);
  }

  /** Where it is defined. */
  private static double[] column(double[][] rows, int metric) {
    return Arrays.stream(rows)
        .mapToDouble(values -> values[metric])
        .filter(Double::isFinite)
        .toArray();
  }

  private static int[] rest(int[] all, int left) {
    return IntStream.of(all).filter(unit -> unit != left).toArray();
  }

  /** Cells of the questions of each unit; a third of a cluster's repeat its first. */
  private static int[][] units(UniformRandomProvider source, double[] cells, int[] sizes) {
    int[][] units = IntStream.of(sizes).mapToObj(int[]::new).toArray(int[][]::new);
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
