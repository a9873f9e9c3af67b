package assay.testkit.endpoint;

import assay.testkit.endpoint.ContentPart.ImageContent;
import assay.testkit.endpoint.ContentPart.TextContent;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One message of a request.
 *
 * @param role {@code system}, {@code user}, {@code assistant}…
 * @param parts its content in order; a plain string is one text part, null content is none
 */
public record ChatMessage(String role, List<ContentPart> parts) {
  private static final String BASE64 = ";base64,";

  /** Copies the list. */
  public ChatMessage {
    parts = List.copyOf(parts);
  }

  /** The text parts, joined by line feeds. */
  public String text() {
    return parts.stream()
        .filter(TextContent.class::isInstance)
        .map(part -> ((TextContent) part).text())
        .collect(Collectors.joining("\n"));
  }

  /** The images in order. */
  public List<ImageContent> images() {
    return parts.stream()
        .filter(ImageContent.class::isInstance)
        .map(ImageContent.class::cast)
        .toList();
  }

  /** Reads {@code messages} of a request's body. */
  static List<ChatMessage> read(JsonNode body) throws MalformedRequestException {
    JsonNode messages = body.path("messages");
    if (!messages.isArray() || messages.isEmpty()) {
      throw new MalformedRequestException("'messages' must be an array of at least one message");
    }
    var read = new ArrayList<ChatMessage>();
    for (JsonNode message : messages) {
      String where = "messages[" + read.size() + "]";
      if (!message.path("role").isTextual()) {
        throw new MalformedRequestException("'" + where + ".role' must be a string");
      }
      read.add(new ChatMessage(message.path("role").asText(), parts(message, where)));
    }
    return List.copyOf(read);
  }

  private static List<ContentPart> parts(JsonNode message, String where)
      throws MalformedRequestException {
    JsonNode content = message.path("content");
    if (content.isTextual()) {
      return List.of(new TextContent(content.asText()));
    }
    if (content.isNull() || content.isMissingNode()) {
      return List.of();
    }
    if (!content.isArray()) {
      throw new MalformedRequestException("'" + where + ".content' must be a string or an array");
    }
    var parts = new ArrayList<ContentPart>();
    for (JsonNode part : content) {
      parts.add(part(part, where + ".content[" + parts.size() + "]"));
    }
    return parts;
  }

  private static ContentPart part(JsonNode part, String where) throws MalformedRequestException {
    String type = part.path("type").asText();
    if (type.equals("text")) {
      if (!part.path("text").isTextual()) {
        throw new MalformedRequestException("'" + where + ".text' must be a string");
      }
      return new TextContent(part.path("text").asText());
    }
    String url = part.path("image_url").path("url").asText();
    if (!type.equals("image_url") || !url.startsWith("data:")) {
      return new ContentPart.OtherContent(type, part);
    }
    int comma = url.indexOf(BASE64);
    if (comma < 0) {
      throw new MalformedRequestException("'" + where + "' must be a base64 data URL");
    }
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(url.substring(comma + BASE64.length()));
    } catch (IllegalArgumentException e) {
      throw new MalformedRequestException("'" + where + "' is not base64: " + e.getMessage(), e);
    }
    Payload image = Payload.owning(bytes);
    return new ImageContent(
        url.substring("data:".length(), comma),
        image,
        image.sha256(),
        part.path("image_url").path("detail").asText());
  }
}
