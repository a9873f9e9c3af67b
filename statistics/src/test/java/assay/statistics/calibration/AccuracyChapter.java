package assay.statistics.calibration;

import assay.statistics.Estimate;
import assay.statistics.Range;
import assay.statistics.diagnostic.AveragePrecision;
import assay.statistics.diagnostic.CaseBootstrap;
import assay.statistics.diagnostic.Cases;
import assay.statistics.diagnostic.DecisionCurve;
import assay.statistics.diagnostic.FourfoldTable;
import assay.statistics.diagnostic.RocCurve;
import assay.statistics.distribution.Quantiles;
import assay.statistics.resampling.BootstrapPlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import org.apache.commons.rng.UniformRandomProvider;

/** Diagnostic accuracy: tables of calls, and what is read off curves. */
record AccuracyChapter(Simulation simulation) {

  static final String CALLS = "Calls against the truth";
  static final String CURVES = "What is read off a curve";

  private static final double LEVEL = 0.95;
  private static final double PREVALENCE = 1 / 3.0;
  private static final double THRESHOLD = 0.3;

  List<Chapter> all() {
    return List.of(calls(), curves());
  }

  private Chapter calls() {
    int[] sizes = {30, 100, 400};
    double[][] accuracies = {{0.9, 0.7}, {0.6, 0.95}, {0.8, 0.8}};
    Chapter chapter =
        Chapter.of(
            CALLS,
            "A third of n cases positive; averaged over sensitivity and specificity of (90, 70),"
                + " (60, 95) and (80, 80) %. Predictive values at a prevalence of 10 %, taken as"
                + " known.",
            Arrays.stream(sizes).mapToObj(n -> "n = " + n).toArray(String[]::new));
    List<double[]> columns = new ArrayList<>();
    for (int n : sizes) {
      List<double[]> rows = new ArrayList<>();
      for (double[] a : accuracies) {
        rows.add(
            simulation.shares(
                4000, "calls/" + n + "/" + a[0], source -> ofTable(source, n, a[0], a[1])));
      }
      columns.add(Simulation.mean(rows.toArray(double[][]::new)));
    }
    chapter.addColumns(
        List.of(
            "sensitivity",
            "specificity",
            "youden",
            "LR+",
            "LR−",
            "predictive value, positive",
            "predictive value, negative"),
        columns);
    return chapter;
  }

  private static boolean[] ofTable(UniformRandomProvider source, int n, double se, double sp) {
    int positives = n / 3;
    int negatives = n - positives;
    long tp = Math.round(Arrays.stream(Draws.binary(source, positives, se)).sum());
    long tn = Math.round(Arrays.stream(Draws.binary(source, negatives, sp)).sum());
    FourfoldTable table = new FourfoldTable(tp, positives - tp, negatives - tn, tn);
    double pi = 0.1;
    return new boolean[] {
      Held.of(table.sensitivity(LEVEL), se),
      Held.of(table.specificity(LEVEL), sp),
      Held.of(table.youden(LEVEL), se + sp - 1),
      Held.of(table.positiveLikelihoodRatio(LEVEL), lr -> lr.interval().contains(se / (1 - sp))),
      Held.of(table.negativeLikelihoodRatio(LEVEL), lr -> lr.interval().contains((1 - se) / sp)),
      Held.of(table.positivePredictiveValue(pi, LEVEL), se * pi / (se * pi + (1 - sp) * (1 - pi))),
      Held.of(
          table.negativePredictiveValue(pi, LEVEL), sp * (1 - pi) / (sp * (1 - pi) + (1 - se) * pi))
    };
  }

