package assay.core.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came back.
 *
 * @param text the answer's text; empty where there was none. Reasoning is not part of it
 * @param reasoning the reasoning that the endpoint gave in a field of its own, or null; never read
 *     as the answer
 * @param finish why it ended
 * @param usage tokens
 * @param cost cost that the endpoint or the recording states, in its own currency (usually USD), or
 *     null
 * @param seconds how long the exchange took, or null
 * @param logprobs log-probabilities of the reply's tokens; empty where there are none
 * @param model the model that the endpoint says it is, or null
 * @param raw the response exactly as it came (a JSON body, a recording's record)
 * @param recorded how the recording's publisher read and scored it, or null
 */
public record Reply(
    String text,
    @Nullable String reasoning,
    FinishReason finish,
    Usage usage,
    @Nullable Double cost,
    @Nullable Double seconds,
    List<TokenLogprob> logprobs,
    @Nullable String model,
    String raw,
    @Nullable Recorded recorded) {
  public Reply {
    logprobs = List.copyOf(logprobs);
  }

  /** A reply that is nothing but its text, as reference readers give. */
  public static Reply of(String text) {
    return new Reply(
        text, null, FinishReason.STOP, Usage.UNKNOWN, null, null, List.of(), null, text, null);
  }
}
