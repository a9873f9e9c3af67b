package assay.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/**
 * Finds the real data that tests read but the repository does not hold. The folder is the system
 * property {@code assay.data}; without it, {@code shared/data} beside or above any folder that
 * holds the working directory.
 */
public final class SharedData {
  /** The system property that names the folder. */
  public static final String PROPERTY = "assay.data";

  private SharedData() {}

  /**
   * A file or folder of the data, such as {@code medagents-benchmark} or {@code
   * mirage/benchmark.json}.
   *
   * @throws TestAbortedException where it is missing: the test is reported as skipped, and why
   */
  public static Path require(String name) {
    Path root = root(System.getProperty(PROPERTY), Path.of("").toAbsolutePath());
    Path path = root.resolve(name).normalize();
    if (!path.startsWith(root)) {
      throw new IllegalArgumentException("'" + name + "' leaves the data folder " + root);
    }
    if (Files.notExists(path)) {
      throw new TestAbortedException(
          "real data are missing: no '"
              + name
              + "' in "
              + root
              + "; say where they are by -D"
              + PROPERTY
              + "=FOLDER");
    }
    return path;
  }

  /** Whether that file or folder is there; for conditions that are wider than one test. */
  public static boolean has(String name) {
    Path root = root(System.getProperty(PROPERTY), Path.of("").toAbsolutePath());
    return Files.exists(root.resolve(name));
  }

  static Path root(@Nullable String property, Path workingDirectory) {
    if (property != null && !property.isBlank()) {
      return workingDirectory.resolve(property).normalize();
    }
    for (Path at = workingDirectory; at != null; at = at.getParent()) {
      Path data = at.resolve("shared").resolve("data");
      if (Files.isDirectory(data)) {
        return data;
      }
    }
    return workingDirectory.resolveSibling("shared").resolve("data").normalize();
  }
}
