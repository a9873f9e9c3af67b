package assay.evaluation.runner;

import assay.core.exchange.Reply;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What a run may use. Counts what was spent, also before a resume; safe for several threads. A
 * reply that states no tokens or no cost counts as none, and {@link #unknown} tells how many there
 * were.
 */
public final class Budget {

  /** How many are put at once while nothing is known of what one costs. */
  private static final int BLIND = 8;

  private final OptionalLong mostTokens;
  private final OptionalDouble mostCost;
  private final Pricing pricing;
  private final long tokensBefore;
  private final double costBefore;
  private long tokens;
  private double cost;
  private long replies;
  private long unknown;
  private boolean costUnknown;

  /** A budget that starts at what was spent before. */
  public Budget(
      OptionalLong mostTokens, OptionalDouble mostCost, Pricing pricing, long tokens, double cost) {
    this.mostTokens = mostTokens;
    this.mostCost = mostCost;
    this.pricing = pricing;
    this.tokensBefore = tokens;
    this.costBefore = cost;
    this.tokens = tokens;
    this.cost = cost;
  }

  /** No bound. */
  public static Budget unlimited() {
    return new Budget(OptionalLong.empty(), OptionalDouble.empty(), Pricing.UNKNOWN, 0, 0);
  }

  /** Takes note of a reply that was paid for; gives it its cost where a price is known. */
  public synchronized Reply spend(Reply reply) {
    Long prompt = reply.usage().promptTokens();
    Long completion = reply.usage().completionTokens();
    replies++;
    if (prompt == null && completion == null) {
      unknown++;
    }
    tokens += (prompt == null ? 0 : prompt) + (completion == null ? 0 : completion);
    OptionalDouble priced =
        reply.cost() == null ? pricing.cost(reply.usage()) : OptionalDouble.of(reply.cost());
    cost += priced.orElse(0);
    costUnknown |= priced.isEmpty();
    if (reply.cost() != null || priced.isEmpty()) {
      return reply;
    }
    return new Reply(
        reply.text(),
        reply.reasoning(),
        reply.finish(),
        reply.usage(),
        priced.getAsDouble(),
        reply.seconds(),
        reply.logprobs(),
        reply.model(),
        reply.raw(),
        reply.recorded());
  }

  /**
   * Whether one more request can begin while so many are under way, if each costs what those so far
   * did on average; a few where there were none yet. Always where none is under way, so that a run
   * goes on until the budget is used up and oversteps it by about one request, not by as many as
   * are put at once.
   */
  public synchronized boolean affords(int underWay) {
    if (underWay == 0 || (mostTokens.isEmpty() && mostCost.isEmpty())) {
      return true;
    }
    if (replies == 0) {
      return underWay < BLIND;
    }
    double share = (underWay + 1.0) / replies;
    return tokens + share * (tokens - tokensBefore) <= mostTokens.orElse(Long.MAX_VALUE)
        && cost + share * (cost - costBefore) <= mostCost.orElse(Double.POSITIVE_INFINITY);
  }

  /**
   * What is used up, in words, or empty while there is something left. A bound of cost that cannot
   * be kept, because a cost is not known, is used up at once.
   */
  public synchronized Optional<String> exhausted() {
    if (mostTokens.isPresent() && tokens >= mostTokens.getAsLong()) {
      return Optional.of(tokens + " tokens used of " + mostTokens.getAsLong());
    }
    if (mostCost.isPresent() && costUnknown) {
      return Optional.of(
          "a reply did not say what it cost, and no table of prices does (--prices)");
    }
    if (mostCost.isPresent() && cost >= mostCost.getAsDouble()) {
      return Optional.of(
          String.format(Locale.ROOT, "cost %.4f of %s", cost, mostCost.getAsDouble()));
    }
    return Optional.empty();
  }

  public synchronized long tokens() {
    return tokens;
  }

  public synchronized double cost() {
    return cost;
  }

  /** Replies that stated no tokens. */
  public synchronized long unknown() {
    return unknown;
  }
}
