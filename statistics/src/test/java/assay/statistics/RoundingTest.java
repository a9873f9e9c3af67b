package assay.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import assay.statistics.agreement.BlandAltman;
import assay.statistics.agreement.Correlation;
import assay.statistics.agreement.IntraclassCorrelation;
import assay.statistics.agreement.LinConcordance;
import assay.statistics.interval.ClusterRobustInterval;
import assay.statistics.interval.ConstantSample;
import assay.statistics.interval.HallInterval;
import assay.statistics.interval.MeanInterval;
import assay.statistics.interval.TInterval;
import assay.statistics.test.PairedT;
import assay.statistics.variance.EpochVariance;
import assay.statistics.variance.SignalToNoise;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What rounding makes of equal values: nothing. */
class RoundingTest {

  private static final List<MeanInterval> INTERVALS =
      List.of(new ClusterRobustInterval(), new TInterval(), new HallInterval());

  @Test
  void tellsRoundingFromDifferences() {
    assertThat(Rounding.areEqual(0.1 + 0.2, 0.3)).isTrue();
    assertThat(Rounding.areEqual(0.3 - 0.1, 0.2)).isTrue();
    assertThat(Rounding.areEqual(1e200 * 0.3, 3e199)).isTrue();
    assertThat(Rounding.areEqual(1e-110, 2e-110)).isFalse();
    assertThat(Rounding.areEqual(1, 1 + 1e-11)).isFalse();
    assertThat(Rounding.areEqual(Double.NaN, Double.NaN)).isFalse();
    assertThat(Rounding.areEqual(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY)).isTrue();
    assertThat(Rounding.areEqual(1, Double.POSITIVE_INFINITY)).isFalse();
    assertThat(Rounding.areEqual(new double[0])).isFalse();
    assertThat(Rounding.areEqual(new double[3])).isTrue();
    assertThat(Rounding.areEqual(.3 - .1, .4 - .2, .7 - .5)).isTrue();
    assertThat(Rounding.areEqual(1e9, 1e9 + 1)).isFalse();
  }

  @Test
  void noIntervalIsMadeOfNoise() {
    for (double[] values : new double[][] {{.3 - .1, .4 - .2, .7 - .5}, {.1 + .2, .3, .3}}) {
      Observations noisy = Observations.of(values);
      Observations exact = Observations.of(.1 + values[1] - .1, values[1], values[1]);
      assertThat(noisy.isConstant()).isTrue();
      for (MeanInterval method : INTERVALS) {
        Interval interval = method.interval(noisy, Range.UNIT, 0.95);
        Interval expected = method.interval(exact, Range.UNIT, 0.95);
        Near.assertNear(interval.lower(), expected.lower(), method.id());
        Near.assertNear(interval.upper(), expected.upper(), method.id());
        assertThat(interval.width()).isGreaterThan(0.5);
      }
      // As of values that are equal to the last bit: no spread to measure by.
      assertThat(PairedT.test(noisy).p()).isZero();
      assertThat(PairedT.test(noisy).statistic()).isInfinite();
      assertThat(PairedT.test(noisy, values[0]).p()).isEqualTo(1);
      assertThat(PairedT.test(noisy, values[2]).p()).isEqualTo(1);
    }
    // The end of the range is in doubt on the one side alone.
    assertThat(ConstantSample.upperP(Observations.of(1, 1), new Range(-1, 1), 0)).isEqualTo(0.25);
    assertThat(ConstantSample.lowerP(Observations.of(1, 1), new Range(-1, 1), 0)).isEqualTo(1);
  }

  @Test
  void readingsThatAreAllEqualHaveNoVariance() {
    for (double value : new double[] {0.1, 1, 0.7, 1e-9, 1e12 / 3}) {
      double[][] readings = new double[6][3];
      Arrays.stream(readings).forEach(row -> Arrays.fill(row, value));
      readings[2][1] = value * 3 / 3;
      for (IntraclassCorrelation form : IntraclassCorrelation.values()) {
        assertThat(form.of(readings, 0.95))
            .as("%s of %s", form, value)
            .isEqualTo(new Estimate.Undefined("no-variance"));
      }
      EpochVariance variance = EpochVariance.of(readings).orElseThrow();
      assertThat(variance.item()).isZero();
      assertThat(variance.epoch()).isZero();
      assertThat(variance.itemShare()).isNaN();
      assertThat(variance.leftWith(3)).isNaN();
      assertThat(variance.epochsWorthIt(2)).isEqualTo(1);
      double[] same = {value, value, value};
      assertThat(LinConcordance.of(same, same, 0.95)).isEqualTo(new Estimate.Undefined("constant"));
      assertThat(Correlation.PEARSON.of(same, same, 0.95))
          .isEqualTo(new Estimate.Undefined("constant"));
      SignalToNoise sure = SignalToNoise.of(same, new double[3]).orElseThrow();
      assertThat(sure.ratio()).isNaN();
      assertThat(sure.reliability()).isNaN();
    }
  }

