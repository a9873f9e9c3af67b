package assay.statistics.interval;

import assay.statistics.Arguments;
import assay.statistics.Interval;
import assay.statistics.PairedCounts;
import assay.statistics.Range;

/**
 * Interval of the difference p₁ − p₂ of two proportions measured on the same items, from the Wilson
 * interval [lᵢ, uᵢ] of each and their correlation φ:
 *
 * <pre>
 * d − √((p₁ − l₁)² − 2φ(p₁ − l₁)(u₂ − p₂) + (u₂ − p₂)²)  to
 * d + √((u₁ − p₁)² − 2φ(u₁ − p₁)(p₂ − l₂) + (p₂ − l₂)²),  d = p₁ − p₂
 * </pre>
 *
 * <p>φ = (ad − bc)/√((a + b)(c + d)(a + c)(b + d)) of the fourfold table; where ad &gt; bc its
 * numerator is max(ad − bc − n/2, 0), which keeps the interval from being too short; 0 where the
 * denominator is 0. Within [−1, 1]; positive where the first is better. Exchanging the two changes
 * the sign. No items: [−1, 1].
 *
 * <p>Source: R. G. Newcombe, Improved confidence intervals for the difference between binomial
 * proportions based on paired data, Statistics in Medicine 17 (1998) 2635–2650, method 10.
 */
public final class NewcombePairedInterval {

  /** The {@link Interval#method()} of what it gives. */
  public static final String ID = "newcombe-paired";

  private NewcombePairedInterval() {}

  /**
   * The interval.
   *
   * @param level confidence level, such as 0.95
   * @throws IllegalArgumentException unless 0 &lt; level &lt; 1
   */
  public static Interval interval(PairedCounts counts, double level) {
    Arguments.checkLevel(level);
    Range range = new Range(-1, 1);
    long n = counts.n();
    if (n == 0) {
      return range.whole(level, ID);
    }
    long successes1 = counts.both() + counts.firstOnly();
    long successes2 = counts.both() + counts.secondOnly();
    double p1 = (double) successes1 / n;
    double p2 = (double) successes2 / n;
    Interval first = new WilsonInterval().interval(successes1, n, level);
    Interval second = new WilsonInterval().interval(successes2, n, level);
    double phi = correlation(counts);
    double difference = ((double) counts.firstOnly() - counts.secondOnly()) / n;
    double down = side(p1 - first.lower(), second.upper() - p2, phi);
    double up = side(first.upper() - p1, p2 - second.lower(), phi);
    return range.interval(difference - down, difference + up, level, ID);
  }

  private static double side(double x, double y, double phi) {
    return Math.sqrt(Math.max(0, x * x - 2 * phi * x * y + y * y));
  }

  private static double correlation(PairedCounts counts) {
    double a = counts.both();
    double b = counts.firstOnly();
    double c = counts.secondOnly();
    double d = counts.neither();
    double product = (a + b) * (c + d) * (a + c) * (b + d);
    if (product == 0) {
      return 0;
    }
    double excess = a * d - b * c;
    double numerator = excess > 0 ? Math.max(excess - counts.n() / 2.0, 0) : excess;
    return numerator / Math.sqrt(product);
  }
}
