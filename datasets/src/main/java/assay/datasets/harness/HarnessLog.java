package assay.datasets.harness;

import assay.core.AssayException;
import assay.core.Problem;
import assay.datasets.recording.KeptAnswers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A log that another evaluation program wrote, recognised by its content. */
public final class HarnessLog {

  private static final List<LogFormat> FORMATS =
      List.of(
          new LmEvalLog(false),
          new LmEvalLog(true),
          new VlmEvalKitLog(),
          new InspectLog(),
          new PromptfooLog(),
          new HelmLog(),
          new SimpleEvalsLog());

  private final LogFile file;
  private final LogFormat format;
  private final LogFormat.Heading heading;
  private @Nullable SequencedMap<LoggedTrial.Origin, String> origins;

  private HarnessLog(LogFile file, LogFormat format) {
    this.file = file;
    this.format = format;
    this.heading = format.heading(file);
  }

  /** The log that a file is; empty where it is none that is known, or holds no answers. */
  public static Optional<HarnessLog> find(Path path) {
    if (!Files.isRegularFile(path)) {
      return Optional.empty();
    }
    LogFile file = LogFile.of(path);
    if (Aggregate.of(file).isPresent()) {
      return Optional.empty();
    }
    return FORMATS.stream()
        .filter(format -> format.recognises(file))
        .findFirst()
        .map(format -> new HarnessLog(file, format));
  }

  /**
   * The log that a file is; empty where it is none that is known.
   *
   * @throws AssayException if a program wrote it that is known, but it holds figures and no answers
   */
  public static Optional<HarnessLog> findAnswers(Path path) {
    if (Files.isRegularFile(path)) {
      Aggregate.of(LogFile.of(path))
          .ifPresent(
              aggregate -> {
                throw aggregate.problem(path);
              });
    }
    return find(path);
  }

  /**
   * The log that a file is.
   *
   * @throws AssayException if there is no such file, it holds figures and no answers, or it is of
   *     no known form: what it holds, and what each program's logs hold
   */
  public static HarnessLog open(Path path) {
    if (!Files.isRegularFile(path)) {
      throw AssayException.usage(
          Problem.of(Files.isDirectory(path) ? "this is a folder" : "there is no such file")
              .at(path.toString())
              .expected("a log file of " + programs())
              .remedy(Files.isDirectory(path) ? "name the log file in it" : "check the path"));
    }
    return find(path).orElseThrow(() -> unknown(path));
  }

  private static AssayException unknown(Path path) {
    LogFile file = LogFile.of(path);
    Optional<Aggregate> aggregate = Aggregate.of(file);
    if (aggregate.isPresent()) {
      return aggregate.get().problem(path);
    }
    if (file.fault() != null) {
      return LogFaults.told(file.fault(), "a log of " + programs());
    }
    String found =
        file.names().isEmpty()
            ? "nothing that can be read as records"
            : switch (file.layout()) {
                  case DOCUMENT -> "a document with the keys ";
                  case ROWS -> "records with the fields ";
                  case ARCHIVE -> "an archive with the entries ";
                  case PAGE -> "a page with the headings ";
                  case OTHER -> "";
                }
                + file.names().stream().limit(12).collect(Collectors.joining(", "));
    return AssayException.data(
        Problem.of("this is no log of a program that is known: it holds " + found)
            .at(path.toString())
            .expected(
                FORMATS.stream()
                    .map(format -> format.program() + ": " + format.holds())
                    .collect(Collectors.joining("; ")))
            .remedy(
                "with a benchmark of yours, 'recorded:FILE,reply=FIELD,id={FIELD}' takes any table"
                    + " of answers"));
  }

  /** The programs whose logs are read. */
  public static String programs() {
    return FORMATS.stream().map(LogFormat::program).collect(Collectors.joining(", "));
  }

  /** The program that wrote it. */
  public String program() {
    return format.program();
  }

  /** What a log of that program holds, for messages. */
  String holds() {
    return format.holds();
  }

