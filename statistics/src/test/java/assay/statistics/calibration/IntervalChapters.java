package assay.statistics.calibration;

import assay.statistics.Estimate;
import assay.statistics.Interval;
import assay.statistics.Observations;
import assay.statistics.PairedCounts;
import assay.statistics.Range;
import assay.statistics.agreement.CohenKappa;
import assay.statistics.agreement.Correlation;
import assay.statistics.agreement.IntraclassCorrelation;
import assay.statistics.agreement.LinConcordance;
import assay.statistics.calibration.ClusteredDesign.Shape;
import assay.statistics.diagnostic.Auroc;
import assay.statistics.diagnostic.Cases;
import assay.statistics.distribution.Quantiles;
import assay.statistics.interval.BcaBootstrapInterval;
import assay.statistics.interval.BinomialInterval;
import assay.statistics.interval.ClusterRobustInterval;
import assay.statistics.interval.ClusteredWilsonInterval;
import assay.statistics.interval.EffectiveWilsonInterval;
import assay.statistics.interval.HallInterval;
import assay.statistics.interval.NewcombePairedInterval;
import assay.statistics.interval.NewcombeUnpairedInterval;
import assay.statistics.interval.OddsRatioInterval;
import assay.statistics.interval.PercentileBootstrapInterval;
import assay.statistics.interval.RatioInterval;
import assay.statistics.interval.StudentisedBootstrapInterval;
import assay.statistics.interval.TInterval;
import assay.statistics.interval.TangoInterval;
import assay.statistics.interval.WilsonInterval;
import assay.statistics.resampling.BootstrapPlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongFunction;

/** How often intervals of level 0.95 hold the truth. */
final class IntervalChapters {

  private static final double LEVEL = 0.95;
  private static final double Z = 1.959963984540054;
  private static final double[] TRUTHS = {0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.8, 0.95, 0.98};

  private final Simulation simulation;

  IntervalChapters(Simulation simulation) {
    this.simulation = simulation;
  }

  List<Chapter> all() {
    List<Chapter> chapters = new ArrayList<>(List.of(binomial(false), binomial(true)));
    chapters.add(clustered(20));
    chapters.add(clustered(50));
    chapters.add(differences());
    chapters.add(means());
    chapters.add(clusteredMeans());
    chapters.add(ratios());
    chapters.add(areas());
    chapters.add(agreement());
    return chapters;
  }

  private static Interval wald(long x, int n) {
    double p = (double) x / n;
    double half = Z * Math.sqrt(p * (1 - p) / n);
    return new Interval(p - half, p + half, LEVEL, "wald");
  }

  /** Exact; the average over nine truths of local averages, or the worst of these. */
  private Chapter binomial(boolean worst) {
    int[] sizes =
        simulation.isFull() ? new int[] {10, 30, 100, 500, 2000} : new int[] {10, 30, 100};
    Chapter chapter =
        Chapter.of(
            worst ? "One proportion, the worst of nine truths" : "One proportion, on average",
            worst
                ? "The same, for the true proportion with the lowest local average."
                : "Exact sums over all numbers of successes, averaged over a band of ±20 % about"
                    + " each of nine true proportions from 0.02 to 0.98. Wald's interval is here"
                    + " because papers print it; Assay does not give it.",
            Arrays.stream(sizes).mapToObj(n -> "n = " + n).toArray(String[]::new));
    for (BinomialInterval method : BinomialInterval.all()) {
      chapter.add(method.id(), binomial(sizes, worst, n -> x -> method.interval(x, n, LEVEL)));
    }
    chapter.add("Wald (naive)", binomial(sizes, worst, n -> x -> wald(x, n)));
    return chapter;
  }

  private static double[] binomial(
      int[] sizes, boolean worst, Function<Integer, LongFunction<Interval>> method) {
    double[] values = new double[sizes.length];
    for (int k = 0; k < sizes.length; k++) {
      BinomialCoverage coverage = BinomialCoverage.of(method.apply(sizes[k]), sizes[k]);
      double least = 1;
      for (double p : TRUTHS) {
        double reach = 0.2 * Math.min(p, 1 - p);
        double local = coverage.average(p - reach, p + reach, 41);
        least = Math.min(least, local);
        values[k] += local / TRUTHS.length;
      }
      values[k] = worst ? least : values[k];
    }
    return values;
  }

  /** Other random numbers for other data: one set of resamples for all would have its own error. */
  private static BootstrapPlan plan(Observations observations) {
    return BootstrapPlan.of(Arrays.hashCode(observations.values()), "calibration")
        .withResamples(500);
  }

