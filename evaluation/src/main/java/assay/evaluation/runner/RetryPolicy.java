package assay.evaluation.runner;

import assay.core.Sha256;
import assay.core.exchange.Attempt;
import assay.core.exchange.FailureKind;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How often and when a failed exchange is tried again: after {@code base · 2^(n−1)}, at most {@code
 * longest}, of which a random half is taken off; or as long as the endpoint said, where that is
 * longer. An endpoint that asks for a wait beyond {@code patience} is not tried again: it means
 * tomorrow.
 *
 * @param attempts most attempts in all, at least 1
 * @param base first wait
 * @param longest longest wait of our own
 * @param patience longest wait that an endpoint may ask for
 * @param seed the run's seed: the random half comes from it and the trial's id
 */
public record RetryPolicy(
    int attempts, Duration base, Duration longest, Duration patience, long seed) {

  public RetryPolicy {
    if (attempts < 1) {
      throw new IllegalArgumentException("attempts " + attempts + ": expected at least 1");
    }
  }

  /** Six attempts, waits from half a second to a minute, patience of ten minutes. */
  public static RetryPolicy standard(long seed) {
    return new RetryPolicy(
        6, Duration.ofMillis(500), Duration.ofMinutes(1), Duration.ofMinutes(10), seed);
  }

  /**
   * The wait before the next attempt, or empty where there is to be none.
   *
   * @param failed how the last attempt ended
   * @param counted attempts that count against the trial: those at a time when the endpoint was
   *     busy with others do not
   * @param made attempts made so far, at least 1
   * @param trialId the trial
   */
  public Optional<Duration> next(Attempt.Failed failed, int counted, int made, String trialId) {
    boolean hopeless = counted >= attempts || beyondPatience(failed);
    if (failed.kind().remedy() != FailureKind.Remedy.RETRY || hopeless) {
      return Optional.empty();
    }
    @Nullable Duration asked = failed.pace().retryAfter();
    double doubling = Math.scalb(1.0, Math.min(made - 1, 30));
    long full = (long) Math.min((double) longest.toMillis(), base.toMillis() * doubling);
    long own = full - (long) (full / 2.0 * fraction(trialId, made));
    long wait = asked == null ? own : Math.max(own, asked.toMillis());
    return Optional.of(Duration.ofMillis(wait));
  }

  /** Whether the endpoint asks for a wait that is not kept. */
  public boolean beyondPatience(Attempt.Failed failed) {
    @Nullable Duration asked = failed.pace().retryAfter();
    return asked != null && asked.compareTo(patience) > 0;
  }

  /** From 0 to 1, the same in every process. */
  private double fraction(String trialId, int made) {
    String hex = Sha256.of("retry/" + seed + "/" + trialId + "/" + made).substring(0, 8);
    return Long.parseLong(hex, 16) / (double) 0xFFFFFFFFL;
  }
}
