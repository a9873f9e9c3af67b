package assay.datasets.media;

import assay.core.AssayException;
import assay.core.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder that holds a benchmark's own files. What a data file names lies in it or is refused:
 * no absolute path, no {@code ..} that leads out, no symbolic link that does.
 */
public final class DataFolder {

  private static final int NEAREST = 3;

  private final Path root;

  private DataFolder(Path root) {
    this.root = root;
  }

  /**
   * The folder at a path.
   *
   * @throws AssayException if it is not there
   */
  public static DataFolder of(Path folder) {
    try {
      return new DataFolder(folder.toRealPath());
    } catch (IOException e) {
      throw new AssayException(
          AssayException.Category.USAGE,
          Problem.of("there is no such folder").at(folder.toString()),
          e);
    }
  }

  /**
   * The file of a name, which may be written with composed or decomposed accents.
   *
   * @param name relative, with forward slashes
   * @throws AssayException if the name leads out of the folder, or there is no such file; the
   *     nearest names are listed
   */
  public Path resolve(String name) {
    @Nullable Path file = existing(inside(name));
    for (Normalizer.Form form : List.of(Normalizer.Form.NFC, Normalizer.Form.NFD)) {
      if (file == null) {
        file = existing(inside(Normalizer.normalize(name, form)));
      }
    }
    if (file == null) {
      throw AssayException.data(missing(name));
    }
    try {
      Path real = file.toRealPath();
      if (!real.startsWith(root)) {
        throw outside(name);
      }
      return real;
    } catch (IOException e) {
      throw new AssayException(
          AssayException.Category.DATA,
          Problem.of("the file cannot be read: " + e.getMessage()).at(name),
          e);
    }
  }

  private Path inside(String name) {
    try {
      Path relative = Path.of(name);
      Path file = root.resolve(relative).normalize();
      if (relative.isAbsolute()
          || name.indexOf('\\') >= 0
          || name.isBlank()
          || !file.startsWith(root)) {
        throw outside(name);
      }
      return file;
    } catch (InvalidPathException e) {
      throw new AssayException(
          AssayException.Category.DATA,
          Problem.of("this is no name of a file: " + e.getReason()).at(name),
          e);
    }
  }

  private static @Nullable Path existing(Path file) {
    return Files.isRegularFile(file) ? file : null;
  }

  private AssayException outside(String name) {
    return AssayException.data(
        Problem.of("the name leads out of the data folder")
            .at(name)
            .expected("a path below " + root + ", written with forward slashes"));
  }

  private Problem missing(String name) {
    Problem problem = Problem.of("there is no such file in the data folder " + root).at(name);
    @Nullable Path folder = inside(name).getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      return problem;
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<String> near =
          files
              .map(file -> String.valueOf(file.getFileName()))
              .filter(other -> stem(other).equalsIgnoreCase(stem(name)))
              .sorted()
              .limit(NEAREST)
              .toList();
      return near.isEmpty() ? problem : problem.expected("perhaps " + String.join(", ", near));
    } catch (IOException e) {
      return problem;
    }
  }

  private static String stem(String name) {
    String last = name.substring(name.lastIndexOf('/') + 1);
    int dot = last.lastIndexOf('.');
    return dot > 0 ? last.substring(0, dot) : last;
  }
}
