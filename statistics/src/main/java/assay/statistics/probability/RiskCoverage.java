package assay.statistics.probability;

import assay.statistics.Arguments;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Selective answering: if only the most confident answers are given, how many of them are wrong?
 * Items of equal confidence are answered together or in random order, so their order reaches no
 * result.
 *
 * @param points by rising coverage, one for each confidence that occurs
 */
public record RiskCoverage(List<Point> points) {

  /**
   * What answering from a confidence on gives.
   *
   * @param confidence the least that is answered
   * @param answered how many items are
   * @param wrong how many of these are wrong
   * @param coverage share of all items that is answered
   * @param risk share of the answered that is wrong
   */
  public record Point(double confidence, int answered, int wrong, double coverage, double risk) {}

  /** Copies the list. */
  public RiskCoverage {
    points = List.copyOf(points);
  }

  /** Of stated probabilities of being right, and whether the answer was. */
  public static RiskCoverage of(Forecasts right) {
    List<Point> points = new ArrayList<>();
    int wrong = 0;
    for (int k = right.n() - 1; k >= 0; k--) {
      wrong += right.happened(k) ? 0 : 1;
      if (k == 0 || right.probability(k - 1) != right.probability(k)) {
        int answered = right.n() - k;
        points.add(
            new Point(
                right.probability(k),
                answered,
                wrong,
                (double) answered / right.n(),
                (double) wrong / answered));
      }
    }
    return new RiskCoverage(points);
  }

  /**
   * The risk when a share of the items is answered: of the most confident ⌈share·n⌉, in expectation
   * over the order of equals; empty without items.
   *
   * @throws IllegalArgumentException unless 0 &lt; share ≤ 1
   */
  public OptionalDouble riskAt(double share) {
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException("share " + share + " is outside (0, 1]");
    }
    if (points.isEmpty()) {
      return OptionalDouble.empty();
    }
    int answered = (int) Math.ceil(share * size() - 1e-9);
    return OptionalDouble.of(wrongAmong(answered) / answered);
  }

  /**
   * The area under the risk–coverage curve: the mean of the risks of the most confident 1, 2, …, n
   * items. 0 for no errors; lower is better; the error rate for confidence that says nothing.
   *
   * <p>Source: Y. Geifman, G. Uziel, R. El-Yaniv, Bias-reduced uncertainty estimation for deep
   * neural classifiers, ICLR 2019, arXiv:1805.08206.
   */
  public OptionalDouble area() {
    if (points.isEmpty()) {
      return OptionalDouble.empty();
    }
    double sum = 0;
    int before = 0;
    double wrongBefore = 0;
    for (Point point : points) {
      int group = point.answered - before;
      double errors = point.wrong - wrongBefore;
      for (int k = 1; k <= group; k++) {
        sum += (wrongBefore + errors * k / group) / (before + k);
      }
      before = point.answered;
      wrongBefore = point.wrong;
    }
    return OptionalDouble.of(sum / size());
  }

  private int size() {
    return points.get(points.size() - 1).answered;
  }

  private double wrongAmong(int answered) {
    int before = 0;
    double wrongBefore = 0;
    for (Point point : points) {
      if (point.answered >= answered) {
        double part = (double) (answered - before) / (point.answered - before);
        return wrongBefore + part * (point.wrong - wrongBefore);
      }
      before = point.answered;
      wrongBefore = point.wrong;
    }
    return wrongBefore;
  }

  /**
   * The largest coverage whose risk is at most this; 0 where there is none.
   *
   * @throws IllegalArgumentException unless 0 ≤ risk ≤ 1
   */
  public double coverageAt(double risk) {
    Arguments.checkUnit("risk", risk);
    return points.stream()
        .filter(point -> point.risk <= risk)
        .mapToDouble(Point::coverage)
        .max()
        .orElse(0);
  }
}
