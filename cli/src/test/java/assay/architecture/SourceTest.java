package assay.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules of the house that show only in the source. */
class SourceTest {

  private static final Path ROOT = Path.of(System.getProperty("assay.root"));
  private static final int LONGEST = 800;
  private static final Pattern UNFINISHED = Pattern.compile("\\b(TODO|FIXME|HACK)\\b");
  private static final Pattern DISABLED = Pattern.compile("^\\s*@Disabled\\b");

  @Test
  void noFileIsLongerThanTheHouseAllows() {
    assertThat(sources().stream().filter(file -> lines(file).size() > LONGEST)).isEmpty();
  }

  @Test
  void nothingIsMarkedAsUnfinished() {
    assertThat(linesThat(UNFINISHED)).isEmpty();
  }

  @Test
  void noTestIsDisabled() {
    assertThat(linesThat(DISABLED)).isEmpty();
  }

  @Test
  void everyPackageSaysWhatLivesInIt() {
    assertThat(sources().stream().filter(file -> file.toString().contains("/src/main/")))
        .isNotEmpty()
        .allSatisfy(file -> assertThat(file.resolveSibling("package-info.java")).exists());
  }

  /**
   * {@code file:line: text} of each line that a pattern is found in, but for those that spell the
   * patterns.
   */
  private static List<String> linesThat(Pattern pattern) {
    List<String> found = new ArrayList<>();
    for (Path file : sources()) {
      List<String> lines = lines(file);
      for (int i = 0; i < lines.size(); i++) {
        if (pattern.matcher(lines.get(i)).find() && !lines.get(i).contains("Pattern.compile")) {
          found.add(ROOT.relativize(file) + ":" + (i + 1) + ": " + lines.get(i).strip());
        }
      }
    }
    return found;
  }

  private static List<Path> sources() {
    try (Stream<Path> rooms = Files.list(ROOT)) {
      return rooms
          .map(room -> room.resolve("src"))
          .filter(Files::isDirectory)
          .flatMap(SourceTest::javaFiles)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Path> javaFiles(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }
}
