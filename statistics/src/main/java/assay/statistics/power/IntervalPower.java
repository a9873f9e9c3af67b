package assay.statistics.power;

import assay.statistics.Arguments;
import assay.statistics.Interval;
import assay.statistics.distribution.Quantiles;

/**
 * What an estimate can show of which nothing is known but an interval by resampling n units. With h
 * the longer half of it and g the shorter, a figure at distance δ on the longer side is left out
 * with the power 1 − β where
 *
 * <pre>
 * δ = h + t(1 − β; n − 1)·SE·√(1 + c·a + c²/(2(n − 1)))
 * SE = (h + g)/2z·√(n/(n − 1)),  c = h/SE,  a = 3(h − g)/((2z² + 1)·SE),  z = z(α/2)
 * </pre>
 *
 * <p>SE is freed of the factor that resampling n units takes off; the root is the spread of the
 * interval's end as in {@link StudentPower}, with the skewness a that makes one half of a BCa
 * interval longer than the other to first order. On the shorter side less is found.
 *
 * <p>Of macro-F1 from 0.7 to 0.96 of 30 to 200 samples it was kept 76 to 83 times in 100, where
 * {@code 2.80·SE} was 48 to 76 times; with 20 samples, or a class of few, 72 to 97 times. {@code
 * python3 statistics/src/test/reference/studentpower.py simulate} repeats it.
 *
 * <p>Source of the relation of a to the halves: B. Efron, Better bootstrap confidence intervals,
 * JASA 82 (1987) 171–185, doi:10.1080/01621459.1987.10478410.
 */
public final class IntervalPower {

  private IntervalPower() {}

  /**
   * The smallest distance that is found with the given power on both sides, in the unit of the
   * estimate.
   *
   * @param interval finite, not a point, at its level
   * @param value the estimate
   * @param units what is drawn anew: clusters, or observations where there are none; at least 2
   * @param power 1 − β, such as 0.8; at least 0.5
   * @throws IllegalArgumentException if an argument is outside its range
   */
  public static double smallestDetectableDifference(
      Interval interval, double value, int units, double power) {
    Arguments.checkFinite("value", new double[] {value});
    Arguments.checkBetween("units", units, 2, Integer.MAX_VALUE);
    double below = Math.max(0, value - interval.lower());
    double above = Math.max(0, interval.upper() - value);
    double width = Arguments.checkPositive("width", below + above);
    double z = Quantiles.normalTwoSided(interval.level());
    double error = width / 2 / z * Math.sqrt(units / (units - 1.0));
    double longer = Math.max(below, above);
    double c = longer / error;
    double skewness = 3 * Math.abs(above - below) / ((2 * z * z + 1) * error);
    double spread = Math.sqrt(1 + c * skewness + c * c / (2 * (units - 1.0)));
    return longer + StudentPower.found(power, units - 1.0) * error * spread;
  }
}
