package assay.evaluation.json;

import assay.core.Target;
import assay.core.Tolerance;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.TreeSet;

/**
 * JSON form of targets: {@code {"kind": "choice", "keys": ["B"]}}; {@code {"kind": "choice",
 * "unstated": true}} where nobody says what is right.
 */
public final class TargetJson {

  private TargetJson() {}

  /** Writes a target. */
  public static ObjectNode write(Target target) {
    ObjectNode json = Json.object().put("kind", target.kind().id());
    switch (target) {
      case Target.Choice choice -> json.set("keys", Json.texts(choice.keys()));
      case Target.YesNo yesNo -> json.put("yes", yesNo.yes());
      case Target.Text text -> json.set("references", Json.texts(text.references()));
      case Target.Number number -> {
        json.put("value", number.value());
        if (number.unit() != null) {
          json.put("unit", number.unit());
        }
        json.set("tolerance", tolerance(number.tolerance()));
      }
      case Target.Date date -> json.put("day", date.day().toString());
      case Target.Labels labels -> json.set("labels", Json.texts(labels.labels()));
      case Target.Unstated unstated -> json.put("unstated", true);
    }
    return json;
  }

  /** Reads what {@link #write} wrote. */
  public static Target read(JsonNode json) {
    if (json.path("unstated").asBoolean()) {
      return new Target.Unstated(SampleJson.kind(json));
    }
    return switch (SampleJson.kind(json)) {
      case CHOICE -> new Target.Choice(new TreeSet<>(Json.textList(Json.required(json, "keys"))));
      case YES_NO -> new Target.YesNo(Json.required(json, "yes").asBoolean());
      case TEXT -> new Target.Text(Json.textList(Json.required(json, "references")));
      case NUMBER ->
          new Target.Number(
              Json.required(json, "value").asDouble(),
              Json.textOrNull(json, "unit"),
              tolerance(Json.required(json, "tolerance")));
      case DATE -> new Target.Date(LocalDate.parse(Json.required(json, "day").asText()));
      case LABELS -> new Target.Labels(new TreeSet<>(Json.textList(Json.required(json, "labels"))));
    };
  }

  private static ObjectNode tolerance(Tolerance tolerance) {
    ObjectNode json = Json.object();
    switch (tolerance) {
      case Tolerance.Exact exact -> json.put("exact", true);
      case Tolerance.Absolute absolute -> json.set("absolute", Json.numeric(absolute.margin()));
      case Tolerance.Relative relative -> json.set("relative", Json.numeric(relative.share()));
      case Tolerance.Interval interval -> {
        json.set("lower", Json.numeric(interval.lower()));
        json.set("upper", Json.numeric(interval.upper()));
      }
      case Tolerance.RoundedToWhole rounded -> json.put("rounded", true);
    }
    return json;
  }

  private static Tolerance tolerance(JsonNode json) {
    if (json.has("absolute")) {
      return new Tolerance.Absolute(Json.number(Json.required(json, "absolute")));
    }
    if (json.has("relative")) {
      return new Tolerance.Relative(Json.number(Json.required(json, "relative")));
    }
    if (json.has("lower")) {
      return new Tolerance.Interval(
          Json.number(Json.required(json, "lower")), Json.number(Json.required(json, "upper")));
    }
    return json.has("rounded") ? new Tolerance.RoundedToWhole() : new Tolerance.Exact();
  }
}
