package assay.statistics.power;

import assay.statistics.Arguments;
import java.util.OptionalLong;

/**
 * What a sample can show of an area under the ROC curve A, by the variance of Hanley and McNeil:
 *
 * <pre>
 * SE² = (A(1 − A) + (n₁ − 1)(Q₁ − A²) + (n₀ − 1)(Q₂ − A²)) / (n₁n₀)
 * Q₁ = A/(2 − A),  Q₂ = 2A²/(1 + A)
 * </pre>
 *
 * <p>for n₁ positive and n₀ negative items. Source: J. A. Hanley, B. J. McNeil, The meaning and use
 * of the area under a receiver operating characteristic (ROC) curve, Radiology 143 (1982) 29–36,
 * doi:10.1148/radiology.143.1.7063747; two readers of the same items: the same, A method of
 * comparing the areas…, Radiology 148 (1983) 839–843, doi:10.1148/radiology.148.3.6878708.
 */
public final class AurocPower {

  private AurocPower() {}

  /**
   * The standard error of A.
   *
   * @param area A, 0 ≤ A ≤ 1
   * @param positives n₁, at least 1
   * @param negatives n₀, at least 1
   * @throws IllegalArgumentException if an argument is outside its range
   */
  public static double standardError(double area, long positives, long negatives) {
    Arguments.checkUnit("area", area);
    Arguments.checkBetween("positives", positives, 1, Long.MAX_VALUE);
    Arguments.checkBetween("negatives", negatives, 1, Long.MAX_VALUE);
    double q1 = area / (2 - area);
    double q2 = 2 * area * area / (1 + area);
    double sum =
        area * (1 - area)
            + (positives - 1.0) * (q1 - area * area)
            + (negatives - 1.0) * (q2 - area * area);
    return Math.sqrt(Math.max(0, sum) / ((double) positives * negatives));
  }

  /**
   * The power of a two-sided test of level α of two areas.
   *
   * @param correlation of the two estimates; 0 for different items
   * @param level 1 − α, such as 0.95
   * @throws IllegalArgumentException if an argument is outside its range
   */
  public static double power(
      double area1,
      double area2,
      long positives,
      long negatives,
      double correlation,
      double level) {
    double error = differenceError(area1, area2, positives, negatives, correlation);
    if (error == 0) {
      return area1 == area2 ? 0 : 1;
    }
    return NormalPower.power(area1 - area2, error, level);
  }

  /**
   * The positive items that are needed to tell two areas apart, with a fixed ratio of negative to
   * positive ones.
   *
   * @param negativesPerPositive positive
   * @param correlation of the two estimates; 0 for different items
   * @param power 1 − β, such as 0.8; at least 0.5
   * @return the smallest number for which the difference is at least {@code z(α/2) + z(β)} standard
   *     errors; empty beyond a billion
   * @throws IllegalArgumentException if an argument is outside its range or the areas are equal
   */
  public static OptionalLong positivesNeeded(
      double area1,
      double area2,
      double negativesPerPositive,
      double correlation,
      double level,
      double power) {
    Arguments.checkPositive("negativesPerPositive", negativesPerPositive);
    if (area1 == area2) {
      throw new IllegalArgumentException("area2 " + area2 + " equals area1; expected a difference");
    }
    double needed = Math.abs(area1 - area2) / NormalPower.quantiles(level, power);
    long low = 0;
    long high = 1;
    while (error(area1, area2, high, negativesPerPositive, correlation) > needed) {
      low = high;
      high *= 2;
      if (high > 1_000_000_000L) {
        return OptionalLong.empty();
      }
    }
    while (high - low > 1) {
      long middle = (low + high) / 2;
      if (error(area1, area2, middle, negativesPerPositive, correlation) > needed) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return OptionalLong.of(high);
  }

  private static double error(double area1, double area2, long positives, double ratio, double r) {
    long negatives = Math.max(1, (long) Math.ceil(positives * ratio));
    return differenceError(area1, area2, positives, negatives, r);
  }

  private static double differenceError(
      double area1, double area2, long positives, long negatives, double correlation) {
    if (!(correlation >= -1 && correlation <= 1)) {
      throw new IllegalArgumentException("correlation " + correlation + " is outside [-1, 1]");
    }
    double first = standardError(area1, positives, negatives);
    double second = standardError(area2, positives, negatives);
    double variance = first * first + second * second - 2 * correlation * first * second;
    return Math.sqrt(Math.max(0, variance));
  }

  /**
   * The smallest |A − A₀| above a fixed area that is found with the given power, by the standard
   * error at A₀.
   *
   * @throws IllegalArgumentException if an argument is outside its range
   */
  public static double smallestDetectableDifference(
      double area0, long positives, long negatives, double level, double power) {
    double error = standardError(area0, positives, negatives);
    return error * NormalPower.quantiles(level, power);
  }
}
