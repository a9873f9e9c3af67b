package assay.statistics.interval;

import static assay.statistics.Near.assertNear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import assay.statistics.Interval;
import assay.statistics.References;
import assay.statistics.distribution.Quantiles;
import assay.testkit.FixtureRow;
import java.util.List;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinomialIntervalTest {

  @Test
  void everyMethodHasAContractTestAndAReference() throws ClassNotFoundException {
    List<FixtureRow> rows = References.of("binomial-r.tsv");
    for (BinomialInterval method : BinomialInterval.all()) {
      Class<?> test = Class.forName(method.getClass().getName() + "Test");
      assertThat(test).isAssignableTo(BinomialIntervalContract.class);
      assertThat(rows).anyMatch(row -> row.text("method").equals(method.id()));
    }
    assertThat(BinomialInterval.all()).hasSize(5).doesNotHaveDuplicates();
  }

  @Test
  void anUnknownIdListsTheKnown() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BinomialInterval.named("wald"))
        .withMessage(
            "no interval of a proportion is called wald; known: wilson, wilson-corrected,"
                + " clopper-pearson, agresti-coull, jeffreys");
  }

  /** Intervals as papers print them, to the percent. */
  @ParameterizedTest
  @CsvSource({
    "wilson, 570, 934, 58, 64",
    "clopper-pearson, 55, 69, 68, 88",
    "clopper-pearson, 40, 69, 45, 70",
    "wilson, 55, 69, 69, 88",
    "wilson, 40, 69, 46, 69",
    "wilson, 39, 100, 30, 49"
  })
  void agreesWithPrintedIntervals(String id, long successes, long n, int lower, int upper) {
    Interval interval = BinomialInterval.named(id).interval(successes, n, 0.95);
    assertThat(Math.round(100 * interval.lower())).isEqualTo(lower);
    assertThat(Math.round(100 * interval.upper())).isEqualTo(upper);
  }

  /** What defines it: the score test of either end gives exactly z. */
  @Test
  void wilsonInvertsTheScoreTest() {
    BinomialIntervalContract.everyCase(
        (x, n, level) -> {
          double z = Quantiles.normalTwoSided(level);
          Interval interval = new WilsonInterval().interval(x, n, level);
          for (double end : new double[] {interval.lower(), interval.upper()}) {
            if (end > 0 && end < 1) {
              double score = Math.abs((double) x / n - end) / Math.sqrt(end * (1 - end) / n);
              assertNear(score, z, 1e-9, x + " of " + n + " at " + end);
            }
          }
        });
  }

  /** What defines it: at either end the tail of the observation has probability α/2. */
  @Test
  void clopperPearsonInvertsTheBinomialTest() {
    BinomialIntervalContract.everyCase(
        (x, n, level) -> {
          Interval interval = new ClopperPearsonInterval().interval(x, n, level);
          if (x > 0) {
            double tail =
                BinomialDistribution.of((int) n, interval.lower()).survivalProbability((int) x - 1);
            assertNear(tail, (1 - level) / 2, 1e-9, x + " of " + n);
          }
          if (x < n) {
            double tail =
                BinomialDistribution.of((int) n, interval.upper()).cumulativeProbability((int) x);
            assertNear(tail, (1 - level) / 2, 1e-9, x + " of " + n);
          }
        });
  }

  @Test
  void wilsonOfNoSuccessIsKnownInClosedForm() {
    double z = 1.959963984540054;
    Interval interval = new WilsonInterval().interval(0, 20, 0.95);
    assertThat(interval.lower()).isZero();
    assertThat(interval.upper()).isCloseTo(z * z / (20 + z * z), within(1e-15));
  }

  @Test
  void clopperPearsonKeepsTheDigitsOfTinyEnds() {
    // 1 of 10^9: lower end −log(1 − α/2)/n to first order, which no subtraction would leave.
    Interval interval = new ClopperPearsonInterval().interval(1, 1_000_000_000, 0.95);
    assertThat(interval.lower()).isCloseTo(-Math.log1p(-0.025) / 1e9, withinPercentage(1e-6));
    Interval none = new ClopperPearsonInterval().interval(0, 1_000_000_000, 0.95);
    assertThat(none.upper()).isCloseTo(-Math.log(0.025) / 1e9, withinPercentage(1e-6));
  }
}
