package assay.datasets.format;

import assay.core.Problem;
import assay.core.ProblemReport;
import assay.core.data.Row;
import assay.core.data.Value;
import assay.datasets.format.RecordPath.Step;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/**
 * The records of a JSON document, where a {@link RecordPath} says they lie. The document is read as
 * a stream; one record at a time is held.
 */
final class JsonDocumentRecords implements RecordReader {

  private static final int KEYS_NAMED = 12;

  /** A container that the way to the records leads into. */
  private static final class Level {
    final Step step;
    final int depth;
    final long line;
    final SequencedSet<String> otherKeys = new LinkedHashSet<>();
    boolean found;

    Level(Step step, int depth, long line) {
      this.step = step;
      this.depth = depth;
      this.line = line;
    }
  }

  private final String file;
  private final DecodedText text;
  private final InputLimits limits;
  private final RecordPath path;
  private final JsonParser parser;
  private final Deque<Level> levels = new ArrayDeque<>();
  private final Map<String, String> keys = new LinkedHashMap<>();
  private @Nullable Boolean recordsAreObjects;
  private boolean begun;
  private boolean ended;
  private long number;

  JsonDocumentRecords(String file, DecodedText text, RecordPath path, InputLimits limits)
      throws IOException {
    this.file = file;
    this.text = text;
    this.path = path;
    this.limits = limits;
    parser = JsonSyntax.factory(limits).createParser(text);
  }

  @Override
  public @Nullable Row read(ProblemReport problems) throws IOException {
    try {
      while (!ended) {
        Row row = begun ? advance(problems) : begin(problems);
        if (row != null) {
          return row;
        }
      }
    } catch (JsonProcessingException e) {
      ended = true;
      problems.add(JsonSyntax.problem(e, parser, file, 0));
    }
    return null;
  }

  private @Nullable Row begin(ProblemReport problems) throws IOException {
    begun = true;
    JsonToken token = parser.nextToken();
    if (token == null) {
      ended = true;
      problems.add(Problem.of("holds no JSON, only blanks").at(file));
      return null;
    }
    return descend(0, token, problems);
  }

  /** Goes on in the innermost container; a row where a record was met. */
  private @Nullable Row advance(ProblemReport problems) throws IOException {
    if (levels.isEmpty()) {
      finish(problems);
      return null;
    }
    Level level = levels.element();
    JsonToken token = parser.nextToken();
    if (token == JsonToken.END_ARRAY || token == JsonToken.END_OBJECT) {
      leave(levels.remove(), problems);
      return null;
    }
    return switch (level.step) {
      case Step.EachItem item -> descend(level.depth + 1, token, problems);
      case Step.EachKey key -> {
        keys.put(key.column(), parser.currentName());
        yield descend(level.depth + 1, parser.nextToken(), problems);
      }
      case Step.Key key -> {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        if (name.equals(key.name())) {
          level.found = true;
          yield descend(level.depth + 1, value, problems);
        }
        if (level.otherKeys.size() < KEYS_NAMED) {
          level.otherKeys.add(name);
        }
        parser.skipChildren();
        yield null;
      }
    };
  }

  private @Nullable Row descend(int depth, JsonToken token, ProblemReport problems)
      throws IOException {
    if (depth == path.steps().size()) {
      return record(token, problems);
    }
    Step step = path.steps().get(depth);
    long line = line();
    JsonToken wanted =
        switch (step) {
          case Step.EachItem item -> JsonToken.START_ARRAY;
          case Step.EachKey key -> JsonToken.START_OBJECT;
          case Step.Key key -> JsonToken.START_OBJECT;
        };
    if (token == wanted) {
      levels.push(new Level(step, depth, line));
      return null;
    }
    problems.add(
        Problem.of(
                "the records are not where 'records: "
                    + path.text()
                    + "' says: this is "
                    + name(token))
            .at(file, line, place())
            .expected(wanted == JsonToken.START_ARRAY ? "a list" : "an object")
            .remedy("say in 'records' where the records lie, for example data[] or {id}"));
    parser.skipChildren();
    return null;
  }

  private void leave(Level level, ProblemReport problems) {
    if (level.step instanceof Step.Key key && !level.found) {
      problems.add(
          Problem.of(
                  "there is no key '"
                      + key.name()
                      + "', which 'records: "
                      + path.text()
                      + "' names")
              .at(file, level.line, place())
              .expected("one of the keys there: " + String.join(", ", level.otherKeys)));
    }
  }

  private @Nullable Row record(JsonToken token, ProblemReport problems) throws IOException {
    long line = line();
    long before = problems.count();
    Value value = JsonRecordBuilder.build(parser, file, limits, 0, problems);
    long at = number++;
    boolean isObject = value instanceof Value.Fields;
    if (recordsAreObjects == null) {
      recordsAreObjects = isObject;
    } else if (recordsAreObjects != isObject) {
      problems.add(
          Problem.of("the record is " + name(token))
              .at(file, line, place())
              .expected(recordsAreObjects ? "an object, as the records before" : "no object"));
    }
    SequencedMap<String, Value> fields = new LinkedHashMap<>();
    keys.forEach((column, key) -> fields.put(column, new Value.Text(key)));
    if (value instanceof Value.Fields named) {
      named.fields().forEach((name, field) -> put(fields, name, field, line, problems));
    } else {
      put(fields, "value", value, line, problems);
    }
    return problems.count() > before ? null : new Row(file, at, line, new Value.Fields(fields));
  }

  private void put(
      SequencedMap<String, Value> fields,
      String name,
      Value value,
      long line,
      ProblemReport problems) {
    if (fields.putIfAbsent(name, value) != null) {
      problems.add(
          Problem.of("a column of 'records: " + path.text() + "' is a field of the record too")
              .at(file, line, name)
              .remedy("choose another name in the braces"));
    }
  }

  private void finish(ProblemReport problems) throws IOException {
    ended = true;
    JsonToken token = parser.nextToken();
    if (token != null) {
      problems.add(
          Problem.of("more follows behind the end of the JSON document: " + name(token))
              .at(file, line(), null)
              .expected("one document")
              .remedy("declare format: jsonl if each line is a record"));
    }
  }

  private long line() {
    return parser.currentTokenLocation().getLineNr();
  }

  private @Nullable String place() {
    String pointer = parser.getParsingContext().pathAsPointer().toString();
    return pointer.isEmpty() ? null : pointer;
  }

  /** What a token begins, in a user's words. */
  static String name(JsonToken token) {
    return switch (token) {
      case START_OBJECT, END_OBJECT, FIELD_NAME -> "an object";
      case START_ARRAY, END_ARRAY -> "a list";
      case VALUE_STRING -> "a text";
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
      case VALUE_TRUE, VALUE_FALSE -> "a truth value";
      case VALUE_NULL -> "null";
      case NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT -> "no JSON";
    };
  }

  @Override
  public void close() throws IOException {
    parser.close();
    text.close();
  }
}
