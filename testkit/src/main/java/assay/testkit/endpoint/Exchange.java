package assay.testkit.endpoint;

import assay.testkit.endpoint.ContentPart.ImageContent;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One chat-completions request as it arrived.
 *
 * @param number its place in the order of arrival, from 1
 * @param connection the connection it came on, from 1
 * @param attempt how often this very body has arrived by now, from 1
 * @param path path and query as asked for
 * @param headers its header lines
 * @param body its body, byte for byte
 * @param bodySha256 SHA-256 of the body, lower-case hexadecimal
 * @param json the body parsed
 * @param messages the messages with images decoded
 */
public record Exchange(
    long number,
    long connection,
    int attempt,
    String path,
    Headers headers,
    Payload body,
    String bodySha256,
    JsonNode json,
    List<ChatMessage> messages) {

  /** Copies the list. */
  public Exchange {
    messages = List.copyOf(messages);
  }

  /** The model asked for; empty where the request names none. */
  public String model() {
    return json.path("model").asText();
  }

  /** Whether the client asked for server-sent events. */
  public boolean stream() {
    return json.path("stream").asBoolean(false);
  }

  /** The text of all messages, joined by line feeds. */
  public String text() {
    return messages.stream().map(ChatMessage::text).collect(Collectors.joining("\n"));
  }

  /** The last message, which holds the question. */
  public ChatMessage lastMessage() {
    return messages.getLast();
  }

  /** All images in order. */
  public List<ImageContent> images() {
    return messages.stream().flatMap(message -> message.images().stream()).toList();
  }
}
