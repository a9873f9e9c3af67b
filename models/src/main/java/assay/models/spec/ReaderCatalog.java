package assay.models.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Every reader that a model specification can name, with its options: what {@code assay list
 * models} prints and what {@link ModelSpec} checks against. Rooms add theirs by {@link #with}.
 */
public final class ReaderCatalog {

  private final List<ReaderEntry> entries;

  private ReaderCatalog(List<ReaderEntry> entries) {
    this.entries = List.copyOf(entries);
  }

  /** A catalog without readers. */
  public static ReaderCatalog empty() {
    return new ReaderCatalog(List.of());
  }

  /**
   * The same with one reader more.
   *
   * @throws IllegalArgumentException if there is one of this name already
   */
  public ReaderCatalog with(ReaderEntry entry) {
    if (find(entry.scheme(), entry.name()).isPresent()) {
      throw new IllegalArgumentException("reader " + entry.form() + " is there already");
    }
    List<ReaderEntry> more = new ArrayList<>(entries);
    more.add(entry);
    return new ReaderCatalog(more);
  }

  /** All readers, in the order in which they are listed. */
  public List<ReaderEntry> entries() {
    return entries;
  }

  Optional<ReaderEntry> find(ModelScheme scheme, @Nullable String name) {
    return entries.stream()
        .filter(entry -> entry.scheme() == scheme)
        .filter(entry -> entry.name() == null ? name == null : entry.name().equals(name))
        .findFirst();
  }

  List<String> names(ModelScheme scheme) {
    return entries.stream()
        .filter(entry -> entry.scheme() == scheme)
        .flatMap(entry -> Optional.ofNullable(entry.name()).stream())
        .toList();
  }
}
