package assay.statistics.interval;

import assay.statistics.Arguments;
import assay.statistics.Interval;
import assay.statistics.Range;

/**
 * Interval of the difference p₁ − p₂ of two independent proportions, from the Wilson interval [lᵢ,
 * uᵢ] of each:
 *
 * <pre>d − √((p₁ − l₁)² + (u₂ − p₂)²)  to  d + √((u₁ − p₁)² + (p₂ − l₂)²),  d = p₁ − p₂</pre>
 *
 * <p>Within [−1, 1]; positive where the first is better. Exchanging the two changes the sign. If
 * either sample is empty, [−1, 1].
 *
 * <p>Source: R. G. Newcombe, Interval estimation for the difference between independent
 * proportions: comparison of eleven methods, Statistics in Medicine 17 (1998) 873–890, method 10.
 */
public final class NewcombeUnpairedInterval {

  /** The {@link Interval#method()} of what it gives. */
  public static final String ID = "newcombe-unpaired";

  private NewcombeUnpairedInterval() {}

  /**
   * The interval.
   *
   * @param successes1 successes of the first sample
   * @param n1 size of the first sample, may be 0
   * @param successes2 successes of the second sample
   * @param n2 size of the second sample, may be 0
   * @param level confidence level, such as 0.95
   * @throws IllegalArgumentException unless 0 ≤ successes ≤ n for both and 0 &lt; level &lt; 1
   */
  public static Interval interval(
      long successes1, long n1, long successes2, long n2, double level) {
    Arguments.checkSuccesses(successes1, n1);
    Arguments.checkSuccesses(successes2, n2);
    Arguments.checkLevel(level);
    Range range = new Range(-1, 1);
    if (n1 == 0 || n2 == 0) {
      return range.whole(level, ID);
    }
    double p1 = (double) successes1 / n1;
    double p2 = (double) successes2 / n2;
    Interval first = new WilsonInterval().interval(successes1, n1, level);
    Interval second = new WilsonInterval().interval(successes2, n2, level);
    double down = Math.hypot(p1 - first.lower(), second.upper() - p2);
    double up = Math.hypot(first.upper() - p1, p2 - second.lower());
    return range.interval(p1 - p2 - down, p1 - p2 + up, level, ID);
  }
}
