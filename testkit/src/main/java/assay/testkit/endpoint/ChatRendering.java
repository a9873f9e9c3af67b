package assay.testkit.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a {@link ChatReply} as the protocol's JSON, or as its stream of events. */
final class ChatRendering {
  static final JsonMapper JSON = JsonMapper.builder().build();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  // fixed, so that the same request is answered by the same bytes
  private static final long CREATED = 1_700_000_000L;

  private final ChatReply reply;
  private final @Nullable Exchange exchange;

  ChatRendering(ChatReply reply, @Nullable Exchange exchange) {
    this.reply = reply;
    this.exchange = exchange;
  }

  RawReply raw() {
    if (exchange == null || !exchange.stream()) {
      return RawReply.json(200, whole().toString());
    }
    return new RawReply(
        200,
        Headers.none().with("Content-Type", "text/event-stream"),
        Payload.utf8(events(exchange)),
        Framing.CHUNKED);
  }

  private ObjectNode whole() {
    ObjectNode root = envelope("chat.completion");
    ObjectNode choice = root.putArray("choices").addObject();
    choice.put("index", 0);
    choice.set("message", message());
    choice.set("logprobs", logprobs());
    choice.put("finish_reason", reply.finishReason());
    putUsage(root);
    return root;
  }

  private String events(Exchange request) {
    var events = new StringBuilder();
    ObjectNode first = envelope("chat.completion.chunk");
    ObjectNode choice = first.putArray("choices").addObject();
    choice.put("index", 0);
    choice.set("delta", message());
    choice.set("logprobs", logprobs());
    choice.putNull("finish_reason");
    event(events, first);

    ObjectNode last = envelope("chat.completion.chunk");
    choice = last.putArray("choices").addObject();
    choice.put("index", 0);
    choice.putObject("delta");
    choice.put("finish_reason", reply.finishReason());
    event(events, last);

    if (request.json().path("stream_options").path("include_usage").asBoolean(false)) {
      ObjectNode counts = envelope("chat.completion.chunk");
      counts.putArray("choices");
      putUsage(counts);
      event(events, counts);
    }
    return events.append("data: [DONE]\n\n").toString();
  }

  private static void event(StringBuilder to, JsonNode data) {
    to.append("data: ").append(data).append("\n\n");
  }

  private ObjectNode envelope(String object) {
    ObjectNode root = NODES.objectNode();
    root.put("id", "chatcmpl-" + (exchange == null ? 0 : exchange.number()));
    root.put("object", object);
    root.put("created", CREATED);
    root.put("model", exchange == null ? "bench" : exchange.model());
    return root;
  }

  private ObjectNode message() {
    ObjectNode message = NODES.objectNode();
    message.put("role", "assistant");
    message.put("content", reply.content());
    if (reply.reasoningContent() != null) {
      message.put("reasoning_content", reply.reasoningContent());
    }
    if (reply.reasoning() != null) {
      message.put("reasoning", reply.reasoning());
    }
    if (reply.refusal() != null) {
      message.put("refusal", reply.refusal());
    }
    return message;
  }

  private JsonNode logprobs() {
    if (reply.logprobs().isEmpty()) {
      return NODES.nullNode();
    }
    ObjectNode logprobs = NODES.objectNode();
    ArrayNode content = logprobs.putArray("content");
    for (TokenLogprob token : reply.logprobs()) {
      ObjectNode node = content.addObject();
      putToken(node, token.token(), token.logprob());
      ArrayNode top = node.putArray("top_logprobs");
      for (Map.Entry<String, Double> other : token.top().entrySet()) {
        putToken(top.addObject(), other.getKey(), other.getValue());
      }
    }
    return logprobs;
  }

  private static void putToken(ObjectNode node, String token, double logprob) {
    node.put("token", token);
    node.put("logprob", logprob);
    ArrayNode bytes = node.putArray("bytes");
    for (byte b : token.getBytes(StandardCharsets.UTF_8)) {
      bytes.add(b & 0xff);
    }
  }

  private void putUsage(ObjectNode root) {
    TokenUsage usage = reply.usage();
    if (usage == null) {
      return;
    }
    if (reply.usageByLength()) {
      usage = TokenUsage.of(exchange == null ? 1 : tokens(exchange.body().size()), replyTokens());
    }
    ObjectNode node = root.putObject("usage");
    node.put("prompt_tokens", usage.prompt());
    node.put("completion_tokens", usage.completion());
    node.put("total_tokens", usage.prompt() + usage.completion());
    if (usage.reasoning() > 0) {
      node.putObject("completion_tokens_details").put("reasoning_tokens", usage.reasoning());
    }
    if (usage.cached() > 0) {
      node.putObject("prompt_tokens_details").put("cached_tokens", usage.cached());
    }
  }

  private int replyTokens() {
    return tokens(length(reply.content()))
        + tokens(length(reply.reasoningContent()))
        + tokens(length(reply.reasoning()));
  }

  private static int length(@Nullable String text) {
    return text == null ? 0 : text.length();
  }

  private static int tokens(int length) {
    return (length + 3) / 4;
  }
}
