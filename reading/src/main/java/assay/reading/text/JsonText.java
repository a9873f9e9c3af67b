package assay.reading.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Objects of JSON within a text, with whatever prose or code fences around them. Strict within an
 * object (RFC 8259), but for a comma before a closing bracket; nested at most 64 deep; the work is
 * bounded by the length of the text.
 */
public final class JsonText {

  /** A value. */
  public sealed interface Json {
    /** Text. */
    record Text(String text) implements Json {}

    /** A number, as written. */
    record Number(String literal) implements Json {}

    /** True or false. */
    record Bool(boolean value) implements Json {}

    /** Null. */
    record Null() implements Json {}

    /** An array. */
    record Array(List<Json> values) implements Json {
      public Array {
        values = List.copyOf(values);
      }
    }

    /** An object; of a name given twice the last counts. */
    record Fields(Map<String, Json> fields, int start, int end) implements Json {}
  }

  private static final int DEEPEST = 64;
  private static final int MOST_OBJECTS = 10_000;

  private final String text;
  private int at;
  private long budget;

  private JsonText(String text) {
    this.text = text;
    budget = 8L * text.length() + 1024;
  }

  /** The outermost objects of a text in order; what does not parse is passed over. */
  public static List<Json.Fields> objects(String text) {
    JsonText json = new JsonText(text);
    List<Json.Fields> objects = new ArrayList<>();
    int from = text.indexOf('{');
    while (from >= 0 && json.budget > 0 && objects.size() < MOST_OBJECTS) {
      json.at = from;
      if (json.value(0) instanceof Json.Fields fields) {
        objects.add(fields);
        from = text.indexOf('{', json.at);
      } else {
        from = text.indexOf('{', from + 1);
      }
    }
    return objects;
  }

  /** The value here, or null where there is none; the position is then of no meaning. */
  private @Nullable Json value(int depth) {
    skipBlanks();
    if (at >= text.length() || depth > DEEPEST || budget-- <= 0) {
      return null;
    }
    char c = text.charAt(at);
    return switch (c) {
      case '{' -> fields(depth);
      case '[' -> array(depth);
      case '"' -> quoted();
      case 't' -> word("true", new Json.Bool(true));
      case 'f' -> word("false", new Json.Bool(false));
      case 'n' -> word("null", new Json.Null());
      default -> number();
    };
  }

  private @Nullable Json quoted() {
    String string = string();
    if (string == null) {
      return null;
    }
    return new Json.Text(string);
  }

  private @Nullable Json fields(int depth) {
    int start = at;
    at++;
    Map<String, Json> fields = new LinkedHashMap<>();
    while (true) {
      skipBlanks();
      if (at < text.length() && text.charAt(at) == '}') {
        at++;
        return new Json.Fields(fields, start, at);
      }
      String name = at < text.length() && text.charAt(at) == '"' ? string() : null;
      skipBlanks();
      if (name == null || at >= text.length() || text.charAt(at) != ':') {
        return null;
      }
      at++;
      Json value = value(depth + 1);
      if (value == null || !separated('}')) {
        return null;
      }
      fields.put(name, value);
    }
  }

  private @Nullable Json array(int depth) {
    at++;
    List<Json> values = new ArrayList<>();
    while (true) {
      skipBlanks();
      if (at < text.length() && text.charAt(at) == ']') {
        at++;
        return new Json.Array(values);
      }
      Json value = value(depth + 1);
      if (value == null || !separated(']')) {
        return null;
      }
      values.add(value);
    }
  }

  /** Passes over a comma; whether one stood here, or the closing bracket does. */
  private boolean separated(char close) {
    skipBlanks();
    if (at < text.length() && text.charAt(at) == ',') {
      at++;
      return true;
    }
    return at < text.length() && text.charAt(at) == close;
  }

  private @Nullable String string() {
    StringBuilder out = new StringBuilder();
    at++;
    while (at < text.length() && budget-- > 0) {
      char c = text.charAt(at++);
      if (c == '"') {
        return out.toString();
      }
      if (c != '\\') {
        out.append(c);
        continue;
      }
      if (at >= text.length()) {
        return null;
      }
      char escaped = text.charAt(at++);
      switch (escaped) {
        case 'n' -> out.append('\n');
        case 't' -> out.append('\t');
        case 'r' -> out.append('\r');
        case 'b' -> out.append('\b');
        case 'f' -> out.append('\f');
        case 'u' -> {
          int code = hexadecimal();
          if (code < 0) {
            return null;
          }
          out.append((char) code);
        }
        default -> out.append(escaped);
      }
    }
    return null;
  }

  private int hexadecimal() {
    if (at + 4 > text.length()) {
      return -1;
    }
    int code = 0;
    for (int i = 0; i < 4; i++) {
      int digit = Character.digit(text.charAt(at + i), 16);
      if (digit < 0) {
        return -1;
      }
      code = 16 * code + digit;
    }
    at += 4;
    return code;
  }

  private @Nullable Json word(String word, Json value) {
    if (!text.startsWith(word, at)) {
      return null;
    }
    at += word.length();
    return value;
  }

  private @Nullable Json number() {
    int start = at;
    while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    budget -= at - start;
    return at == start ? null : new Json.Number(text.substring(start, at));
  }

  private void skipBlanks() {
    int start = at;
    while (at < text.length() && text.charAt(at) <= ' ') {
      at++;
    }
    budget -= at - start;
  }
}
