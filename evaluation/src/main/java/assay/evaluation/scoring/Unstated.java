package assay.evaluation.scoring;

import assay.core.exchange.Recorded;
import assay.core.exchange.Reply;
import assay.core.measure.Extractor;
import assay.core.measure.Lacking;
import assay.core.measure.Reading;
import assay.reading.judge.JudgeExtractor;
import assay.reading.scorer.RecordedScorer;
import org.jspecify.annotations.Nullable;

/**
 * What nobody said of an answer: no judge looked at it, or the judge failed; the recording states
 * no reading of it; the reply has no log-probabilities, or no log-likelihoods of the options, for a
 * rule that reads these. That is nothing that the reader did, so whatever would score the reading
 * has no score, and agreement with other rules is counted without it.
 */
public final class Unstated {

  /** Why nothing can be scored where nobody says what is right. */
  public static final String RIGHT_ANSWER = "right answer not stated";

  private Unstated() {}

  /** Why there is no reading to score; null where there is one. */
  static @Nullable String reason(Extractor extractor, Reading reading, Reply reply) {
    if (JudgeExtractor.isUnjudged(reading)) {
      return ((Reading.Unreadable) reading).reason();
    }
    if (reading instanceof Reading.Unreadable(String reason)
        && (reason.equals(Lacking.LOGPROBS.reason())
            || reason.equals(Lacking.LIKELIHOODS.reason()))) {
      return reason;
    }
    // What stands in the recording decides, not the outcome: a reply that declines is refused by
    // every rule, also by one that says nothing of it.
    return extractor.descriptor().name().equals(RecordedScorer.NAME) && !statesReading(reply)
        ? Lacking.RECORDED_READING.reason()
        : null;
  }

  private static boolean statesReading(Reply reply) {
    @Nullable Recorded recorded = reply.recorded();
    return recorded != null && recorded.reading() != null && !recorded.reading().isBlank();
  }

  /**
   * Whether a score is undefined because nobody said what the answer is.
   *
   * @param undefined why a score is undefined, or null where it is defined
   */
  public static boolean isReason(@Nullable String undefined) {
    return undefined != null
        && (undefined.startsWith(JudgeExtractor.FAILED) || Lacking.byReason(undefined).isPresent());
  }
}
