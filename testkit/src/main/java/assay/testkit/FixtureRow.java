package assay.testkit;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a {@link Fixture}. Every failure names file, line and column.
 *
 * @param file the fixture's name
 * @param line its line, from 1
 * @param columns the columns' names
 * @param fields its fields, as many
 */
public record FixtureRow(String file, int line, List<String> columns, List<String> fields) {
  /** Copies the lists. */
  public FixtureRow {
    columns = List.copyOf(columns);
    fields = List.copyOf(fields);
  }

  /** The field as it stands. */
  public String text(String column) {
    int at = columns.indexOf(column);
    if (at < 0) {
      throw new AssertionError(this + ": no column '" + column + "' among " + columns);
    }
    return fields.get(at);
  }

  /** Whether the field is empty. */
  public boolean isEmpty(String column) {
    return text(column).isEmpty();
  }

  /** The field as a number; also {@code nan}, {@code inf} and {@code -inf} in any case. */
  public double number(String column) {
    return number(column, text(column));
  }

  /** The field as an integer. */
  public int integer(String column) {
    try {
      return Integer.parseInt(text(column));
    } catch (NumberFormatException e) {
      throw notA("integer", column, text(column), e);
    }
  }

  /** The field as {@code true} or {@code false}, in any case, or 1 or 0. */
  public boolean flag(String column) {
    String text = text(column);
    if (text.equalsIgnoreCase("true") || text.equals("1")) {
      return true;
    }
    if (text.equalsIgnoreCase("false") || text.equals("0")) {
      return false;
    }
    throw notA("truth value", column, text, null);
  }

  /** The field as numbers separated by commas or spaces; none if it is empty. */
  public double[] numbers(String column) {
    return words(column).stream().mapToDouble(word -> number(column, word)).toArray();
  }

  /** The field as integers separated by commas or spaces; none if it is empty. */
  public int[] integers(String column) {
    try {
      return words(column).stream().mapToInt(Integer::parseInt).toArray();
    } catch (NumberFormatException e) {
      throw notA("list of integers", column, text(column), e);
    }
  }

  /** Where it stands, as {@code wilson.tsv:7}. */
  @Override
  public String toString() {
    return file + ":" + line;
  }

  private List<String> words(String column) {
    String text = text(column).strip();
    return text.isEmpty() ? List.of() : Arrays.asList(text.split("[, ]+", -1));
  }

  private double number(String column, String word) {
    if (word.equalsIgnoreCase("nan")) {
      return Double.NaN;
    }
    if (word.equalsIgnoreCase("inf") || word.equalsIgnoreCase("infinity")) {
      return Double.POSITIVE_INFINITY;
    }
    if (word.equalsIgnoreCase("-inf") || word.equalsIgnoreCase("-infinity")) {
      return Double.NEGATIVE_INFINITY;
    }
    try {
      return Double.parseDouble(word);
    } catch (NumberFormatException e) {
      throw notA("number", column, word, e);
    }
  }

  private AssertionError notA(String kind, String column, String text, @Nullable Throwable cause) {
    return new AssertionError(
        this + ": column '" + column + "' holds no " + kind + ": '" + text + "'", cause);
  }
}
