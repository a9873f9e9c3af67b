package assay.cli.wiring;

import assay.core.AssayException;
import assay.core.Problem;
import assay.core.ProblemReport;
import assay.core.Sha256;
import assay.core.benchmark.Expectations;
import assay.core.benchmark.Expectations.Quantity;
import assay.core.exchange.Generation;
import assay.datasets.definition.BenchmarkCatalog;
import assay.datasets.definition.ExpectationsReader;
import assay.datasets.media.DataFolder;
import assay.evaluation.plan.Selection;
import assay.evaluation.plan.Shard;
import assay.evaluation.reproduction.Check;
import assay.evaluation.reproduction.Comparison;
import assay.evaluation.reproduction.Reproduction;
import assay.evaluation.runner.Progress;
import assay.evaluation.store.RunFile;
import assay.models.spec.ModelSpec;
import assay.reading.CorpusMeasures;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Runs a benchmark's recordings and compares what comes out with what is expected of them. */
public final class Reproductions {

  private static final double LEVEL = 0.95;
  private static final String REMEDY = "get the file from its publisher";

  private final Places places;
  private final Path data;
  private final @Nullable String only;
  private final Consumer<String> begun;

  /**
   * A maker of reproductions.
   *
   * @param data the data folder
   * @param only part of the file names of those recordings that are wanted, or null for all
   * @param begun is told each recording before it is run
   */
  public Reproductions(Places places, Path data, @Nullable String only, Consumer<String> begun) {
    this.places = places;
    this.data = data;
    this.only = only;
    this.begun = begun;
  }

  /**
   * Reproduces a benchmark: of each recording the hash of its files, then counts, then scores. What
   * goes wrong with one recording is kept with it, and the others are run all the same.
   *
   * @throws AssayException if nothing is expected of the benchmark, or of no recording of that name
   * @throws IOException if a run file cannot be written
   * @throws InterruptedException if the thread is interrupted
   */
  public Reproduction of(BenchmarkCatalog.Found found) throws IOException, InterruptedException {
    Expectations all = ExpectationsReader.of(found);
    List<Expectations.Recording> wanted = all.recordings().stream().filter(this::isWanted).toList();
    if (wanted.isEmpty()) {
      throw AssayException.usage(
          Problem.of(
              "no recording of '"
                  + all.benchmark()
                  + "' has a file whose name holds '"
                  + only
                  + "'"));
    }
    Expectations expected = new Expectations(all.benchmark(), all.version(), all.origin(), wanted);
    List<Reproduction.OfRecording> recordings = new ArrayList<>();
    if (wanted.size() > 1 && wanted.stream().noneMatch(one -> isThere(found, one))) {
      // Another folder than was meant: said once, not for every recording.
      Problem problem =
          Problem.of("none of the " + wanted.size() + " recordings is there")
              .at(data.toString())
              .expected(
                  "'"
                      + wanted.getFirst().files().firstEntry().getKey()
                      + "' and the others "
                      + places(found))
              .remedy("say where the data lie: --data DIR; or get the files from their publisher");
      wanted.forEach(
          one ->
              recordings.add(new Reproduction.OfRecording(one, List.of(problem), true, List.of())));
      return new Reproduction(expected, recordings);
    }
    Path work = Files.createTempDirectory("assay-reproduce");
    try {
      for (Expectations.Recording one : wanted) {
        begun.accept(one.files().firstEntry().getKey());
        recordings.add(recording(found, one, work.resolve("run.assay")));
      }
    } finally {
      Files.deleteIfExists(work);
    }
    return new Reproduction(expected, recordings);
  }

  private boolean isWanted(Expectations.Recording one) {
    return only == null || one.files().keySet().stream().anyMatch(name -> name.contains(only));
  }

