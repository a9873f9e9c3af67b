package assay.core.data;

import java.util.ArrayList;
import java.util.List;

/**
 * A path into a record: {@code predicted_answer}, {@code prediction[0]}, {@code message.content},
 * {@code Row Number}. A field whose whole name equals the path is preferred, so names that hold
 * dots or brackets can be reached too.
 */
public final class FieldPath {

  private sealed interface Step {
    record Name(String name) implements Step {}

    record Index(int index) implements Step {}
  }

  private final String text;
  private final List<Step> steps;

  private FieldPath(String text, List<Step> steps) {
    this.text = text;
    this.steps = steps;
  }

  /**
   * Reads a path.
   *
   * @throws IllegalArgumentException if it is blank or a bracket does not hold a whole number
   */
  public static FieldPath parse(String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("field path is blank");
    }
    List<Step> steps = new ArrayList<>();
    int start = 0;
    int i = 0;
    while (i <= text.length()) {
      char c = i == text.length() ? '.' : text.charAt(i);
      if (c != '.' && c != '[') {
        i++;
        continue;
      }
      if (i > start) {
        steps.add(new Step.Name(text.substring(start, i)));
      } else if (c == '.' && (i == 0 || text.charAt(i - 1) != ']')) {
        throw new IllegalArgumentException(
            "field path '" + text + "' has an empty name at character " + (i + 1));
      }
      if (c == '[') {
        i = index(text, i, steps);
      } else {
        i++;
      }
      start = i;
    }
    return new FieldPath(text, List.copyOf(steps));
  }

  private static int index(String text, int open, List<Step> steps) {
    int close = text.indexOf(']', open);
    String digits = close < 0 ? "" : text.substring(open + 1, close);
    if (digits.isEmpty()
        || digits.length() > 9
        || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new IllegalArgumentException(
          "field path '"
              + text
              + "': expected a whole number in brackets at character "
              + (open + 1));
    }
    steps.add(new Step.Index(Integer.parseInt(digits)));
    return close + 1 < text.length() && text.charAt(close + 1) == '.' ? close + 2 : close + 1;
  }

  /** The value at this path, {@link Value#ABSENT} where the record has none. */
  public Value in(Value.Fields record) {
    if (record.fields().containsKey(text)) {
      return record.get(text);
    }
    Value value = record;
    for (Step step : steps) {
      value =
          switch (step) {
            case Step.Name name ->
                value instanceof Value.Fields fields ? fields.get(name.name()) : Value.ABSENT;
            case Step.Index at ->
                value instanceof Value.Items items && at.index() < items.items().size()
                    ? items.items().get(at.index())
                    : Value.ABSENT;
          };
    }
    return value;
  }

  /** Whether the record has the column that the path begins in, whatever stands in it. */
  public boolean beginsIn(Value.Fields record) {
    return record.fields().containsKey(text)
        || (steps.getFirst() instanceof Step.Name name && record.fields().containsKey(name.name()));
  }

  @Override
  public String toString() {
    return text;
  }
}
