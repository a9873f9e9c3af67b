package assay.models.spec;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of the list of readers.
 *
 * @param scheme the kind of specification
 * @param name the reader's name where the scheme has named readers, else null
 * @param title what it is, in a few words
 * @param options the options that it takes
 */
public record ReaderEntry(
    ModelScheme scheme, @Nullable String name, String title, List<SpecOption> options) {
  public ReaderEntry {
    options = List.copyOf(options);
  }

  /** How it is written on the command line, without its options. */
  public String form() {
    return name == null ? scheme.form() : scheme.id() + ":" + name;
  }
}
