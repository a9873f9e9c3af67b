package assay.statistics.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import assay.statistics.Interval;
import assay.statistics.Near;
import assay.statistics.Observations;
import assay.statistics.Range;
import assay.statistics.References;
import assay.testkit.FixtureRow;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class HallIntervalTest extends MeanIntervalContract {

  @Override
  MeanInterval method() {
    return new HallInterval();
  }

  @Test
  void agreesWithTheFormulasSolvedInR() {
    for (FixtureRow row : References.of("hall-r.tsv")) {
      double[] weights = row.numbers("weights");
      Observations plain = Observations.of(row.numbers("values"));
      boolean even = Arrays.stream(weights).allMatch(w -> w == 1);
      Observations weighted = even ? plain : plain.withWeights(weights);
      Interval interval =
          method()
              .interval(
                  weighted.inClusters(row.integers("clusters")),
                  Range.UNBOUNDED,
                  row.number("level"));
      double scale = Math.max(Math.abs(row.number("lower")), Math.abs(row.number("upper")));
      assertThat(interval.lower())
          .as("%s", row)
          .isCloseTo(row.number("lower"), within(Near.DEFAULT * scale));
      assertThat(interval.upper())
          .as("%s", row)
          .isCloseTo(row.number("upper"), within(Near.DEFAULT * scale));
    }
  }

  @Test
  void reachesFurtherOnTheSideOfTheLongTail() {
    Observations skewed = Observations.of(0, 0, 0, 0, 0.1, 0.1, 0.1, 0.2, 0.3, 1);
    double mean = skewed.mean().orElseThrow();
    Interval interval = method().interval(skewed, Range.UNBOUNDED, 0.95);
    assertThat(interval.upper() - mean).isGreaterThan(2 * (mean - interval.lower()));
  }

  @Test
  void isNearlyStudentsWhereNothingIsSkewed() {
    double[] values = new double[400];
    Arrays.setAll(values, i -> i % 5 / 4.0);
    Observations even = Observations.of(values);
    Interval student = new TInterval().interval(even, Range.UNIT, 0.95);
    Interval interval = method().interval(even, Range.UNIT, 0.95);
    assertThat(interval.lower()).isCloseTo(student.lower(), within(1e-3));
    assertThat(interval.lower() + interval.upper()).isCloseTo(1, within(1e-12));
  }

  @Test
  void oneClusterThatWeighsAllSaysNothing() {
    Observations lopsided = Observations.of(0, 1).withWeights(1e300, 1e-300);
    assertThat(interval(lopsided, 0.95)).isEqualTo(new Interval(0, 1, 0.95, "hall"));
  }
}
