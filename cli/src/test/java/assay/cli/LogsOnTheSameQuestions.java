package assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import assay.testkit.SharedData;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/**
 * Logs of five programs that put the same questions to the same endpoint, and how to import them.
 */
abstract class LogsOnTheSameQuestions {

  static final String LM_EVAL =
      "lm-evaluation-harness/samples_bench_mcq_2026-11-22T01-40-40.090012.jsonl";
  static final String INSPECT = "inspect/bench-mcq.eval";
  static final String LMMS = "lmms-eval/20261122_094522_samples_bench_mcq.jsonl";
  static final String VLM = "VLMEvalKit/bench_Bench_exact_matching_result.xlsx";

  @TempDir Path work;

  CliOutcome call(String... arguments) {
    return CliOutcome.of(work, List.of(arguments));
  }

  Path imported(String log, String name) {
    Path run = work.resolve(name);
    CliOutcome outcome =
        call("import", SharedData.require("harness-logs/" + log).toString(), "-o", run.toString());
    assertThat(outcome.code()).as(outcome.err()).isZero();
    return run;
  }

  static JsonNode cause(JsonNode json, String name) {
    for (JsonNode cause : json.get("causes")) {
      if (cause.get("cause").asText().equals(name)) {
        return cause;
      }
    }
    throw new AssertionError("no cause " + name);
  }
}
