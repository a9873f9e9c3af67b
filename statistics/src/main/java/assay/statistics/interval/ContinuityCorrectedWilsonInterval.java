package assay.statistics.interval;

import assay.statistics.Arguments;
import assay.statistics.Interval;
import assay.statistics.Range;
import assay.statistics.distribution.Quantiles;

/**
 * Wilson's score interval with continuity correction: the score test counts half an observation
 * less towards its evidence. Wider than {@link WilsonInterval}, with coverage close to that of
 * {@link ClopperPearsonInterval}:
 *
 * <pre>the x with |p̂ − x| − 1/2n ≤ z·√(x(1 − x)/n)</pre>
 *
 * <p>The lower end is 0 for no success, the upper 1 for no failure. A test's correction shrinks
 * where the observed and the tested proportion are closer than half an observation; this interval
 * always takes the half.
 *
 * <p>Source: R. G. Newcombe, Two-sided confidence intervals for the single proportion, Statistics
 * in Medicine 17 (1998) 857–872, method 4.
 */
public record ContinuityCorrectedWilsonInterval() implements BinomialInterval {

  @Override
  public String id() {
    return "wilson-corrected";
  }

  @Override
  public Interval interval(long successes, long n, double level) {
    Arguments.checkSuccesses(successes, n);
    double z = Quantiles.normalTwoSided(level);
    if (n == 0) {
      return Range.UNIT.whole(level, id());
    }
    double lower = successes == 0 ? 0 : smallerRoot(successes - 0.5, n, z);
    double upper = successes == n ? 1 : largerRoot(successes + 0.5, n, z);
    return Range.UNIT.interval(lower, upper, level, id());
  }

  /** Of {@code (n + z²)·x² − (2c + z²)·x + c²/n}, by the product of both roots. */
  private static double smallerRoot(double c, long n, double z) {
    return c * c / n / ((n + z * z) * largerRoot(c, n, z));
  }

  private static double largerRoot(double c, long n, double z) {
    double root = z * Math.sqrt(c * (n - c) / n + z * z / 4);
    return (c + z * z / 2 + root) / (n + z * z);
  }
}
