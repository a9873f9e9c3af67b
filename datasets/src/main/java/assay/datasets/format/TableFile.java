package assay.datasets.format;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file of records and how to read it.
 *
 * @param path the file
 * @param displayName the file as the user would name it, for messages
 * @param format the declared format
 * @param records where the records lie in a JSON document, a {@link RecordPath}; null means a
 *     top-level array or a sequence of objects
 * @param sheet the sheet of a workbook, by default the first; or the entry of an archive that holds
 *     several, {@code ENTRY} or {@code ENTRY#SHEET}
 */
public record TableFile(
    Path path,
    String displayName,
    Format format,
    @Nullable String records,
    @Nullable String sheet) {

  /** A file whose records lie where its format has them by default. */
  public static TableFile of(Path path, Format format) {
    return new TableFile(path, path.toString(), format, null, null);
  }
}
