package assay.statistics.interval;

import assay.statistics.Arguments;
import assay.statistics.ClusterTotals;
import assay.statistics.Interval;
import assay.statistics.Range;
import assay.statistics.distribution.Quantiles;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.numbers.core.Sum;

/**
 * The interval of a statistic of a bounded range that is no mean of its units, or the plain mean of
 * k parts each of which is such a one: macro-F1 over the F1 of its classes, balanced accuracy over
 * their recalls, κ as one part.
 *
 * <p>Each part has {@link WilsonInterval}, stretched to the range [a, b], of the size that its
 * jackknife variance V is worth, with Student's quantile of the degrees of freedom of {@link
 * ClusterTotals#degreesOfFreedom(double[])}:
 *
 * <pre>
 * V = (G − 1)/G · Σ_g (d₋_g − d̄)²,  u = (d − a)/(b − a),  N = u(1 − u)·(b − a)²/V
 * </pre>
 *
 * <p>over G units (samples, or clusters whole), d₋_g being the part without unit g, and d itself
 * where it is not defined without it. A part at an end of the range that no unit moves counts as
 * {@code N = (Σ s_g)²/Σ s_g²} observations, with s_g what weighs in it of unit g; of a part inside
 * the range that no unit moves nothing is known: [a, b].
 *
 * <p>Parts come together by the variance estimates recovered from their limits (MOVER), with l_i
 * and u_i the limits and r_ij the jackknife correlation of parts; of two that no unit moves the
 * cosine of what weighs in them, {@code Σ s_gi·s_gj/√(Σ s_gi²·Σ s_gj²)}; 0 of one that moves and
 * one that does not:
 *
 * <pre>
 * d − √(Σ_ij r_ij (d_i − l_i)(d_j − l_j))/k  to  d + √(Σ_ij r_ij (u_i − d_i)(u_j − d_j))/k
 * </pre>
 *
 * <p>It draws nothing and needs no seed. Where a class is rare, or nearly everything right, no
 * resample holds the errors that were not seen: bootstrap and plain jackknife are short there (74 %
 * for a class of ten), and this is not; see {@code docs/calibration.md} and {@code
 * docs/decisions/0017-metrics-over-classes.md}.
 *
 * <p>Source: E. B. Wilson 1927 (see {@link WilsonInterval}) on an effective sample size as in
 * {@link EffectiveSampleSize}; J. W. Tukey 1958 (see {@link JackknifeInterval}); G. Zou, A. Donner,
 * Construction of confidence limits about effect measures, Statistics in Medicine 27 (2008)
 * 1693–1702, doi:10.1002/sim.3095; G. Zou, Toward using confidence intervals to compare
 * correlations, Psychological Methods 12 (2007) 399–413 (parts that depend on each other). Their
 * union is this project's, chosen by simulation.
 */
public final class JackknifeWilsonInterval {

  /** The {@link Interval#method()} of what it gives. */
  public static final String ID = "wilson-jackknife";

  // What rounding makes of equal values is no spread.
  private static final double ROUNDING = 1e-13;

  private JackknifeWilsonInterval() {}

  /** A unit that was sampled whole, or several that are alike in everything. */
  public static final class Unit {

    private final int times;
    private final double size;
    private final double[] without;
    private final double[] sizes;

    /**
     * A unit.
     *
     * @param times how many units are alike in all that follows, at least 1
     * @param size what each of them weighs, positive
     * @param without each part without one of them; the part itself where it is then not defined
     * @param sizes what of one of them weighs in each part, not negative
     * @throws IllegalArgumentException if an argument is outside its range, or there are not as
     *     many sizes as parts
     */
    public Unit(int times, double size, double[] without, double[] sizes) {
      Arguments.checkBetween("times", times, 1, Integer.MAX_VALUE);
      Arguments.checkPositive("size", size);
      Arguments.checkFinite("without", without);
      if (sizes.length != without.length) {
        throw new IllegalArgumentException(
            without.length + " parts without a unit, but " + sizes.length + " sizes");
      }
      for (double part : sizes) {
        if (!(part >= 0 && part < Double.POSITIVE_INFINITY)) {
          throw new IllegalArgumentException("size in a part " + part + "; expected 0 or more");
        }
      }
      this.times = times;
      this.size = size;
      this.without = without.clone();
      this.sizes = sizes.clone();
    }
  }

  /**
   * The interval of the mean of the parts; the whole range where there are fewer than two units.
   *
   * @param parts the statistic in parts, at least one, each within the range
   * @param range the values that each part can take, bounded
   * @throws IllegalArgumentException if the level is outside (0, 1), the range unbounded, a part
   *     outside it, or a unit of another number of parts
   */
  public static Interval of(double[] parts, List<Unit> units, Range range, double level) {
    Arguments.checkLevel(level);
    check(parts, units, range);
    int count = units.stream().mapToInt(unit -> unit.times).sum();
    if (count < 2) {
      return range.whole(level, ID);
    }
    double t = Quantiles.studentTwoSided(level, degreesOfFreedom(units, count));
    double[] errors = new double[parts.length];
    double[] down = new double[parts.length];
    double[] up = new double[parts.length];
    for (int part = 0; part < parts.length; part++) {
      errors[part] = error(part, parts[part], units, count);
      Interval own = ofPart(part, parts[part], errors[part], units, range, t, level);
      if (parts.length == 1) {
        return own;
      }
      down[part] = parts[part] - own.lower();
      up[part] = own.upper() - parts[part];
    }
    double estimate = Sum.of(parts).getAsDouble() / parts.length;
    return range.interval(
        estimate - together(down, errors, units, count) / parts.length,
        estimate + together(up, errors, units, count) / parts.length,
        level,
        ID);
  }

