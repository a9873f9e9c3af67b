package assay.core;

import org.jspecify.annotations.Nullable;

/**
 * Where a problem lies.
 *
 * @param file file, folder or address, as the user would write it
 * @param line 1-based line or record number, or null where there is none
 * @param field column, key path or option, or null where there is none
 */
public record Location(String file, @Nullable Long line, @Nullable String field) {

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(file);
    if (line != null) {
      text.append(':').append(line.longValue());
    }
    if (field != null) {
      text.append(" [").append(field).append(']');
    }
    return text.toString();
  }
}
