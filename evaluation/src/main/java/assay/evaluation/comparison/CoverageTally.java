package assay.evaluation.comparison;

import assay.evaluation.comparison.SampleOutcome.Status;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts what became of samples that two sides hold, all of them or those of a slice. */
final class CoverageTally {

  private final Map<Status, Integer> counts = new EnumMap<>(Status.class);
  private int partial;
  private double lowest;
  private double highest;
  private int asked;
  private boolean open;

  /** Adds a sample; says what became of it: scored where both sides have an outcome. */
  Status add(SampleOutcome one, SampleOutcome other) {
    Status status = worse(one.status(), other.status());
    counts.merge(status, 1, Integer::sum);
    if (status == Status.SCORED) {
      partial += one.isPartial() || other.isPartial() ? 1 : 0;
    }
    if (status != Status.NOT_ASKED) {
      bound(one, other);
    }
    return status;
  }

  /** Why a pair is left out where both sides have a reason: what was not asked says nothing. */
  private static Status worse(Status one, Status other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  private void bound(SampleOutcome one, SampleOutcome other) {
    double a = one.worst() - other.best();
    double b = one.best() - other.worst();
    lowest += Math.min(a, b);
    highest += Math.max(a, b);
    open |= one.worst() != one.best() || other.worst() != other.best();
    asked++;
  }

  /**
   * What was counted.
   *
   * @param firstOnly samples that only the first side's part holds
   * @param secondOnly samples that only the second side's part holds
   */
  Coverage coverage(int firstOnly, int secondOnly) {
    return new Coverage(
        count(Status.SCORED),
        partial,
        count(Status.FAILED),
        count(Status.UNRECORDED),
        count(Status.UNDEFINED),
        count(Status.NOT_ASKED),
        firstOnly,
        secondOnly,
        bounds());
  }

  private int count(Status status) {
    return counts.getOrDefault(status, 0);
  }

  /** The difference at its lowest and highest over all samples that were asked on both sides. */
  private Coverage.@Nullable Bounds bounds() {
    boolean known = open && Double.isFinite(lowest) && Double.isFinite(highest);
    return known ? new Coverage.Bounds(lowest / asked, highest / asked) : null;
  }
}
