package assay.testkit.endpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** The body of a chat-completions request, read. */
record ParsedBody(Payload body, String sha256, JsonNode json, List<ChatMessage> messages) {
  static ParsedBody read(Payload body) throws MalformedRequestException {
    JsonNode json;
    try {
      json = ChatRendering.JSON.readTree(body.text());
    } catch (JsonProcessingException e) {
      throw new MalformedRequestException("the body is not JSON: " + e.getOriginalMessage(), e);
    }
    if (!json.isObject()) {
      throw new MalformedRequestException("the body must be a JSON object");
    }
    if (!json.path("model").isTextual()) {
      throw new MalformedRequestException("'model' must be a string");
    }
    return new ParsedBody(body, body.sha256(), json, ChatMessage.read(json));
  }
}
