package assay.datasets.definition;

import assay.core.AssayException;
import assay.core.Problem;
import assay.datasets.yaml.Nearest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The benchmarks of some folders: each a folder of the benchmark's name that holds a {@code
 * benchmark.yaml}. A name in an earlier folder hides the same name in a later one.
 */
public final class BenchmarkCatalog {

  /** The file that makes a folder a benchmark. */
  public static final String FILE = "benchmark.yaml";

  /**
   * What a name stands for.
   *
   * @param file the definition's file
   * @param definition the definition
   * @param subset the part that is meant, or null for the whole
   */
  public record Found(Path file, BenchmarkDefinition definition, @Nullable String subset) {}

  private final List<Path> folders;

  /**
   * A catalogue; folders that do not exist are passed over.
   *
   * @param folders in the order in which they are looked through
   */
  public BenchmarkCatalog(List<Path> folders) {
    this.folders = List.copyOf(folders);
  }

  /** The names, sorted; no file is read. */
  public List<String> names() {
    return List.copyOf(files().keySet());
  }

  /** The definitions' files by name, sorted; no file is read. */
  public SequencedMap<String, Path> files() {
    TreeMap<String, Path> files = new TreeMap<>();
    for (Path folder : folders) {
      if (Files.isDirectory(folder)) {
        try (Stream<Path> entries = Files.list(folder)) {
          entries
              .map(entry -> entry.resolve(FILE))
              .filter(Files::isRegularFile)
              .forEach(file -> files.putIfAbsent(name(file), file));
        } catch (IOException e) {
          throw new UncheckedIOException("cannot list " + folder, e);
        }
      }
    }
    return files;
  }

  private static String name(Path file) {
    Path folder = file.getParent();
    Path name = folder == null ? null : folder.getFileName();
    return name == null ? "" : name.toString();
  }

  /**
   * The benchmark that a user means: {@code medqa}, {@code mirage/medqa}, or a path to a {@code
   * benchmark.yaml} or its folder.
   *
   * @throws AssayException if there is none of that name (the nearest are listed), or its file has
   *     problems
   */
  public Found find(String wanted) {
    SequencedMap<String, Path> files = files();
    Path known = files.get(wanted);
    if (known != null) {
      return read(known, null);
    }
    Path path = path(wanted);
    if (path != null) {
      return read(path, null);
    }
    int slash = wanted.lastIndexOf('/');
    if (slash > 0) {
      String whole = wanted.substring(0, slash);
      Path file = files.containsKey(whole) ? files.get(whole) : path(whole);
      if (file != null) {
        return read(file, wanted.substring(slash + 1));
      }
    }
    throw AssayException.usage(
        Problem.of("there is no benchmark '" + wanted + "'")
            .expected(
                Nearest.phrase(slash > 0 ? wanted.substring(0, slash) : wanted, files.keySet(), 12)
                    + ", or a path to a benchmark.yaml")
            .remedy("assay list benchmarks shows all"));
  }

  private static @Nullable Path path(String text) {
    try {
      Path path = Path.of(text);
      if (Files.isDirectory(path)) {
        path = path.resolve(FILE);
      }
      return Files.isRegularFile(path) ? path : null;
    } catch (java.nio.file.InvalidPathException e) {
      return null; // not a path on this system, so no file
    }
  }

  private static Found read(Path file, @Nullable String subset) {
    BenchmarkDefinition definition = BenchmarkDefinition.read(file);
    if (subset != null && !definition.benchmark().subsets().contains(subset)) {
      List<String> subsets = definition.benchmark().subsets();
      throw AssayException.usage(
          Problem.of("benchmark '" + definition.name() + "' has no subset '" + subset + "'")
              .expected(
                  subsets.isEmpty()
                      ? "'" + definition.name() + "' alone: it has no subsets"
                      : Nearest.phrase(subset, subsets, 20)));
    }
    return new Found(file, definition, subset);
  }
}