  private static Map<String, Function<Observations, Interval>> ofMeans(Range range) {
    var methods = new LinkedHashMap<String, Function<Observations, Interval>>();
    methods.put("cluster-robust", o -> new ClusterRobustInterval().interval(o, range, LEVEL));
    methods.put(
        "bootstrap-percentile",
        o -> new PercentileBootstrapInterval(plan(o)).interval(o, range, LEVEL));
    methods.put("hall", o -> new HallInterval().interval(o, range, LEVEL));
    methods.put("bootstrap-bca", o -> new BcaBootstrapInterval(plan(o)).interval(o, range, LEVEL));
    methods.put(
        "bootstrap-t", o -> new StudentisedBootstrapInterval(plan(o)).interval(o, range, LEVEL));
    return methods;
  }

  private Chapter clustered(int clusters) {
    double[] correlations = {0, 0.1, 0.3, 0.5};
    Chapter chapter =
        Chapter.of(
            "A proportion in " + clusters + " clusters",
            "Clusters of 1, 5, 10 and 24 in turn, beta-binomial, averaged over true proportions"
                + " of 0.05, 0.2 and 0.5; columns are intra-cluster correlations, the last one is"
                + " the least of all twelve settings. `wilson-clustered` is the default.",
            "ρ = 0",
            "ρ = 0.1",
            "ρ = 0.3",
            "ρ = 0.5",
            "least");
    var methods = new LinkedHashMap<String, Function<Observations, Interval>>();
    methods.put(
        "wilson-clustered", o -> new ClusteredWilsonInterval().interval(o, Range.UNIT, LEVEL));
    methods.put(
        "wilson-effective", o -> new EffectiveWilsonInterval().interval(o, Range.UNIT, LEVEL));
    methods.putAll(ofMeans(Range.UNIT));
    methods.put(
        "Wilson, clusters ignored (naive)",
        o ->
            new WilsonInterval()
                .interval(Math.round(o.mean().orElseThrow() * o.n()), o.n(), LEVEL));
    double[][] byCorrelation = new double[correlations.length][];
    double[] least = new double[methods.size()];
    Arrays.fill(least, 1);
    for (int c = 0; c < correlations.length; c++) {
      ClusteredDesign design = new ClusteredDesign(clusters, 10, correlations[c], Shape.UNEVEN);
      List<double[]> rows = new ArrayList<>();
      for (double p : new double[] {0.05, 0.2, 0.5}) {
        double[] shares =
            simulation.shares(
                4000,
                "clustered/" + design + "/" + p,
                source -> held(methods, design.draw(p, source), p));
        Arrays.setAll(least, k -> Math.min(least[k], shares[k]));
        rows.add(shares);
      }
      byCorrelation[c] = Simulation.mean(rows.toArray(double[][]::new));
    }
    addRows(chapter, methods, byCorrelation, least);
    return chapter;
  }

  private static void addRows(
      Chapter chapter, Map<String, ?> methods, double[][] columns, double[] last) {
    int k = 0;
    for (String name : methods.keySet()) {
      double[] values = new double[columns.length + (last.length == 0 ? 0 : 1)];
      for (int c = 0; c < columns.length; c++) {
        values[c] = columns[c][k];
      }
      if (last.length > 0) {
        values[columns.length] = last[k];
      }
      chapter.add(name, values);
      k++;
    }
  }

  private static boolean[] held(
      Map<String, Function<Observations, Interval>> methods, Observations drawn, double truth) {
    boolean[] held = new boolean[methods.size()];
    int k = 0;
    for (Function<Observations, Interval> method : methods.values()) {
      held[k++] = method.apply(drawn).contains(truth);
    }
    return held;
  }