  private static void check(double[] parts, List<Unit> units, Range range) {
    if (parts.length == 0) {
      throw new IllegalArgumentException("no parts; expected at least one");
    }
    if (Double.isInfinite(range.lower()) || Double.isInfinite(range.upper())) {
      throw new IllegalArgumentException(
          "range [" + range.lower() + ", " + range.upper() + "]; expected a bounded one");
    }
    range.check("parts", parts);
    for (Unit unit : units) {
      if (unit.without.length != parts.length) {
        throw new IllegalArgumentException(
            "a unit of " + unit.without.length + " parts; expected " + parts.length);
      }
    }
  }

  private static double degreesOfFreedom(List<Unit> units, int count) {
    double[] sizes = new double[count];
    int next = 0;
    for (Unit unit : units) {
      Arrays.fill(sizes, next, next + unit.times, unit.size);
      next += unit.times;
    }
    return ClusterTotals.degreesOfFreedom(sizes);
  }

  /** √V of a part; exactly 0 where no unit moves it. */
  private static double error(int part, double value, List<Unit> units, int count) {
    double mean = mean(part, units, count);
    Sum squares = Sum.create();
    boolean moved = false;
    for (Unit unit : units) {
      double deviation = unit.without[part] - mean;
      squares.addProduct(unit.times * deviation, deviation);
      moved |= Math.abs(unit.without[part] - value) > ROUNDING * Math.max(1, Math.abs(value));
    }
    return moved ? Math.sqrt((count - 1.0) / count * squares.getAsDouble()) : 0;
  }

  private static double mean(int part, List<Unit> units, int count) {
    Sum sum = Sum.create();
    units.forEach(unit -> sum.addProduct(unit.times, unit.without[part]));
    return sum.getAsDouble() / count;
  }

  private static Interval ofPart(
      int part, double value, double error, List<Unit> units, Range range, double t, double level) {
    double width = range.upper() - range.lower();
    double u = (value - range.lower()) / width;
    boolean atEnd = u <= ROUNDING || u >= 1 - ROUNDING;
    if (error == 0 && !atEnd) {
      return range.whole(level, ID);
    }
    double size =
        error == 0 ? effectiveUnits(part, units) : u * (1 - u) * width * width / error / error;
    if (!(size > 0)) {
      return range.whole(level, ID);
    }
    Interval share = WilsonInterval.interval(u, size, t, level, ID);
    return range.interval(
        Math.min(value, range.lower() + width * share.lower()),
        Math.max(value, range.lower() + width * share.upper()),
        level,
        ID);
  }

  /** (Σ s)² / Σ s² of what weighs in a part. */
  private static double effectiveUnits(int part, List<Unit> units) {
    Sum sum = Sum.create();
    Sum squares = Sum.create();
    for (Unit unit : units) {
      sum.addProduct(unit.times, unit.sizes[part]);
      squares.addProduct(unit.times * unit.sizes[part], unit.sizes[part]);
    }
    double total = sum.getAsDouble();
    return total > 0 ? total * total / squares.getAsDouble() : 0;
  }

  /**
   * √(Σ_ij r_ij x_i x_j), without a matrix of correlations: the jackknife error of the sum of the
   * parts that move, each scaled to x_i for its own, and beside it that of the others by sizes.
   */
  private static double together(double[] reach, double[] errors, List<Unit> units, int count) {
    double[] ofMoved = new double[reach.length];
    double[] ofSizes = new double[reach.length];
    Sum shift = Sum.create();
    Sum squares = Sum.create();
    for (int part = 0; part < reach.length; part++) {
      double norm = norm(part, units);
      if (errors[part] > 0) {
        ofMoved[part] = reach[part] / errors[part];
        shift.addProduct(ofMoved[part], mean(part, units, count));
      } else if (norm > 0) {
        ofSizes[part] = reach[part] / norm;
      } else {
        squares.addProduct(reach[part], reach[part]);
      }
    }
    for (Unit unit : units) {
      Sum moved = Sum.of(-shift.getAsDouble());
      Sum weighed = Sum.create();
      for (int part = 0; part < reach.length; part++) {
        moved.addProduct(ofMoved[part], unit.without[part]);
        weighed.addProduct(ofSizes[part], unit.sizes[part]);
      }
      double deviation = moved.getAsDouble();
      squares.addProduct((count - 1.0) / count * unit.times * deviation, deviation);
      squares.addProduct(unit.times * weighed.getAsDouble(), weighed.getAsDouble());
    }
    return Math.sqrt(squares.getAsDouble());
  }

  /** √(Σ s²) of what weighs in a part. */
  private static double norm(int part, List<Unit> units) {
    Sum squares = Sum.create();
    units.forEach(unit -> squares.addProduct(unit.times * unit.sizes[part], unit.sizes[part]));
    return Math.sqrt(squares.getAsDouble());
  }
}
