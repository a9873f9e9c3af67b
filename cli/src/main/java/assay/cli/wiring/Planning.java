package assay.cli.wiring;

import assay.cli.claim.ClaimFile;
import assay.cli.process.Version;
import assay.core.AssayException;
import assay.core.Problem;
import assay.core.Sample;
import assay.core.SamplePool;
import assay.core.benchmark.Benchmark;
import assay.core.benchmark.Prompt;
import assay.core.exchange.Generation;
import assay.datasets.definition.BenchmarkCatalog;
import assay.datasets.definition.BenchmarkDefinition;
import assay.datasets.media.FolderContentStore;
import assay.datasets.sample.Dataset;
import assay.evaluation.json.Json;
import assay.evaluation.plan.RunPlan;
import assay.evaluation.plan.Shots;
import assay.evaluation.store.ClaimRows;
import assay.evaluation.store.PlanWriter;
import assay.evaluation.store.PrivateFiles;
import assay.evaluation.store.RunFile;
import assay.evaluation.store.Snapshot;
import assay.evaluation.store.SnapshotRows;
import assay.models.spec.ModelSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes plans of requests, writes them as run files, and knows whether the data still fit. */
final class Planning {

  private Planning() {}

  /** The fact that a run takes nothing from the cache, also when it is resumed. */
  private static final String CACHE = "cache";

  private static final String NO_CACHE = "none";

  /** The plan of a request to a reader that has no epochs of its own. */
  static RunPlan plan(RunRequest request, BenchmarkCatalog.Found found) {
    return plan(request, found, 1);
  }

  /** The plan of a request; {@code epochs} counts where the request gives no number. */
  static RunPlan plan(RunRequest request, BenchmarkCatalog.Found found, int epochs) {
    Benchmark benchmark = found.definition().benchmark();
    String split = request.split() == null ? benchmark.splits().getFirst() : request.split();
    return new RunPlan(
        benchmark,
        split,
        found.subset(),
        request.arms().isEmpty() ? benchmark.arms() : request.arms(),
        request.epochs() == null ? epochs : request.epochs(),
        request.seed(),
        request.selection(),
        request.shard(),
        merged(benchmark.generation(), request.generation()));
  }

  private static Generation merged(Generation own, Generation other) {
    return new Generation(
        other.temperature() == null ? own.temperature() : other.temperature(),
        other.topP() == null ? own.topP() : other.topP(),
        other.seed() == null ? own.seed() : other.seed(),
        other.maxTokens() == null ? own.maxTokens() : other.maxTokens(),
        other.stop().isEmpty() ? own.stop() : other.stop(),
        other.topLogprobs() == null ? own.topLogprobs() : other.topLogprobs(),
        other.reasoningEffort() == null ? own.reasoningEffort() : other.reasoningEffort());
  }

  /** The worked examples of a plan. */
  static List<Sample> shots(
      BenchmarkDefinition definition, Path folder, FolderContentStore store, RunPlan plan) {
    Prompt.@Nullable Shots wanted = definition.benchmark().prompt().shots();
    if (wanted == null) {
      return List.of();
    }
    try (Dataset source = Dataset.open(definition, folder, wanted.split(), plan.subset(), store)) {
      SamplePool pool = source;
      return Shots.choose(pool, wanted, plan.seed());
    }
  }

  /** What a run file keeps of the circumstances in which it was planned. */
  static SequencedMap<String, String> facts(
      RunRequest request, BenchmarkCatalog.Found found, List<ModelSpec> specs) {
    SequencedMap<String, String> facts = new LinkedHashMap<>();
    facts.put("assay_version", Version.text());
    facts.put("command", request.command());
    facts.put("data", request.data().toAbsolutePath().toString());
    facts.put("benchmark_file", found.file().toString());
    facts.put("model_specs", Json.write(Json.texts(specs.stream().map(ModelSpec::text).toList())));
    facts.put("java", Runtime.version().toString());
    facts.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    if (!request.conditions().cache()) {
      facts.put(CACHE, NO_CACHE);
    }
    if (request.conditions().imageSide() != null) {
      facts.put("image_side", request.conditions().imageSide().toString());
    }
    return facts;
  }

  /**
   * Writes the plan under a passing name and gives it its own when it is whole: so a run file has a
   * plan, whenever the process is killed.
   */
  static void write(
      Path path,
      RunPlan plan,
      SamplePool samples,
      Supplier<PlanWriter.Origin> origin,
      List<ClaimFile> claims,
      boolean before)
      throws IOException {
    RunFile.requireAbsent(path);
    Path draft =
        path.resolveSibling(path.getFileName() + "." + ProcessHandle.current().pid() + ".part");
    List<Path> newFolders = PrivateFiles.absentFolders(path);
    try {
      try (RunFile file = RunFile.create(draft)) {
        new PlanWriter(file, plan).write(samples, origin);
        claims.forEach(claim -> ClaimRows.put(file, claim.claim().sha256(), claim.text(), before));
      }
      Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      RunFile.discard(draft);
      PrivateFiles.discardEmpty(newFolders);
    }
  }

  static List<Snapshot.DataFile> files(Dataset dataset) {
    return dataset.summary().files().stream()
        .map(file -> new Snapshot.DataFile(file.name(), file.sha256(), file.bytes()))
        .toList();
  }

  /** Requires that the data are those for which the run was planned. */
  static void requireSameData(RunFile file, Dataset dataset) {
    Map<String, String> then = SnapshotRows.hashes(file);
    for (Snapshot.DataFile now : files(dataset)) {
      @Nullable String before = then.get(now.path());
      if (before != null && !before.equals(now.sha256())) {
        throw AssayException.data(
            Problem.of("the data file is not what it was when the run was planned")
                .at(now.path())
                .expected("SHA-256 " + before)
                .remedy("bring the old file back, or start a new run"));
      }
    }
  }

  /** Whether a run that exists already may take replies from the cache. */
  static boolean cached(SequencedMap<String, String> facts) {
    return !NO_CACHE.equals(facts.get(CACHE));
  }
}
