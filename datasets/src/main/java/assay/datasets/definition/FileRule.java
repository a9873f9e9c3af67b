package assay.datasets.definition;

import assay.datasets.format.Format;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * A file of the publisher's, or several whose paths share a pattern.
 *
 * @param path relative to the data folder, with forward slashes; what its braces name become
 *     columns
 * @param format the declared format, or the one its name tells
 * @param records where the records lie in a JSON document, or null for a top-level array
 * @param sheet the sheet of a workbook or the entry of an archive, or null for the first
 * @param count how many records are expected in all files of the pattern, or null
 * @param sha256 expected SHA-256 by path; a single file's stands behind its path
 * @param line where the rule stands in the definition
 */
public record FileRule(
    NamePattern path,
    Format format,
    @Nullable String records,
    @Nullable String sheet,
    @Nullable Long count,
    SequencedMap<String, String> sha256,
    int line) {

  public FileRule {
    sha256 = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(sha256));
  }
}
