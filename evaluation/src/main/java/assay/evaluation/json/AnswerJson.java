package assay.evaluation.json;

import assay.core.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** JSON form of answers: {@code {"kind": "choice", "keys": ["B"]}}. */
public final class AnswerJson {

  private AnswerJson() {}

  /** Writes an answer. */
  public static ObjectNode write(Answer answer) {
    ObjectNode json = Json.object().put("kind", answer.kind().id());
    switch (answer) {
      case Answer.Choice choice -> json.set("keys", Json.texts(choice.keys()));
      case Answer.YesNo yesNo -> json.put("yes", yesNo.yes());
      case Answer.Text text -> json.put("text", text.text());
      case Answer.Number number -> {
        json.put("value", number.value());
        if (number.unit() != null) {
          json.put("unit", number.unit());
        }
      }
      case Answer.Date date -> json.put("day", date.day().toString());
      case Answer.Labels labels -> json.set("labels", Json.texts(labels.labels()));
    }
    return json;
  }

  /** Reads what {@link #write} wrote. */
  public static Answer read(JsonNode json) {
    return switch (SampleJson.kind(json)) {
      case CHOICE -> new Answer.Choice(new TreeSet<>(Json.textList(Json.required(json, "keys"))));
      case YES_NO -> new Answer.YesNo(Json.required(json, "yes").asBoolean());
      case TEXT -> new Answer.Text(Json.required(json, "text").asText());
      case NUMBER ->
          new Answer.Number(Json.required(json, "value").asDouble(), Json.textOrNull(json, "unit"));
      case DATE -> new Answer.Date(LocalDate.parse(Json.required(json, "day").asText()));
      case LABELS -> new Answer.Labels(new TreeSet<>(Json.textList(Json.required(json, "labels"))));
    };
  }

  /** The answer in a few words, for tables: {@code B}, {@code yes}, {@code 12.5 mm}. */
  public static String brief(Answer answer) {
    return switch (answer) {
      case Answer.Choice choice -> String.join(", ", choice.keys());
      case Answer.YesNo yesNo -> yesNo.yes() ? "yes" : "no";
      case Answer.Text text -> text.text();
      case Answer.Number number ->
          plain(number.value()) + (number.unit() == null ? "" : " " + number.unit());
      case Answer.Date date -> date.day().toString();
      case Answer.Labels labels ->
          labels.labels().isEmpty() ? "(none)" : String.join(", ", labels.labels());
    };
  }

  /**
   * Whether two rules read the same, whatever the kind under which they hold it: {@code Yes} as a
   * text is yes.
   *
   * @param one what one read, or null where it read nothing
   */
  public static boolean same(@Nullable Answer one, @Nullable Answer other) {
    if (one == null || other == null) {
      return one == other;
    }
    return one.equals(other) || brief(one).equalsIgnoreCase(brief(other));
  }

  /** A number as people write it: {@code 12}, {@code 12.5}. */
  public static String plain(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
