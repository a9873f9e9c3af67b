package assay.evaluation.runner;

import assay.core.exchange.Attempt;
import org.jspecify.annotations.Nullable;

/**
 * How a session of running ended.
 *
 * @param end why it ended
 * @param message for a person, empty where the end says it
 * @param fault the failure that stopped it, or null
 */
public record RunOutcome(End end, String message, Attempt.@Nullable Failed fault) {

  /** Why a session of running ended. */
  public enum End {
    /** Every trial was asked. */
    DONE,
    /** Somebody asked it to stop; it can be resumed. */
    STOPPED,
    /** The budget is used up. */
    BUDGET,
    /** The endpoint cannot be used: key, model, address, or a quota that is gone. */
    UNUSABLE
  }
}
