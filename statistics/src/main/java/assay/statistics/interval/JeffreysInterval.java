package assay.statistics.interval;

import assay.statistics.Arguments;
import assay.statistics.Interval;
import assay.statistics.Range;
import assay.statistics.distribution.Quantiles;

/**
 * The equal-tailed posterior interval under Jeffreys' prior Beta(1/2, 1/2):
 *
 * <pre>B(α/2; x + 1/2, n − x + 1/2)  to  B(1 − α/2; x + 1/2, n − x + 1/2)</pre>
 *
 * <p>with B the quantile of the beta distribution; as Brown, Cai and DasGupta have it, the lower
 * end is 0 for no success and the upper 1 for no failure. Below a level of about 0.5 it need not
 * contain the estimate.
 *
 * <p>Source: Brown, Cai, DasGupta 2001, see {@link BinomialInterval}.
 */
public record JeffreysInterval() implements BinomialInterval {

  @Override
  public String id() {
    return "jeffreys";
  }

  @Override
  public Interval interval(long successes, long n, double level) {
    Arguments.checkSuccesses(successes, n);
    double tail = (1 - Arguments.checkLevel(level)) / 2;
    if (n == 0) {
      return Range.UNIT.whole(level, id());
    }
    double a = successes + 0.5;
    double b = n - successes + 0.5;
    double lower = successes == 0 ? 0 : Quantiles.beta(tail, a, b);
    double upper = successes == n ? 1 : Quantiles.betaUpper(tail, a, b);
    return new Interval(lower, upper, level, id());
  }
}
