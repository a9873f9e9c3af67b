package assay.datasets.format;

import assay.core.data.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Reads what Python's {@code repr} writes of lists, tuples, dictionaries, texts, numbers, {@code
 * True}, {@code False}, {@code None} and {@code nan}: data frames leave such texts in the cells of
 * CSV and TSV files. Nothing is evaluated.
 */
final class PythonLiteral {

  private static final int DEPTH = 100;

  /** The text is no such literal. */
  private static final class NoLiteral extends Exception {
    private static final long serialVersionUID = 1L;

    NoLiteral() {
      super(null, null, false, false);
    }
  }

  private final String text;
  private int at;

  private PythonLiteral(String text) {
    this.text = text;
  }

  /** The value of a literal, or nothing where the text is none. */
  static Optional<Value> parse(String text) {
    PythonLiteral parser = new PythonLiteral(text);
    try {
      Value value = parser.value(0);
      parser.skipBlanks();
      return parser.at == text.length() ? Optional.of(value) : Optional.empty();
    } catch (NoLiteral e) {
      return Optional.empty();
    }
  }

  private Value value(int depth) throws NoLiteral {
    skipBlanks();
    char c = peek();
    if (depth > DEPTH) {
      throw new NoLiteral();
    }
    return switch (c) {
      case '[' -> items(']', depth);
      case '(' -> items(')', depth);
      case '{' -> fields(depth);
      case '\'', '"' -> new Value.Text(texts());
      default -> word();
    };
  }

  private Value items(char close, int depth) throws NoLiteral {
    at++;
    List<Value> items = new ArrayList<>();
    while (!ends(close)) {
      items.add(value(depth + 1));
      separator(close);
    }
    return new Value.Items(items);
  }

  private Value fields(int depth) throws NoLiteral {
    at++;
    SequencedMap<String, Value> fields = new LinkedHashMap<>();
    while (!ends('}')) {
      String name = value(depth + 1).asText();
      skipBlanks();
      if (peek() != ':') {
        throw new NoLiteral();
      }
      at++;
      if (fields.put(name, value(depth + 1)) != null) {
        throw new NoLiteral();
      }
      separator('}');
    }
    return new Value.Fields(fields);
  }

  private boolean ends(char close) throws NoLiteral {
    skipBlanks();
    if (peek() == close) {
      at++;
      return true;
    }
    return false;
  }

  private void separator(char close) throws NoLiteral {
    skipBlanks();
    if (peek() == ',') {
      at++;
    } else if (peek() != close) {
      throw new NoLiteral();
    }
  }

  /** One text, or several side by side, which are one. */
  private String texts() throws NoLiteral {
    StringBuilder all = new StringBuilder();
    do {
      quoted(all);
      skipBlanks();
    } while (at < text.length() && (text.charAt(at) == '\'' || text.charAt(at) == '"'));
    return all.toString();
  }

  private void quoted(StringBuilder out) throws NoLiteral {
    char quote = text.charAt(at++);
    while (peek() != quote) {
      char c = text.charAt(at++);
      if (c == '\n') {
        throw new NoLiteral();
      }
      if (c == '\\') {
        escaped(out);
      } else {
        out.append(c);
      }
    }
    at++;
  }

  private void escaped(StringBuilder out) throws NoLiteral {
    char c = peek();
    at++;
    switch (c) {
      case '\\', '\'', '"' -> out.append(c);
      case 'n' -> out.append('\n');
      case 'r' -> out.append('\r');
      case 't' -> out.append('\t');
      case 'x' -> out.appendCodePoint(hexadecimal(2));
      case 'u' -> out.append((char) hexadecimal(4));
      case 'U' -> out.appendCodePoint(hexadecimal(8));
      default -> out.append('\\').append(c);
    }
  }

  private int hexadecimal(int digits) throws NoLiteral {
    int value = 0;
    for (int i = 0; i < digits; i++) {
      int digit = Character.digit(peek(), 16);
      if (digit < 0) {
        throw new NoLiteral();
      }
      value = value * 16 + digit;
      at++;
    }
    if (!Character.isValidCodePoint(value)) {
      throw new NoLiteral();
    }
    return value;
  }

  private Value word() throws NoLiteral {
    int start = at;
    while (at < text.length() && ",:]})( \t\r\n".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    String word = text.substring(start, at);
    return switch (word) {
      case "None" -> Value.ABSENT;
      case "True" -> new Value.Bool(true);
      case "False" -> new Value.Bool(false);
      case "nan" -> new Value.Number("NaN");
      case "inf" -> new Value.Number("Infinity");
      case "-inf" -> new Value.Number("-Infinity");
      default -> {
        if (!Literals.isDecimal(word)) {
          throw new NoLiteral();
        }
        yield new Value.Number(word);
      }
    };
  }

  private void skipBlanks() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private char peek() throws NoLiteral {
    if (at >= text.length()) {
      throw new NoLiteral();
    }
    return text.charAt(at);
  }
}
