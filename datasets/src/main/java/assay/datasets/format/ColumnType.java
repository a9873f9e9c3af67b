package assay.datasets.format;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The type that {@code columns} of a benchmark declares for a column. Types are declared, never
 * guessed: a cell that does not fit is a problem, and a column that is not declared stays as the
 * file has it.
 */
public enum ColumnType {
  /** Text; numbers and truth values become their literal. */
  STRING("string"),
  /** A whole number, of any length. */
  INTEGER("integer"),
  /** A number by its literal; NaN and infinities are numbers. */
  NUMBER("number"),
  /** True or false, also written as text. */
  BOOLEAN("boolean"),
  /** A calendar date as ISO 8601 has it, {@code 2024-06-26}. */
  DATE("date"),
  /** Raw bytes; text is read as Base64. */
  BYTES("bytes"),
  /**
   * A picture: bytes, a path, or Hugging Face's record of both. What it means is settled where
   * samples are made; here it is passed on as it stands.
   */
  IMAGE("image"),
  /** A list of texts; a text cell is read as a JSON or Python list. */
  LIST_STRING("list<string>"),
  /** A list of pictures; a text cell is read as a JSON or Python list. */
  LIST_IMAGE("list<image>"),
  /** Names and texts; a text cell is read as a JSON or Python object. */
  MAP_STRING("map<string>"),
  /** Anything nested; a text cell is read as JSON, or as a Python literal. */
  JSON("json");

  private final String id;

  ColumnType(String id) {
    this.id = id;
  }

  /** The name in {@code benchmark.yaml}. */
  public String id() {
    return id;
  }

  /** The type of this id; blanks and upper and lower case do not matter. */
  public static Optional<ColumnType> byId(String id) {
    String wanted = id.replace(" ", "").toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(type -> type.id.equals(wanted)).findFirst();
  }

  /** Every id, in the order of declaration. */
  public static List<String> ids() {
    return Arrays.stream(values()).map(ColumnType::id).toList();
  }
}
