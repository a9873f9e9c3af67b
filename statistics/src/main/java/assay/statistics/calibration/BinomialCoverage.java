package assay.statistics.calibration;

import assay.statistics.Arguments;
import assay.statistics.Interval;
import assay.statistics.interval.BinomialInterval;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * How often a binomial interval holds the true proportion: the exact sum over all numbers of
 * successes,
 *
 * <pre>C(p) = Σₓ P(X = x)·[p in interval(x, n)],  X ~ Binomial(n, p)</pre>
 */
public final class BinomialCoverage {

  private final List<Interval> intervals;
  private final int n;

  private BinomialCoverage(List<Interval> intervals, int n) {
    this.intervals = intervals;
    this.n = n;
  }

  /**
   * Of this method at this sample size and level.
   *
   * @param n 0 to 1,000,000
   * @throws IllegalArgumentException if an argument is outside its range
   */
  public static BinomialCoverage of(BinomialInterval method, int n, double level) {
    Arguments.checkLevel(level);
    return of(successes -> method.interval(successes, n, level), n);
  }

  /**
   * Of any rule that gives an interval for each number of successes.
   *
   * @param n 0 to 1,000,000
   * @throws IllegalArgumentException if n is outside its range
   */
  public static BinomialCoverage of(LongFunction<Interval> rule, int n) {
    Arguments.checkBetween("n", n, 0, 1_000_000);
    List<Interval> intervals = new ArrayList<>(n + 1);
    for (int x = 0; x <= n; x++) {
      intervals.add(rule.apply(x));
    }
    return new BinomialCoverage(List.copyOf(intervals), n);
  }

  /**
   * The coverage at one true proportion, a share.
   *
   * @throws IllegalArgumentException unless 0 ≤ p ≤ 1
   */
  public double at(double p) {
    BinomialDistribution distribution = BinomialDistribution.of(n, Arguments.checkUnit("p", p));
    double coverage = 0;
    for (int x = 0; x <= n; x++) {
      if (intervals.get(x).contains(p)) {
        coverage += distribution.probability(x);
      }
    }
    return Math.min(1, coverage);
  }

  /**
   * The coverage averaged over a band of true proportions, from {@code from} to {@code to} in equal
   * steps: coverage at a single p jumps with n and p.
   *
   * @throws IllegalArgumentException unless 0 ≤ from ≤ to ≤ 1 and points ≥ 2
   */
  public double average(double from, double to, int points) {
    Arguments.checkUnit("from", from);
    if (!(to >= from && to <= 1)) {
      throw new IllegalArgumentException("to " + to + " is outside [" + from + ", 1]");
    }
    Arguments.checkBetween("points", points, 2, Integer.MAX_VALUE);
    double sum = 0;
    for (int i = 0; i < points; i++) {
      sum += at(from + (to - from) * i / (points - 1));
    }
    return sum / points;
  }
}
