package assay.datasets.sample;

import assay.datasets.definition.FileRule;
import assay.datasets.format.TableFile;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * A file of a split, found.
 *
 * @param rule the rule that it belongs to
 * @param path where it lies
 * @param name its path below the data folder, with forward slashes
 * @param parts what the braces of the rule's path stand for
 */
record SplitFile(FileRule rule, Path path, String name, SequencedMap<String, String> parts) {

  SplitFile {
    parts = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(parts));
  }

  /** How it is read. */
  TableFile table() {
    return new TableFile(path, name, rule.format(), rule.records(), rule.sheet());
  }

  /** The SHA-256 that it must have, or null where none is declared. */
  @Nullable String expectedSha256() {
    return rule.sha256().get(name);
  }
}
