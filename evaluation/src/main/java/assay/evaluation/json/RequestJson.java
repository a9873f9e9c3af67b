package assay.evaluation.json;

import assay.core.Sha256;
import assay.core.exchange.Generation;
import assay.core.exchange.Message;
import assay.core.exchange.Part;
import assay.core.exchange.Request;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/**
 * JSON form of requests: everything that the reader gets and nothing else; pictures by the SHA-256
 * of their bytes. Two requests are the same if and only if their texts are.
 */
public final class RequestJson {

  private RequestJson() {}

  /** The canonical text. */
  public static String write(Request request) {
    ObjectNode json = Json.object();
    ArrayNode messages = json.putArray("messages");
    for (Message message : request.messages()) {
      ObjectNode one =
          messages.addObject().put("role", message.role().name().toLowerCase(Locale.ROOT));
      ArrayNode parts = one.putArray("parts");
      message.parts().forEach(part -> parts.add(part(part)));
    }
    json.set("generation", generation(request.generation()));
    return Json.write(json);
  }

  /** SHA-256 of the canonical text. */
  public static String hash(String canonical) {
    return Sha256.of(canonical);
  }

  private static ObjectNode part(Part part) {
    return switch (part) {
      case Part.TextPart text -> Json.object().put("text", text.text());
      case Part.ImagePart image ->
          Json.object().put("image", image.sha256()).put("mime", image.mime());
    };
  }

  /** Settings of generation; only those that are set. */
  public static ObjectNode generation(Generation generation) {
    ObjectNode json = Json.object();
    if (generation.temperature() != null) {
      json.put("temperature", generation.temperature());
    }
    if (generation.topP() != null) {
      json.put("top_p", generation.topP());
    }
    if (generation.seed() != null) {
      json.put("seed", generation.seed());
    }
    if (generation.maxTokens() != null) {
      json.put("max_tokens", generation.maxTokens());
    }
    if (!generation.stop().isEmpty()) {
      json.set("stop", Json.texts(generation.stop()));
    }
    if (generation.topLogprobs() != null) {
      json.put("top_logprobs", generation.topLogprobs());
    }
    if (generation.reasoningEffort() != null) {
      json.put("reasoning_effort", generation.reasoningEffort());
    }
    return json;
  }

  /** Reads settings that {@link #generation(Generation)} wrote. */
  public static Generation generation(String text) {
    JsonNode json = Json.read(text);
    return new Generation(
        Json.doubleOrNull(json, "temperature"),
        Json.doubleOrNull(json, "top_p"),
        json.has("seed") ? Long.valueOf(json.get("seed").asLong()) : null,
        json.has("max_tokens") ? Integer.valueOf(json.get("max_tokens").asInt()) : null,
        Json.textList(json.get("stop")),
        json.has("top_logprobs") ? Integer.valueOf(json.get("top_logprobs").asInt()) : null,
        Json.textOrNull(json, "reasoning_effort"));
  }
}
