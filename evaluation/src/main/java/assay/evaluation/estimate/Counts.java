package assay.evaluation.estimate;

import java.util.Collections;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * What became of the trials behind an estimate. Nothing vanishes: {@code planned = skipped +
 * asked}, {@code asked = failed + answered}, {@code answered = read + unreadable + refused +
 * truncated}.
 *
 * @param planned every trial of split and arm
 * @param skippedBy trials that were not put, by reason: an id of {@link
 *     assay.evaluation.plan.SkipReason}, or {@value #NOT_YET} where the run was stopped before
 * @param failedBy trials that were put without an answer, by kind of failure
 * @param read answers that were read
 * @param guessed of those read: made up by the rule
 * @param guessedRight of those guessed: credited with the best score
 * @param unreadable answers in which nothing could be read, empty ones included
 * @param refused answers that declined
 * @param truncated answers that were cut before an answer
 * @param undefined answered trials whose score is not defined, by reason; left out of the value
 * @param surplusRows records of a recording that no trial uses
 */
public record Counts(
    long planned,
    SequencedMap<String, Long> skippedBy,
    SequencedMap<String, Long> failedBy,
    long read,
    long guessed,
    long guessedRight,
    long unreadable,
    long refused,
    long truncated,
    SequencedMap<String, Long> undefined,
    long surplusRows) {

  /** Why a trial counts as skipped that may still be put: the run was stopped before. */
  public static final String NOT_YET = "not asked yet";

  public Counts {
    skippedBy = Collections.unmodifiableSequencedMap(new TreeMap<>(skippedBy));
    failedBy = Collections.unmodifiableSequencedMap(new TreeMap<>(failedBy));
    undefined = Collections.unmodifiableSequencedMap(new TreeMap<>(undefined));
  }

  /** Trials that were not put. */
  public long skipped() {
    return total(skippedBy);
  }

  /** Trials that were put to the reader. */
  public long asked() {
    return planned - skipped();
  }

  /** Trials that were put without an answer. */
  public long failed() {
    return total(failedBy);
  }

  /** Trials that came back with a reply. */
  public long answered() {
    return asked() - failed();
  }

  /** Answered trials whose score is not defined. */
  public long undefinedTotal() {
    return total(undefined);
  }

  /** Share of answers that were not read, or NaN where there are no answers. */
  public double unreadShare() {
    return (answered() - read) / (double) answered();
  }

  private static long total(SequencedMap<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
