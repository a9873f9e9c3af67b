package assay.core.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Settings of generation. What is null is not sent, so the endpoint's own default holds.
 *
 * @param temperature 0 or more
 * @param topP share of probability mass, above 0 up to 1
 * @param seed seed of the endpoint's sampling
 * @param maxTokens most tokens of the reply
 * @param stop texts at which the reply ends
 * @param topLogprobs how many alternatives a token to report log-probabilities for; 0 reports the
 *     chosen token's only
 * @param reasoningEffort how much a reasoning model is to think, in the endpoint's words
 */
public record Generation(
    @Nullable Double temperature,
    @Nullable Double topP,
    @Nullable Long seed,
    @Nullable Integer maxTokens,
    List<String> stop,
    @Nullable Integer topLogprobs,
    @Nullable String reasoningEffort) {

  /** Nothing set. */
  public static final Generation UNSET =
      new Generation(null, null, null, null, List.of(), null, null);

  public Generation {
    stop = List.copyOf(stop);
  }
}
