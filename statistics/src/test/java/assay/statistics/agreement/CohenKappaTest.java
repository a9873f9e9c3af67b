package assay.statistics.agreement;

import static assay.statistics.Near.assertNear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import assay.statistics.Estimate;
import assay.statistics.Interval;
import assay.statistics.References;
import assay.testkit.FixtureRow;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CohenKappaTest {

  private static long[][] table(FixtureRow row) {
    return Arrays.stream(row.text("table").split(";"))
        .map(line -> Arrays.stream(line.split(",")).mapToLong(Long::parseLong).toArray())
        .toArray(long[][]::new);
  }

  private static Estimate.Known known(Estimate estimate) {
    assertThat(estimate).isInstanceOf(Estimate.Known.class);
    return (Estimate.Known) estimate;
  }

  @Test
  void sumsGiveTheSameAsTables() {
    for (FixtureRow row : References.of("kappa-statsmodels.tsv")) {
      long[][] table = table(row);
      long items = 0;
      long agreed = 0;
      long products = 0;
      for (int i = 0; i < table.length; i++) {
        long inRow = Arrays.stream(table[i]).sum();
        int column = i;
        items += inRow;
        agreed += table[i][i];
        products += inRow * Arrays.stream(table).mapToLong(line -> line[column]).sum();
      }
      assertNear(
          CohenKappa.fromSums(items, agreed, products).orElseThrow(), row.number("kappa"), row);
    }
    assertThat(CohenKappa.fromSums(0, 0, 0)).isEmpty();
    assertThat(CohenKappa.fromSums(7, 7, 49)).isEmpty();
    assertThat(CohenKappa.fromSums(2, 0, 0)).hasValue(0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CohenKappa.fromSums(2, 1, 5))
        .withMessage("products is 5, not within [0, 4]");
    assertThatIllegalArgumentException().isThrownBy(() -> CohenKappa.fromSums(2, 3, 4));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CohenKappa.fromSums(4_000_000_000L, 1, 1))
        .withMessage("items 4000000000 is outside [0, 3037000499]");
    assertThat(CohenKappa.fromSums(3_037_000_499L, 3_037_000_499L, 0)).hasValue(1);
  }

  @Test
  void agreesWithStatsmodels() {
    for (FixtureRow row : References.of("kappa-statsmodels.tsv")) {
      Estimate.Known kappa = known(CohenKappa.of(table(row), 0.95));
      assertNear(kappa.value(), row.number("kappa"), row);
      // Ends near 0 are differences of numbers near 1, and so is the variance.
      assertThat(kappa.interval().lower()).isCloseTo(row.number("lower"), within(1e-12));
      assertThat(kappa.interval().upper()).isCloseTo(row.number("upper"), within(1e-12));
      assertThat(kappa.interval().method()).isEqualTo("kappa-smoothed");
    }
  }

  @Test
  void isUndefinedWhereChanceAgreesAlways() {
    assertThat(CohenKappa.of(new long[0][0], 0.95)).isEqualTo(new Estimate.Undefined("no-items"));
    assertThat(CohenKappa.of(new long[3][3], 0.95)).isEqualTo(new Estimate.Undefined("no-items"));
    assertThat(CohenKappa.of(new long[][] {{0, 0}, {0, 17}}, 0.95))
        .isEqualTo(new Estimate.Undefined("one-class"));
    assertThat(CohenKappa.of(new int[] {0}, new int[] {0}, 1, 0.95))
        .isEqualTo(new Estimate.Undefined("one-class"));
  }

  @Test
  void perfectAgreementIsNotPerfectKnowledge() {
    Estimate.Known kappa = known(CohenKappa.of(new long[][] {{6, 0}, {0, 4}}, 0.95));
    assertThat(kappa.value()).isEqualTo(1);
    // Wilson's lower end for 10 of 10 is 0.7225; chance agrees in 0.52.
    double lower = 10 / (10 + 1.959963984540054 * 1.959963984540054);
    assertNear(kappa.interval().lower(), (lower - 0.52) / 0.48, "lower");
    assertThat(kappa.interval().upper()).isEqualTo(1);
    assertThat(kappa.interval().method()).isEqualTo("kappa-wilson");
  }

  @Test
  void perfectDisagreementOfTwoClassesIsMinusOne() {
    Estimate.Known kappa = known(CohenKappa.of(new long[][] {{0, 5}, {5, 0}}, 0.95));
    assertThat(kappa.value()).isEqualTo(-1);
    assertThat(kappa.interval().contains(-1)).isTrue();
    assertThat(kappa.interval().width()).isPositive();
  }

  @Test
  void oneItemOnWhichReadersDifferIsChance() {
    Estimate.Known kappa = known(CohenKappa.of(new int[] {0}, new int[] {1}, 2, 0.95));
    assertThat(kappa.value()).isZero();
    assertThat(kappa.interval().contains(0)).isTrue();
    assertThat(kappa.interval().width()).isGreaterThan(0.5);
  }

  @Test
  void readersAndClassesMayBeExchangedAndItemsDoubled() {
    Random random = new Random(5);
    for (int round = 0; round < 100; round++) {
      int classes = 2 + random.nextInt(4);
      long[][] table = new long[classes][classes];
      long[][] transposed = new long[classes][classes];
      long[][] reversed = new long[classes][classes];
      long[][] doubled = new long[classes][classes];
      for (int i = 0; i < classes; i++) {
        for (int j = 0; j < classes; j++) {
          table[i][j] = 1 + random.nextInt(20);
          transposed[j][i] = table[i][j];
          reversed[classes - 1 - i][classes - 1 - j] = table[i][j];
          doubled[i][j] = 2 * table[i][j];
        }
      }
      Estimate.Known kappa = known(CohenKappa.of(table, 0.95));
      Interval interval = kappa.interval();
      assertThat(interval.contains(kappa.value())).isTrue();
      assertThat(interval.contains(known(CohenKappa.of(table, 0.8)).interval())).isTrue();
      for (long[][] same : new long[][][] {transposed, reversed}) {
        Estimate.Known other = known(CohenKappa.of(same, 0.95));
        assertNear(other.value(), kappa.value(), "value");
        assertNear(other.interval().lower(), interval.lower(), "lower");
      }
      Estimate.Known twice = known(CohenKappa.of(doubled, 0.95));
      assertNear(twice.value(), kappa.value(), "doubled");
      assertThat(twice.interval().width()).isLessThan(interval.width());
    }
  }

  @Test
  void refusesWhatIsNoTable() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CohenKappa.of(new long[][] {{1, 2}, {3}}, 0.95))
        .withMessage("table has 2 elements and table[1] has 1; expected as many");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CohenKappa.of(new long[][] {{1, -2}, {3, 4}}, 0.95))
        .withMessage("table[0][1] -2 is negative");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CohenKappa.of(new int[] {0, 1}, new int[] {0, 2}, 2, 0.95))
        .withMessage("second[1] 2 is outside [0, 1]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CohenKappa.of(new int[] {0, 1}, new int[] {0}, 2, 0.95))
        .withMessage("first has 2 elements and second has 1; expected as many");
  }
}
