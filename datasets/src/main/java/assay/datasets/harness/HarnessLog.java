package assay.datasets.harness;

import assay.core.AssayException;
import assay.core.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
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

  private HarnessLog(LogFile file, LogFormat format) {
    this.file = file;
    this.format = format;
    this.heading = format.heading(file);
  }

  /** The log that a file is; empty where it is none that is known. */
  public static Optional<HarnessLog> find(Path path) {
    if (!Files.isRegularFile(path)) {
      return Optional.empty();
    }
    LogFile file = LogFile.of(path);
    return FORMATS.stream()
        .filter(format -> format.recognises(file))
        .findFirst()
        .map(format -> new HarnessLog(file, format));
  }

  /**
   * The log that a file is.
   *
   * @throws AssayException if there is no such file, or it is of no known form: what it holds, and
   *     what each program's logs hold
   */
  public static HarnessLog open(Path path) {
    if (!Files.isRegularFile(path)) {
      throw AssayException.usage(
          Problem.of(Files.isDirectory(path) ? "this is a folder" : "there is no such file")
              .at(path.toString())
              .expected("a log file of " + programs()));
    }
    return find(path).orElseThrow(() -> unknown(path));
  }

  private static AssayException unknown(Path path) {
    LogFile file = LogFile.of(path);
    String found =
        file.names().isEmpty()
            ? "nothing that can be read as records"
            : switch (file.layout()) {
                  case DOCUMENT -> "a document with the keys ";
                  case ROWS -> "records with the fields ";
                  case ARCHIVE -> "an archive with the entries ";
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

  /** The file. */
  public Path path() {
    return file.path();
  }

  /** What was asked, as the log calls it, or null. */
  public @Nullable String task() {
    return heading.task();
  }

  /** Who answered: as the log says, else the file's name. */
  public String system() {
    String model = heading.model();
    String name = String.valueOf(file.path().getFileName());
    int dot = name.indexOf('.');
    return model == null ? (dot > 0 ? name.substring(0, dot) : name) : model;
  }

  void read(Consumer<LoggedTrial> taker) {
    format.read(file, taker);
  }
}
