package assay.testkit.endpoint;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A well-formed chat completion. Fields that are null are sent as {@code null} where the protocol
 * always has them ({@code content}, {@code logprobs}) and left out elsewhere. A request with {@code
 * "stream": true} gets it as server-sent events.
 *
 * @param content the text
 * @param reasoningContent {@code reasoning_content}, as DeepSeek and vLLM send it
 * @param reasoning {@code reasoning}, as OpenRouter and newer vLLM send it
 * @param refusal {@code refusal}
 * @param finishReason {@code finish_reason}
 * @param usage token counts; null leaves the block out; see {@link #usageByLength()}
 * @param logprobs log-probabilities of the tokens; empty sends null
 */
public record ChatReply(
    @Nullable String content,
    @Nullable String reasoningContent,
    @Nullable String reasoning,
    @Nullable String refusal,
    String finishReason,
    @Nullable TokenUsage usage,
    List<TokenLogprob> logprobs)
    implements Behaviour {

  /** Marks usage to be counted from the lengths: a token for four bytes of the request's body. */
  private static final TokenUsage BY_LENGTH = new TokenUsage(-1, -1, 0, 0);

  /** Copies the list. */
  public ChatReply {
    logprobs = List.copyOf(logprobs);
  }

  /** A reply that stopped by itself, with usage by its length. */
  public static ChatReply of(@Nullable String content) {
    return new ChatReply(content, null, null, null, "stop", BY_LENGTH, List.of());
  }

  /** With {@code reasoning_content}. */
  public ChatReply reasoningContent(String text) {
    return new ChatReply(content, text, reasoning, refusal, finishReason, usage, logprobs);
  }

  /** With {@code reasoning}. */
  public ChatReply reasoning(String text) {
    return new ChatReply(content, reasoningContent, text, refusal, finishReason, usage, logprobs);
  }

  /** With {@code refusal}. */
  public ChatReply refusal(String text) {
    return new ChatReply(content, reasoningContent, reasoning, text, finishReason, usage, logprobs);
  }

  /** With another finish reason: {@code length}, {@code content_filter}, {@code tool_calls}… */
  public ChatReply finishReason(String reason) {
    return new ChatReply(content, reasoningContent, reasoning, refusal, reason, usage, logprobs);
  }

  /** With these token counts. */
  public ChatReply usage(TokenUsage counts) {
    return new ChatReply(
        content, reasoningContent, reasoning, refusal, finishReason, counts, logprobs);
  }

  /** With these token counts. */
  public ChatReply usage(int prompt, int completion) {
    return usage(TokenUsage.of(prompt, completion));
  }

  /** Without a {@code usage} block, as some servers answer. */
  public ChatReply withoutUsage() {
    return new ChatReply(
        content, reasoningContent, reasoning, refusal, finishReason, null, logprobs);
  }

  /** With log-probabilities. */
  public ChatReply logprobs(TokenLogprob... tokens) {
    return new ChatReply(
        content, reasoningContent, reasoning, refusal, finishReason, usage, List.of(tokens));
  }

  /** Whether token counts follow from the lengths of request and reply, which is the default. */
  public boolean usageByLength() {
    return BY_LENGTH.equals(usage);
  }

  /** This reply as it is put on the wire for that request. */
  public RawReply rawFor(Exchange exchange) {
    return new ChatRendering(this, exchange).raw();
  }

  /** This reply for a request without streaming, as a raw reply that headers can be added to. */
  public RawReply raw() {
    return new ChatRendering(this, null).raw();
  }
}
