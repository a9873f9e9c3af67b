package assay.testkit.endpoint;

import com.fasterxml.jackson.databind.JsonNode;

/** A part of a message as it arrived, in the order it arrived. */
public sealed interface ContentPart {

  /**
   * Text, also the whole of a message whose content is a plain string.
   *
   * @param text the text
   */
  record TextContent(String text) implements ContentPart {}

  /**
   * An image sent as a data URL, decoded.
   *
   * @param mime the media type the URL names
   * @param bytes the decoded bytes
   * @param sha256 of those bytes, lower-case hexadecimal
   * @param detail the {@code detail} field, empty where there was none
   */
  record ImageContent(String mime, Payload bytes, String sha256, String detail)
      implements ContentPart {}

  /**
   * Anything else, such as an image by a remote address or a sound.
   *
   * @param type the {@code type} field
   * @param json the part itself
   */
  record OtherContent(String type, JsonNode json) implements ContentPart {}
}
