package assay.statistics.diagnostic;

import assay.statistics.Arguments;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The ROC curve: for each threshold that the scores can tell, the shares of negative and of
 * positive cases at or above it; straight lines between.
 *
 * @param points from (0, 0) to (1, 1), by falling threshold
 */
public record RocCurve(List<Point> points) {

  /**
   * A point.
   *
   * @param threshold cases with this score or more are called positive; +∞ at (0, 0)
   * @param falsePositiveRate 1 − specificity
   * @param truePositiveRate sensitivity
   */
  public record Point(double threshold, double falsePositiveRate, double truePositiveRate) {}

  /** Copies the list. */
  public RocCurve {
    points = List.copyOf(points);
  }

  /**
   * The curve of these cases.
   *
   * @throws IllegalArgumentException if there is not at least one positive and one negative case
   */
  public static RocCurve of(Cases cases) {
    Arguments.checkBetween("positives", cases.positives(), 1, Integer.MAX_VALUE);
    Arguments.checkBetween("negatives", cases.negatives(), 1, Integer.MAX_VALUE);
    double positives = cases.positives();
    double negatives = cases.negatives();
    int[] order = byFallingScore(cases);
    List<Point> points = new ArrayList<>();
    points.add(new Point(Double.POSITIVE_INFINITY, 0, 0));
    int hits = 0;
    int alarms = 0;
    for (int k = 0; k < order.length; k++) {
      hits += cases.isPositive(order[k]) ? 1 : 0;
      alarms += cases.isPositive(order[k]) ? 0 : 1;
      double score = cases.score(order[k]);
      if (k + 1 == order.length || cases.score(order[k + 1]) != score) {
        points.add(new Point(score, alarms / negatives, hits / positives));
      }
    }
    return new RocCurve(points);
  }

  static int[] byFallingScore(Cases cases) {
    return IntStream.range(0, cases.n())
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -cases.score(i)))
        .mapToInt(i -> i)
        .toArray();
  }

  /** The area, 0 to 1. */
  public double area() {
    return areaBelow(1);
  }

  /**
   * The area between false-positive rates of 0 and {@code most}, 0 to {@code most}.
   *
   * @throws IllegalArgumentException unless 0 &lt; most ≤ 1
   */
  public double partialArea(double most) {
    checkMost(most);
    return areaBelow(most);
  }

  /**
   * The partial area on a scale on which 1/2 is chance and 1 is perfect: {@code (1 + (A − m²/2)/(m
   * − m²/2))/2} with m = {@code most}.
   *
   * <p>Source: D. K. McClish, Analyzing a portion of the ROC curve, Medical Decision Making 9
   * (1989) 190–195, doi:10.1177/0272989X8900900307.
   *
   * @throws IllegalArgumentException unless 0 &lt; most ≤ 1
   */
  public double standardisedPartialArea(double most) {
    checkMost(most);
    double least = most * most / 2;
    return (1 + (areaBelow(most) - least) / (most - least)) / 2;
  }

  private static void checkMost(double most) {
    if (!(most > 0 && most <= 1)) {
      throw new IllegalArgumentException("most " + most + " is outside (0, 1]");
    }
  }

  private double areaBelow(double most) {
    double area = 0;
    for (int i = 1; i < points.size(); i++) {
      Point from = points.get(i - 1);
      Point to = points.get(i);
      double width = to.falsePositiveRate - from.falsePositiveRate;
      double inside = Math.min(to.falsePositiveRate, most) - from.falsePositiveRate;
      if (inside > 0) {
        double rise = to.truePositiveRate - from.truePositiveRate;
        double end = from.truePositiveRate + rise * (inside / width);
        area += inside * (from.truePositiveRate + end) / 2;
      }
    }
    return area;
  }

  /**
   * The largest sensitivity of a threshold whose specificity is at least this one; what a user can
   * have, without lines between thresholds.
   *
   * @throws IllegalArgumentException unless 0 ≤ specificity ≤ 1
   */
  public double sensitivityAt(double specificity) {
    double most = 1 - Arguments.checkUnit("specificity", specificity);
    // A share of k of n and 1 − specificity may differ by rounding alone.
    return points.stream()
        .filter(point -> point.falsePositiveRate <= most + 1e-12)
        .mapToDouble(Point::truePositiveRate)
        .max()
        .orElse(0);
  }

  /** The point with the largest sensitivity + specificity; the highest threshold among equals. */
  public Point youdenPoint() {
    return points.stream()
        .max(
            Comparator.<Point>comparingDouble(p -> p.truePositiveRate - p.falsePositiveRate)
                .thenComparingDouble(Point::threshold))
        .orElseThrow();
  }
}
