package assay.perf.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Where measurements are made: the checkout whose {@code ./assay} is measured, and a temporary
 * folder that goes away with this.
 *
 * @param checkout the checkout
 * @param folder for everything that is written
 */
public record Place(Path checkout, Path folder) implements AutoCloseable {

  /** The checkout that {@code assay.root} names, by default the working directory. */
  public static Place open() throws IOException {
    Path checkout = Path.of(System.getProperty("assay.root", ".")).toAbsolutePath().normalize();
    if (!Files.isExecutable(checkout.resolve("assay"))) {
      throw new IOException(
          "there is no ./assay in "
              + checkout
              + "; start from the checkout's root, by ./perf/measure");
    }
    return new Place(checkout, Files.createTempDirectory("assay-perf"));
  }

  /** The command {@code ./assay} with these arguments. */
  public Program assay(String... arguments) {
    String[] words = new String[arguments.length + 1];
    words[0] = checkout.resolve("assay").toString();
    System.arraycopy(arguments, 0, words, 1, arguments.length);
    return Program.of(words).env("ASSAY_CACHE", folder.resolve("cache").toString());
  }

  /** A file or folder of this name in the temporary folder; it need not be there. */
  public Path file(String name) {
    return folder.resolve(name);
  }

  /** Deletes a file of the temporary folder, or a folder with what is in it, if it is there. */
  public void delete(Path file) {
    if (!file.startsWith(folder)) {
      throw new IllegalArgumentException(file + " is not in " + folder);
    }
    if (!Files.exists(file)) {
      return;
    }
    try (Stream<Path> all = Files.walk(file)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    delete(folder);
  }
}
