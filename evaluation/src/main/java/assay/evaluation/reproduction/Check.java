package assay.evaluation.reproduction;

import assay.core.benchmark.Expectations;
import org.jspecify.annotations.Nullable;

/**
 * A figure beside what came out.
 *
 * @param figure what was expected
 * @param found what came out, or null where nothing of the kind did
 * @param verdict whether they agree
 */
public record Check(Expectations.Figure figure, @Nullable Double found, Verdict verdict) {

  /** Whether a figure came out. */
  public enum Verdict {
    /** Within the tolerance. */
    EQUAL,
    /** As far away as was declared beforehand. */
    KNOWN,
    /** A declared difference is no longer there: the declaration must go. */
    VANISHED,
    /** Outside the tolerance. */
    DIFFERS,
    /** The run gives no such figure. */
    ABSENT;

    /** Whether it is as it should be. */
    public boolean isGood() {
      return this == EQUAL || this == KNOWN;
    }
  }

  /** Compares, on either side. */
  static Check of(Expectations.Figure figure, @Nullable Double found) {
    return new Check(figure, found, verdict(figure, found));
  }

  private static Verdict verdict(Expectations.Figure figure, @Nullable Double found) {
    if (found == null || found.isNaN()) {
      return Verdict.ABSENT;
    }
    Expectations.@Nullable KnownDifference known = figure.known();
    if (near(found, figure.value(), figure.tolerance())) {
      return known == null ? Verdict.EQUAL : Verdict.VANISHED;
    }
    return known != null && near(found, known.found(), figure.tolerance())
        ? Verdict.KNOWN
        : Verdict.DIFFERS;
  }

  /** What binary fractions cannot hold of a decimal tolerance is not held against anybody. */
  private static boolean near(double found, double wanted, double tolerance) {
    double slack = 4 * Math.ulp(Math.max(Math.abs(found), Math.abs(wanted)));
    return Math.abs(found - wanted) <= tolerance + slack;
  }
}
