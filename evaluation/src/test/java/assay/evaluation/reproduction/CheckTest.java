package assay.evaluation.reproduction;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.benchmark.Expectations;
import assay.evaluation.reproduction.Check.Verdict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CheckTest {

  private static Verdict verdict(
      double expected, double tolerance, @Nullable Double known, @Nullable Double found) {
    return Check.of(
            new Expectations.Figure(
                new Expectations.Quantity.Trials(Expectations.Count.PLANNED),
                expected,
                tolerance,
                known == null ? null : new Expectations.KnownDifference(known, "reason")),
            found)
        .verdict();
  }

  @Test
  void toleranceHoldsOnBothSidesAndIncludesItsEnds() {
    assertThat(verdict(0.39, 0.005, null, 0.395)).isEqualTo(Verdict.EQUAL);
    assertThat(verdict(0.39, 0.005, null, 0.385)).isEqualTo(Verdict.EQUAL);
    assertThat(verdict(0.39, 0.005, null, 0.3951)).isEqualTo(Verdict.DIFFERS);
    assertThat(verdict(0.39, 0.005, null, 0.3849)).isEqualTo(Verdict.DIFFERS);
    assertThat(verdict(3, 0, null, 3.0)).isEqualTo(Verdict.EQUAL);
    assertThat(verdict(3, 0, null, 4.0)).isEqualTo(Verdict.DIFFERS);
  }

  @Test
  void aKnownDifferenceMustBeThereAsDeclared() {
    assertThat(verdict(0.65, 0.001, 0.64, 0.6405)).isEqualTo(Verdict.KNOWN);
    assertThat(verdict(0.65, 0.001, 0.64, 0.63)).isEqualTo(Verdict.DIFFERS);
    assertThat(verdict(0.65, 0.001, 0.64, 0.65)).isEqualTo(Verdict.VANISHED);
    assertThat(Verdict.VANISHED.isGood()).isFalse();
  }

  @Test
  void whatTheRunDoesNotGiveIsAbsentAndNotZero() {
    assertThat(verdict(0, 0.1, null, null)).isEqualTo(Verdict.ABSENT);
    assertThat(verdict(0, 0.1, null, Double.NaN)).isEqualTo(Verdict.ABSENT);
  }
}
