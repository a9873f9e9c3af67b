package assay.statistics.interval;

import assay.statistics.Arguments;
import assay.statistics.Interval;
import assay.statistics.PairedCounts;
import assay.statistics.Range;
import assay.statistics.distribution.Quantiles;

/**
 * Score interval of the difference p₁ − p₂ of two proportions measured on the same items: the Δ
 * that the score test does not reject. With b and c the items on which only the first, only the
 * second succeeds, of n,
 *
 * <pre>
 * T(Δ) = (b − c − nΔ)/√(n(2q + Δ(1 − Δ))),  |T(Δ)| ≤ z
 * q = (√(B² − 8nC) − B)/(4n),  B = −b − c + (2n − b + c)Δ,  C = −cΔ(1 − Δ)
 * </pre>
 *
 * <p>where q estimates the share of c under Δ. Within [−1, 1]; positive where the first is better;
 * exchanging the two changes the sign. No items: [−1, 1]. It goes with the score tests against a
 * margin; {@link NewcombePairedInterval} needs no search.
 *
 * <p>Source: T. Tango, Equivalence test and confidence interval for the difference in proportions
 * for the paired-sample design, Statistics in Medicine 17 (1998) 891–908,
 * doi:10.1002/(SICI)1097-0258(19980430)17:8&lt;891::AID-SIM780&gt;3.0.CO;2-B.
 */
public final class TangoInterval {

  /** The {@link Interval#method()} of what it gives. */
  public static final String ID = "tango";

  private static final int HALVINGS = 100;

  private TangoInterval() {}

  /**
   * The interval.
   *
   * @param level confidence level, such as 0.95
   * @throws IllegalArgumentException unless 0 &lt; level &lt; 1
   */
  public static Interval interval(PairedCounts counts, double level) {
    double z = Quantiles.normalTwoSided(level);
    if (counts.n() == 0) {
      return new Range(-1, 1).whole(level, ID);
    }
    return new Interval(-upper(counts.swapped(), z), upper(counts, z), level, ID);
  }

  /** The largest Δ with T(Δ) ≥ −z; T falls as Δ grows. */
  private static double upper(PairedCounts counts, double z) {
    double low = ((double) counts.firstOnly() - counts.secondOnly()) / counts.n();
    double high = 1;
    for (int i = 0; i < HALVINGS && low < high; i++) {
      double middle = low + (high - low) / 2;
      if (middle == low || middle == high) {
        break;
      }
      if (score(counts, middle) >= -z) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  /**
   * T(Δ): how many standard deviations the observed difference lies above Δ.
   *
   * @param difference Δ, −1 ≤ Δ ≤ 1
   * @return infinite where Δ leaves the observation no probability, 0 where it is met exactly
   * @throws IllegalArgumentException if there are no items or Δ is outside its range
   */
  public static double score(PairedCounts counts, double difference) {
    Arguments.checkBetween("number of items", counts.n(), 1, Long.MAX_VALUE);
    if (!(difference >= -1 && difference <= 1)) {
      throw new IllegalArgumentException("difference " + difference + " is outside [-1, 1]");
    }
    // For Δ < 0 the roots cancel; exchanging the two turns it into Δ > 0.
    if (difference < 0) {
      return -score(counts.swapped(), -difference);
    }
    double n = counts.n();
    double b = counts.firstOnly();
    double c = counts.secondOnly();
    double linear = -b - c + (2 * n - b + c) * difference;
    double constant = -c * difference * (1 - difference);
    double root = Math.sqrt(Math.max(0, linear * linear - 8 * n * constant));
    double share = linear <= 0 ? (root - linear) / (4 * n) : -2 * constant / (root + linear);
    double variance = n * (2 * share + difference * (1 - difference));
    double deviation = b - c - n * difference;
    return deviation == 0 ? 0 : deviation / Math.sqrt(Math.max(0, variance));
  }
}
