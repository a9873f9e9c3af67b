package assay.statistics.interval;

import static assay.statistics.Near.assertNear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import assay.statistics.Interval;
import assay.statistics.References;
import assay.testkit.FixtureRow;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every interval of a proportion keeps; a subclass only says which. */
abstract class BinomialIntervalContract {

  static final long[] SIZES = {1, 2, 3, 5, 10, 29, 100, 934, 12_345};
  static final double[] LEVELS = {0.8, 0.9, 0.95, 0.99};

  abstract BinomialInterval method();

  interface Check {
    void on(long successes, long n, double level);
  }

  static void everyCase(Check check) {
    for (double level : LEVELS) {
      for (long n : SIZES) {
        long step = Math.max(1, n / 40);
        for (long x = 0; x <= n; x += step) {
          check.on(x, n, level);
        }
        check.on(n, n, level);
      }
    }
  }

  @Test
  final void agreesWithIndependentSoftware() {
    for (String fixture : List.of("binomial-r.tsv", "binomial-statsmodels.tsv")) {
      List<FixtureRow> rows = References.of(fixture);
      List<FixtureRow> own =
          rows.stream().filter(row -> row.text("method").equals(method().id())).toList();
      if (fixture.equals("binomial-r.tsv")) {
        assertThat(own).hasSizeGreaterThanOrEqualTo(15);
      }
      for (FixtureRow row : own) {
        Interval interval =
            method()
                .interval(
                    References.count(row, "successes"),
                    References.count(row, "n"),
                    row.number("level"));
        assertNear(interval.lower(), row.number("lower"), tolerance(), row);
        assertNear(interval.upper(), row.number("upper"), tolerance(), row);
      }
    }
  }

  double tolerance() {
    return 1e-12;
  }

  @Test
  final void knowsNothingWithoutTrials() {
    assertThat(method().interval(0, 0, 0.9)).isEqualTo(new Interval(0, 1, 0.9, method().id()));
  }

  @Test
  final void staysInUnitRangeAndIsNeverAPoint() {
    everyCase(
        (x, n, level) -> {
          Interval interval = method().interval(x, n, level);
          assertThat(interval.lower()).isBetween(0.0, 1.0);
          assertThat(interval.upper()).isBetween(0.0, 1.0);
          assertThat(interval.width()).isPositive();
          assertThat(interval.level()).isEqualTo(level);
        });
  }

  @Test
  final void containsTheEstimate() {
    everyCase(
        (x, n, level) ->
            assertThat(method().interval(x, n, level).contains((double) x / n))
                .as("%d of %d at %s", x, n, level)
                .isTrue());
  }

  @Test
  final void nestsInTheLevel() {
    everyCase(
        (x, n, level) ->
            assertThat(
                    method().interval(x, n, level + 0.005).contains(method().interval(x, n, level)))
                .as("%d of %d at %s", x, n, level)
                .isTrue());
  }

  @Test
  final void narrowsInN() {
    everyCase(
        (x, n, level) ->
            assertThat(method().interval(2 * x, 2 * n, level).width())
                .as("%d of %d at %s", x, n, level)
                .isLessThan(method().interval(x, n, level).width()));
  }

  @Test
  final void mirrorsWithSuccessAndFailureExchanged() {
    everyCase(
        (x, n, level) -> {
          Interval interval = method().interval(x, n, level);
          Interval mirrored = method().interval(n - x, n, level);
          assertThat(1 - mirrored.upper()).isCloseTo(interval.lower(), within(1e-13));
          assertThat(1 - mirrored.lower()).isCloseTo(interval.upper(), within(1e-13));
        });
  }

  @Test
  final void risesWithTheSuccesses() {
    for (long x = 0; x < 100; x++) {
      Interval less = method().interval(x, 100, 0.95);
      Interval more = method().interval(x + 1, 100, 0.95);
      assertThat(more.lower()).isGreaterThanOrEqualTo(less.lower());
      assertThat(more.upper()).isGreaterThanOrEqualTo(less.upper());
    }
  }

  @Test
  final void staysFiniteForHugeSamples() {
    long n = 4_000_000_000_000L;
    for (long x : new long[] {0, 1, n / 3, n - 1, n}) {
      Interval interval = method().interval(x, n, 0.95);
      assertThat(interval.contains((double) x / n)).as("%d", x).isTrue();
      assertThat(interval.width()).isBetween(1e-15, 1e-5);
    }
  }

  @Test
  final void refusesWhatIsNoCount() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> method().interval(3, 2, 0.95))
        .withMessage("successes 3 is outside [0, 2]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> method().interval(-1, 2, 0.95))
        .withMessage("successes -1 is outside [0, 2]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> method().interval(0, -5, 0.95))
        .withMessage("n -5 is negative");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> method().interval(1, 2, Double.NaN))
        .withMessage("level NaN is outside (0, 1)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> method().interval(0, 0, 95))
        .withMessage("level 95.0 is outside (0, 1)");
  }

  @Test
  final void isFoundByItsId() {
    assertThat(BinomialInterval.named(method().id())).isEqualTo(method());
  }
}