  /**
   * Pairs of right and wrong: shares of items on which only the first, only the second is right.
   */
  private Chapter differences() {
    double[][] shares = {{0.05, 0.05}, {0.15, 0.05}, {0.2, 0.2}};
    int[] sizes = {30, 100, 400};
    Chapter chapter =
        Chapter.of(
            "A difference of two proportions",
            "Of the same items, averaged over shares of items on which only the first, only the"
                + " second is right of (5, 5), (15, 5) and (20, 20) %; both right in half of the"
                + " rest. `newcombe-unpaired` takes the same successes for different items. Other"
                + " columns: pairs in clusters of 10, and of 1, 5, 10 and 24 in turn (uneven),"
                + " ρ = 0.3, equal systems.",
            "n = 30",
            "n = 100",
            "n = 400",
            "20 clusters",
            "50 clusters",
            "20 uneven",
            "50 uneven");
    var methods = new LinkedHashMap<String, Function<Observations, Interval>>();
    methods.put("newcombe-paired", o -> NewcombePairedInterval.interval(counts(o), LEVEL));
    methods.put("tango", o -> TangoInterval.interval(counts(o), LEVEL));
    methods.put(
        "newcombe-unpaired",
        o -> {
          PairedCounts c = counts(o);
          return NewcombeUnpairedInterval.interval(
              c.both() + c.firstOnly(), c.n(), c.both() + c.secondOnly(), c.n(), LEVEL);
        });
    methods.put(
        "t, clusters ignored",
        o -> new TInterval().interval(Observations.of(o.values()), new Range(-1, 1), LEVEL));
    methods.putAll(ofMeans(new Range(-1, 1)));
    double[][] columns = new double[7][];
    for (int c = 0; c < sizes.length; c++) {
      int n = sizes[c];
      List<double[]> rows = new ArrayList<>();
      for (double[] pair : shares) {
        rows.add(
            simulation.shares(
                4000,
                "difference/" + n + "/" + pair[0] + "/" + pair[1],
                source ->
                    held(
                        methods,
                        Observations.of(Draws.differences(source, n, pair[0], pair[1])),
                        pair[0] - pair[1])));
      }
      columns[c] = Simulation.mean(rows.toArray(double[][]::new));
    }
    for (int c = 0; c < 4; c++) {
      int clusters = c % 2 == 0 ? 20 : 50;
      boolean even = c < 2;
      columns[3 + c] =
          simulation.shares(
              4000,
              "difference/clustered/" + clusters + (even ? "" : "/uneven"),
              source ->
                  held(methods, Draws.clusteredDifferences(source, clusters, even, 0.6, 0.3), 0));
    }
    addRows(chapter, methods, columns, new double[0]);
    return chapter;
  }

  /** Both right in half of the items that do not differ. */
  private static PairedCounts counts(Observations differences) {
    long first = 0;
    long second = 0;
    for (double d : differences.values()) {
      first += d > 0 ? 1 : 0;
      second += d < 0 ? 1 : 0;
    }
    long rest = differences.n() - first - second;
    return new PairedCounts(rest / 2, first, second, rest - rest / 2);
  }

  private Chapter means() {
    Chapter chapter =
        Chapter.of(
            "A mean of scores",
            "Independent observations: graded scores (0, ¼, …, 1 alike) and skewed ones"
                + " (exponential). `hall` is the default. 500 resamples.",
            "graded, n = 10",
            "n = 30",
            "n = 100",
            "skewed, n = 10",
            "n = 30",
            "n = 100");
    var methods = new LinkedHashMap<String, Function<Observations, Interval>>();
    Range range = new Range(0, Double.POSITIVE_INFINITY);
    methods.put("t", o -> new TInterval().interval(o, range, LEVEL));
    methods.putAll(ofMeans(range));
    double[][] columns = new double[6][];
    int[] sizes = {10, 30, 100};
    for (int c = 0; c < 6; c++) {
      int n = sizes[c % 3];
      boolean graded = c < 3;
      columns[c] =
          simulation.shares(
              6000,
              "mean/" + graded + "/" + n,
              source ->
                  held(
                      methods,
                      Observations.of(
                          graded ? Draws.graded(source, n) : Draws.exponential(source, n)),
                      graded ? 0.5 : 1));
    }
    addRows(chapter, methods, columns, new double[0]);
    return chapter;
  }

  private Chapter clusteredMeans() {
    Chapter chapter =
        Chapter.of(
            "A mean of scores in clusters",
            "Graded and skewed scores, 40 % of each its cluster's; clusters of 10, and of 1, 5, 10"
                + " and 24 in turn (uneven). `hall` is the default.",
            "graded, 20",
            "graded, 50",
            "graded, 20 uneven",
            "graded, 50 uneven",
            "skewed, 20",
            "skewed, 50",
            "skewed, 20 uneven",
            "skewed, 50 uneven");
    Range range = new Range(0, Double.POSITIVE_INFINITY);
    Map<String, Function<Observations, Interval>> methods = ofMeans(range);
    double[][] columns = new double[8][];
    for (int c = 0; c < 8; c++) {
      int clusters = c % 2 == 0 ? 20 : 50;
      boolean even = c % 4 < 2;
      boolean skewed = c >= 4;
      columns[c] =
          simulation.shares(
              4000,
              "means/clustered/" + clusters + "/" + even + "/" + skewed,
              source ->
                  held(
                      methods,
                      Draws.clusteredScores(source, clusters, even, skewed),
                      skewed ? 1 : 0.5));
    }
    addRows(chapter, methods, columns, new double[0]);
    return chapter;
  }

