package assay.datasets.recording;

import assay.core.AssayException;
import assay.core.Problem;
import assay.core.ProblemReport;
import assay.core.data.Value;
import assay.datasets.definition.BenchmarkDefinition;
import assay.datasets.definition.NamePattern;
import assay.datasets.definition.RecordingRule;
import assay.datasets.format.Format;
import assay.datasets.yaml.Nearest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the files that are to be joined: of each, the first entry of the definition whose pattern
 * fits its name; of one system; of the split and subset chosen.
 */
final class RecordingFiles {

  private static final String SYSTEM = "system";
  private static final int MOST_LISTED = 30;
  private static final int MOST_SEEN = 3;

  private final BenchmarkDefinition definition;
  private final String split;
  private final @Nullable String subset;
  private final SequencedMap<String, String> settings;
  private final @Nullable String system;
  private final ProblemReport problems = new ProblemReport();
  private final List<RecordingFile> chosen = new ArrayList<>();
  private final SequencedSet<String> otherSystems = new LinkedHashSet<>();
  private final SequencedSet<String> otherSplits = new LinkedHashSet<>();
  private final List<String> seen = new ArrayList<>();
  private int passedOver;
  private boolean everySystem;

  /**
   * A search.
   *
   * @param settings what the command line adds, {@code system} chooses among entries and files
   */
  RecordingFiles(
      BenchmarkDefinition definition,
      String split,
      @Nullable String subset,
      SequencedMap<String, String> settings) {
    this.definition = definition;
    this.split = split;
    this.subset = subset;
    this.system = settings.get(SYSTEM);
    this.settings = new LinkedHashMap<>(settings);
    this.settings.remove(SYSTEM);
  }

  /**
   * The files among those given and in folders given, which must be of one system.
   *
   * @throws AssayException if a file does not exist, fits no entry, or is of another split or
   *     subset; if files are of several systems; or if there is none
   */
  List<RecordingFile> find(List<Path> given) {
    search(given);
    checkSystems(given);
    problems.throwIfAny(AssayException.Category.DATA);
    return chosen;
  }

  /**
   * The files among those given and in folders given, whatever their systems: a file that holds
   * answers of several, by entries with the same pattern, comes once for each.
   *
   * @throws AssayException if a file does not exist, fits no entry, or is of another split or
   *     subset
   */
  List<RecordingFile> findAll(List<Path> given) {
    everySystem = true;
    search(given);
    problems.throwIfAny(AssayException.Category.DATA);
    return chosen;
  }

  private void search(List<Path> given) {
    for (Path path : given) {
      if (Files.isDirectory(path)) {
        findIn(path);
      } else if (Files.isRegularFile(path)) {
        findFile(path);
      } else {
        problems.add(
            Problem.of("there is no such file or folder")
                .at(path.toString())
                .expected("a file of recorded answers, or a folder of such files"));
      }
    }
  }

  /** Systems that the files hold too, but whose answers were not asked for. */
  List<String> otherSystems() {
    List<String> others = new ArrayList<>(otherSystems);
    chosen.forEach(file -> others.remove(file.system()));
    return others;
  }

  /** How many files of the folders given are not used. */
  int passedOver() {
    return passedOver;
  }

  private void findFile(Path path) {
    List<RecordingFile> fitting = fitting(path);
    List<RecordingFile> files = select(fitting);
    files.forEach(this::take);
    if (fitting.isEmpty()) {
      undescribed(path);
    } else if (files.isEmpty()) {
      problems.add(otherSystem(path, fitting));
    }
  }

  private void take(RecordingFile found) {
    if (!found.isOf(split)) {
      problems.add(
          Problem.of("the recording is of split '" + String.join("' or '", found.splits()) + "'")
              .at(found.name())
              .expected("a recording of the chosen split '" + split + "'")
              .remedy("--split " + found.splits().getFirst() + ", or another file"));
    } else if (subset != null && found.subset() != null && !subset.equals(found.subset())) {
      problems.add(
          Problem.of("the recording is of subset '" + found.subset() + "'")
              .at(found.name())
              .expected("a recording of the chosen subset '" + subset + "'")
              .remedy(
                  "run " + definition.name() + "/" + found.subset() + ", or take another file"));
    } else {
      chosen.add(found);
    }
  }

  private void undescribed(Path path) {
    if (settings.containsKey("reply")) {
      chosen.add(described(path));
      return;
    }
    problems.add(
        Problem.of("the file's name fits no pattern of the benchmark's recordings")
            .at(path.toString())
            .expected(patterns())
            .remedy(
                "describe the file: recorded:"
                    + path
                    + ",reply=FIELD,id={FIELD} (or join=position), and gold=FIELD where it holds"
                    + " the right answers"));
  }

  /** The patterns that names are held against. */
  private String patterns() {
    List<String> patterns =
        definition.recordings().stream()
            .flatMap(rule -> rule.files().stream())
            .map(NamePattern::toString)
            .distinct()
            .toList();
    return patterns.isEmpty()
        ? "the benchmark describes no recordings"
        : String.join(", ", patterns.subList(0, Math.min(MOST_LISTED, patterns.size())))
            + (patterns.size() > MOST_LISTED ? ", …" : "");
  }

