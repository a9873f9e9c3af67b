package assay.evaluation.comparison;

import java.util.SequencedMap;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/**
 * What one reader's trials of one sample came to, over epochs and variants.
 *
 * @param id the sample
 * @param content digest of question, options, media and target: what makes it the same question
 * @param excerpt the beginning of the question
 * @param slices the values by which it may be given apart, by tag
 * @param cluster key of its cluster, or null where it has none
 * @param status whether there is an outcome, and why not
 * @param value mean of the scores there are; NaN where there is none
 * @param worst the value if every trial without an answer had the worst score; NaN where scores
 *     have no bound and one is missing
 * @param best likewise with the best score
 * @param chance what guessing is expected to reach; NaN where that is not known
 * @param unread share of its answers in which nothing was read; NaN where nothing came back
 * @param answer what was read first, in a few words; empty where nothing was
 */
public record SampleOutcome(
    String id,
    String content,
    String excerpt,
    SequencedMap<String, SequencedSet<String>> slices,
    @Nullable String cluster,
    Status status,
    double value,
    double worst,
    double best,
    double chance,
    double unread,
    String answer) {

  /** Whether a sample has an outcome. */
  public enum Status {
    /** It has. */
    SCORED,
    /** Every trial failed, or is still to be asked. */
    FAILED,
    /** There are answers, but no score is defined. */
    UNDEFINED,
    /** It was left out by choice: a limit, or another machine's shard. */
    NOT_ASKED
  }

  /** Whether there is an outcome. */
  public boolean isScored() {
    return status == Status.SCORED;
  }
}