  private Chapter curves() {
    int[] sizes = {50, 150};
    double[] areas = {0.75, 0.9};
    Chapter chapter =
        Chapter.of(
            CURVES,
            "Normal scores, each case positive with probability 1/3; areas of 0.75 and 0.9. Average"
                + " precision by its logit; sensitivity at a specificity of 0.8 and the area up to a"
                + " false-positive rate of 0.2 by 199 resamples of cases; net benefit of calibrated"
                + " probabilities from 0.3 on.",
            "0.75, n = 50",
            "n = 150",
            "0.9, n = 50",
            "n = 150");
    List<double[]> columns = new ArrayList<>();
    for (double area : areas) {
      Truth truth = new Truth(Math.sqrt(2) * Quantiles.normalUpper(1 - area));
      for (int n : sizes) {
        columns.add(
            simulation.shares(
                2000, "curves/" + area + "/" + n, source -> ofCurve(source, n, truth)));
      }
    }
    chapter.addColumns(
        List.of(
            "average-precision-logit",
            "sensitivity at a specificity, bootstrap-percentile",
            "partial area, bootstrap-percentile",
            "net benefit, cluster-robust"),
        columns);
    return chapter;
  }

  /** Scores of negative cases are N(0, 1), of positive ones N(shift, 1). */
  private record Truth(double shift) {

    double sensitivity() {
      return Quantiles.normalSurvival(Quantiles.normalUpper(0.2) - shift);
    }

    /** The mean over positive cases of the precision at their score. */
    double averagePrecision() {
      return integral(
          -9,
          9,
          z -> {
            double hits = PREVALENCE * Quantiles.normalSurvival(z);
            double alarms = (1 - PREVALENCE) * Quantiles.normalSurvival(z + shift);
            return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) * hits / (hits + alarms);
          });
    }

    double partialArea() {
      return integral(
          Quantiles.normalUpper(0.2),
          9,
          x -> Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI) * Quantiles.normalSurvival(x - shift));
    }

    double probability(double score) {
      double odds = Math.exp(shift * score - shift * shift / 2);
      return PREVALENCE * odds / (PREVALENCE * odds + 1 - PREVALENCE);
    }

    double netBenefit() {
      double odds = THRESHOLD / (1 - THRESHOLD);
      double from = (Math.log(odds * (1 - PREVALENCE) / PREVALENCE) + shift * shift / 2) / shift;
      return PREVALENCE * Quantiles.normalSurvival(from - shift)
          - (1 - PREVALENCE) * Quantiles.normalSurvival(from) * odds;
    }

    private static double integral(double from, double to, DoubleUnaryOperator density) {
      int steps = 4000;
      double sum = 0;
      for (int i = 0; i < steps; i++) {
        sum += density.applyAsDouble(from + (i + 0.5) * (to - from) / steps);
      }
      return sum * (to - from) / steps;
    }
  }

  private static boolean[] ofCurve(UniformRandomProvider source, int n, Truth truth) {
    double[] scores = Draws.normal(source, n, 0, 1);
    boolean[] positive = new boolean[n];
    double[] probabilities = new double[n];
    for (int i = 0; i < n; i++) {
      positive[i] = source.nextDouble() < PREVALENCE;
      scores[i] += positive[i] ? truth.shift : 0;
      probabilities[i] = truth.probability(scores[i]);
    }
    Cases cases = Cases.of(scores, positive);
    return new boolean[] {
      Held.of(AveragePrecision.of(cases, LEVEL), truth.averagePrecision()),
      Held.of(drawn(cases, c -> c.sensitivityAt(0.8), Range.UNIT), truth.sensitivity()),
      Held.of(drawn(cases, c -> c.partialArea(0.2), new Range(0, 0.2)), truth.partialArea()),
      Held.of(
          DecisionCurve.netBenefit(Cases.of(probabilities, positive), THRESHOLD, LEVEL),
          truth.netBenefit())
    };
  }

  private static Estimate drawn(Cases cases, ToDoubleFunction<RocCurve> statistic, Range range) {
    BootstrapPlan plan =
        BootstrapPlan.of(Arrays.hashCode(cases.scores()), "calibration").withResamples(199);
    return CaseBootstrap.of(cases, statistic, range, LEVEL, plan);
  }
}
