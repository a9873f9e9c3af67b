package assay.evaluation.json;

import assay.core.exchange.TokenLogprob;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * JSON form of log-probabilities: {@code [{"t": "B", "p": -0.1, "top": [["B", -0.1], ["A",
 * -2.5]]}]}.
 */
public final class LogprobsJson {

  private LogprobsJson() {}

  /** Writes log-probabilities, or null where there are none. */
  public static @Nullable String write(List<TokenLogprob> logprobs) {
    if (logprobs.isEmpty()) {
      return null;
    }
    ArrayNode json = Json.array();
    for (TokenLogprob token : logprobs) {
      ObjectNode one = json.addObject().put("t", token.token());
      one.set("p", Json.numeric(token.logprob()));
      if (!token.alternatives().isEmpty()) {
        ArrayNode top = one.putArray("top");
        token
            .alternatives()
            .forEach(a -> top.add(Json.array().add(a.token()).add(Json.numeric(a.logprob()))));
      }
    }
    return Json.write(json);
  }

  /** Reads what {@link #write} wrote. */
  public static List<TokenLogprob> read(@Nullable String text) {
    if (text == null) {
      return List.of();
    }
    return Json.read(text).valueStream().map(LogprobsJson::token).toList();
  }

  private static TokenLogprob token(JsonNode json) {
    return new TokenLogprob(
        Json.required(json, "t").asText(),
        Json.number(Json.required(json, "p")),
        json.path("top")
            .valueStream()
            .map(a -> new TokenLogprob.Alternative(a.get(0).asText(), Json.number(a.get(1))))
            .toList());
  }
}
