package assay.datasets.format;

import assay.core.Problem;
import assay.core.ProblemReport;
import assay.core.data.Value;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Builds one record's value from a parser's tokens, within the bounds. */
final class JsonRecordBuilder {

  private static final int WEIGHT_OF_VALUE = 16;

  private final JsonParser parser;
  private final String file;
  private final InputLimits limits;
  private final long linesBefore;
  private final ProblemReport problems;
  private long weight;

  private JsonRecordBuilder(
      JsonParser parser,
      String file,
      InputLimits limits,
      long linesBefore,
      ProblemReport problems) {
    this.parser = parser;
    this.file = file;
    this.limits = limits;
    this.linesBefore = linesBefore;
    this.problems = problems;
  }

  /**
   * The value that begins at the parser's current token. A name that stands twice in an object is
   * reported.
   *
   * @param linesBefore how many lines of the file lie before what the parser reads
   * @throws IOException if it is no JSON, or goes beyond the bounds
   */
  static Value build(
      JsonParser parser, String file, InputLimits limits, long linesBefore, ProblemReport problems)
      throws IOException {
    JsonToken token = parser.currentToken();
    return new JsonRecordBuilder(parser, file, limits, linesBefore, problems).value(token, 0);
  }

  private Value value(JsonToken token, int depth) throws IOException {
    weigh(WEIGHT_OF_VALUE);
    return switch (token) {
      case VALUE_STRING -> new Value.Text(text());
      case VALUE_NUMBER_INT -> new Value.Number(text());
      case VALUE_NUMBER_FLOAT -> new Value.Number(literal(text()));
      case VALUE_TRUE -> new Value.Bool(true);
      case VALUE_FALSE -> new Value.Bool(false);
      case VALUE_NULL -> Value.ABSENT;
      case START_ARRAY -> items(depth);
      case START_OBJECT -> fields(depth);
      case END_ARRAY, END_OBJECT, FIELD_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
          throw new IllegalStateException("no value begins with " + token);
    };
  }

  private String text() throws IOException {
    String text = parser.getText();
    weigh(text.length());
    return text;
  }

  /** NaN and infinities as {@link Double#parseDouble} reads them; other numbers as written. */
  private static String literal(String text) {
    return switch (text) {
      case "INF", "+INF", "+Infinity" -> "Infinity";
      case "-INF" -> "-Infinity";
      case "+NaN", "-NaN" -> "NaN";
      default -> text;
    };
  }

  private Value items(int depth) throws IOException {
    List<Value> items = new ArrayList<>();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      items.add(value(token, depth + 1));
    }
    return new Value.Items(items);
  }

  private Value fields(int depth) throws IOException {
    SequencedMap<String, Value> fields = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      weigh(name.length());
      if (fields.containsKey(name)) {
        problems.add(
            Problem.of("the key stands twice in one record")
                .at(file, linesBefore + parser.currentTokenLocation().getLineNr(), path(depth))
                .expected("each key once")
                .remedy("remove one of them"));
      }
      fields.put(name, value(parser.nextToken(), depth + 1));
    }
    return new Value.Fields(fields);
  }

  /** The path of the current name within the record, {@code options.A} or {@code items[2].id}. */
  private String path(int depth) {
    Deque<String> names = new ArrayDeque<>();
    JsonStreamContext context = parser.getParsingContext();
    for (int i = 0; i <= depth; i++) {
      names.push(
          context.inArray()
              ? "[" + context.getCurrentIndex() + "]"
              : "." + context.getCurrentName());
      context = context.getParent();
    }
    String path = String.join("", names);
    return path.startsWith(".") ? path.substring(1) : path;
  }

  private void weigh(long more) throws StreamConstraintsException {
    weight += more;
    if (weight > limits.recordCharacters()) {
      throw new StreamConstraintsException(
          "a record holds more than "
              + limits.recordCharacters()
              + " characters (assay.limits.record-characters); does it need 'records:' to say where"
              + " the records lie",
          parser.currentTokenLocation());
    }
  }
}
