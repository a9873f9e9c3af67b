package assay.datasets.format;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the records lie in a JSON document: keys divided by dots, {@code []} for every item of a
 * list, a name in braces for every key of an object, which becomes a column of that name.
 *
 * <ul>
 *   <li>{@code []}: a top-level array of records
 *   <li>{@code data[]}: the array under the key {@code data}
 *   <li>{@code {task}.{id}}: objects of objects of records; their keys are the columns task and id
 *   <li>{@code {split}[]}: an object of arrays of records
 * </ul>
 *
 * @param text the path as written
 * @param steps its steps from the document inwards
 */
record RecordPath(String text, List<Step> steps) {

  sealed interface Step {
    /** Into the value of this key. */
    record Key(String name) implements Step {}

    /** Into the value of every key; the key is a column. */
    record EachKey(String column) implements Step {}

    /** Into every item of a list. */
    record EachItem() implements Step {}
  }

  /** The items of a top-level array. */
  static final RecordPath TOP_LEVEL_ARRAY = new RecordPath("[]", List.of(new Step.EachItem()));

  /**
   * Reads a path.
   *
   * @throws IllegalArgumentException if it is none; the message says why
   */
  static RecordPath parse(String text) {
    List<Step> steps = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '[') {
        if (!text.startsWith("[]", at)) {
          throw wrong(text, "'[' is followed by ']'", at);
        }
        steps.add(new Step.EachItem());
        at += 2;
      } else if (c == '{') {
        int close = text.indexOf('}', at);
        if (close <= at + 1) {
          throw wrong(text, "a column name stands between '{' and '}'", at);
        }
        steps.add(new Step.EachKey(text.substring(at + 1, close).strip()));
        at = close + 1;
      } else {
        int end = at;
        while (end < text.length() && ".[{".indexOf(text.charAt(end)) < 0) {
          end++;
        }
        if (end == at) {
          throw wrong(text, "a key stands here", at);
        }
        steps.add(new Step.Key(text.substring(at, end)));
        at = end;
      }
      at = behindDot(text, at);
    }
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("records: the path is empty");
    }
    return new RecordPath(text, List.copyOf(steps));
  }

  private static int behindDot(String text, int at) {
    if (at == text.length() || text.charAt(at) == '[') {
      return at;
    }
    if (text.charAt(at) != '.' || at + 1 == text.length()) {
      throw wrong(text, "steps are divided by one dot", at);
    }
    return at + 1;
  }

  private static IllegalArgumentException wrong(String text, String expected, int at) {
    return new IllegalArgumentException(
        "records: '" + text + "', character " + (at + 1) + ": expected that " + expected);
  }
}
