package assay.statistics.calibration;

import assay.statistics.Interval;
import assay.statistics.Observations;
import assay.statistics.Range;
import assay.statistics.interval.GradedWilsonInterval;
import assay.statistics.interval.HallInterval;
import assay.statistics.interval.WilsonInterval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ChengBetaSampler;

/** A proportion of items that were each asked several times: an item's value is a share. */
record EpochChapter(Simulation simulation) {

  static final String TITLE = "A proportion over several epochs";

  private static final double LEVEL = 0.95;
  private static final int[] ITEMS = {10, 30, 100, 400};
  private static final int[] EPOCHS = {2, 5, 10};
  private static final double[] TRUTHS = {0.05, 0.2, 0.5};
  private static final double[] LIKENESSES = {0.1, 0.5, 0.9};

  private static Map<String, Function<Observations, Interval>> methods() {
    var methods = new LinkedHashMap<String, Function<Observations, Interval>>();
    methods.put("wilson-graded", o -> new GradedWilsonInterval().interval(o, Range.UNIT, LEVEL));
    methods.put("hall", o -> new HallInterval().interval(o, Range.UNIT, LEVEL));
    methods.put("Wilson of the items, as if right or wrong", EpochChapter::ofItems);
    return methods;
  }

  /** Wilson's interval for the number of right items, taken as whole. */
  private static Interval ofItems(Observations shares) {
    long right = Math.round(shares.mean().orElseThrow() * shares.n());
    return new WilsonInterval().interval(right, shares.n(), LEVEL);
  }

  Chapter chapter() {
    Chapter chapter =
        Chapter.of(
            TITLE,
            "Items of their own difficulty (beta-distributed; answers to one item correlate by 0.1,"
                + " 0.5 or 0.9), each asked 2, 5 or 10 times, true proportions of 0.05, 0.2 and 0.5:"
                + " the mean of these 27 settings, and the least of them. `wilson-graded` is the"
                + " default.",
            "n = 10",
            "n = 30",
            "n = 100",
            "n = 400",
            "least, n ≥ 30");
    Map<String, Function<Observations, Interval>> methods = methods();
    double[][] rows = new double[methods.size()][ITEMS.length + 1];
    for (double[] row : rows) {
      row[ITEMS.length] = 1;
    }
    for (int c = 0; c < ITEMS.length; c++) {
      List<double[]> settings = settings(ITEMS[c], methods);
      double[] mean = Simulation.mean(settings.toArray(double[][]::new));
      for (int m = 0; m < rows.length; m++) {
        int method = m;
        rows[m][c] = mean[m];
        if (ITEMS[c] >= 30) {
          double least = settings.stream().mapToDouble(s -> s[method]).min().orElseThrow();
          rows[m][ITEMS.length] = Math.min(rows[m][ITEMS.length], least);
        }
      }
    }
    int m = 0;
    for (String name : methods.keySet()) {
      chapter.add(name, rows[m++]);
    }
    return chapter;
  }

  private List<double[]> settings(int n, Map<String, Function<Observations, Interval>> methods) {
    List<double[]> settings = new ArrayList<>();
    for (double truth : TRUTHS) {
      for (double likeness : LIKENESSES) {
        for (int epochs : EPOCHS) {
          settings.add(
              simulation.shares(
                  3000,
                  "epochs/" + n + "/" + truth + "/" + likeness + "/" + epochs,
                  source -> {
                    Observations drawn = draw(source, n, truth, likeness, epochs);
                    boolean[] held = new boolean[methods.size()];
                    int k = 0;
                    for (Function<Observations, Interval> method : methods.values()) {
                      held[k++] = method.apply(drawn).contains(truth);
                    }
                    return held;
                  }));
        }
      }
    }
    return settings;
  }

  private static Observations draw(
      UniformRandomProvider source, int n, double truth, double likeness, int epochs) {
    double size = (1 - likeness) / likeness;
    var difficulty = ChengBetaSampler.of(source, truth * size, (1 - truth) * size);
    double[] shares = new double[n];
    Arrays.setAll(
        shares,
        item -> {
          double own = difficulty.sample();
          int right = 0;
          for (int k = 0; k < epochs; k++) {
            right += source.nextDouble() < own ? 1 : 0;
          }
          return (double) right / epochs;
        });
    return Observations.of(shares);
  }
}
