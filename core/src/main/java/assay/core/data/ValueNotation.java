package assay.core.data;

import java.util.Map;

/** Writes values in JSON notation, for messages and for substitution of lists into text. */
final class ValueNotation {

  private ValueNotation() {}

  static String json(Value value) {
    StringBuilder out = new StringBuilder();
    write(value, out);
    return out.toString();
  }

  private static void write(Value value, StringBuilder out) {
    switch (value) {
      case Value.Absent absent -> out.append("null");
      case Value.Text text -> quote(text.text(), out);
      case Value.Number number -> out.append(number.literal());
      case Value.Bool bool -> out.append(bool.value());
      case Value.Bytes bytes -> quote(bytes.asText(), out);
      case Value.Items items -> {
        String separator = "[";
        for (Value item : items.items()) {
          out.append(separator);
          write(item, out);
          separator = ", ";
        }
        out.append(items.items().isEmpty() ? "[]" : "]");
      }
      case Value.Fields fields -> {
        String separator = "{";
        for (Map.Entry<String, Value> field : fields.fields().entrySet()) {
          out.append(separator);
          quote(field.getKey(), out);
          out.append(": ");
          write(field.getValue(), out);
          separator = ", ";
        }
        out.append(fields.fields().isEmpty() ? "{}" : "}");
      }
    }
  }

  private static void quote(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < ' ') {
            out.append(String.format(java.util.Locale.ROOT, "\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
