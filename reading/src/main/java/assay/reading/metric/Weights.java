package assay.reading.metric;

import assay.core.measure.Outcome;

/** Weights of outcomes. */
final class Weights {

  private Weights() {}

  /**
   * The weight of an outcome.
   *
   * @throws IllegalArgumentException if it is not a finite number above 0
   */
  static double checked(Outcome outcome) {
    double weight = outcome.weight();
    if (!(weight > 0) || Double.isInfinite(weight)) {
      throw new IllegalArgumentException(
          "weight "
              + weight
              + " of sample "
              + outcome.sampleId()
              + ": expected a finite number above 0");
    }
    return weight;
  }
}
