package assay.models.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * What the body of an error says, in whichever of the forms in use: {@code {"error": {…}}}, {@code
 * {"error": "text"}}, {@code {"message": …}}, {@code {"detail": …}}, an array of one of them, plain
 * text, a page.
 *
 * @param message the endpoint's words, or an empty text
 * @param codes its codes and types in lower case, each within spaces, or an empty text
 */
record ErrorBody(String message, String codes) {

  private static final int LONGEST = 4000;

  static ErrorBody of(byte[] body) {
    JsonNode root;
    try {
      root = Json.MAPPER.readTree(body);
    } catch (IOException e) {
      return ofText(new String(body, 0, Math.min(body.length, LONGEST), StandardCharsets.UTF_8));
    }
    return root == null ? new ErrorBody("", "") : of(root);
  }

  /** Reads {@code error} or the whole object. */
  static ErrorBody of(JsonNode root) {
    JsonNode node = root.isArray() && !root.isEmpty() ? root.get(0) : root;
    JsonNode error = node.path("error");
    if (error.isTextual()) {
      return new ErrorBody(shortened(error.textValue()), codes(node));
    }
    if (error.isObject()) {
      node = error;
    }
    return new ErrorBody(shortened(message(node)), codes(node));
  }

  private static ErrorBody ofText(String text) {
    String start = text.stripLeading().toLowerCase(Locale.ROOT);
    if (start.startsWith("<!doctype") || start.startsWith("<html")) {
      return new ErrorBody("an HTML page", "");
    }
    return new ErrorBody(shortened(text), "");
  }

  private static String message(JsonNode node) {
    for (String field : new String[] {"message", "detail", "msg", "error_message"}) {
      JsonNode value = node.path(field);
      if (value.isTextual()) {
        return value.textValue();
      }
      if (value.isArray() && value.path(0).path("msg").isTextual()) {
        // FastAPI's list of what is wrong with a request; it quotes the request beside it.
        return value.path(0).path("msg").textValue();
      }
    }
    return "";
  }

  private static String codes(JsonNode node) {
    StringBuilder codes = new StringBuilder(" ");
    for (JsonNode code :
        new JsonNode[] {
          node.path("code"),
          node.path("type"),
          node.path("status"),
          node.path("innererror").path("code"),
          node.path("metadata").path("error_type"),
        }) {
      if (code.isValueNode() && !code.isNull()) {
        codes.append(shortened(code.asText()).toLowerCase(Locale.ROOT)).append(' ');
      }
    }
    return codes.toString();
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }
}
