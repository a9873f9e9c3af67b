package assay.statistics.multiplicity;

import static assay.statistics.Near.assertNear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import assay.statistics.Data;
import assay.statistics.Interval;
import assay.statistics.Observations;
import assay.statistics.Range;
import assay.statistics.interval.ClusterRobustInterval;
import assay.statistics.resampling.BootstrapPlan;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MaxTIntervalsTest {

  private static final BootstrapPlan PLAN = BootstrapPlan.of(9, "max-t").withResamples(400);

  private static double[] ones(int n) {
    double[] ones = new double[n];
    Arrays.fill(ones, 1);
    return ones;
  }

  private static double[] part(double[] values, int from, int to) {
    double[] part = new double[values.length];
    System.arraycopy(values, from, part, from, to - from);
    return part;
  }

  @Test
  void oneMeanHasAboutItsOwnInterval() {
    double[] y = Data.normal(new Random(1), 60);
    Interval joint =
        MaxTIntervals.of(new double[][] {y}, new double[][] {ones(60)}, Range.UNBOUNDED, 0.95, PLAN)
            .get(0);
    Interval own = new ClusterRobustInterval().interval(Observations.of(y), Range.UNBOUNDED, 0.95);
    assertThat(joint.width()).isBetween(own.width() * (1 - 1e-9), 1.15 * own.width());
    assertNear(joint.lower() + joint.upper(), own.lower() + own.upper(), 1e-9, "centre");
    assertThat(joint.method()).isEqualTo("bootstrap-max-t");
  }

  @Test
  void overlappingSlicesCostLessThanSeparateOnes() {
    double[] y = Data.normal(new Random(2), 80);
    double[] w = ones(80);
    double[][] same = {y, y, y, y, y, y};
    double[][] sameWeights = {w, w, w, w, w, w};
    double[][] apart = new double[6][];
    double[][] apartWeights = new double[6][];
    for (int h = 0; h < 6; h++) {
      apart[h] = part(y, 13 * h, 13 * h + 13);
      apartWeights[h] = part(w, 13 * h, 13 * h + 13);
    }
    List<Interval> copies = MaxTIntervals.of(same, sameWeights, Range.UNBOUNDED, 0.95, PLAN);
    Interval one =
        MaxTIntervals.of(new double[][] {y}, new double[][] {w}, Range.UNBOUNDED, 0.95, PLAN)
            .get(0);
    assertThat(copies).containsOnly(one);
    List<Interval> separate = MaxTIntervals.of(apart, apartWeights, Range.UNBOUNDED, 0.95, PLAN);
    assertThat(separate).hasSize(6).allMatch(interval -> interval.width() > one.width());
  }

  /** All of five slices hold their truths together in about 95 of 100 samples. */
  @Test
  void allHoldTogether() {
    Random random = new Random(3);
    int held = 0;
    int rounds = 300;
    for (int round = 0; round < rounds; round++) {
      double[][] totals = new double[5][60];
      double[][] weights = new double[5][60];
      for (int i = 0; i < 60; i++) {
        double own = random.nextGaussian();
        for (int h = 0; h < 5; h++) {
          int n = random.nextInt(3);
          weights[h][i] = n;
          for (int k = 0; k < n; k++) {
            totals[h][i] += own + random.nextGaussian();
          }
        }
      }
      BootstrapPlan plan = BootstrapPlan.of(round, "joint").withResamples(300);
      held +=
          MaxTIntervals.of(totals, weights, Range.UNBOUNDED, 0.95, plan).stream()
                  .allMatch(interval -> interval.contains(0))
              ? 1
              : 0;
    }
    assertThat((double) held / rounds).isBetween(0.91, 0.985);
  }

  @Test
  void whatHasNoSpreadHasTheWholeRange() {
    double[][] totals = {{1, 1, 1}, {0, 1, 1}, {1, 0, 0}};
    double[][] weights = {{1, 1, 1}, {1, 1, 1}, {1, 0, 0}};
    List<Interval> intervals = MaxTIntervals.of(totals, weights, Range.UNIT, 0.9, PLAN);
    assertThat(intervals.get(0)).isEqualTo(new Interval(0, 1, 0.9, "bootstrap-max-t"));
    assertThat(intervals.get(2)).isEqualTo(new Interval(0, 1, 0.9, "bootstrap-max-t"));
    assertThat(intervals.get(1).contains(2 / 3.0)).isTrue();
    assertThat(MaxTIntervals.of(new double[0][0], new double[0][0], Range.UNIT, 0.9, PLAN))
        .isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                MaxTIntervals.of(
                    new double[][] {{1, 2}}, new double[][] {{1, -1}}, Range.UNIT, 0.9, PLAN))
        .withMessageStartingWith("weights[0][1] -1.0 is outside [0.0, ");
  }
}
