package assay.evaluation.comparison;

import assay.evaluation.estimate.WrongLabels;
import assay.evaluation.plan.SkipReason;
import java.util.ArrayList;
import java.util.List;
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
 * @param lost trials that failed or are still to be asked
 * @param leftOut why it was never to be asked; null where it was
 * @param chance what guessing is expected to reach; NaN where that is not known
 * @param unread share of its answers in which nothing was read; NaN where nothing came back
 * @param answer what was read first, in a few words; empty where nothing was
 * @param expected label of the gold answer; null where no metric over classes asks for it
 * @param references the right texts; none where no metric of texts asks for them
 * @param given every answer that came back, in the plan's order
 * @param replies digest of the replies as they were said; empty where nothing came back
 * @param prompts digest of the prompt that a recording states for each trial, in the plan's order,
 *     empty where it states none; no element where it states none for any
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
    int lost,
    @Nullable SkipReason leftOut,
    double chance,
    double unread,
    String answer,
    @Nullable String expected,
    List<String> references,
    List<Given> given,
    String replies,
    List<String> prompts) {

  public SampleOutcome {
    references = List.copyOf(references);
    given = List.copyOf(given);
    prompts = List.copyOf(prompts);
  }

  /** Whether a sample has an outcome. */
  public enum Status {
    /** It has. */
    SCORED,
    /** Every trial failed, or is still to be asked. */
    FAILED,
    /** A recording that should hold it lacks it. */
    UNRECORDED,
    /** There are answers, but no score is defined. */
    UNDEFINED,
    /** It was never to be asked: a limit, another machine's shard, a partial recording. */
    NOT_ASKED
  }

  /** Whether there is an outcome. */
  public boolean isScored() {
    return status == Status.SCORED;
  }

  /** Whether it was to be asked. */
  public boolean isAsked() {
    return status != Status.NOT_ASKED;
  }

  /** Whether it was to be asked and has no outcome. */
  public boolean isMissing() {
    return isAsked() && !isScored();
  }

  /**
   * The share of its answers in which nothing was read, had none of those that never came back been
   * read, or all.
   */
  public double unread(boolean hadAllBeenRead) {
    int lacking = given.isEmpty() ? Math.max(1, lost) : lost;
    double were = given.isEmpty() ? 0 : unread * given.size();
    return (were + (hadAllBeenRead ? 0 : lacking)) / (given.size() + lacking);
  }

  /** Whether it has an outcome that some of its trials are missing from. */
  public boolean isPartial() {
    return isScored() && lost > 0;
  }

  /** The name of its cluster; one of its own where it has none. */
  public String clusterName() {
    return cluster == null ? "sample " + id : "cluster " + cluster;
  }

  /**
   * The same had every trial without an answer had the best score and the right answer, or the
   * worst score and none.
   *
   * @param score that score
   */
  SampleOutcome extreme(boolean ofBest, double score) {
    return extreme(ofBest, score, expectedLabel -> null);
  }

  /**
   * The same with a wrong label in place of none.
   *
   * @param wrong what a missing answer says at its worst
   */
  SampleOutcome extreme(boolean ofBest, double score, WrongLabels.Filling wrong) {
    if (!isMissing() && !isPartial()) {
      return this;
    }
    List<Given> all = new ArrayList<>(given);
    for (int i = 0; i < Math.max(isMissing() ? 1 : 0, lost); i++) {
      all.add(new Given(score, ofBest ? expected : wrong.to(expected), ofBest, ""));
    }
    return new SampleOutcome(
        id,
        content,
        excerpt,
        slices,
        cluster,
        Status.SCORED,
        ofBest ? best : worst,
        worst,
        best,
        0,
        null,
        chance,
        unread,
        answer,
        expected,
        references,
        all,
        replies,
        prompts);
  }
}
