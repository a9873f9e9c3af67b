package assay.report.json;

import assay.evaluation.difference.Cause;
import assay.evaluation.difference.RunDifference;
import assay.evaluation.json.Json;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** JSON of why two runs differ; the form is fixed by {@code schema/difference.schema.json}. */
public final class DifferenceJson {

  private DifferenceJson() {}

  /** A whole document. */
  public static ObjectNode document(
      String version, RunSummary first, RunSummary second, RunDifference difference) {
    ObjectNode json = Json.object().put("assay", version);
    json.set("first", side(first, difference.first()));
    json.set("second", side(second, difference.second()));
    json.put("matched", difference.matched())
        .put("matched_trials", difference.trials())
        .put("other_target", difference.otherTarget())
        .put("gap", difference.gap());
    ArrayNode causes = json.putArray("causes");
    for (RunDifference.Share share : difference.shares()) {
      causes
          .addObject()
          .put("cause", name(share.cause()))
          .put("known", share.known())
          .put("differing", share.differing())
          .put("flips", share.flips())
          .put("points", share.points());
    }
    RunDifference.Settings settings = difference.settings();
    ArrayNode differing = json.putArray("settings");
    for (RunDifference.Setting setting : settings.differing()) {
      differing
          .addObject()
          .put("name", setting.name())
          .put("first", setting.first())
          .put("second", setting.second())
          .put("differing", setting.differing())
          .put("flips", setting.flips())
          .put("points", setting.points());
    }
    json.set("first_alone_states", alone(settings.firstAlone()));
    json.set("second_alone_states", alone(settings.secondAlone()));
    ArrayNode items = json.putArray("items");
    for (RunDifference.Flip flip : difference.flips()) {
      items
          .addObject()
          .put("first_id", flip.firstId())
          .put("second_id", flip.secondId())
          .put("epoch", flip.epoch())
          .put("cause", name(flip.cause()))
          .put("first_score", flip.firstScore())
          .put("second_score", flip.secondScore())
          .put("first_read", flip.firstRead())
          .put("second_read", flip.secondRead());
    }
    return json;
  }

  private static ArrayNode alone(List<RunDifference.StatedAlone> settings) {
    ArrayNode array = Json.array();
    for (RunDifference.StatedAlone setting : settings) {
      array
          .addObject()
          .put("name", setting.name())
          .put("value", setting.value())
          .put("trials", setting.trials());
    }
    return array;
  }

  private static ObjectNode side(RunSummary run, RunDifference.Scored scored) {
    ObjectNode json = Json.object();
    json.set("run", run.json());
    return json.put("extractor", scored.extractor())
        .put("scorer", scored.scorer())
        .put("questions", scored.questions())
        .put("unscored", scored.unscored())
        .put("mean", scored.mean())
        .put("mean_of_matched", scored.meanOfMatched());
  }

  private static String name(Cause cause) {
    return cause.id().replace(' ', '_');
  }
}
