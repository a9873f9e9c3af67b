package assay.cli.wiring;

import assay.core.AssayException;
import assay.core.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Where things lie on this machine.
 *
 * @param home folder of the installation: {@code benchmarks}, {@code schema}
 * @param work folder in which the command was called
 * @param cache folder for prepared images and kept replies, for its owner's eyes only
 * @param environment reads environment variables
 */
public record Places(
    Path home, Path work, Path cache, UnaryOperator<@Nullable String> environment) {

  /**
   * The places by the system property {@code assay.home} and the environment: {@code ASSAY_CACHE},
   * else {@code XDG_CACHE_HOME/assay}, else {@code ~/.cache/assay}.
   */
  public static Places detect(UnaryOperator<@Nullable String> environment) {
    Path home = Path.of(System.getProperty("assay.home", ".")).toAbsolutePath().normalize();
    return new Places(home, Path.of("").toAbsolutePath(), cache(environment), environment);
  }

  private static Path cache(UnaryOperator<@Nullable String> environment) {
    @Nullable String own = environment.apply("ASSAY_CACHE");
    if (own != null && !own.isEmpty()) {
      return Path.of(own);
    }
    @Nullable String shared = environment.apply("XDG_CACHE_HOME");
    return shared != null && !shared.isEmpty()
        ? Path.of(shared, "assay")
        : Path.of(System.getProperty("user.home", "."), ".cache", "assay");
  }

  /**
   * Folders in which benchmarks are looked for: {@code benchmarks} here, then those of the
   * installation.
   */
  public List<Path> benchmarkFolders() {
    List<Path> folders = new ArrayList<>();
    Path own = work.resolve("benchmarks");
    if (Files.isDirectory(own)) {
      folders.add(own);
    }
    Path installed = home.resolve("benchmarks");
    if (Files.isDirectory(installed) && !installed.equals(own)) {
      folders.add(installed);
    }
    return folders;
  }

  /**
   * The data folder: what the option says, else {@code ASSAY_DATA}.
   *
   * @throws AssayException if neither says any, or it is not a folder
   */
  public Path data(@Nullable Path option) {
    @Nullable String variable = environment.apply("ASSAY_DATA");
    @Nullable Path named =
        option == null && variable != null && !variable.isEmpty() ? Path.of(variable) : option;
    if (named == null) {
      throw AssayException.usage(
          Problem.of("no data folder is named")
              .expected("the folder that holds the benchmark's own files")
              .remedy("add --data DIR, or set the environment variable ASSAY_DATA"));
    }
    if (!Files.isDirectory(named)) {
      throw AssayException.usage(
          Problem.of(
                  Files.exists(named)
                      ? "the data folder is a file"
                      : "there is no such data folder")
              .at(named.toString())
              .remedy("name the folder that holds the benchmark's own files with --data DIR"));
    }
    return named;
  }

  /**
   * Place of a new run file: {@code runs/<benchmark>/<model>-<time>.assay} under the work folder.
   */
  public Path newRun(String benchmark, String model, String time) {
    return work.resolve("runs")
        .resolve(fileName(benchmark))
        .resolve(fileName(model) + "-" + fileName(time) + ".assay");
  }

  /**
   * A name that every file system takes: all but letters, digits, dot, underscore and hyphen
   * becomes a hyphen.
   */
  static String fileName(String text) {
    String safe = text.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[.-]+|[.-]+$", "");
    String kept = safe.length() > 100 ? safe.substring(0, 100) : safe;
    return kept.isEmpty() ? "unnamed" : kept;
  }
}
