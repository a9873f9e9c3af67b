package assay.report.json;

import assay.evaluation.item.Item;
import assay.evaluation.json.AnswerJson;
import assay.evaluation.json.Json;
import assay.evaluation.json.SampleJson;
import assay.evaluation.store.ScoredTrials;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** JSON of one item; the form of {@code assay show --items … --json} and of exports. */
public final class ItemJson {

  private ItemJson() {}

  /** One item. */
  public static ObjectNode write(Item item) {
    ObjectNode json =
        Json.object()
            .put("trial", item.ordinal())
            .put("model", item.model())
            .put("sample", item.sample().id())
            .put("subset", item.sample().subset())
            .put("arm", item.arm())
            .put("variant", item.variant())
            .put("epoch", item.epoch())
            .put("kind", item.sample().kind().id());
    ObjectNode sample = SampleJson.write(item.sample());
    json.put("question", item.sample().question());
    json.set("options", sample.path("options"));
    json.set("target", sample.get("target"));
    json.set("tags", sample.path("tags"));
    json.set("clusters", sample.path("clusters"));
    json.put("state", item.state().id())
        .put("reason", item.reason())
        .put("message", item.message());
    json.put("reply", item.reply() == null ? null : item.reply().text());
    json.put("reasoning", item.reply() == null ? null : item.reply().reasoning());
    json.put("extractor", item.extractor());
    json.put("outcome", item.reading() == null ? null : item.reading().outcome());
    json.set(
        "answer",
        item.reading() == null || item.reading().answer() == null
            ? null
            : AnswerJson.write(item.reading().answer()));
    json.put("unreadable_because", item.reading() == null ? null : item.reading().reason());
    json.put("guessed", item.reading() != null && item.reading().guessed());
    ObjectNode readings = json.putObject("readings");
    item.readings()
        .forEach(
            (extractor, reading) ->
                readings.put(
                    extractor,
                    reading.answer() == null ? null : AnswerJson.brief(reading.answer())));
    json.put("scorer", item.scorer());
    ScoredTrials.@Nullable ScoreRow score = item.score();
    json.put(
        "score", score == null || score.undefined() != null ? null : Double.valueOf(score.value()));
    json.put("undefined_because", score == null ? null : score.undefined());
    return json;
  }
}
