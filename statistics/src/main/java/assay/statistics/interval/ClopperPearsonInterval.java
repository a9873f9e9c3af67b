package assay.statistics.interval;

import assay.statistics.Arguments;
import assay.statistics.Interval;
import assay.statistics.Range;
import assay.statistics.distribution.Quantiles;

/**
 * The exact interval: proportions for which neither tail of the binomial distribution, the
 * observation included, has probability below (1 − level)/2. Its coverage is never below the level
 * and, for small samples, well above it.
 *
 * <pre>lower = B(α/2; x, n − x + 1),  upper = B(1 − α/2; x + 1, n − x)</pre>
 *
 * <p>with B the quantile of the beta distribution; 0 for no success and 1 for no failure.
 *
 * <p>Source: C. J. Clopper, E. S. Pearson, The use of confidence or fiducial limits illustrated in
 * the case of the binomial, Biometrika 26 (1934) 404–413, doi:10.1093/biomet/26.4.404.
 */
public record ClopperPearsonInterval() implements BinomialInterval {

  @Override
  public String id() {
    return "clopper-pearson";
  }

  @Override
  public Interval interval(long successes, long n, double level) {
    Arguments.checkSuccesses(successes, n);
    double tail = (1 - Arguments.checkLevel(level)) / 2;
    if (n == 0) {
      return Range.UNIT.whole(level, id());
    }
    long failures = n - successes;
    double lower = successes == 0 ? 0 : Quantiles.beta(tail, (double) successes, failures + 1.0);
    double upper =
        failures == 0 ? 1 : Quantiles.betaUpper(tail, successes + 1.0, (double) failures);
    return new Interval(lower, upper, level, id());
  }
}
