package assay.statistics.interval;

import assay.statistics.Arguments;
import assay.statistics.Interval;
import assay.statistics.Range;
import assay.statistics.distribution.Quantiles;

/**
 * Wilson's score interval: the proportions that a score test of level 1 − {@code level} does not
 * reject,
 *
 * <pre>(p̂ + z²/2n ± z·√(p̂(1 − p̂)/n + z²/4n²)) / (1 + z²/n)</pre>
 *
 * <p>It contains the estimate, stays in [0, 1], and is never empty: 0 of n gives [0, z²/(n + z²)].
 * Its coverage is near the level on average over proportions, and drops below it for some close to
 * 0 and 1.
 *
 * <p>Source: E. B. Wilson, Probable inference, the law of succession, and statistical inference,
 * JASA 22 (1927) 209–212, doi:10.1080/01621459.1927.10502953.
 */
public record WilsonInterval() implements BinomialInterval {

  @Override
  public String id() {
    return "wilson";
  }

  @Override
  public Interval interval(long successes, long n, double level) {
    Arguments.checkSuccesses(successes, n);
    double z = Quantiles.normalTwoSided(level);
    return n == 0
        ? Range.UNIT.whole(level, id())
        : interval((double) successes / n, (double) n, z, level, id());
  }

  /**
   * The score interval of a proportion for any sample size and quantile: also for an effective
   * sample size, which need not be whole.
   */
  static Interval interval(double p, double n, double quantile, double level, String method) {
    double q2 = quantile * quantile;
    double half = quantile * Math.sqrt(n * p * (1 - p) + q2 / 4);
    double upper = p == 1 ? 1 : Math.min(1, (n * p + q2 / 2 + half) / (n + q2));
    // The ends are the roots of a quadratic; from their product the lower one has no cancellation.
    double lower = n * p * p / ((n + q2) * upper);
    return new Interval(Math.min(lower, p), Math.max(upper, p), level, method);
  }
}
