package assay.statistics.probability;

import assay.statistics.Arguments;
import assay.statistics.Observations;
import assay.statistics.Range;
import java.util.Arrays;

/**
 * Stated probabilities with what happened: of being right, of being positive. Immutable, and kept
 * in the order of the probabilities, so that the order of the items reaches no result.
 */
public final class Forecasts {

  private final double[] probabilities;
  private final boolean[] outcomes;

  private Forecasts(double[] probabilities, boolean[] outcomes) {
    this.probabilities = probabilities;
    this.outcomes = outcomes;
  }

  /**
   * Of items.
   *
   * @throws IllegalArgumentException if lengths differ, or with the index of the first probability
   *     outside [0, 1]
   */
  public static Forecasts of(double[] probabilities, boolean[] outcomes) {
    Arguments.checkSameLength("probabilities", probabilities.length, "outcomes", outcomes.length);
    Range.UNIT.check("probabilities", probabilities);
    Integer[] order = new Integer[probabilities.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(
        order,
        (i, j) -> {
          int byProbability = Double.compare(probabilities[i], probabilities[j]);
          return byProbability != 0 ? byProbability : Boolean.compare(outcomes[i], outcomes[j]);
        });
    double[] p = new double[order.length];
    boolean[] y = new boolean[order.length];
    for (int k = 0; k < order.length; k++) {
      p[k] = probabilities[order[k]];
      y[k] = outcomes[order[k]];
    }
    return new Forecasts(p, y);
  }

  /** Number of items. */
  public int n() {
    return probabilities.length;
  }

  /** The k-th smallest probability. */
  public double probability(int k) {
    return probabilities[k];
  }

  /** Whether it happened for the item with the k-th smallest probability. */
  public boolean happened(int k) {
    return outcomes[k];
  }

  /** The share for which it happened, 0 to 1; NaN without items. */
  double baseRate() {
    double sum = 0;
    for (boolean outcome : outcomes) {
      sum += outcome ? 1 : 0;
    }
    return sum / n();
  }

  /**
   * {@code (p − y)²} of each item, in the order of the probabilities: its mean is the Brier score.
   */
  public Observations squaredErrors() {
    double[] errors = new double[n()];
    for (int k = 0; k < errors.length; k++) {
      double error = probabilities[k] - (outcomes[k] ? 1 : 0);
      errors[k] = error * error;
    }
    return Observations.of(errors);
  }
}
