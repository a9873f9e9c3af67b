package assay.cli.wiring;

import assay.core.benchmark.Benchmark;
import assay.evaluation.json.Json;
import assay.evaluation.json.RequestJson;
import assay.evaluation.plan.RunPlan;
import assay.evaluation.plan.Selection;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.SequencedMap;

/** The plan of a run that exists already, as its file tells it. */
final class StoredPlan {

  private StoredPlan() {}

  static RunPlan read(SequencedMap<String, String> facts, Benchmark benchmark) {
    return new RunPlan(
        benchmark,
        required(facts, "split"),
        facts.get("subset"),
        Json.read(required(facts, "arms")).valueStream().map(JsonNode::asText).toList(),
        Integer.parseInt(required(facts, "epochs")),
        Long.parseLong(required(facts, "seed")),
        new Selection.All(),
        RequestJson.generation(required(facts, "generation")));
  }

  private static String required(SequencedMap<String, String> facts, String key) {
    if (!facts.containsKey(key)) {
      throw new IllegalStateException("damaged run file: no " + key);
    }
    return facts.get(key);
  }
}
