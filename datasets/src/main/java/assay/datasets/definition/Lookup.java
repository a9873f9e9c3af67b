package assay.datasets.definition;

import assay.core.data.FieldPath;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * Texts that are taken from a column: one, those of a list, or those between separators; each
 * passed through a map.
 *
 * @param from the column
 * @param separator what stands between several values in one text, or null where a text is one
 *     value; the empty text makes every character a value
 * @param map value to text; empty where values stand for themselves
 * @param otherwise what a value becomes that the map lacks, or null where that is a fault
 */
public record Lookup(
    FieldPath from,
    @Nullable String separator,
    SequencedMap<String, String> map,
    @Nullable String otherwise) {

  public Lookup {
    map = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(map));
  }
}