  private Chapter ratios() {
    Chapter chapter =
        Chapter.of(
            "Ratios of two proportions",
            "Different items, n in each group, proportions of 0.3 and 0.6; `odds-ratio-exact`"
                + " never holds the truth less often than it says.",
            "n = 10",
            "n = 30",
            "n = 100");
    double[][] columns = new double[3][];
    int[] sizes = {10, 30, 100};
    for (int c = 0; c < 3; c++) {
      int n = sizes[c];
      columns[c] =
          simulation.shares(
              6000,
              "ratio/" + n,
              source -> {
                long x = Math.round(Arrays.stream(Draws.binary(source, n, 0.3)).sum());
                long y = Math.round(Arrays.stream(Draws.binary(source, n, 0.6)).sum());
                return new boolean[] {
                  RatioInterval.interval(x, n, y, n, LEVEL).contains(0.5),
                  OddsRatioInterval.interval(x, n, y, n, LEVEL).contains(0.3 / 0.7 / 1.5)
                };
              });
    }
    addRows(chapter, orderedKeys("ratio-score", "odds-ratio-exact"), columns, new double[0]);
    return chapter;
  }

  private static Map<String, String> orderedKeys(String... keys) {
    var map = new LinkedHashMap<String, String>();
    for (String key : keys) {
      map.put(key, key);
    }
    return map;
  }

  private Chapter areas() {
    double[] areas = {0.5, 0.7, 0.85, 0.95};
    Chapter chapter =
        Chapter.of(
            "An area under the ROC curve",
            "Normal scores, a third of the cases positive; columns are true areas.",
            "0.5",
            "0.7",
            "0.85",
            "0.95");
    for (int n : new int[] {30, 100, 400}) {
      double[] logit = new double[areas.length];
      double[] plain = new double[areas.length];
      for (int a = 0; a < areas.length; a++) {
        double area = areas[a];
        double shift = area == 0.5 ? 0 : Math.sqrt(2) * Quantiles.normalUpper(1 - area);
        double[] held =
            simulation.shares(
                6000,
                "auroc/" + n + "/" + area,
                source -> {
                  Cases cases = Draws.cases(source, n, shift);
                  return new boolean[] {
                    holds(Auroc.of(cases, LEVEL), area),
                    holds(Auroc.withPlainInterval(cases, LEVEL), area)
                  };
                });
        logit[a] = held[0];
        plain[a] = held[1];
      }
      chapter.add("delong-logit, n = " + n, logit);
      chapter.add("delong, n = " + n, plain);
    }
    return chapter;
  }

  private static boolean holds(Estimate estimate, double truth) {
    return switch (estimate) {
      case Estimate.Known known -> known.interval().contains(truth);
      // Nothing was claimed.
      case Estimate.Undefined undefined -> true;
    };
  }

  private Chapter agreement() {
    Chapter chapter =
        Chapter.of(
            "Agreement and correlation",
            "κ of two readers with a prevalence of 0.3 and a true κ of 0.6; correlations of"
                + " normal pairs with ρ = 0.6; ICC of three readers, a third of the variance"
                + " between items.",
            "n = 20",
            "n = 30",
            "n = 50",
            "n = 200");
    Map<String, String> names =
        orderedKeys(
            "kappa", "pearson", "spearman", "kendall-b", "lin", "icc-1-1", "icc-2-1", "icc-3-1");
    double[][] columns = new double[4][];
    int[] sizes = {20, 30, 50, 200};
    for (int c = 0; c < sizes.length; c++) {
      int n = sizes[c];
      columns[c] =
          simulation.shares(
              6000,
              "agreement/" + n,
              source -> {
                long[][] table = Draws.table(source, n, 0.3, 0.6);
                double[][] pairs = Draws.pairs(source, n, 0.6);
                double[][] alike = Draws.readings(source, n, 3, 0);
                double[][] shifted = Draws.readings(source, n, 3, 1);
                return new boolean[] {
                  holds(CohenKappa.of(table, LEVEL), 0.6),
                  holds(Correlation.PEARSON.of(pairs[0], pairs[1], LEVEL), 0.6),
                  holds(
                      Correlation.SPEARMAN.of(pairs[0], pairs[1], LEVEL),
                      6 / Math.PI * Math.asin(0.3)),
                  holds(
                      Correlation.KENDALL_B.of(pairs[0], pairs[1], LEVEL),
                      2 / Math.PI * Math.asin(0.6)),
                  holds(LinConcordance.of(pairs[0], pairs[1], LEVEL), 0.6),
                  holds(IntraclassCorrelation.ONE_SINGLE.of(alike, LEVEL), 0.5),
                  holds(IntraclassCorrelation.TWO_SINGLE.of(shifted, LEVEL), 1 / 3.0),
                  holds(IntraclassCorrelation.THREE_SINGLE.of(shifted, LEVEL), 0.5)
                };
              });
    }
    addRows(chapter, names, columns, new double[0]);
    return chapter;
  }
}
