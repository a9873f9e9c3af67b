package assay.cli.wiring;

import assay.cli.claim.ClaimFile;
import assay.core.AssayException;
import assay.core.Problem;
import assay.core.Sample;
import assay.core.benchmark.Benchmark;
import assay.core.exchange.Model;
import assay.core.exchange.Reader;
import assay.core.exchange.Recording;
import assay.core.work.Background;
import assay.datasets.definition.BenchmarkCatalog;
import assay.datasets.definition.BenchmarkDefinition;
import assay.datasets.media.DataFolder;
import assay.datasets.media.FolderContentStore;
import assay.datasets.media.FolderMediaSource;
import assay.datasets.sample.Dataset;
import assay.datasets.sample.DatasetOpening;
import assay.evaluation.json.Json;
import assay.evaluation.plan.RunPlan;
import assay.evaluation.protocol.PromptRenderer;
import assay.evaluation.runner.Budget;
import assay.evaluation.runner.Clock;
import assay.evaluation.runner.Pricing;
import assay.evaluation.runner.Progress;
import assay.evaluation.runner.RetryPolicy;
import assay.evaluation.runner.RunOutcome;
import assay.evaluation.runner.Runner;
import assay.evaluation.runner.RunnerSettings;
import assay.evaluation.store.PendingTrials;
import assay.evaluation.store.PlanWriter;
import assay.evaluation.store.ResponseCache;
import assay.evaluation.store.RunFile;
import assay.evaluation.store.Seal;
import assay.evaluation.store.Snapshot;
import assay.evaluation.store.SnapshotRows;
import assay.evaluation.store.TrialCounts;
import assay.imaging.ImagePolicy;
import assay.imaging.ImagePreparer;
import assay.models.endpoint.ApiKeys;
import assay.models.endpoint.HostPolicy;
import assay.models.spec.ModelScheme;
import assay.models.spec.ModelSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Plans runs, carries them out, and takes them up again. */
public final class Runs {

  private final Places places;
  private final Progress progress;
  private final Consumer<Runner> started;

  /**
   * How a run ended.
   *
   * @param file the run file
   * @param outcome how the asking ended
   * @param complete every trial was answered, and it is not sealed yet
   * @param wasSealed it was sealed before, so nothing was asked
   */
  public record Ended(Path file, RunOutcome outcome, boolean complete, boolean wasSealed) {}

  /**
   * A maker of runs.
   *
   * @param progress hears how a run goes on
   * @param started is given every runner before it starts, so that it can be stopped
   */
  public Runs(Places places, Progress progress, Consumer<Runner> started) {
    this.places = places;
    this.progress = progress;
    this.started = started;
  }

  /** As the other, without claims. */
  public Ended start(
      BenchmarkCatalog.Found found, List<ModelSpec> specs, RunRequest request, String time)
      throws IOException, InterruptedException {
    return start(found, specs, request, time, List.of());
  }

  /**
   * Plans a run and carries it out, up to its last trial.
   *
   * @param found the benchmark, or a subset of it
   * @param specs one reader: one specification, or the parts of a recording
   * @param time the time now, for the file's name
   * @param claims claim files that the run carries from before the first call
   * @throws AssayException if the data, the recording or the endpoint cannot be used
   * @throws IOException if a file cannot be read or written
   * @throws InterruptedException if the thread is interrupted
   */
  public Ended start(
      BenchmarkCatalog.Found found,
      List<ModelSpec> specs,
      RunRequest request,
      String time,
      List<ClaimFile> claims)
      throws IOException, InterruptedException {
    BenchmarkDefinition definition = found.definition();
    Benchmark benchmark = definition.benchmark();
    FolderContentStore store = store();
    try (Background<Boolean> library = new Background<>("assay-store", RunFile::prepare);
        Readers.Opening reader = readers(request.conditions(), store).begin(specs, request.seed());
        DatasetOpening samples =
            Dataset.begin(definition, request.data(), request.split(), found.subset(), store)) {
      String name = reader.name().orElseGet(() -> reader.finish(samples.finish()).name());
      RunPlan plan = Planning.plan(request, found, epochs(specs, reader, samples));
      Path path =
          request.output() == null ? places.newRun(benchmark.name(), name, time) : request.output();
      library.result();
      Planning.write(
          path,
          plan,
          samples,
          () -> origin(reader.finish(samples.finish()), samples.finish(), request, found, specs),
          claims,
          // The answers of a recording were there before.
          specs.getFirst().scheme() != ModelScheme.RECORDED);
      try (RunFile file = RunFile.open(path)) {
        List<Sample> shots = Planning.shots(definition, request.data(), store, plan);
        Dataset dataset = samples.finish();
        return ask(file, reader.finish(dataset), plan, shots, dataset, store, request.conditions());
      }
    }
  }

  private PlanWriter.Origin origin(
      Reader reader,
      Dataset dataset,
      RunRequest request,
      BenchmarkCatalog.Found found,
      List<ModelSpec> specs) {
    pricing(request.conditions(), reader);
    long surplus = reader instanceof Recording recording ? recording.surplusRows() : 0;
    Snapshot snapshot =
        new Snapshot(
            found.definition().text(),
            Planning.files(dataset),
            Planning.facts(request, found, specs));
    return new PlanWriter.Origin(reader, surplus, snapshot);
  }

