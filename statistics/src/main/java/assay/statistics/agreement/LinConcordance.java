package assay.statistics.agreement;

import assay.statistics.Arguments;
import assay.statistics.Estimate;
import assay.statistics.Range;
import assay.statistics.Rounding;
import assay.statistics.distribution.Quantiles;

/**
 * Lin's concordance correlation: how near pairs of readings lie to the line of equality,
 *
 * <pre>ρ_c = 2s_xy/(s_x² + s_y² + (x̄ − ȳ)²)</pre>
 *
 * <p>with moments over n. −1 to 1; at most Pearson's in magnitude, less where one reading is higher
 * or more spread. {@link Estimate.Undefined} for fewer than two items ({@code too-few-items}) and
 * where both readings are the same constant ({@code constant}), as {@link Rounding} says.
 *
 * <p>The interval is normal on Fisher's z with Lin's variance (method {@code lin}); for fewer than
 * three items, ρ_c of 0 or ±1, or a constant reading: [−1, 1].
 *
 * <p>Source: L. I.-K. Lin, A concordance correlation coefficient to evaluate reproducibility,
 * Biometrics 45 (1989) 255–268, doi:10.2307/2532051, with the correction in Biometrics 56 (2000)
 * 324–325.
 */
public final class LinConcordance {

  private static final Range RANGE = new Range(-1, 1);
  private static final String METHOD = "lin";

  private LinConcordance() {}

  /**
   * ρ_c with its interval.
   *
   * @throws IllegalArgumentException if lengths differ, a value is NaN or infinite, or the level is
   *     outside (0, 1)
   */
  public static Estimate of(double[] first, double[] second, double level) {
    double z = Quantiles.normalTwoSided(level);
    Arguments.checkSameLength("first", first.length, "second", second.length);
    Arguments.checkFinite("first", first);
    Arguments.checkFinite("second", second);
    int n = first.length;
    if (n < 2) {
      return new Estimate.Undefined("too-few-items");
    }
    double meanX = mean(first);
    double meanY = mean(second);
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (int i = 0; i < n; i++) {
      xx += (first[i] - meanX) * (first[i] - meanX) / n;
      yy += (second[i] - meanY) * (second[i] - meanY) / n;
      xy += (first[i] - meanX) * (second[i] - meanY) / n;
    }
    double largest = Math.max(Rounding.largest(first), Rounding.largest(second));
    xx = Rounding.squares(xx, 1, largest);
    yy = Rounding.squares(yy, 1, largest);
    xy = xx == 0 || yy == 0 ? 0 : xy;
    double shift = Rounding.areEqual(meanX, meanY) ? 0 : meanX - meanY;
    double whole = xx + yy + shift * shift;
    if (whole == 0) {
      return new Estimate.Undefined("constant");
    }
    double c = RANGE.clip(2 * xy / whole);
    double r = xy / Math.sqrt(xx * yy);
    if (n < 3 || c == 0 || Rounding.areEqual(Math.abs(c), 1) || !(Math.abs(r) > 0)) {
      return new Estimate.Known(c, RANGE.whole(level, METHOD));
    }
    double half = z * Math.sqrt(variance(c, r, shift * shift / Math.sqrt(xx * yy)) / (n - 2));
    double centre = Math.log((1 + c) / (1 - c)) / 2;
    return new Estimate.Known(
        c, RANGE.interval(Math.tanh(centre - half), Math.tanh(centre + half), level, METHOD));
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  /** Of Fisher's z, times n − 2; u2 is the squared shift in units of the spreads. */
  private static double variance(double c, double r, double u2) {
    double rest = 1 - c * c;
    return Math.max(
        0,
        (1 - r * r) * c * c / (rest * r * r)
            + 2 * c * c * c * (1 - c) * u2 / (r * rest * rest)
            - c * c * c * c * u2 * u2 / (2 * r * r * rest * rest));
  }
}
