package assay.report.json;

import assay.core.benchmark.Benchmark;
import assay.evaluation.json.Json;
import assay.evaluation.store.TrialCounts;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run is and how far it has come.
 *
 * @param file the run file
 * @param benchmark name of the benchmark
 * @param title its name for people
 * @param benchmarkVersion its version
 * @param split the split
 * @param subset the subset, or null
 * @param models names of the readers
 * @param seed the seed
 * @param state {@code complete}, {@code incomplete} (failures), {@code interrupted} (to be resumed)
 * @param sealed whether it is sealed
 * @param trials trials by state, and what they used
 */
public record RunSummary(
    String file,
    String benchmark,
    String title,
    String benchmarkVersion,
    String split,
    @Nullable String subset,
    List<String> models,
    long seed,
    String state,
    boolean sealed,
    Trials trials) {

  public RunSummary {
    models = List.copyOf(models);
  }

  /**
   * Trials by state, and what they used.
   *
   * @param pending still to be asked
   * @param fromCache answered from the cache
   * @param promptTokens of known ones
   * @param completionTokens of known ones
   * @param tokensKnown replies that state their tokens
   * @param cost of known ones, in the currency of prices or recording
   * @param costKnown replies whose cost is known
   */
  public record Trials(
      long planned,
      long skipped,
      long pending,
      long failed,
      long answered,
      long fromCache,
      long promptTokens,
      long completionTokens,
      long tokensKnown,
      double cost,
      long costKnown) {

    private static Trials of(TrialCounts counts) {
      return new Trials(
          counts.total(),
          counts.skipped(),
          counts.planned(),
          counts.failed(),
          counts.answered(),
          counts.fromCache(),
          counts.promptTokens(),
          counts.completionTokens(),
          counts.tokensKnown(),
          counts.cost(),
          counts.costKnown());
    }
  }

  /** Of a run with these trials. */
  public static RunSummary of(
      String file,
      Benchmark benchmark,
      String split,
      @Nullable String subset,
      List<String> models,
      long seed,
      boolean sealed,
      TrialCounts counts) {
    String state =
        counts.planned() > 0 ? "interrupted" : counts.failed() > 0 ? "incomplete" : "complete";
    return new RunSummary(
        file,
        benchmark.name(),
        benchmark.title(),
        benchmark.version(),
        split,
        subset,
        models,
        seed,
        state,
        sealed,
        Trials.of(counts));
  }

  ObjectNode json() {
    ObjectNode json =
        Json.object()
            .put("file", file)
            .put("benchmark", benchmark)
            .put("benchmark_version", benchmarkVersion)
            .put("split", split)
            .put("subset", subset);
    json.set("models", Json.texts(models));
    json.put("seed", seed).put("state", state).put("sealed", sealed);
    json.putObject("trials")
        .put("planned", trials.planned())
        .put("skipped", trials.skipped())
        .put("pending", trials.pending())
        .put("failed", trials.failed())
        .put("answered", trials.answered())
        .put("from_cache", trials.fromCache())
        .put("prompt_tokens", trials.promptTokens())
        .put("completion_tokens", trials.completionTokens())
        .put("tokens_known", trials.tokensKnown())
        .put("cost", trials.costKnown() == 0 ? null : Double.valueOf(trials.cost()))
        .put("cost_known", trials.costKnown());
    return json;
  }
}
