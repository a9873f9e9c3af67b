package assay.statistics.interval;

import assay.statistics.Interval;
import assay.statistics.Observations;
import assay.statistics.Range;
import assay.statistics.Rounding;

/**
 * Values so small or so large that their squares and cubes leave the range of numbers. An interval
 * of them is that of the values times a power of two, which changes no digit, taken back.
 */
final class Magnitude {

  // Cubes of sums of what is smaller or larger by less than this power of two are safe.
  private static final int USUAL = 200;

  private Magnitude() {}

  static boolean isUsual(Observations observations) {
    return Math.abs(power(observations)) <= USUAL;
  }

  static Interval interval(
      MeanInterval method, Observations observations, Range range, double level) {
    int power = power(observations);
    Range scaled = new Range(Math.scalb(range.lower(), -power), Math.scalb(range.upper(), -power));
    Interval interval = method.interval(observations.scaledBy(-power), scaled, level);
    return range.interval(
        Math.scalb(interval.lower(), power),
        Math.scalb(interval.upper(), power),
        level,
        interval.method());
  }

  private static int power(Observations observations) {
    return Math.getExponent(Rounding.largest(observations.values()));
  }
}
