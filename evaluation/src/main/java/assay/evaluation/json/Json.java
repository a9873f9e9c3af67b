package assay.evaluation.json;

import assay.core.AssayException;
import assay.core.Problem;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** The one JSON mapper of the room: compact, fields in the order in which they are put. */
public final class Json {

  private static final int LONGEST_TEXT = 256 << 20;

  private static final ObjectMapper MAPPER =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder().maxStringLength(LONGEST_TEXT).build())
              .build());

  private Json() {}

  /** An empty object. */
  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /** An empty array. */
  public static ArrayNode array() {
    return MAPPER.createArrayNode();
  }

  /** An array of texts. */
  public static ArrayNode texts(Iterable<String> texts) {
    ArrayNode array = array();
    texts.forEach(array::add);
    return array;
  }

  /** An object of texts. Names, unlike texts, cannot be read back with unpaired surrogates. */
  public static ObjectNode texts(SequencedMap<String, String> texts) {
    ObjectNode object = object();
    texts.forEach((name, text) -> object.put(Surrogates.replaced(name), text));
    return object;
  }

  /** Compact text; UTF-8 can hold all of it. */
  public static String write(JsonNode node) {
    try {
      return Surrogates.escaped(MAPPER.writeValueAsString(node));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of our own cannot be written", e);
    }
  }

  /**
   * Reads a text that Assay wrote.
   *
   * @throws AssayException if it is not JSON: the file was damaged
   */
  public static JsonNode read(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw damaged("what should be JSON is not: " + e.getOriginalMessage());
    }
  }

  /** A run file holds what Assay never wrote. */
  public static AssayException damaged(String what) {
    return AssayException.data(
        Problem.of("the run file is damaged: " + what)
            .remedy("take a copy of it from before, or run again"));
  }

  /** A number; those that JSON does not know are texts. */
  static JsonNode numeric(double value) {
    return Double.isFinite(value)
        ? MAPPER.getNodeFactory().numberNode(value)
        : MAPPER.getNodeFactory().textNode(Double.toString(value));
  }

  /** Reads a number that {@link #numeric} made. */
  static double number(JsonNode json) {
    try {
      return json.isTextual() ? Double.parseDouble(json.asText()) : json.asDouble();
    } catch (NumberFormatException e) {
      throw damaged("'" + json.asText() + "' is no number");
    }
  }

  /** A field that Assay always writes. */
  static JsonNode required(JsonNode json, String field) {
    @Nullable JsonNode value = json.get(field);
    if (value == null) {
      throw damaged("a field '" + field + "' is missing");
    }
    return value;
  }

  static @Nullable String textOrNull(JsonNode node, String field) {
    JsonNode value = node.get(field);
    return value == null || value.isNull() ? null : value.asText();
  }

  static @Nullable Double doubleOrNull(JsonNode node, String field) {
    JsonNode value = node.get(field);
    return value == null || value.isNull() ? null : Double.valueOf(value.asDouble());
  }

  static List<String> textList(@Nullable JsonNode array) {
    if (array == null) {
      return List.of();
    }
    return array.valueStream().map(JsonNode::asText).toList();
  }
}
