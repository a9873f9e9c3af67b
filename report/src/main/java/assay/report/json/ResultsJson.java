package assay.report.json;

import assay.evaluation.estimate.Counts;
import assay.evaluation.estimate.Estimate;
import assay.evaluation.estimate.Results;
import assay.evaluation.estimate.Undetectable;
import assay.evaluation.json.Json;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** JSON of estimates; names are snake case, values in shares (0.39), not in percent. */
public final class ResultsJson {

  private ResultsJson() {}

  /** A whole document over one run or several. */
  public static ObjectNode document(String version, List<RunSummary> runs, List<Results> results) {
    ObjectNode json = Json.object().put("assay", version);
    ArrayNode runsJson = json.putArray("runs");
    runs.forEach(run -> runsJson.add(run.json()));
    ArrayNode estimates = json.putArray("estimates");
    results.forEach(one -> one.estimates().forEach(estimate -> estimates.add(estimate(estimate))));
    ArrayNode disagreements = json.putArray("disagreements");
    results.forEach(one -> one.disagreements().forEach(d -> disagreements.add(disagreement(d))));
    return json;
  }

  /** One estimate. */
  public static ObjectNode estimate(Estimate estimate) {
    ObjectNode json = Json.object();
    json.put("benchmark", estimate.benchmark())
        .put("subset", estimate.subset())
        .put("split", estimate.split())
        .put("model", estimate.model())
        .put("arm", estimate.arm());
    json.set("slice", Json.texts(estimate.slice()));
    json.put("metric", estimate.metric())
        .put("extractor", estimate.extractor())
        .put("scorer", estimate.scorer())
        .put("headline", estimate.headline())
        .put("value", estimate.value())
        .put("lower", estimate.lower())
        .put("upper", estimate.upper())
        .put("level", estimate.level())
        .put("interval", estimate.interval())
        .put("n", estimate.n())
        .put("clusters", estimate.clusters())
        .put("detectable", estimate.detectable())
        .put("undetectable", id(estimate.undetectable()))
        .put("value_of_read", estimate.valueOfRead());
    Estimate.@Nullable Bounds bounds = estimate.bounds();
    json.set(
        "bounds",
        bounds == null
            ? null
            : Json.object().put("worst", bounds.worst()).put("best", bounds.best()));
    json.set("counts", counts(estimate.counts()));
    json.put("chance", estimate.chance());
    Estimate.@Nullable SubsetMean mean = estimate.subsetMean();
    json.set(
        "mean_over_subsets",
        mean == null
            ? null
            : Json.object()
                .put("value", mean.value())
                .put("lower", mean.lower())
                .put("upper", mean.upper())
                .put("interval", Estimate.SubsetMean.INTERVAL)
                .put("subsets", mean.subsets())
                .put("detectable", mean.detectable())
                .put("undetectable", mean.detectable() == null ? Undetectable.SUBSET.id() : null));
    Estimate.@Nullable Published published = estimate.published();
    json.set(
        "published",
        published == null
            ? null
            : Json.object()
                .put("value", published.value())
                .put("decimals", published.decimals())
                .put("source", published.source())
                .put("agrees", published.agrees()));
    return json;
  }

  private static @Nullable String id(@Nullable Undetectable why) {
    return why == null ? null : why.id();
  }

  private static ObjectNode counts(Counts counts) {
    ObjectNode json =
        Json.object()
            .put("planned", counts.planned())
            .put("skipped", counts.skipped())
            .put("asked", counts.asked())
            .put("failed", counts.failed())
            .put("answered", counts.answered())
            .put("read", counts.read())
            .put("guessed", counts.guessed())
            .put("guessed_right", counts.guessedRight())
            .put("unreadable", counts.unreadable())
            .put("refused", counts.refused())
            .put("truncated", counts.truncated())
            .put("undefined", counts.undefinedTotal())
            .put("surplus_rows", counts.surplusRows());
    json.set("skipped_by_reason", counts(counts.skippedBy()));
    json.set("failed_by_kind", counts(counts.failedBy()));
    json.set("undefined_by_reason", counts(counts.undefined()));
    return json;
  }

  private static ObjectNode counts(SequencedMap<String, Long> counts) {
    ObjectNode json = Json.object();
    counts.forEach(json::put);
    return json;
  }

  private static ObjectNode disagreement(Results.Disagreement disagreement) {
    return Json.object()
        .put("model", disagreement.model())
        .put("arm", disagreement.arm())
        .put("first", disagreement.first())
        .put("second", disagreement.second())
        .put("differing", disagreement.differing())
        .put("answered", disagreement.answered());
  }
}