  @Test
  void smallVariancesBesideLargeValuesStay() {
    double[][] readings = {{1e6 + 1, 1e6 + 2}, {1e6 + 3, 1e6 + 4}, {1e6 + 6, 1e6 + 5}};
    double[][] shifted = {{1, 2}, {3, 4}, {6, 5}};
    for (IntraclassCorrelation form : IntraclassCorrelation.values()) {
      Estimate.Known large = (Estimate.Known) form.of(readings, 0.95);
      Estimate.Known small = (Estimate.Known) form.of(shifted, 0.95);
      Near.assertNear(large.value(), small.value(), 1e-9, form);
    }
  }

  @Test
  void differencesOfLargeReadingsAreEqualToTheirDigits() {
    double[] first = {1000.1, 1000.2, 1000.4};
    double[] second = {1000, 1000.1, 1000.3};
    BlandAltman limits = BlandAltman.of(first, second, 0.95, 0.95).orElseThrow();
    Near.assertNear(limits.bias().value(), 0.1, 1e-11, "bias");
    assertThat(limits.lower().value()).isEqualTo(limits.bias().value());
    for (Estimate.Known one : List.of(limits.bias(), limits.lower(), limits.upper())) {
      assertThat(one.interval()).isEqualTo(Range.UNBOUNDED.whole(0.95, "bland-altman"));
    }
  }

  @Test
  void unitsChangeNoInterval() {
    double[] values = {1, 2, 4, 3, 9, 2.5};
    double[] others = {2, 1, 4, 5, 8, 2};
    for (double unit : new double[] {1e-200, 1e-110, 1e110, 1e200}) {
      double[] scaled = Arrays.stream(values).map(v -> v * unit).toArray();
      for (MeanInterval method : INTERVALS) {
        Interval usual = method.interval(Observations.of(values), Range.UNBOUNDED, 0.95);
        Interval large = method.interval(Observations.of(scaled), Range.UNBOUNDED, 0.95);
        Near.assertNear(large.lower() / unit, usual.lower(), method.id());
        Near.assertNear(large.upper() / unit, usual.upper(), method.id());
        assertThat(large.method()).isEqualTo(method.id());
      }
      Near.assertNear(
          ((Estimate.Known) Correlation.PEARSON.of(scaled, others, 0.95)).value(),
          ((Estimate.Known) Correlation.PEARSON.of(values, others, 0.95)).value(),
          unit);
      double[] weights = {1, 2, 3, 1, 2, 1};
      double[] heavy = Arrays.stream(weights).map(w -> w * unit).toArray();
      MeanInterval hall = new HallInterval();
      Observations light = Observations.of(values);
      Interval expected = hall.interval(light.withWeights(weights), Range.UNBOUNDED, 0.95);
      Interval weighted = hall.interval(light.withWeights(heavy), Range.UNBOUNDED, 0.95);
      Near.assertNear(weighted.lower(), expected.lower(), unit);
      Near.assertNear(weighted.upper(), expected.upper(), unit);
    }
  }

  @Test
  void perfectCorrelationIsNoLottery() {
    Random random = new Random(8);
    for (int round = 0; round < 200; round++) {
      double[] x = random.doubles(4 + round % 30).toArray();
      double scale = 10 * random.nextDouble();
      double[] y = Arrays.stream(x).map(v -> 0.1 - scale * v).toArray();
      for (Correlation one : new Correlation[] {Correlation.PEARSON, Correlation.SPEARMAN}) {
        assertThat(one.of(x, y, 0.95))
            .isEqualTo(new Estimate.Known(-1, new Interval(-1, 1, 0.95, one.id())));
      }
    }
  }
}
