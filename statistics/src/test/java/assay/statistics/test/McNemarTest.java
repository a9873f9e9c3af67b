package assay.statistics.test;

import static assay.statistics.Near.assertNear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import assay.statistics.PairedCounts;
import assay.statistics.References;
import assay.testkit.FixtureRow;
import org.junit.jupiter.api.Test;

class McNemarTest {

  @Test
  void agreesWithStatsmodels() {
    for (FixtureRow row : References.of("mcnemar-statsmodels.tsv")) {
      PairedCounts counts =
          new PairedCounts(
              100, References.count(row, "first_only"), References.count(row, "second_only"), 50);
      TestResult exact = McNemarExact.test(counts);
      assertThat(exact.test()).isEqualTo("mcnemar_exact");
      assertThat(exact.statistic()).isEqualTo(row.number("statistic"));
      // SciPy's binomial sums lose a few digits in thousands of items.
      assertNear(exact.p(), row.number("exact"), 1e-11, row);
      TestResult midP = McNemarMidP.test(counts);
      assertThat(midP.test()).isEqualTo("mcnemar_midp");
      assertNear(midP.p(), row.number("midp"), 1e-11, row);
    }
  }

  @Test
  void withoutDifferencesThereIsNoEvidence() {
    for (PairedCounts counts :
        new PairedCounts[] {new PairedCounts(0, 0, 0, 0), new PairedCounts(9, 0, 0, 4)}) {
      assertThat(McNemarExact.test(counts)).isEqualTo(new TestResult("mcnemar_exact", 0, 1));
      assertThat(McNemarMidP.test(counts)).isEqualTo(new TestResult("mcnemar_midp", 0, 1));
    }
  }

  @Test
  void dependsOnDifferencesAloneAndNotOnTheirSide() {
    for (long b = 0; b < 30; b++) {
      for (long c = 0; c < 30; c++) {
        PairedCounts counts = new PairedCounts(b * 7, b, c, c * 3);
        TestResult exact = McNemarExact.test(counts);
        assertThat(McNemarExact.test(counts.swapped())).isEqualTo(exact);
        assertThat(McNemarExact.test(new PairedCounts(0, b, c, 1000))).isEqualTo(exact);
        TestResult midP = McNemarMidP.test(counts);
        assertThat(McNemarMidP.test(counts.swapped())).isEqualTo(midP);
        assertThat(midP.p()).isLessThanOrEqualTo(exact.p());
      }
    }
  }

  /** 13 wins of 18 is p = 0.096 by a sign test. */
  @Test
  void agreesWithPrintedValues() {
    assertThat(McNemarExact.test(new PairedCounts(0, 13, 5, 0)).p()).isBetween(0.0955, 0.0965);
  }

  @Test
  void extremeEvidenceKeepsItsDigits() {
    assertNear(
        McNemarExact.test(new PairedCounts(0, 0, 900, 0)).p() / Math.pow(2, -899), 1, "2^-899");
    assertThat(McNemarExact.test(new PairedCounts(0, 3, 2_000_000, 0)).p()).isZero();
  }

  @Test
  void refusesMoreThanItCanCount() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> McNemarExact.test(new PairedCounts(0, 2_000_000_000, 2_000_000_000, 0)))
        .withMessage("number of items that differ 4000000000 is outside [0, 2147483647]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TestResult("t", 1, 1.5))
        .withMessage("p 1.5 is outside [0, 1]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TestResult("t", Double.NaN, 0.5))
        .withMessage("statistic is NaN; expected a number");
  }
}
