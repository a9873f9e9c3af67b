package assay.core.exchange;

import java.util.List;

/**
 * Log-probability (natural logarithm) of one token of a reply and of its alternatives.
 *
 * @param token the token's text
 * @param logprob at most 0
 * @param alternatives the most probable tokens at this place; empty where none were asked for
 */
public record TokenLogprob(String token, double logprob, List<Alternative> alternatives) {

  /** Another token that could have stood there. */
  public record Alternative(String token, double logprob) {}

  public TokenLogprob {
    alternatives = List.copyOf(alternatives);
  }
}
