package assay.models.endpoint;

import assay.core.exchange.TokenLogprob;
import assay.core.exchange.TokenLogprob.Alternative;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Reads the log-probabilities of a completion; entries without a number are left out. */
final class Logprobs {

  private Logprobs() {}

  static List<TokenLogprob> read(JsonNode logprobs) {
    List<TokenLogprob> tokens = new ArrayList<>();
    for (JsonNode token : logprobs.path("content")) {
      if (holdsToken(token)) {
        List<Alternative> alternatives = new ArrayList<>();
        for (JsonNode other : token.path("top_logprobs")) {
          if (holdsToken(other)) {
            alternatives.add(
                new Alternative(
                    other.path("token").textValue(), other.path("logprob").doubleValue()));
          }
        }
        tokens.add(
            new TokenLogprob(
                token.path("token").textValue(),
                token.path("logprob").doubleValue(),
                alternatives));
      }
    }
    return tokens;
  }

  private static boolean holdsToken(JsonNode node) {
    return node.path("token").isTextual()
        && node.path("logprob").isNumber()
        && !Double.isNaN(node.path("logprob").doubleValue());
  }
}
