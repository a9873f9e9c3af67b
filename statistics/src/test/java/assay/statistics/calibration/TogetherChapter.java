package assay.statistics.calibration;

import assay.statistics.Interval;
import assay.statistics.Observations;
import assay.statistics.Range;
import assay.statistics.interval.ClusterRobustInterval;
import assay.statistics.interval.ClusteredWilsonInterval;
import assay.statistics.interval.StratifiedBootstrapInterval;
import assay.statistics.interval.WilsonInterval;
import assay.statistics.multiplicity.MaxTIntervals;
import assay.statistics.multiplicity.SimultaneousLevel;
import assay.statistics.resampling.BootstrapPlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/** Means over strata, and intervals that hold together. */
record TogetherChapter(Simulation simulation) {

  static final String STRATA = "A mean over strata";
  static final String TOGETHER = "Ten slices at once";

  private static final int DRAWS = 2000;
  private static final double LEVEL = 0.95;
  private static final int SLICES = 10;
  private static final int[] SIZES = {60, 200, 400};

  List<Chapter> all() {
    return List.of(strata(), together());
  }

  private static BootstrapPlan plan(double[] values) {
    return BootstrapPlan.of(Arrays.hashCode(values), "calibration").withResamples(300);
  }

  private static String[] head() {
    return Arrays.stream(SIZES).mapToObj(n -> "n = " + n).toArray(String[]::new);
  }

  private Chapter strata() {
    Chapter chapter =
        Chapter.of(
            STRATA,
            "A third and two thirds of n items, each stratum counting half; right and wrong with"
                + " 0.4 and 0.8, graded scores, and skewed ones. 300 resamples.",
            head());
    List<double[]> columns = new ArrayList<>();
    for (int n : SIZES) {
      columns.add(
          simulation.shares(
              DRAWS,
              "strata/" + n,
              source ->
                  new boolean[] {
                    stratified(
                            Draws.binary(source, n / 3, 0.4), Draws.binary(source, 2 * n / 3, 0.8))
                        .contains(0.6),
                    stratified(Draws.graded(source, n / 3), Draws.graded(source, 2 * n / 3))
                        .contains(0.5),
                    stratified(
                            Draws.exponential(source, n / 3), Draws.exponential(source, 2 * n / 3))
                        .contains(1)
                  }));
    }
    chapter.addColumns(
        List.of(
            "bootstrap-stratified, right and wrong",
            "bootstrap-stratified, graded",
            "bootstrap-stratified, skewed"),
        columns);
    return chapter;
  }

  private static Interval stratified(double[] first, double[] second) {
    return StratifiedBootstrapInterval.interval(
        List.of(Observations.of(first), Observations.of(second)),
        new double[] {1, 1},
        new Range(0, Double.POSITIVE_INFINITY),
        LEVEL,
        plan(first));
  }

  /** Slices that overlap: each holds a random half of the items. */
  private Chapter together() {
    Chapter chapter =
        Chapter.of(
            TOGETHER,
            "How often all ten intervals of overlapping slices, each of a random half of the n"
                + " items, hold their truths: of normal scores and of right and wrong (0.8), item by"
                + " item; and of right and wrong in clusters of 4 (ρ = 0.3, n / 4 clusters).",
            head());
    List<double[]> columns = new ArrayList<>();
    for (int n : SIZES) {
      columns.add(simulation.shares(DRAWS, "together/" + n, source -> held(source, n)));
    }
    chapter.addColumns(
        List.of(
            "bootstrap-max-t, normal",
            "cluster-robust by Bonferroni, normal",
            "cluster-robust by Šidák, normal",
            "bootstrap-max-t, right and wrong",
            "wilson by Bonferroni, right and wrong",
            "bootstrap-max-t, clusters",
            "wilson-clustered by Bonferroni, clusters"),
        columns);
    return chapter;
  }

  private static boolean[] held(UniformRandomProvider source, int n) {
    double[] normal = Draws.normal(source, n, 0, 1);
    double[] right = Draws.binary(source, n, 0.8);
    double[] alike =
        new ClusteredDesign(n / 4, 4, 0.3, ClusteredDesign.Shape.EVEN).draw(0.8, source).values();
    double[][] in = new double[SLICES][];
    Arrays.setAll(in, h -> Draws.binary(source, n, 0.5));
    double each = SimultaneousLevel.bonferroni(LEVEL, SLICES);
    double sidak = SimultaneousLevel.sidak(LEVEL, SLICES);
    boolean[] held = new boolean[7];
    Arrays.fill(held, true);
    held[0] = maxT(normal, in, 1, Range.UNBOUNDED, 0);
    held[3] = maxT(right, in, 1, Range.UNIT, 0.8);
    held[5] = maxT(alike, in, 4, Range.UNIT, 0.8);
    for (double[] slice : in) {
      double[] own = part(normal, slice);
      Observations observations = Observations.of(own);
      ClusterRobustInterval t = new ClusterRobustInterval();
      held[1] &= t.interval(observations, Range.UNBOUNDED, each).contains(0);
      held[2] &= t.interval(observations, Range.UNBOUNDED, sidak).contains(0);
      double[] rights = part(right, slice);
      long x = Math.round(Arrays.stream(rights).sum());
      held[4] &= new WilsonInterval().interval(x, rights.length, each).contains(0.8);
      double[] codes = new double[n];
      Arrays.setAll(codes, i -> i / 4);
      int[] clusters = Arrays.stream(part(codes, slice)).mapToInt(c -> (int) c).toArray();
      held[6] &=
          new ClusteredWilsonInterval()
              .interval(Observations.of(part(alike, slice)).inClusters(clusters), Range.UNIT, each)
              .contains(0.8);
    }
    return held;
  }

  private static double[] part(double[] values, double[] in) {
    double[] part = new double[values.length];
    int n = 0;
    for (int i = 0; i < values.length; i++) {
      if (in[i] > 0) {
        part[n++] = values[i];
      }
    }
    return Arrays.copyOf(part, n);
  }

  private static boolean maxT(double[] values, double[][] in, int size, Range range, double truth) {
    int units = values.length / size;
    double[][] totals = new double[SLICES][units];
    double[][] weights = new double[SLICES][units];
    for (int h = 0; h < SLICES; h++) {
      for (int i = 0; i < values.length; i++) {
        totals[h][i / size] += in[h][i] * values[i];
        weights[h][i / size] += in[h][i];
      }
    }
    return MaxTIntervals.of(totals, weights, range, LEVEL, plan(in[0])).stream()
        .allMatch(interval -> interval.contains(truth));
  }
}
