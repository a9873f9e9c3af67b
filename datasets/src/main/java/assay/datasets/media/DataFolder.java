package assay.datasets.media;

import assay.core.AssayException;
import assay.core.Problem;
import assay.datasets.yaml.Nearest;
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

  /** Names of a folder that are compared with one that is missing. */
  private static final int COMPARED = 20_000;

  private final Path root;

  private DataFolder(Path root) {
    this.root = root;
  }

  /**
   * The folder at a path.
   *
   * @throws AssayException if it is not there, or is no folder
   */
  public static DataFolder of(Path folder) {
    try {
      Path real = folder.toRealPath();
      if (!Files.isDirectory(real)) {
        throw AssayException.usage(
            Problem.of("this is a file, not a folder").at(folder.toString()));
      }
      return new DataFolder(real);
    } catch (IOException e) {
      throw new AssayException(
          AssayException.Category.USAGE,
          Problem.of("there is no such folder").at(folder.toString()),
          e);
    }
  }

  /** Its path, with every symbolic link followed. */
  public Path root() {
    return root;
  }

  /**
   * The file of a name. Accented letters may be composed in the name and decomposed on the disk, or
   * the other way about, in each part of the path.
   *
   * @param name relative, with forward slashes
   * @return the file with every symbolic link followed; it lies in this folder
   * @throws AssayException if the name leads out of the folder, or there is no such file; the
   *     nearest names are listed
   */
  public Path resolve(String name) {
    Path file = root.resolve(inside(name));
    if (!Files.isRegularFile(file)) {
      Path other = normalised(file);
      if (other == null || !Files.isRegularFile(other)) {
        throw AssayException.data(missing(name, file));
      }
      file = other;
    }
    try {
      Path real = file.toRealPath();
      if (!real.startsWith(root)) {
        throw outside("a symbolic link on the way leads out of the data folder", name);
      }
      return real;
    } catch (IOException e) {
      throw new AssayException(
          AssayException.Category.DATA,
          Problem.of("the file cannot be read: " + e.getMessage()).at(name),
          e);
    }
  }

  /** The name as a path below this folder. */
  private Path inside(String name) {
    try {
      Path relative = Path.of(name);
      Path file = root.resolve(relative).normalize();
      boolean stays = file.startsWith(root) && !file.equals(root);
      if (relative.isAbsolute() || name.isBlank() || name.indexOf('\\') >= 0 || !stays) {
        throw outside("the name leads out of the data folder", name);
      }
      return root.relativize(file);
    } catch (InvalidPathException e) {
      throw new AssayException(
          AssayException.Category.DATA,
          Problem.of("this is no name of a file: " + e.getReason()).at(name.replace("\0", "\\0")),
          e);
    }
  }

  /** The same path with each part as it is written on the disk, or null where there is none. */
  private @Nullable Path normalised(Path file) {
    Path found = root;
    for (Path part : root.relativize(file)) {
      Path next = null;
      for (String spelling : spellings(part.toString())) {
        if (Files.exists(found.resolve(spelling))) {
          next = found.resolve(spelling);
          break;
        }
      }
      if (next == null) {
        return null;
      }
      found = next;
    }
    return found;
  }

  private static List<String> spellings(String part) {
    return List.of(
        part,
        Normalizer.normalize(part, Normalizer.Form.NFC),
        Normalizer.normalize(part, Normalizer.Form.NFD));
  }

  private AssayException outside(String what, String name) {
    return AssayException.data(
        Problem.of(what)
            .at(name)
            .expected("a path below " + root + ", written with forward slashes"));
  }

  private Problem missing(String name, Path file) {
    Problem problem =
        Problem.of(
                Files.isDirectory(file)
                    ? "this is a folder, not a file"
                    : "there is no such file in the data folder " + root)
            .at(name)
            .remedy("get the file from the publisher, or check the data folder");
    Path folder = file.getParent();
    while (folder != null && folder.startsWith(root) && !Files.isDirectory(folder)) {
      file = folder;
      folder = folder.getParent();
    }
    if (folder == null || !folder.startsWith(root) || Files.isDirectory(file)) {
      return problem;
    }
    String wanted = String.valueOf(file.getFileName());
    try (Stream<Path> files = Files.list(folder)) {
      List<String> names =
          files
              .map(other -> root.relativize(other).toString().replace('\\', '/'))
              .sorted()
              .limit(COMPARED)
              .toList();
      String place = root.relativize(folder).resolve(wanted).toString();
      return names.isEmpty() ? problem : problem.expected(Nearest.phrase(place, names, NEAREST));
    } catch (IOException e) {
      return problem;
    }
  }
}
