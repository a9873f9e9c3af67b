package assay.core.exchange;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What an endpoint said about how fast it may be asked.
 *
 * @param retryAfter how long to wait before the next request, or null
 * @param remainingRequests requests left in its window, or null
 * @param remainingTokens tokens left in its window, or null
 * @param reset when that window begins anew, or null
 */
public record Pace(
    @Nullable Duration retryAfter,
    @Nullable Long remainingRequests,
    @Nullable Long remainingTokens,
    @Nullable Duration reset) {

  /** Nothing said. */
  public static final Pace UNKNOWN = new Pace(null, null, null, null);
}
