package assay.models.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * The message of a completion: text, reasoning and refusal apart, from whichever fields a server
 * puts them in.
 *
 * @param text the answer's text; empty where content is null, missing or without text
 * @param reasoning from {@code reasoning_content} (DeepSeek, vLLM, SGLang, llama.cpp), {@code
 *     reasoning} (OpenRouter, Ollama, newer vLLM) or parts of type {@code thinking} (Mistral)
 * @param refusal from {@code refusal} or parts of that type (OpenAI)
 */
record ReplyMessage(String text, @Nullable String reasoning, @Nullable String refusal) {

  /** Reads a message; null if its content is of a type that the protocol does not know. */
  static @Nullable ReplyMessage of(JsonNode message) {
    StringBuilder text = new StringBuilder();
    StringBuilder thought = new StringBuilder();
    StringBuilder refused = new StringBuilder();
    JsonNode content = message.path("content");
    if (content.isTextual()) {
      text.append(content.textValue());
    } else if (content.isArray()) {
      content.forEach(part -> read(part, text, thought, refused));
    } else if (!content.isMissingNode() && !content.isNull()) {
      return null;
    }
    String reasoning = first(message, "reasoning_content", "reasoning", "thinking");
    String refusal = first(message, "refusal");
    return new ReplyMessage(
        text.toString(),
        reasoning == null ? orNull(thought) : reasoning,
        refusal == null ? orNull(refused) : refusal);
  }

  private static void read(
      JsonNode part, StringBuilder text, StringBuilder thought, StringBuilder refused) {
    if (part.isTextual()) {
      text.append(part.textValue());
      return;
    }
    switch (part.path("type").asText("")) {
      case "thinking", "reasoning" -> {
        JsonNode thinking = part.has("thinking") ? part.path("thinking") : part.path("text");
        if (thinking.isArray()) {
          thinking.forEach(inner -> thought.append(inner.path("text").asText("")));
        } else {
          thought.append(thinking.asText(""));
        }
      }
      case "refusal" -> refused.append(part.path("refusal").asText(""));
      default -> text.append(part.path("text").asText(""));
    }
  }

  private static @Nullable String first(JsonNode message, String... fields) {
    for (String field : fields) {
      JsonNode value = message.path(field);
      if (value.isTextual() && !value.textValue().isEmpty()) {
        return value.textValue();
      }
    }
    return null;
  }

  private static @Nullable String orNull(StringBuilder text) {
    return text.isEmpty() ? null : text.toString();
  }
}
