package assay.statistics.agreement;

import assay.statistics.Arguments;
import assay.statistics.Estimate;
import assay.statistics.Interval;
import assay.statistics.Observations;
import assay.statistics.Range;
import assay.statistics.Rounding;
import assay.statistics.distribution.Quantiles;
import assay.statistics.interval.ClusterRobustVariance;
import assay.statistics.interval.TInterval;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.Optional;
import org.apache.commons.numbers.core.Sum;

/**
 * Limits of agreement of two readings of the same items: about 95 % of the differences lie between
 * {@code d̄ − 1.96s} and {@code d̄ + 1.96s}, if they are normal and do not depend on the size of
 * what is read.
 *
 * <p>Intervals are t with n − 1 degrees of freedom, with standard errors s/√n of the bias and
 * {@code s·√(1/n + z²/(2(n − 1)))} of the limits (method {@code bland-altman}).
 *
 * <p>Source: J. M. Bland, D. G. Altman, Statistical methods for assessing agreement between two
 * methods of clinical measurement, Lancet 327 (1986) 307–310, doi:10.1016/S0140-6736(86)90837-8;
 * Measuring agreement in method comparison studies, Statistical Methods in Medical Research 8
 * (1999) 135–160, doi:10.1177/096228029900800204.
 *
 * @param bias mean difference, first less second
 * @param lower the lower limit
 * @param upper the upper limit
 * @param n number of items
 */
public record BlandAltman(Estimate.Known bias, Estimate.Known lower, Estimate.Known upper, int n) {

  private static final String METHOD = "bland-altman";

  /**
   * Of two readings.
   *
   * @param share of the differences that the limits hold, such as 0.95
   * @return empty for fewer than two items; all differences equal, as {@link Rounding} says for
   *     readings of their magnitude, give limits at the bias, with unbounded intervals
   * @throws IllegalArgumentException if lengths differ, a value is NaN or infinite, or share or
   *     level are outside (0, 1)
   */
  public static Optional<BlandAltman> of(
      double[] first, double[] second, double share, double level) {
    double z = Quantiles.normalTwoSided(share);
    Arguments.checkLevel(level);
    Arguments.checkSameLength("first", first.length, "second", second.length);
    Arguments.checkFinite("first", first);
    Arguments.checkFinite("second", second);
    int n = first.length;
    if (n < 2) {
      return Optional.empty();
    }
    double[] differences = new double[n];
    for (int i = 0; i < n; i++) {
      differences[i] = first[i] - second[i];
    }
    double largest = Math.max(Rounding.largest(first), Rounding.largest(second));
    if (Rounding.isNothing(spread(differences), largest)) {
      // Readings of 1000.1 and 1000 differ by 0.1 only to so many digits.
      Arrays.fill(differences, Sum.of(differences).getAsDouble() / n);
    }
    Observations observations = Observations.of(differences);
    double mean = observations.mean().orElseThrow();
    Interval ofMean = new TInterval().interval(observations, Range.UNBOUNDED, level);
    Estimate.Known bias =
        new Estimate.Known(mean, new Interval(ofMean.lower(), ofMean.upper(), level, METHOD));
    double spread =
        observations.isConstant()
            ? 0
            : Math.sqrt(n * ClusterRobustVariance.of(observations).orElseThrow());
    double half =
        Quantiles.studentTwoSided(level, n - 1.0)
            * spread
            * Math.sqrt(1.0 / n + z * z / (2 * (n - 1.0)));
    return Optional.of(
        new BlandAltman(
            bias, limit(mean - z * spread, half, level), limit(mean + z * spread, half, level), n));
  }

  private static double spread(double[] values) {
    DoubleSummaryStatistics ends = Arrays.stream(values).summaryStatistics();
    return ends.getMax() - ends.getMin();
  }

  private static Estimate.Known limit(double value, double half, double level) {
    return new Estimate.Known(
        value,
        half == 0
            ? Range.UNBOUNDED.whole(level, METHOD)
            : new Interval(value - half, value + half, level, METHOD));
  }
}
