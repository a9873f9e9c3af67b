package assay.report.json;

import assay.evaluation.json.Json;
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
   * @param cost of known ones, in the currency of prices or recording
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
      double cost) {}

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
        .put("cost", trials.cost());
    return json;
  }
}
