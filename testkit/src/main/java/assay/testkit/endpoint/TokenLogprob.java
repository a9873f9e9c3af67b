package assay.testkit.endpoint;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A token of a reply with its log-probability.
 *
 * @param token its text
 * @param logprob natural logarithm of its probability
 * @param top the alternatives in order, each with its log-probability
 */
public record TokenLogprob(String token, double logprob, Map<String, Double> top) {
  /** Copies the map, keeping its order. */
  public TokenLogprob {
    top = Collections.unmodifiableMap(new LinkedHashMap<>(top));
  }

  /** The token with the highest probability of these, and all of them as alternatives. */
  public static TokenLogprob of(Map<String, Double> probabilities) {
    List<Map.Entry<String, Double>> sorted = new ArrayList<>(probabilities.entrySet());
    sorted.sort(Map.Entry.<String, Double>comparingByValue().reversed());
    var top = new LinkedHashMap<String, Double>();
    sorted.forEach(entry -> top.put(entry.getKey(), Math.log(entry.getValue())));
    Map.Entry<String, Double> best = sorted.getFirst();
    return new TokenLogprob(best.getKey(), Math.log(best.getValue()), top);
  }
}
