package assay.testkit.generate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;

/** JSON values, well-formed and not. */
public final class JsonValues {
  private static final JsonNodeFactory NODES = new JsonNodeFactory(true);

  private final Generators draw;

  JsonValues(Generators draw) {
    this.draw = draw;
  }

  /** Any value nested at most that deep. */
  public JsonNode value(int depth) {
    if (depth <= 0 || draw.oneIn(2)) {
      return scalar();
    }
    return draw.oneIn(2) ? array(depth - 1) : object(depth - 1);
  }

  /** An object of up to six fields, whose names may be empty or odd. */
  public ObjectNode object(int depth) {
    ObjectNode object = NODES.objectNode();
    for (int left = draw.between(0, 6); left > 0; left--) {
      object.set(
          draw.oneIn(3) ? draw.texts().encodable() : draw.texts().identifier(), value(depth));
    }
    return object;
  }

  /** An array of up to six values. */
  public ArrayNode array(int depth) {
    ArrayNode array = NODES.arrayNode();
    for (int left = draw.between(0, 6); left > 0; left--) {
      array.add(value(depth));
    }
    return array;
  }

  /** A value without parts: text, numbers also beyond 64 bits, true, false, null. */
  public JsonNode scalar() {
    return switch (draw.between(0, 6)) {
      case 0 -> NODES.nullNode();
      case 1 -> NODES.booleanNode(draw.oneIn(2));
      case 2 -> NODES.numberNode(draw.between(-1000, 1000));
      case 3 -> NODES.numberNode(draw.finite());
      case 4 -> NODES.numberNode(new BigInteger(draw.bytes(draw.between(1, 24))));
      case 5 -> NODES.numberNode(new BigDecimal(draw.bits()).movePointLeft(draw.between(0, 30)));
      default -> NODES.textNode(draw.texts().encodable());
    };
  }

  /**
   * Text that is close to JSON and is none, or not by the standard: NaN, commas, quotes, an end.
   */
  public String broken() {
    String whole = object(3).put("end", 1).toString();
    return switch (draw.between(0, 7)) {
      case 0 -> whole.substring(0, draw.between(1, whole.length() - 1));
      case 1 ->
          "{\"a\": " + draw.pick(List.of("NaN", "Infinity", "-Infinity", "None", "+1", ".5")) + "}";
      case 2 -> "{'a': 1}";
      case 3 -> "{\"a\": 1,}";
      case 4 -> "{\"a\": \"line\nfeed\"}";
      case 5 -> "{a: 1} // comment";
      case 6 -> "[".repeat(draw.between(1, 5000));
      default -> whole + "}";
    };
  }
}
