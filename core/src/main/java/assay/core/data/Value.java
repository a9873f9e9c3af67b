package assay.core.data;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * A value of a row, as the file has it. Numbers keep their literal, so that an identifier written
 * {@code 007} or {@code 11146778} is compared as text and nothing is rounded on the way.
 */
public sealed interface Value {

  /** The one absent value. */
  Value ABSENT = new Absent();

  /** Null, or a cell that is not there. */
  record Absent() implements Value {}

  /** A string. */
  record Text(String text) implements Value {}

  /**
   * A number by its literal.
   *
   * @param literal as written in the file; {@code NaN}, {@code Infinity} and {@code -Infinity}
   *     where a file has them
   */
  record Number(String literal) implements Value {
    /** The number as a double; NaN and infinities are themselves. */
    public double toDouble() {
      return Double.parseDouble(literal);
    }
  }

  /** True or false. */
  record Bool(boolean value) implements Value {}

  /**
   * Raw bytes, for example of a picture inside a Parquet file.
   *
   * @param bytes not copied: to be treated as immutable
   */
  @SuppressWarnings(
      "ArrayRecordComponent") // megabytes of picture: a list of boxed bytes would not do
  record Bytes(byte[] bytes) implements Value {}

  /** A list. */
  record Items(List<Value> items) implements Value {
    public Items {
      items = List.copyOf(items);
    }
  }

  /** Named values in the file's order. */
  record Fields(SequencedMap<String, Value> fields) implements Value {
    public Fields {
      fields = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(fields));
    }

    /** The value of this name, {@link Value#ABSENT} where there is none. */
    public Value get(String name) {
      return fields.getOrDefault(name, ABSENT);
    }
  }

  /** Whether there is nothing: null, or a cell that is not there. */
  default boolean isAbsent() {
    return this instanceof Absent;
  }

  /**
   * The value as text, the way it is compared and substituted: a string is itself, a number its
   * literal, absent the empty text; lists and named values in JSON notation; bytes by their count.
   */
  default String asText() {
    return switch (this) {
      case Absent absent -> "";
      case Text text -> text.text();
      case Number number -> number.literal();
      case Bool bool -> Boolean.toString(bool.value());
      case Bytes bytes -> "<" + bytes.bytes().length + " bytes>";
      case Items items -> ValueNotation.json(items);
      case Fields fields -> ValueNotation.json(fields);
    };
  }
}