  /** The file. */
  public Path path() {
    return file.path();
  }

  /** What was asked, as the log calls it, or null. */
  public @Nullable String task() {
    return heading.task();
  }

  /**
   * Where the name of who answered, or of what was asked, was taken from, if it could be another;
   * empty where the program wrote it down.
   */
  public Optional<String> doubt() {
    if (heading.doubt() != null) {
      return Optional.of(heading.doubt());
    }
    return saysSystem()
        ? Optional.empty()
        : Optional.of("the file's name stands for who answered: the log does not say");
  }

  /** Whether the log says itself who answered. */
  boolean saysSystem() {
    return heading.model() != null
        || (format.severalSystems()
            && origins().keySet().stream().anyMatch(origin -> origin.system() != null));
  }

  /**
   * Everybody who answered, in the log's order: as the log says, else one by the file's name. Where
   * one answered several forms of the prompt, each is a reader of its own, {@code NAME prompt 2}.
   */
  public SequencedSet<String> systems() {
    if (format.severalSystems() && !origins().isEmpty()) {
      return new LinkedHashSet<>(origins().values());
    }
    return new LinkedHashSet<>(List.of(ownName()));
  }

  private String ownName() {
    String model = heading.model();
    String name = String.valueOf(file.path().getFileName());
    int dot = name.indexOf('.');
    return model == null ? (dot > 0 ? name.substring(0, dot) : name) : model;
  }

  /** Who answered a trial. */
  String system(LoggedTrial trial) {
    return format.severalSystems() ? origins().getOrDefault(trial.origin(), ownName()) : ownName();
  }

  /** Names by origin; found by reading the log once. */
  private SequencedMap<LoggedTrial.Origin, String> origins() {
    SequencedMap<LoggedTrial.Origin, String> known = origins;
    if (known == null) {
      SequencedMap<LoggedTrial.Origin, String> found = new LinkedHashMap<>();
      format.read(file, trial -> found.put(trial.origin(), ""));
      found.replaceAll((origin, none) -> named(origin, found.sequencedKeySet()));
      known = found;
      origins = known;
    }
    return known;
  }

  /** Prompts are numbered among those of the one who answered. */
  private String named(LoggedTrial.Origin origin, Collection<LoggedTrial.Origin> all) {
    String name = origin.system() == null ? ownName() : origin.system();
    List<Integer> prompts =
        all.stream()
            .filter(other -> Objects.equals(other.system(), origin.system()))
            .map(LoggedTrial.Origin::prompt)
            .map(prompt -> prompt == null ? Integer.valueOf(-1) : prompt)
            .sorted()
            .toList();
    int place = prompts.indexOf(origin.prompt() == null ? Integer.valueOf(-1) : origin.prompt());
    return prompts.size() == 1 ? name : name + " prompt " + (place + 1);
  }

  /** Whether a trial's reply is what a filter left of it. */
  boolean isFiltered(LoggedTrial trial) {
    return format.isFiltered(trial);
  }

  /** Gives the trials of those who are wanted. */
  void read(Predicate<String> wanted, TrialTaker taker) {
    format.read(
        file,
        new TrialTaker() {
          @Override
          public void take(LoggedTrial trial) {
            if (wanted.test(system(trial))) {
              requireEpoch(trial);
              taker.take(trial);
            }
          }

          @Override
          public void leftOut() {
            taker.leftOut();
          }
        });
  }

  private static void requireEpoch(LoggedTrial trial) {
    if (trial.epoch() < 1 || trial.epoch() > KeptAnswers.MOST_EPOCHS) {
      throw AssayException.data(
          Problem.of("question '" + trial.id() + "' is of epoch " + trial.epoch())
              .at(trial.place())
              .expected("an epoch from 1 to " + KeptAnswers.MOST_EPOCHS));
    }
  }

  /** Gives every trial. */
  void read(TrialTaker taker) {
    format.read(file, taker);
  }
}
