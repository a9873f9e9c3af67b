package assay.evaluation.comparison;

import org.jspecify.annotations.Nullable;

/**
 * What became of the samples of both sides.
 *
 * @param paired samples with an outcome on both sides: what is compared
 * @param partial of those paired: some of their trials failed or are still to be asked, on one side
 *     or both; the outcome is that of the others
 * @param failed left out because a trial failed or is still to be asked, on one side or both
 * @param unrecorded left out because a recording lacks it, on one side or both
 * @param undefined left out because a score is undefined
 * @param notAsked left out because one side was not to be asked (a limit, a shard, a partial
 *     recording)
 * @param firstOnly samples that only the first side's part holds
 * @param secondOnly samples that only the second side's part holds
 * @param bounds the difference had all that failed or is undefined been worst for the first side
 *     and best for the second, and the reverse; null where nothing is missing or scores have no
 *     bound
 */
public record Coverage(
    int paired,
    int partial,
    int failed,
    int unrecorded,
    int undefined,
    int notAsked,
    int firstOnly,
    int secondOnly,
    @Nullable Bounds bounds) {

  /** The difference at its lowest and highest. */
  public record Bounds(double lower, double upper) {}

  /** Samples that were asked on both sides and of which something is missing. */
  public int incomplete() {
    return missing() + partial;
  }

  /** Samples that were asked on both sides and have no outcome on one of them. */
  public int missing() {
    return failed + unrecorded + undefined;
  }

  /** Samples that both parts hold without an outcome on both sides. */
  public int leftOut() {
    return missing() + notAsked;
  }
}