  /**
   * Takes a run up again: asks what was not asked yet, and what failed in a way that may pass.
   *
   * @throws AssayException if the run is sealed, or its data are not what they were
   */
  public Ended resume(Path path, RunRequest.Conditions conditions, @Nullable Path data)
      throws IOException, InterruptedException {
    try (RunFile file = RunFile.open(path)) {
      if (Seal.of(file).isPresent()) {
        Seal.check(file);
        TrialCounts counts = TrialCounts.of(file);
        if (counts.planned() + counts.failed() == 0) {
          return new Ended(path, new RunOutcome(RunOutcome.End.DONE, "", null), false, true);
        }
        throw AssayException.usage(
            Problem.of("the run is sealed, so no trial can be added")
                .at(path.toString())
                .remedy("start a new run"));
      }
      SequencedMap<String, String> facts = file.values();
      BenchmarkDefinition definition =
          BenchmarkDefinition.parse(SnapshotRows.benchmarkYaml(file), path + " (benchmark.yaml)");
      @Nullable String subset = facts.get("subset");
      Path folder = data == null ? Path.of(fact(facts, "data", path)) : data;
      RunPlan plan = StoredPlan.read(facts, definition.benchmark());
      FolderContentStore store = store();
      List<ModelSpec> specs =
          Json.read(fact(facts, "model_specs", path))
              .valueStream()
              .map(spec -> ModelSpec.parse(spec.asText(), Readers.catalog()))
              .toList();
      try (Readers.Opening opening = readers(conditions, store).begin(specs, plan.seed());
          Dataset dataset =
              Dataset.open(definition, folder, fact(facts, "split", path), subset, store)) {
        Reader reader = opening.finish(dataset);
        Planning.requireSameData(file, dataset);
        PendingTrials.reopen(file);
        List<Sample> shots = Planning.shots(definition, folder, store, plan);
        boolean cached = conditions.cache() && Planning.cached(facts);
        return ask(file, reader, plan, shots, dataset, store, conditions.withCache(cached));
      }
    }
  }

  private Ended ask(
      RunFile file,
      Reader reader,
      RunPlan plan,
      List<Sample> shots,
      Dataset dataset,
      FolderContentStore store,
      RunRequest.Conditions conditions)
      throws InterruptedException {
    ImagePreparer images =
        new ImagePreparer(
            new FolderMediaSource(DataFolder.of(dataset.root()), store),
            store,
            ImagePolicy.DEFAULT.withMaxSide(conditions.imageSide()));
    PromptRenderer renderer =
        new PromptRenderer(plan.benchmark().prompt(), plan.generation(), shots, images::prepare);
    TrialCounts before = TrialCounts.of(file);
    Pricing pricing = pricing(conditions, reader);
    Budget budget =
        new Budget(
            conditions.mostTokens(),
            conditions.mostCost(),
            pricing,
            before.promptTokens() + before.completionTokens(),
            before.cost());
    boolean cached = conditions.cache() && reader instanceof Model;
    try (@Nullable ResponseCache cache =
        cached ? ResponseCache.open(places.cache().resolve("replies.sqlite")) : null) {
      RetryPolicy standard = RetryPolicy.standard(plan.seed());
      RetryPolicy retry =
          new RetryPolicy(
              conditions.attempts(),
              standard.base(),
              standard.longest(),
              standard.patience(),
              standard.seed());
      Runner runner =
          new Runner(
              file,
              reader,
              renderer,
              new RunnerSettings(
                  conditions.concurrency(),
                  retry,
                  budget,
                  cache,
                  Clock.SYSTEM,
                  new SweptMemory(progress)));
      started.accept(runner);
      RunOutcome outcome = runner.run();
      TrialCounts after = TrialCounts.of(file);
      return new Ended(
          file.path(),
          outcome,
          outcome.end() == RunOutcome.End.DONE && after.failed() == 0 && after.planned() == 0,
          false);
    }
  }

  /** What the reader costs; a table that does not know it is of no use for anything. */
  private static Pricing pricing(RunRequest.Conditions conditions, Reader reader) {
    if (conditions.prices() == null || !(reader instanceof Model)) {
      return Pricing.UNKNOWN;
    }
    return Prices.read(conditions.prices()).require(reader.name(), conditions.prices());
  }

  /** How often a sample is asked where the request does not say: as often as a recording does. */
  private static int epochs(List<ModelSpec> specs, Readers.Opening reader, DatasetOpening samples) {
    return specs.getFirst().scheme() == ModelScheme.RECORDED
            && reader.finish(samples.finish()) instanceof Recording recording
        ? recording.epochs()
        : 1;
  }

  private Readers readers(RunRequest.Conditions conditions, FolderContentStore store) {
    return new Readers(HostPolicy.allowing(conditions.hosts()), ApiKeys.fromEnvironment(), store);
  }

  private FolderContentStore store() {
    return new FolderContentStore(places.cache().resolve("media"));
  }

  private static String fact(SequencedMap<String, String> facts, String key, Path file) {
    @Nullable String value = facts.get(key);
    if (value == null) {
      throw AssayException.data(Problem.of("the run does not say its " + key).at(file.toString()));
    }
    return value;
  }
}
