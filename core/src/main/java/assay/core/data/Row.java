package assay.core.data;

import assay.core.Location;
import org.jspecify.annotations.Nullable;

/**
 * One record of a file.
 *
 * @param file the file as the user would name it
 * @param number 0-based position among the file's records
 * @param line 1-based line at which the record starts, or null in formats without lines
 * @param values the record's fields
 */
public record Row(String file, long number, @Nullable Long line, Value.Fields values) {

  /** The value of a field, {@link Value#ABSENT} where the record has none of that name. */
  public Value get(String field) {
    return values.get(field);
  }

  /**
   * The place of a field of this record, for messages; formats without lines count records from 1.
   */
  public Location locate(@Nullable String field) {
    return new Location(file, line == null ? Long.valueOf(number + 1) : line, field);
  }
}
