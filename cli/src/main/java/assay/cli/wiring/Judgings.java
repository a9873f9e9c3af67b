package assay.cli.wiring;

import assay.core.AssayException;
import assay.core.Problem;
import assay.datasets.definition.BenchmarkCatalog;
import assay.evaluation.json.Json;
import assay.evaluation.judging.JudgingBenchmark;
import assay.evaluation.store.JudgementRows;
import assay.evaluation.store.RunFacts;
import assay.evaluation.store.RunFile;
import assay.evaluation.store.Seal;
import assay.models.endpoint.EndpointSpec;
import assay.models.spec.ModelScheme;
import assay.models.spec.ModelSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Has a model read the replies of a run, and keeps what it said with the run. */
public final class Judgings {

  private static final String RUN_FILE = ".assay";
  private static final String JUDGED_BY = ".judged-by-";
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  private Judgings() {}

  /**
   * What a judge is to be asked. Where nothing was asked by the time it is closed, its files are
   * taken back.
   *
   * @param benchmark the replies as a benchmark of their own
   * @param folder where it lies; needed again to resume
   * @param output the judge's run file
   */
  public record Prepared(BenchmarkCatalog.Found benchmark, Path folder, Path output)
      implements AutoCloseable {
    @Override
    public void close() throws IOException {
      if (!Files.exists(output)) {
        JudgingBenchmark.discard(folder);
      }
    }
  }

  /**
   * The run whose replies a judge read, by the name of the judge's run file; empty for a run that
   * is none of a judge's.
   *
   * @return its path where it is there, else {@code RUN}
   */
  public static Optional<String> judgedBy(Path asked) {
    try (RunFile file = RunFile.openReadOnly(asked)) {
      if (!RunFacts.of(file).benchmark().startsWith(JudgingBenchmark.PREFIX)) {
        return Optional.empty();
      }
    }
    int at = String.valueOf(asked.getFileName()).indexOf(JUDGED_BY);
    if (at > 0) {
      Path run =
          asked.resolveSibling(String.valueOf(asked.getFileName()).substring(0, at) + RUN_FILE);
      if (Files.exists(run)) {
        return Optional.of(run.toString());
      }
    }
    return Optional.of("RUN");
  }

  /**
   * The judge's name in the run: as the user wants it, else the model's.
   *
   * @throws AssayException if it cannot be a name
   */
  public static String name(@Nullable String wanted, ModelSpec judge) {
    return valid(wanted == null ? plain(judge) : wanted);
  }

  private static String valid(String name) {
    if (!NAME.matcher(name).matches()) {
      throw AssayException.usage(
          Problem.of("'" + name + "' cannot be the name of a judge")
              .expected("letters, digits, '.', '_' and '-', 64 at most")
              .remedy("name it: --as NAME"));
    }
    return name;
  }

  /**
   * Requires that a specification names a judge.
   *
   * @throws AssayException if it is no model at an endpoint: a recording has not read these
   *     replies, and a reference reader answers by what it knows of the gold answers
   */
  public static void requireEndpoint(ModelSpec judge) {
    if (judge.scheme() != ModelScheme.OPENAI) {
      throw AssayException.usage(
          Problem.of("'" + judge.scheme().id() + ":" + judge.subject() + "' is no judge")
              .expected("a model at an endpoint: --model openai:NAME@URL"));
    }
  }

  /** A model's own name, without what stands before it and where it is reached. */
  private static String plain(ModelSpec judge) {
    int at = judge.subject().lastIndexOf('@');
    String model = at < 0 ? judge.subject() : judge.subject().substring(0, at);
    String file = model.substring(model.lastIndexOf('/') + 1);
    return file.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[^A-Za-z0-9]+", "");
  }

  /**
   * Writes a run's replies as a benchmark for a judge, beside the judge's run file.
   *
   * @param judge the judge's name in the run
   * @param spec the judge
   * @param output the judge's run file, or null for a name made of both
   * @param time the time now, for the file's name
   * @throws AssayException if nothing was answered, the run was changed after it was sealed, or
   *     another judge bears the name
   * @throws IOException if it cannot be written
   */
  public static Prepared prepare(
      Path run, String judge, ModelSpec spec, @Nullable Path output, String time)
      throws IOException {
    String stem = withoutEnding(run) + JUDGED_BY + judge;
    Path target = output == null ? run.resolveSibling(stem + "-" + time + RUN_FILE) : output;
    RunFile.requireAbsent(target);
    Path folder = target.resolveSibling(withoutEnding(target) + ".replies");
    long replies;
    // Opened for writing, so that a run in use is refused before the judge is asked.
    try (RunFile file = RunFile.open(run)) {
      Seal.check(file);
      JudgementRows.requireFree(file, judge, EndpointSpec.of(spec).identity());
      replies =
          JudgingBenchmark.write(
              file,
              RunFacts.of(file).benchmark(),
              Rules.resolve(StoredRun.definition(file).benchmark().rules()),
              folder);
    }
    if (replies == 0) {
      JudgingBenchmark.discard(folder);
      throw AssayException.usage(
          Problem.of("there is no reply to judge")
              .at(run.toString())
              .expected("a run with answers that are not empty"));
    }
    BenchmarkCatalog.Found benchmark = new BenchmarkCatalog(List.of()).find(folder.toString());
    return new Prepared(benchmark, folder, target);
  }

  private static String withoutEnding(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.endsWith(RUN_FILE) ? name.substring(0, name.length() - RUN_FILE.length()) : name;
  }

  /**
   * Keeps what a judge said with the run whose replies it read.
   *
   * @throws AssayException if either was changed after it was sealed, or they do not belong
   *     together
   */
  public static JudgementRows.Kept keep(Path run, Path judged, String judge) {
    try (RunFile file = RunFile.open(run);
        RunFile said = RunFile.openReadOnly(judged)) {
      Seal.check(file);
      if (!RunFacts.of(said).benchmark().startsWith(JudgingBenchmark.PREFIX)) {
        throw AssayException.usage(
            Problem.of("this is no judge's run: it is about " + RunFacts.of(said).benchmark())
                .at(judged.toString())
                .expected("a run that 'assay judge' made"));
      }
      return JudgementRows.keep(file, said, judge);
    }
  }

  /** The name of the judge of a judge's run: as the user wants it, else its model's. */
  public static String nameOf(Path judged, @Nullable String wanted) {
    if (wanted != null) {
      return valid(wanted);
    }
    try (RunFile said = RunFile.openReadOnly(judged)) {
      String spec =
          said.value("model_specs")
              .map(specs -> Json.read(specs).path(0).asText())
              .orElse(RunFacts.of(said).models().sequencedKeySet().getFirst());
      return name(null, ModelSpec.parse(spec, Readers.catalog()));
    }
  }
}