  private Reproduction.OfRecording recording(
      BenchmarkCatalog.Found found, Expectations.Recording expected, Path run)
      throws IOException, InterruptedException {
    ProblemReport problems = new ProblemReport();
    List<ModelSpec> specs = new ArrayList<>();
    boolean missing = false;
    for (var file : expected.files().entrySet()) {
      Path root = root(found, file.getKey());
      if (!Files.exists(root.resolve(file.getKey()))) {
        missing = true;
        problems.add(
            Problem.of("there is no such file")
                .at(root.resolve(file.getKey()).toString())
                .expected(
                    "'" + file.getKey() + "' " + places(found) + ", SHA-256 " + file.getValue())
                .remedy(REMEDY + ", or say where the data lie: --data DIR"));
        continue;
      }
      try {
        Path path = DataFolder.of(root).resolve(file.getKey());
        compareHash(path, file.getValue(), problems);
        specs.add(ModelSpec.recording(path, expected.settings()));
      } catch (AssayException e) { // the name leads out of the folder, or is a folder's
        problems.addAll(e);
      }
    }
    if (!problems.isEmpty()) {
      return new Reproduction.OfRecording(expected, problems.problems(), missing, List.of());
    }
    try {
      return new Reproduction.OfRecording(
          expected, List.of(), false, checks(found, expected, specs, run));
    } catch (AssayException e) {
      return new Reproduction.OfRecording(expected, e.problems(), false, List.of());
    } finally {
      RunFile.discard(run);
    }
  }

  /** As the benchmark's own files: below the data folder, or below the folder of its name there. */
  private Path root(BenchmarkCatalog.Found found, String name) {
    @Nullable String folder = found.definition().data().folder();
    Path below = folder == null ? data : data.resolve(folder);
    return Files.exists(below.resolve(name)) ? below : data;
  }

  /** Where the benchmark's files are looked for, in words. */
  private String places(BenchmarkCatalog.Found found) {
    @Nullable String folder = found.definition().data().folder();
    return folder == null
        ? "below the data folder " + data
        : "below the folder '" + folder + "' of the data folder " + data + ", or below that itself";
  }

  private boolean isThere(BenchmarkCatalog.Found found, Expectations.Recording recording) {
    return recording.files().keySet().stream()
        .anyMatch(name -> Files.exists(root(found, name).resolve(name)));
  }

  private static void compareHash(Path path, String expected, ProblemReport problems)
      throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      String hash = Sha256.of(in);
      if (!hash.equals(expected)) {
        problems.add(
            Problem.of("the file is not the one whose figures are known: its SHA-256 is " + hash)
                .at(path.toString())
                .expected("SHA-256 " + expected)
                .remedy(REMEDY));
      }
    }
  }

  /**
   * Where kinds of answer have rules of their own, the benchmark's pairs of rules are meant; else
   * those rules alone are run that a figure names.
   */
  private List<Check> checks(
      BenchmarkCatalog.Found found,
      Expectations.Recording expected,
      List<ModelSpec> specs,
      Path run)
      throws IOException, InterruptedException {
    BenchmarkCatalog.Found part =
        expected.subset() == null
            ? found
            : new BenchmarkCatalog.Found(found.file(), found.definition(), expected.subset());
    new Runs(places, Progress.NONE, runner -> {})
        .start(part, specs, request(expected.split(), run), "reproduce");
    boolean mixed = found.definition().benchmark().rules().size() > 1;
    Scorings.scoreOwn(
        run,
        mixed ? List.of() : names(expected, Quantity.Scored::extractor),
        mixed ? List.of() : scorers(expected),
        false);
    Summed sum = Views.sumOwn(run, null, LEVEL);
    try (RunFile file = RunFile.openReadOnly(run)) {
      return new Comparison(file, sum.results()).of(expected);
    }
  }

  /** A measure of a corpus stands as its own scorer, but is none that could be run. */
  private static List<String> scorers(Expectations.Recording expected) {
    return names(expected, Quantity.Scored::scorer).stream()
        .filter(name -> !CorpusMeasures.standard().names().contains(name))
        .toList();
  }

  /** Every rule that a figure names, in order. */
  private static List<String> names(
      Expectations.Recording expected, Function<Quantity.Scored, String> rule) {
    SequencedMap<String, Boolean> names = new LinkedHashMap<>();
    expected.figures().stream()
        .map(Expectations.Figure::quantity)
        .filter(Quantity.Scored.class::isInstance)
        .map(Quantity.Scored.class::cast)
        .flatMap(scored -> List.of(rule.apply(scored).split("\\+", -1)).stream())
        .forEach(name -> names.put(name, true));
    return List.copyOf(names.keySet());
  }

  private RunRequest request(@Nullable String split, Path run) {
    return new RunRequest(
        split,
        List.of(),
        null,
        1,
        new Selection.All(),
        Shard.WHOLE,
        Generation.UNSET,
        data,
        run,
        new RunRequest.Conditions(
            8, 1, OptionalLong.empty(), OptionalDouble.empty(), null, false, List.of(), null),
        "assay reproduce");
  }
}
