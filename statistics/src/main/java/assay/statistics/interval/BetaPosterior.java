package assay.statistics.interval;

import assay.statistics.Arguments;
import assay.statistics.Interval;
import assay.statistics.distribution.Quantiles;
import org.apache.commons.numbers.gamma.RegularizedBeta;

/**
 * What is believed of a proportion after x of n, if it was Beta(a₀, b₀) before: Beta(a₀ + x, b₀ + n
 * − x). The uniform prior is Beta(1, 1); {@link JeffreysInterval} has Beta(½, ½) and its own rule
 * at the ends.
 *
 * <p>Source: A. Gelman and others, Bayesian Data Analysis, 3rd edition 2013, §2.4.
 *
 * @param a positive
 * @param b positive
 */
public record BetaPosterior(double a, double b) {

  /** The uniform prior, Beta(1, 1). */
  public static final BetaPosterior UNIFORM = new BetaPosterior(1, 1);

  /** Jeffreys' prior, Beta(½, ½). */
  public static final BetaPosterior JEFFREYS = new BetaPosterior(0.5, 0.5);

  /**
   * @throws IllegalArgumentException unless both are positive and finite
   */
  public BetaPosterior {
    Arguments.checkPositive("a", a);
    Arguments.checkPositive("b", b);
  }

  /**
   * The belief after these trials; after several lots, in any order, the same as after all at once.
   *
   * @throws IllegalArgumentException unless 0 ≤ successes ≤ n
   */
  public BetaPosterior after(long successes, long n) {
    Arguments.checkSuccesses(successes, n);
    return new BetaPosterior(a + successes, b + (n - successes));
  }

  /** The mean, {@code a/(a + b)}. */
  public double mean() {
    return a / (a + b);
  }

  /** The probability that the proportion is above a threshold. */
  public double probabilityAbove(double threshold) {
    return RegularizedBeta.complement(Arguments.checkUnit("threshold", threshold), a, b);
  }

  /**
   * The credible interval that leaves as much on either side (id {@code beta-posterior}): with this
   * prior and these data the proportion lies in it with probability {@code level}. It need not
   * contain x/n, and coverage over repeated samples is not what it promises.
   *
   * @throws IllegalArgumentException unless 0 &lt; level &lt; 1
   */
  public Interval interval(double level) {
    double tail = (1 - Arguments.checkLevel(level)) / 2;
    return new Interval(
        Quantiles.beta(tail, a, b), Quantiles.betaUpper(tail, a, b), level, "beta-posterior");
  }
}
