package assay.statistics.agreement;

import assay.statistics.Arguments;
import assay.statistics.Estimate;
import assay.statistics.Interval;
import assay.statistics.Range;
import assay.statistics.Rounding;
import assay.statistics.interval.JackknifeInterval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Krippendorff's α: the agreement of any number of readers on values of any level, with missing
 * values. With o_ck the coincidences of values c and k (each unit with m values adds {@code 1/(m −
 * 1)} for each ordered pair of its values), n_c their sums and n their total,
 *
 * <pre>α = 1 − (n − 1)·Σ o_ck·δ²_ck / Σ n_c·n_k·δ²_ck</pre>
 *
 * <p>and δ² by level: nominal 0 or 1; ordinal (n_c/2 + n between + n_k/2)²; interval (c − k)²;
 * ratio ((c − k)/(c + k))². 1 is perfect agreement, 0 chance; it can be below −1. Units with fewer
 * than two values are left out. {@link Estimate.Undefined} where none is left ({@code no-pairs})
 * and where all values are equal ({@code one-value}). Values of any level but classes are one where
 * {@link Rounding} says so.
 *
 * <p>The interval is the jackknife over units ({@link JackknifeInterval}) of log(1 − α), plain
 * where leaving a unit out makes α 1. It holds its level from 30 units on, where the bootstrap over
 * units is short (docs/calibration.md). A unit without which α is not defined adds no spread; where
 * no unit moves α nothing is known of its spread: [−1, 1].
 *
 * <p>Source: K. Krippendorff, Content Analysis, 2nd edition 2004, §11.3; A. F. Hayes, K.
 * Krippendorff, Communication Methods and Measures 1 (2007) 77–89, doi:10.1080/19312450709336664.
 */
public final class KrippendorffAlpha {

  private KrippendorffAlpha() {}

  /** Levels of measurement. */
  public enum Level {
    /** Classes. */
    NOMINAL,
    /** Values with an order. */
    ORDINAL,
    /** Values with differences. */
    INTERVAL,
    /** Values with ratios, not negative. */
    RATIO
  }

  /**
   * α with its interval.
   *
   * @param units the values of each unit, those of missing readings left out, in any order
   * @throws IllegalArgumentException if a value is NaN, infinite or, for ratios, negative, or the
   *     level of confidence is outside (0, 1)
   */
  public static Estimate of(double[][] units, Level measurement, double level) {
    Arguments.checkLevel(level);
    for (int u = 0; u < units.length; u++) {
      Arguments.checkFinite("units[" + u + "]", units[u]);
      if (measurement == Level.RATIO) {
        new Range(0, Double.POSITIVE_INFINITY).check("units[" + u + "]", units[u]);
      }
    }
    List<double[]> paired =
        Arrays.stream(units)
            .filter(values -> values.length > 1)
            .map(values -> Arrays.stream(values).sorted().toArray())
            .sorted(Comparator.comparing(values -> values, Arrays::compare))
            .toList();
    if (paired.isEmpty()) {
      return new Estimate.Undefined("no-pairs");
    }
    Coincidences all = new Coincidences(paired, measurement);
    OptionalDouble alpha = all.alpha();
    if (alpha.isEmpty()) {
      return new Estimate.Undefined("one-value");
    }
    double value = alpha.getAsDouble();
    return new Estimate.Known(value, interval(all, value, level));
  }

  /**
   * On the scale of log(1 − α), on which α is less skewed; plain where a unit's lack makes it 1.
   */
  private static Interval interval(Coincidences all, double value, double level) {
    Range range = new Range(Math.min(-1, value), 1);
    List<Double> without = new ArrayList<>();
    List<Double> sizes = new ArrayList<>();
    for (int u = 0; u < all.units(); u++) {
      OptionalDouble alpha = all.without(u);
      if (alpha.isPresent()) {
        without.add(alpha.getAsDouble());
        sizes.add((double) all.size(u));
      }
    }
    if (value >= 1 || without.stream().anyMatch(alpha -> alpha >= 1)) {
      return JackknifeInterval.of(value, List.of(stratum(without, sizes)), range, level);
    }
    without.replaceAll(alpha -> Math.log(1 - alpha));
    Interval logarithm =
        JackknifeInterval.of(
            Math.log(1 - value), List.of(stratum(without, sizes)), Range.UNBOUNDED, level);
    return range.interval(
        1 - Math.exp(logarithm.upper()),
        1 - Math.exp(logarithm.lower()),
        level,
        JackknifeInterval.ID);
  }

  private static JackknifeInterval.Stratum stratum(List<Double> without, List<Double> sizes) {
    return new JackknifeInterval.Stratum(
        without.stream().mapToDouble(Double::doubleValue).toArray(),
        sizes.stream().mapToDouble(Double::doubleValue).toArray());
  }
}
