package assay.core.exchange;

import org.jspecify.annotations.Nullable;

/**
 * Tokens of one exchange as the endpoint counted them; null is unknown, never 0.
 *
 * @param promptTokens tokens of the request
 * @param completionTokens tokens of the reply, those of reasoning included
 * @param reasoningTokens tokens of reasoning among them
 * @param cachedTokens tokens of the request that the endpoint had cached
 */
public record Usage(
    @Nullable Long promptTokens,
    @Nullable Long completionTokens,
    @Nullable Long reasoningTokens,
    @Nullable Long cachedTokens) {

  /** Nothing known. */
  public static final Usage UNKNOWN = new Usage(null, null, null, null);
}