  /** A file that the command line alone describes. */
  private RecordingFile described(Path path) {
    String name = fileName(path);
    int dot = name.indexOf('.');
    String stem = dot > 0 ? name.substring(0, dot) : name;
    SequencedMap<String, String> all = new LinkedHashMap<>();
    all.put("files", "{file}");
    all.put(SYSTEM, escaped(system == null ? stem : system));
    all.putAll(settings);
    RecordingRule rule = BenchmarkDefinition.described(all, "recorded:" + path);
    return file(path, rule, new LinkedHashMap<>(), "described on the command line");
  }

  private static String escaped(String text) {
    return text.replace("{", "{{").replace("}", "}}");
  }

  private Problem otherSystem(Path path, List<RecordingFile> fitting) {
    List<String> systems = fitting.stream().map(RecordingFile::system).distinct().toList();
    return Problem.of("the file holds no answers of the system '" + system + "'")
        .at(path.toString())
        .expected("the system " + Nearest.phrase(String.valueOf(system), systems, MOST_LISTED));
  }

  private void findIn(Path folder) {
    try (Stream<Path> walk = Files.walk(folder)) {
      walk.filter(Files::isRegularFile).sorted().forEach(path -> considerOne(folder, path));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder + ": " + e.getMessage(), e);
    }
  }

  private void considerOne(Path folder, Path path) {
    List<RecordingFile> fitting = fitting(path);
    List<RecordingFile> files =
        select(fitting).stream()
            .filter(file -> file.isOf(split))
            .filter(file -> subset == null || file.subset() == null || subset.equals(file.subset()))
            .toList();
    boolean other = fitting.stream().noneMatch(f -> f.isOf(split));
    if (other) {
      fitting.forEach(f -> otherSplits.addAll(f.splits()));
    }
    chosen.addAll(files);
    if (files.isEmpty()) {
      passedOver++;
      if (seen.size() < MOST_SEEN) {
        seen.add(folder.relativize(path).toString());
      }
    }
  }

  /**
   * The first entry that fits, or the first of the system asked for; where every system is wanted,
   * those with the same pattern too.
   */
  private List<RecordingFile> select(List<RecordingFile> fitting) {
    fitting.stream().filter(f -> f.isOf(split)).forEach(f -> otherSystems.add(f.system()));
    List<RecordingFile> wanted =
        fitting.stream().filter(file -> system == null || system.equals(file.system())).toList();
    return everySystem
        ? wanted.stream()
            .filter(file -> file.pattern().equals(wanted.getFirst().pattern()))
            .toList()
        : wanted.stream().limit(1).toList();
  }

  private List<RecordingFile> fitting(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    List<RecordingFile> fitting = new ArrayList<>();
    for (RecordingRule rule : definition.recordings()) {
      for (NamePattern pattern : rule.files()) {
        Optional<SequencedMap<String, String>> parts = pattern.match(absolute);
        if (parts.isPresent()) {
          SequencedMap<String, Value> values = new LinkedHashMap<>();
          parts.get().forEach((name, part) -> values.put(name, new Value.Text(part)));
          RecordingRule effective =
              settings.isEmpty()
                  ? rule
                  : BenchmarkDefinition.withSettings(rule, settings, "recorded:" + path);
          fitting.add(file(path, effective, values, pattern.toString()));
          break;
        }
      }
    }
    return fitting;
  }

  private static RecordingFile file(
      Path path, RecordingRule rule, SequencedMap<String, Value> parts, String pattern) {
    Format format = rule.format();
    if (format == null) {
      format = Format.ofFileName(fileName(path)).orElse(Format.JSON);
    }
    return new RecordingFile(path, path.toString(), rule, format, parts, pattern);
  }

  private static String fileName(Path path) {
    @Nullable Path name = path.getFileName();
    return name == null ? "" : name.toString();
  }

  private void checkSystems(List<Path> given) {
    List<String> systems = chosen.stream().map(RecordingFile::system).distinct().toList();
    if (systems.size() > 1) {
      problems.add(
          Problem.of("the files are of " + systems.size() + " systems")
              .at(given.getFirst().toString())
              .expected("files of one system")
              .remedy(
                  "choose one: recorded:"
                      + given.getFirst()
                      + ",system=NAME with NAME one of "
                      + String.join(", ", systems.subList(0, Math.min(MOST_LISTED, systems.size())))
                      + (systems.size() > MOST_LISTED ? ", …" : "")));
    } else if (chosen.isEmpty() && problems.isEmpty()) {
      problems.add(none(given));
    }
  }

  private Problem none(List<Path> given) {
    Problem problem =
        Problem.of("no file fits the benchmark's recordings")
            .at(given.isEmpty() ? "recorded:" : given.getFirst().toString());
    String wanted =
        "a recording of split '"
            + split
            + "'"
            + (subset == null ? "" : ", subset '" + subset + "'")
            + (system == null ? "" : ", system '" + system + "'");
    if (system != null && !otherSystems.isEmpty()) {
      return problem.expected(
          wanted + "; there is " + Nearest.phrase(system, otherSystems, MOST_LISTED));
    }
    if (!otherSplits.isEmpty()) {
      return problem.expected(wanted + "; there are files of " + String.join(", ", otherSplits));
    }
    return problem
        .expected(wanted + ", whose name is like one of: " + patterns() + "; there is " + seen())
        .remedy(
            "give the folder that holds this benchmark's recordings; or one file with its fields:"
                + " recorded:FILE,reply=FIELD,id={FIELD}");
  }

  /** Some of what lies in the folders. */
  private String seen() {
    return seen.isEmpty()
        ? "no file"
        : String.join(", ", seen) + (passedOver > seen.size() ? ", …" : "");
  }
}
