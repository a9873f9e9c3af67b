package assay.models.endpoint;

import assay.core.exchange.Attempt;
import assay.core.exchange.Attempt.Answered;
import assay.core.exchange.Attempt.Failed;
import assay.core.exchange.FailureKind;
import assay.core.exchange.FinishReason;
import assay.core.exchange.Pace;
import assay.core.exchange.Reply;
import assay.core.exchange.Request;
import assay.core.exchange.Usage;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads a chat completion in the dialects that servers speak. What the protocol promises and a
 * server leaves out is unknown, not an error; only without a message is there no reply.
 */
final class ReplyReader {

  private final EndpointSpec spec;
  private final PaceReader paces;
  private final ErrorReader errors;
  private final @Nullable ApiKey key;

  ReplyReader(EndpointSpec spec, PaceReader paces, ErrorReader errors, @Nullable ApiKey key) {
    this.spec = spec;
    this.paces = paces;
    this.errors = errors;
    this.key = key;
  }

  /** The reply within a response of status 2xx, or the failure that it is instead. */
  Attempt read(Received response, Request request, double seconds) {
    byte[] bytes = response.bytes();
    Pace pace = paces.read(response);
    JsonNode root;
    try {
      root = Json.MAPPER.readTree(bytes);
    } catch (IOException e) {
      return invalid(noJson(bytes), pace);
    }
    if (root == null || !root.isObject()) {
      return invalid(bytes.length == 0 ? "the answer is empty" : "the answer is no object", pace);
    }
    JsonNode error = root.path("error");
    if (!error.isMissingNode() && !error.isNull()) {
      return errors.readWithin(response, ErrorBody.of(root), request);
    }
    JsonNode choices = root.path("choices");
    if (!choices.isArray()) {
      return invalid("the answer has no 'choices'", pace);
    }
    if (choices.isEmpty()) {
      return invalid("the answer's 'choices' are empty", pace);
    }
    JsonNode choice = choices.get(0);
    if (!choice.path("message").isObject()) {
      return invalid("the answer's first choice has no message", pace);
    }
    return read(root, choice, bytes, pace, seconds);
  }

  private Attempt read(JsonNode root, JsonNode choice, byte[] bytes, Pace pace, double seconds) {
    String reason = choice.path("finish_reason").asText("").toLowerCase(Locale.ROOT);
    if (reason.equals("abort") || reason.equals("error") || reason.startsWith("insufficient_")) {
      return new Failed(
          FailureKind.SERVER,
          spec.origin() + ": the endpoint broke the answer off (" + reason + ")",
          1,
          pace);
    }
    ReplyMessage message = ReplyMessage.of(choice.path("message"));
    if (message == null) {
      return invalid("the answer's content is neither text nor a list of parts", pace);
    }
    FinishReason finish = finish(reason);
    String text = message.text();
    if (text.isEmpty() && finish == FinishReason.CONTENT_FILTER) {
      return new Failed(
          FailureKind.CONTENT_FILTERED,
          spec.origin() + ": the endpoint's filter withheld the answer",
          1,
          pace);
    }
    if (text.isEmpty() && message.refusal() != null) {
      text = message.refusal();
      finish = FinishReason.REFUSAL;
    }
    String raw = new String(bytes, StandardCharsets.UTF_8);
    return new Answered(
        new Reply(
            text,
            message.reasoning(),
            finish,
            usage(root.path("usage")),
            number(root.path("usage").path("cost")),
            seconds,
            Logprobs.read(choice.path("logprobs")),
            root.path("model").isTextual() ? root.path("model").textValue() : null,
            key == null ? raw : key.removedFrom(raw),
            null),
        pace);
  }

  private static FinishReason finish(String reason) {
    return switch (reason) {
      case "stop", "eos", "eos_token", "stop_sequence", "end_turn", "complete" -> FinishReason.STOP;
      case "length", "max_tokens", "model_length" -> FinishReason.LENGTH;
      case "content_filter", "safety", "sensitive" -> FinishReason.CONTENT_FILTER;
      case "refusal" -> FinishReason.REFUSAL;
      case "tool_calls", "function_call" -> FinishReason.TOOL_CALLS;
      default -> FinishReason.UNKNOWN;
    };
  }

  private static Usage usage(JsonNode usage) {
    if (!usage.isObject()) {
      return Usage.UNKNOWN;
    }
    Long cached = count(usage.path("prompt_tokens_details").path("cached_tokens"));
    return new Usage(
        count(usage.path("prompt_tokens")),
        count(usage.path("completion_tokens")),
        count(usage.path("completion_tokens_details").path("reasoning_tokens")),
        cached == null ? count(usage.path("prompt_cache_hit_tokens")) : cached);
  }

  private static @Nullable Long count(JsonNode node) {
    return node.isNumber() && node.canConvertToLong() && node.longValue() >= 0
        ? node.longValue()
        : null;
  }

  private static @Nullable Double number(JsonNode node) {
    return node.isNumber() && Double.isFinite(node.doubleValue()) ? node.doubleValue() : null;
  }

  private Failed invalid(String what, Pace pace) {
    return new Failed(FailureKind.INVALID_RESPONSE, spec.origin() + ": " + what, 1, pace);
  }

  private static String noJson(byte[] bytes) {
    String start = new String(bytes, 0, Math.min(bytes.length, 200), StandardCharsets.UTF_8);
    String lower = start.stripLeading().toLowerCase(Locale.ROOT);
    if (lower.startsWith("<")) {
      return "the answer is a page, not JSON; is the address right?";
    }
    if (lower.startsWith("data:")) {
      return "the answer is a stream of events, not JSON";
    }
    return "the answer is not whole JSON (" + bytes.length + " bytes)";
  }
}
