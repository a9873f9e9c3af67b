package assay.datasets.sample;

import assay.core.AssayException;
import assay.core.Problem;
import assay.core.ProblemReport;
import assay.datasets.definition.BenchmarkDefinition;
import assay.datasets.definition.DataRule;
import assay.datasets.definition.FileRule;
import assay.datasets.definition.NamePattern;
import assay.datasets.media.DataFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the files of a split below the data folder. Paths are looked up in the folder itself, then
 * in the folder that the definition names; all of them in the same one.
 */
final class SplitFiles {

  private final BenchmarkDefinition definition;
  private final Path root;
  private final ProblemReport problems;

  private SplitFiles(BenchmarkDefinition definition, Path root, ProblemReport problems) {
    this.definition = definition;
    this.root = root;
    this.problems = problems;
  }

  /**
   * The folder in which the definition's paths hold.
   *
   * @throws AssayException if the data folder is none
   */
  static Path root(BenchmarkDefinition definition, Path dataFolder, String split) {
    if (!Files.isDirectory(dataFolder)) {
      throw AssayException.usage(
          Problem.of("the data folder does not exist, or is no folder")
              .at(dataFolder.toString())
              .expected("the folder that holds the benchmark's files")
              .remedy("--data DIR, or the environment variable ASSAY_DATA"));
    }
    DataRule data = definition.data();
    String folder = data.folder();
    if (folder != null) {
      Path below = dataFolder.resolve(folder);
      List<FileRule> rules = data.splits().getOrDefault(split, List.of());
      for (FileRule rule : rules) {
        if (!matches(rule.path(), dataFolder).isEmpty()) {
          return dataFolder;
        }
      }
      if (Files.isDirectory(below)) {
        return below;
      }
    }
    return dataFolder;
  }

  /** The files of a split in order; missing ones are problems. */
  static List<SplitFile> find(
      BenchmarkDefinition definition, Path root, String split, ProblemReport problems) {
    SplitFiles search = new SplitFiles(definition, root, problems);
    List<SplitFile> files = new ArrayList<>();
    for (FileRule rule : definition.data().splits().getOrDefault(split, List.of())) {
      files.addAll(search.files(rule));
    }
    return files;
  }

  /** The further tables by name; missing ones are problems. */
  static SequencedMap<String, SplitFile> tables(
      BenchmarkDefinition definition, Path root, ProblemReport problems) {
    SplitFiles search = new SplitFiles(definition, root, problems);
    SequencedMap<String, SplitFile> tables = new LinkedHashMap<>();
    definition
        .data()
        .tables()
        .forEach((name, rule) -> search.files(rule).forEach(file -> tables.put(name, file)));
    return tables;
  }

  private List<SplitFile> files(FileRule rule) {
    List<SplitFile> files = new ArrayList<>();
    for (Map.Entry<String, SequencedMap<String, String>> match :
        matches(rule.path(), root).entrySet()) {
      try {
        Path path = DataFolder.of(root).resolve(match.getKey());
        files.add(new SplitFile(rule, path, match.getKey(), match.getValue()));
      } catch (AssayException e) {
        problems.addAll(e); // a link that leads out of the data folder
      }
    }
    if (matches(rule.path(), root).isEmpty()) {
      missing(rule, rule.path().toString());
    } else {
      for (String declared : rule.sha256().keySet()) {
        if (files.stream().noneMatch(file -> file.name().equals(declared))) {
          missing(rule, declared);
        }
      }
    }
    return files;
  }

  private void missing(FileRule rule, String name) {
    String folder = definition.data().folder();
    problems.add(
        Problem.of("there is no file '" + name + "' in " + root)
            .at(definition.displayName(), (long) rule.line(), null)
            .expected(
                "the publisher's file there"
                    + (folder == null ? "" : ", or in its folder '" + folder + "'"))
            .remedy(
                "the benchmark's README.md says how to get the data; --data names their folder"));
  }

  /** Paths below a folder that fit a pattern, sorted, with the parts that its braces name. */
  private static SequencedMap<String, SequencedMap<String, String>> matches(
      NamePattern pattern, Path root) {
    SequencedMap<String, SequencedMap<String, String>> found = new LinkedHashMap<>();
    List<String> steps = List.of(pattern.toString().split("/", -1));
    for (String path : walk(root, "", steps)) {
      pattern.match(Path.of(path)).ifPresent(parts -> found.put(path, parts));
    }
    return found;
  }

  private static List<String> walk(Path root, String prefix, List<String> steps) {
    String step = steps.getFirst();
    boolean last = steps.size() == 1;
    List<String> paths = new ArrayList<>();
    for (String name : step.contains("{") ? names(root.resolve(prefix)) : List.of(step)) {
      String path = prefix.isEmpty() ? name : prefix + "/" + name;
      if (last ? Files.isRegularFile(root.resolve(path)) : Files.isDirectory(root.resolve(path))) {
        if (last) {
          paths.add(path);
        } else {
          paths.addAll(walk(root, path, steps.subList(1, steps.size())));
        }
      }
    }
    return paths;
  }

  private static List<String> names(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(entry -> lastName(entry)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder + ": " + e.getMessage(), e);
    }
  }

  private static String lastName(Path path) {
    @Nullable Path name = path.getFileName();
    return name == null ? "" : name.toString();
  }
}
