package assay.datasets.format;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A file for readers that need one: the table file itself, or what is packed in it, expanded into a
 * private folder that is deleted at the end.
 */
final class InnerFile implements Closeable {

  /** What DuckDB would take for a pattern of several files' names. */
  private static final Pattern PATTERN_CHARACTERS = Pattern.compile("[*?\\[\\]{}]");

  private final Path path;
  private final @Nullable Path folder;

  private InnerFile(Path path, @Nullable Path folder) {
    this.path = path;
    this.folder = folder;
  }

  /** The file of these bytes. */
  static InnerFile of(TableFile file, FileBytes bytes) throws IOException {
    Path real = file.path().toRealPath();
    boolean plain = bytes.isPlain();
    if (plain && !PATTERN_CHARACTERS.matcher(real.toString()).find()) {
      return new InnerFile(real, null);
    }
    Path folder = Files.createTempDirectory("assay-expanded-");
    InnerFile inner = new InnerFile(folder.resolve("table." + file.format().id()), folder);
    try (InputStream in = bytes.open()) {
      if (plain) {
        Files.createSymbolicLink(inner.path, real);
      } else {
        Files.copy(in, inner.path);
      }
      return inner;
    } catch (IOException e) {
      inner.close();
      throw e;
    }
  }

  Path path() {
    return path;
  }

  @Override
  public void close() throws IOException {
    if (folder != null) {
      Files.deleteIfExists(path);
      Files.deleteIfExists(folder);
    }
  }
}
