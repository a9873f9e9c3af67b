package assay.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class RecordsTest {

  @Test
  void anIntervalHasOrderedEnds() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Interval(0.6, 0.4, 0.95, "wilson"))
        .withMessage("lower 0.6 and upper 0.4; expected lower <= upper");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Interval(Double.NaN, 0.4, 0.95, "wilson"))
        .withMessage("lower NaN and upper 0.4; expected lower <= upper");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Interval(0.2, 0.4, 0, "wilson"))
        .withMessage("level 0.0 is outside (0, 1)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Interval(0.2, 0.4, 0.95, " "))
        .withMessage("method is blank; expected an id such as wilson");
  }

  @Test
  void anIntervalContainsItsEnds() {
    Interval interval = new Interval(0.2, 0.4, 0.95, "wilson");
    assertThat(interval.contains(0.2)).isTrue();
    assertThat(interval.contains(0.4)).isTrue();
    assertThat(interval.contains(0.41)).isFalse();
    assertThat(interval.contains(Double.NaN)).isFalse();
    assertThat(interval.contains(new Interval(0.25, 0.4, 0.9, "t"))).isTrue();
    assertThat(interval.contains(new Interval(0.19, 0.3, 0.9, "t"))).isFalse();
    assertThat(interval.width()).isEqualTo(0.2);
    assertThat(interval.isBounded()).isTrue();
    assertThat(Range.UNBOUNDED.whole(0.95, "t").isBounded()).isFalse();
  }

  @Test
  void aRangeHasAnInside() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Range(1, 1))
        .withMessage("range from 1.0 to 1.0; expected lower < upper");
    assertThat(Range.UNIT.clip(-3)).isZero();
    assertThat(Range.UNIT.clip(0.3)).isEqualTo(0.3);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Range.UNIT.check("scores", new double[] {0, 1, 1.5, -1}))
        .withMessage("scores[2] 1.5 is outside [0.0, 1.0]");
  }

  @Test
  void anEstimateIsAFiniteValueOrAReason() {
    Interval interval = new Interval(0.2, 0.4, 0.95, "wilson");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Estimate.Known(Double.NaN, interval))
        .withMessage("value is NaN; expected a finite number");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Estimate.Undefined(""))
        .withMessage("reason is blank; expected an id such as no-items");
  }

  @Test
  void pairedCountsCountPairs() {
    PairedCounts counts =
        PairedCounts.of(new double[] {1, 1, 1, 0, 0, 0, 0}, new double[] {1, 0, 0, 1, 0, 0, 0});
    assertThat(counts).isEqualTo(new PairedCounts(1, 2, 1, 3));
    assertThat(counts.n()).isEqualTo(7);
    assertThat(counts.discordant()).isEqualTo(3);
    assertThat(counts.swapped()).isEqualTo(new PairedCounts(1, 1, 2, 3));
    assertThat(counts.plus(counts)).isEqualTo(new PairedCounts(2, 4, 2, 6));
  }

  @Test
  void pairedCountsTakeOnlyRightAndWrong() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PairedCounts.of(new double[] {1, 0.5}, new double[] {1, Double.NaN}))
        .withMessage("first[1] is 0.5; expected 0 or 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PairedCounts.of(new double[] {1, 0}, new double[] {1, Double.NaN}))
        .withMessage("second[1] is NaN; expected 0 or 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PairedCounts.of(new double[] {1}, new double[] {1, 0}))
        .withMessage("first has 1 elements and second has 2; expected as many");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PairedCounts(1, 2, -3, 4))
        .withMessage("secondOnly -3 is negative");
  }
}
