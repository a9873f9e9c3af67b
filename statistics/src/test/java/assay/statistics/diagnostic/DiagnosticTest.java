package assay.statistics.diagnostic;

import static assay.statistics.Near.assertNear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import assay.statistics.Data;
import assay.statistics.Estimate;
import assay.statistics.Interval;
import assay.statistics.Range;
import assay.statistics.References;
import assay.statistics.interval.WilsonInterval;
import assay.statistics.resampling.BootstrapPlan;
import assay.statistics.test.TestResult;
import assay.testkit.FixtureRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DiagnosticTest {

  private static final BootstrapPlan PLAN = BootstrapPlan.of(2, "roc").withResamples(500);

  private static boolean[] truth(double[] values) {
    boolean[] truth = new boolean[values.length];
    for (int i = 0; i < truth.length; i++) {
      truth[i] = values[i] == 1;
    }
    return truth;
  }

  private static Estimate.Known known(Estimate estimate) {
    assertThat(estimate).isInstanceOf(Estimate.Known.class);
    return (Estimate.Known) estimate;
  }

  private static Cases random(Random random, int n, double shift) {
    boolean[] truth = new boolean[n];
    double[] scores = new double[n];
    for (int i = 0; i < n; i++) {
      truth[i] = i % 3 == 0;
      scores[i] = Math.rint(4 * (random.nextGaussian() + (truth[i] ? shift : 0))) / 4;
    }
    return Cases.of(scores, truth);
  }

  @Test
  void agreesWithPRoc() {
    for (FixtureRow row : References.of("roc-proc.tsv")) {
      boolean[] truth = truth(Data.groups(row, "truth")[0]);
      Cases a = Cases.of(Data.groups(row, "a")[0], truth);
      Cases b = Cases.of(Data.groups(row, "b")[0], truth);
      DeLong areas = DeLong.of(List.of(a, b));
      assertNear(areas.area(0), row.number("area"), row);
      assertNear(areas.area(1), row.number("other"), row);
      // The reference's sums lose a few digits.
      assertNear(areas.covariance(0, 0), row.number("variance"), 1e-10, row);
      assertNear(areas.covariance(0, 1), row.number("covariance"), 1e-9, row);
      Estimate.Known area = known(Auroc.withPlainInterval(a, 0.95));
      assertNear(area.interval().lower(), row.number("lower"), 1e-10, row);
      assertNear(area.interval().upper(), row.number("upper"), 1e-10, row);
      Auroc.Comparison comparison = Auroc.compare(a, b, 0.95);
      assertNear(comparison.test().statistic(), row.number("z"), 1e-9, row);
      assertNear(comparison.test().p(), row.number("p"), 1e-9, row);
      Cases grouped = a.inClusters(Data.codes(Data.groups(row, "clusters")[0]));
      assertNear(DeLong.of(List.of(grouped)).covariance(0, 0), row.number("clustered"), 1e-10, row);
      Interval ofArea = known(Auroc.of(grouped, 0.95)).interval();
      assertNear(ofArea.lower(), row.number("clustered_lower"), 1e-9, row);
      assertNear(ofArea.upper(), row.number("clustered_upper"), 1e-9, row);
      Auroc.Comparison inClusters =
          Auroc.compare(grouped, b.inClusters(Data.codes(Data.groups(row, "clusters")[0])), 0.95);
      assertNear(inClusters.test().statistic(), row.number("clustered_z"), 1e-9, row);
      assertNear(inClusters.test().p(), row.number("clustered_p"), 1e-9, row);
      Interval ofDifference = inClusters.difference().interval();
      assertNear(ofDifference.lower(), row.number("difference_lower"), 1e-9, row);
      assertNear(ofDifference.upper(), row.number("difference_upper"), 1e-9, row);
      RocCurve curve = RocCurve.of(a);
      assertNear(curve.area(), row.number("area"), row);
      assertNear(curve.partialArea(0.2), row.number("partial"), 1e-10, row);
      assertNear(curve.sensitivityAt(0.75), row.number("sensitivity"), row);
    }
  }

  @Test
  void agreesWithScikitLearn() {
    for (FixtureRow row : References.of("probability-sklearn.tsv")) {
      Cases cases = Cases.of(Data.groups(row, "p")[0], truth(Data.groups(row, "y")[0]));
      assertNear(known(Auroc.of(cases, 0.95)).value(), row.number("auroc"), row);
      assertNear(
          RocCurve.of(cases).standardisedPartialArea(0.3), row.number("partial"), 1e-11, row);
      Estimate.Known precision = known(AveragePrecision.of(cases, 0.95));
      assertNear(precision.value(), row.number("average_precision"), row);
      assertThat(precision.interval().contains(precision.value())).isTrue();
    }
  }

  @Test
  void areasForgetOrderAndTurnWithTheScore() {
    Random random = new Random(4);
    for (int n : new int[] {4, 10, 100}) {
      Cases cases = random(random, n, 1);
      Estimate.Known area = known(Auroc.of(cases, 0.95));
      assertThat(area.interval().contains(area.value())).isTrue();
      assertThat(area.interval().contains(known(Auroc.of(cases, 0.8)).interval())).isTrue();
      Cases turned = Cases.of(Data.negated(cases.scores()), cases.truth());
      Estimate.Known mirrored = known(Auroc.of(turned, 0.95));
      assertNear(mirrored.value(), 1 - area.value(), "turned");
      assertNear(mirrored.interval().lower(), 1 - area.interval().upper(), 1e-9, "turned");
      int[] twice = new int[2 * n];
      for (int i = 0; i < 2 * n; i++) {
        twice[i] = (i * 7) % n;
      }
      if (n % 7 != 0) {
        Estimate.Known doubled = known(Auroc.of(cases.drawn(twice), 0.95));
        assertNear(doubled.value(), area.value(), "doubled");
        assertThat(doubled.interval().width()).isLessThan(area.interval().width());
      }
      Auroc.Comparison same = Auroc.compare(cases, cases, 0.95);
      assertThat(same.test().p()).isEqualTo(1);
      assertThat(same.difference().value()).isZero();
    }
  }

  @Test
  void separationIsNoCertainty() {
    boolean[] truth = {true, true, true, false, false};
    Estimate.Known perfect = known(Auroc.of(Cases.of(new double[] {5, 6, 7, 1, 2}, truth), 0.95));
    assertThat(perfect.value()).isEqualTo(1);
    assertNear(perfect.interval().lower(), Math.sqrt(0.025), "two negatives");
    assertThat(perfect.interval().method()).isEqualTo("delong-separated");
    Estimate.Known worst = known(Auroc.of(Cases.of(new double[] {1, 2, 3, 7, 8}, truth), 0.95));
    assertThat(worst.value()).isZero();
    assertThat(worst.interval().lower()).isZero();
    Estimate.Known flat = known(Auroc.of(Cases.of(new double[5], truth), 0.95));
    assertThat(flat.value()).isEqualTo(0.5);
    Cases one = Cases.of(new double[] {1, 0, 2}, new boolean[] {true, false, false});
    assertThat(known(Auroc.of(one, 0.95)).interval().width()).isEqualTo(1);
    assertThat(known(Auroc.withPlainInterval(one, 0.95)).interval().width()).isEqualTo(1);
    Cases none = Cases.of(new double[] {1}, new boolean[] {true});
    assertThat(Auroc.of(none, 0.95)).isEqualTo(new Estimate.Undefined("no-negatives"));
    assertThat(Auroc.of(Cases.of(new double[0], new boolean[0]), 0.95))
        .isEqualTo(new Estimate.Undefined("no-positives"));
    assertThat(AveragePrecision.of(Cases.of(new double[] {1}, new boolean[] {false}), 0.95))
        .isEqualTo(new Estimate.Undefined("no-positives"));
    assertThat(known(AveragePrecision.of(none, 0.95)).interval().lower()).isLessThan(0.3);
  }

  @Test
  void aMillionPairsAreCountedFast() {
    Cases cases = random(new Random(1), 100_000, 0.7);
    assertThat(known(Auroc.of(cases, 0.95)).interval().width()).isLessThan(0.01);
  }

  @Test
  void shareTablesSayWhatTheyDivideBy() {
    FourfoldTable table = new FourfoldTable(90, 10, 30, 70);
    assertThat(known(table.sensitivity(0.95)).interval())
        .isEqualTo(new WilsonInterval().interval(90, 100, 0.95));
    assertThat(known(table.specificity(0.95)).value()).isEqualTo(0.7);
    assertThat(known(table.precision(0.95)).value()).isEqualTo(0.75);
    assertThat(known(table.negativePrecision(0.95)).value()).isEqualTo(0.875);
    assertNear(known(table.youden(0.95)).value(), 0.6, "youden");
    assertNear(table.positiveLikelihoodRatio(0.95).orElseThrow().value(), 3, "LR+");
    assertNear(table.negativeLikelihoodRatio(0.95).orElseThrow().value(), 1 / 7.0, "LR-");
    assertNear(table.oddsRatio(0.95).orElseThrow().value(), 21, "odds");
    assertNear(known(table.positivePredictiveValue(0.5, 0.95)).value(), 0.75, "at this prevalence");
    assertNear(
        known(table.negativePredictiveValue(0.5, 0.95)).value(), 0.875, "at this prevalence");
    // A rare finding: 0.9·0.01/(0.9·0.01 + 0.3·0.99).
    assertNear(known(table.positivePredictiveValue(0.01, 0.95)).value(), 0.009 / 0.306, "rare");
    Estimate.Known rare = known(table.negativePredictiveValue(0.01, 0.95));
    assertNear(rare.value(), 0.7 * 0.99 / (0.7 * 0.99 + 0.1 * 0.01), "rare");
    assertThat(rare.interval().contains(rare.value())).isTrue();
    boolean[] called = {true, true, false, false, true};
    boolean[] positive = {true, false, true, false, true};
    assertThat(FourfoldTable.of(called, positive)).isEqualTo(new FourfoldTable(2, 1, 1, 1));
  }

  @Test
  void noVarianceIsNoCertainty() {
    boolean[] truth = {true, true, true, false, false, false};
    Cases right = Cases.of(new double[] {4, 5, 6, 1, 2, 3}, truth);
    Cases wrong = Cases.of(new double[] {1, 2, 3, 4, 5, 6}, truth);
    Cases mute = Cases.of(new double[6], truth);
    for (Cases other : List.of(wrong, mute, right)) {
      Auroc.Comparison comparison = Auroc.compare(right, other, 0.95);
      assertThat(comparison.test()).isEqualTo(new TestResult("delong", 0, 1));
      assertThat(comparison.difference().interval().width()).isEqualTo(2);
    }
    MultiReaderStudy study =
        MultiReaderStudy.of(List.of(List.of(right, right), List.of(mute, mute)));
    assertThat(study.degreesOfFreedom()).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(study.test()).isEqualTo(new TestResult("obuchowski-rockette", 0, 1));
    assertThat(study.compare(0, 1)).isEqualTo(new TestResult("obuchowski-rockette", 0, 1));
    assertThat(study.difference(0, 1, 0.95).width()).isEqualTo(2);
    MultiReaderStudy equal =
        MultiReaderStudy.of(List.of(List.of(right, right), List.of(right, right)));
    assertThat(equal.degreesOfFreedom()).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(equal.difference(0, 1, 0.95).width()).isEqualTo(2);
  }

  @Test
  void fewClustersAreWorthLess() {
    boolean[] truth = {true, true, false, false, true, false};
    Cases alone = Cases.of(new double[] {4, 2, 1, 3, 5, 2}, truth);
    assertThat(DeLong.of(List.of(alone)).degreesOfFreedom()).isInfinite();
    assertThat(DeLong.of(List.of(alone.inClusters(1, 2, 1, 2, 3, 3))).degreesOfFreedom())
        .isEqualTo(2);
    // Nothing tells the spread of one cluster.
    assertThat(known(Auroc.of(alone.inClusters(1, 1, 1, 1, 1, 1), 0.95)).interval())
        .isEqualTo(Range.UNIT.whole(0.95, "delong"));
  }

  @Test
  void readersOfOtherClustersAreRefused() {
    boolean[] truth = {true, true, false, false};
    Cases first = Cases.of(new double[] {4, 5, 1, 2}, truth).inClusters(1, 2, 1, 2);
    Cases renamed = Cases.of(new double[] {4, 1, 5, 2}, truth).inClusters(9, 3, 9, 3);
    Cases other = Cases.of(new double[] {4, 1, 5, 2}, truth).inClusters(1, 2, 2, 1);
    assertThat(DeLong.of(List.of(first, renamed)).readers()).isEqualTo(2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DeLong.of(List.of(first, renamed, other)))
        .withMessage("case 2 of reader 2 is in another cluster than of reader 0");
  }

  @Test
  void infiniteIsInfiniteAndNothingIsUndefined() {
    FourfoldTable perfect = new FourfoldTable(5, 0, 0, 7);
    assertThat(perfect.positiveLikelihoodRatio(0.95).orElseThrow().value())
        .isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(perfect.positiveLikelihoodRatio(0.95).orElseThrow().interval().lower())
        .isGreaterThan(1);
    assertThat(perfect.negativeLikelihoodRatio(0.95).orElseThrow().value()).isZero();
    assertThat(known(perfect.positivePredictiveValue(0.1, 0.95)).value()).isEqualTo(1);
    assertThat(known(perfect.negativePredictiveValue(0.1, 0.95)).value()).isEqualTo(1);
    FourfoldTable silent = new FourfoldTable(0, 5, 0, 7);
    assertThat(silent.precision(0.95)).isEqualTo(new Estimate.Undefined("none-called-positive"));
    assertThat(silent.positivePredictiveValue(0.1, 0.95))
        .isEqualTo(new Estimate.Undefined("none-called-positive"));
    assertThat(silent.positiveLikelihoodRatio(0.95)).isEmpty();
    assertThat(silent.oddsRatio(0.95)).isEmpty();
    assertNear(silent.negativeLikelihoodRatio(0.95).orElseThrow().value(), 1, "LR-");
    FourfoldTable allCalled = new FourfoldTable(5, 0, 7, 0);
    assertThat(allCalled.negativeLikelihoodRatio(0.95)).isEmpty();
    assertThat(allCalled.oddsRatio(0.95)).isEmpty();
    assertThat(allCalled.negativePredictiveValue(0.1, 0.95))
        .isEqualTo(new Estimate.Undefined("none-called-negative"));
    FourfoldTable healthy = new FourfoldTable(0, 0, 2, 7);
    assertThat(healthy.sensitivity(0.95)).isEqualTo(new Estimate.Undefined("no-positives"));
    for (FourfoldTable none : List.of(healthy, new FourfoldTable(1, 2, 0, 0))) {
      assertThat(none.positiveLikelihoodRatio(0.95)).isEmpty();
      assertThat(none.negativeLikelihoodRatio(0.95)).isEmpty();
      assertThat(none.oddsRatio(0.95)).isEmpty();
    }
    assertThat(healthy.negativePredictiveValue(0.1, 0.95))
        .isEqualTo(new Estimate.Undefined("no-positives"));
    assertThat(healthy.youden(0.95)).isEqualTo(new Estimate.Undefined("no-positives"));
    assertThat(new FourfoldTable(1, 1, 0, 0).specificity(0.95))
        .isEqualTo(new Estimate.Undefined("no-negatives"));
  }

  @Test
  void curvesAreReadWithIntervals() {
    Cases cases = random(new Random(8), 90, 1.2);
    Estimate.Known at =
        known(CaseBootstrap.of(cases, c -> c.sensitivityAt(0.8), Range.UNIT, 0.95, PLAN));
    assertThat(at.interval().contains(at.value())).isTrue();
    Estimate.Known partial =
        known(CaseBootstrap.of(cases, c -> c.partialArea(0.2), new Range(0, 0.2), 0.95, PLAN));
    assertThat(partial.interval().upper()).isLessThanOrEqualTo(0.2);
    int[] groups = new int[90];
    for (int i = 0; i < 90; i++) {
      groups[i] = i / 9;
    }
    assertThat(CaseBootstrap.of(cases.inClusters(groups), RocCurve::area, Range.UNIT, 0.95, PLAN))
        .isNotEqualTo(CaseBootstrap.of(cases, RocCurve::area, Range.UNIT, 0.95, PLAN));
    int[] backwards = new int[90];
    for (int i = 0; i < 90; i++) {
      backwards[i] = 89 - i;
    }
    assertThat(CaseBootstrap.of(cases.drawn(backwards), RocCurve::area, Range.UNIT, 0.95, PLAN))
        .isEqualTo(CaseBootstrap.of(cases, RocCurve::area, Range.UNIT, 0.95, PLAN));
    assertThat(RocCurve.of(cases).youdenPoint().truePositiveRate()).isGreaterThan(0.4);
    Cases sick = Cases.of(new double[] {1, 2}, new boolean[] {true, true});
    assertThat(CaseBootstrap.of(sick, RocCurve::area, Range.UNIT, 0.95, PLAN))
        .isEqualTo(new Estimate.Undefined("no-negatives"));
  }

  @Test
  void actingIsWorthHitsLessAlarms() {
    double[] p = {0.9, 0.8, 0.3, 0.2, 0.1};
    boolean[] y = {true, false, true, false, false};
    Cases cases = Cases.of(p, y);
    assertNear(
        known(DecisionCurve.netBenefit(cases, 0.25, 0.95)).value(), 2 / 5.0 - 1 / 15.0, "0.25");
    assertNear(known(DecisionCurve.netBenefit(cases, 0.5, 0.95)).value(), 0, "0.5");
    assertNear(known(DecisionCurve.ofAll(cases, 0.5, 0.95)).value(), -0.2, "all");
    assertThat(known(DecisionCurve.netBenefit(cases, 0.95, 0.95)).value()).isZero();
    assertThat(DecisionCurve.ofAll(Cases.of(new double[0], new boolean[0]), 0.5, 0.95))
        .isEqualTo(new Estimate.Undefined("no-cases"));
  }

  /**
   * Two modalities that every reader reads alike but for noise: no difference; one that adds to all
   * scores of positive cases: found. With one covariance structure the degrees of freedom of Hillis
   * lie between (t − 1)(r − 1) and infinity.
   */
  @Test
  void manyReadersAreComparedAsReaders() {
    Random random = new Random(10);
    List<List<Cases>> equal = List.of(readers(random, 0.8), readers(random, 0.8));
    MultiReaderStudy nothing = MultiReaderStudy.of(equal);
    assertThat(nothing.test().p()).isGreaterThan(0.05);
    assertThat(nothing.degreesOfFreedom()).isGreaterThanOrEqualTo(3);
    assertThat(nothing.difference(0, 1, 0.95).contains(0)).isTrue();
    MultiReaderStudy better =
        MultiReaderStudy.of(List.of(readers(random, 2.2), readers(random, 0.3)));
    assertThat(better.test().p()).isLessThan(0.01);
    assertNear(better.compare(0, 1).p(), better.test().p(), 1e-9, "two modalities");
    Interval interval = better.difference(0, 1, 0.95);
    assertThat(interval.lower()).isPositive();
    assertThat(better.difference(1, 0, 0.95).lower()).isCloseTo(-interval.upper(), within(1e-12));
    assertThat(better.area(0)).isGreaterThan(better.area(1));
  }

  private static List<Cases> readers(Random random, double shift) {
    return List.of(
        random(random, 60, shift),
        random(random, 60, shift),
        random(random, 60, shift),
        random(random, 60, shift));
  }

  @Test
  void manyReadersAgreeWithTheFormulasOnPRocsCovariances() {
    for (FixtureRow row : References.of("readers-proc.tsv")) {
      boolean[] truth = truth(Data.groups(row, "truth")[0]);
      double[][] scores = Data.groups(row, "scores");
      int readers = (int) References.count(row, "readers");
      List<List<Cases>> study = new ArrayList<>();
      for (int i = 0; i < References.count(row, "modalities"); i++) {
        List<Cases> modality = new ArrayList<>();
        for (int j = 0; j < readers; j++) {
          modality.add(Cases.of(scores[i * readers + j], truth));
        }
        study.add(modality);
      }
      MultiReaderStudy result = MultiReaderStudy.of(study);
      assertNear(result.test().statistic(), row.number("f"), 1e-8, row);
      assertNear(result.degreesOfFreedom(), row.number("df"), 1e-8, row);
      assertNear(result.test().p(), row.number("p"), 1e-8, row);
      Interval interval = result.difference(0, 1, 0.95);
      assertNear(interval.lower(), row.number("lower"), 1e-8, row);
      assertNear(interval.upper(), row.number("upper"), 1e-8, row);
    }
  }

  @Test
  void refusesWhatItCannotUse() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Cases.of(new double[] {1}, new boolean[] {true, false}))
        .withMessage("scores has 1 elements and positive has 2; expected as many");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Cases.of(new double[] {1, Double.NaN}, new boolean[] {true, false}))
        .withMessage("scores[1] is NaN; expected a finite number");
    Cases a = Cases.of(new double[] {1, 2}, new boolean[] {true, false});
    Cases b = Cases.of(new double[] {1, 2}, new boolean[] {false, true});
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Auroc.compare(a, b, 0.95))
        .withMessage("case 0 of reader 1 has another truth than of reader 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RocCurve.of(a).partialArea(0))
        .withMessage("most 0.0 is outside (0, 1]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MultiReaderStudy.of(List.of(List.of(a, a), List.of(a))))
        .withMessage("modality 0 has 2 elements and modality 1 has 1; expected as many");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FourfoldTable(1, -1, 0, 0))
        .withMessage("falseNegatives -1 is negative");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DecisionCurve.netBenefit(a, 1, 0.95))
        .withMessage("threshold 1.0 is outside (0, 1)");
  }
}
