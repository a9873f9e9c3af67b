package assay.evaluation.item;

import assay.evaluation.store.TrialState;

/** Which trials to look at. */
public enum ItemFilter {
  /** Every trial. */
  ALL,
  /** Scored with the best score. */
  RIGHT,
  /** Answered, read, and scored below the best. */
  WRONG,
  /** Nothing could be read. */
  UNREADABLE,
  /** Declined to answer. */
  REFUSED,
  /** Cut before an answer. */
  TRUNCATED,
  /** The rule made the answer up. */
  GUESSED,
  /** The score is not defined. */
  UNDEFINED,
  /** No answer came. */
  FAILED,
  /** Not asked. */
  SKIPPED,
  /** Extractors differ. */
  DISAGREE;

  /**
   * Whether an item belongs to it.
   *
   * @param best the best score of its scorer
   */
  boolean accepts(Item item, double best) {
    return switch (this) {
      case ALL -> true;
      case RIGHT -> item.score() != null && item.score().value() == best;
      case WRONG ->
          item.score() != null
              && item.score().undefined() == null
              && item.score().value() != best
              && item.reading() != null
              && item.reading().isRead();
      case UNREADABLE -> outcome(item, "unreadable");
      case REFUSED -> outcome(item, "refused");
      case TRUNCATED -> outcome(item, "truncated");
      case GUESSED -> item.reading() != null && item.reading().guessed();
      case UNDEFINED -> item.score() != null && item.score().undefined() != null;
      case FAILED -> item.state() == TrialState.FAILED;
      case SKIPPED -> item.state() == TrialState.SKIPPED || item.state() == TrialState.PLANNED;
      case DISAGREE -> item.disagrees();
    };
  }

  private static boolean outcome(Item item, String outcome) {
    return item.reading() != null && item.reading().outcome().equals(outcome);
  }
}
