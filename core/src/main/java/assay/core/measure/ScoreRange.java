package assay.core.measure;

/**
 * The range of a scorer and its direction: from worst to best.
 *
 * @param worst score of the worst answer
 * @param best score of the best; above {@code worst} where more is better, below it where less is
 */
public record ScoreRange(double worst, double best) {

  /** From 0 (wrong) to 1 (right). */
  public static final ScoreRange UNIT = new ScoreRange(0, 1);

  public boolean higherIsBetter() {
    return best > worst;
  }
}
