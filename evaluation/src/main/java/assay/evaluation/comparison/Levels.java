package assay.evaluation.comparison;

/**
 * Levels of the intervals of one of several contrasts.
 *
 * @param own of each for itself
 * @param family of each so that all hold together
 */
record Levels(double own, double family) {

  boolean areOne() {
    return own == family;
  }
}
