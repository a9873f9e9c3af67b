package assay.statistics.diagnostic;

import assay.statistics.Arguments;
import java.util.Arrays;

/**
 * Cases with a known truth and a score, larger for positive ones; grouped in clusters (patients)
 * where several cases depend on each other. Immutable.
 */
public final class Cases {

  private final double[] scores;
  private final boolean[] positive;
  private final int[] clusters;

  private Cases(double[] scores, boolean[] positive, int[] clusters) {
    this.scores = scores;
    this.positive = positive;
    this.clusters = clusters;
  }

  /**
   * Independent cases; none at all is allowed.
   *
   * @throws IllegalArgumentException if lengths differ, or with the index of the first score that
   *     is NaN or infinite
   */
  public static Cases of(double[] scores, boolean[] positive) {
    Arguments.checkSameLength("scores", scores.length, "positive", positive.length);
    Arguments.checkFinite("scores", scores);
    int[] own = new int[scores.length];
    Arrays.setAll(own, i -> i);
    return new Cases(scores.clone(), positive.clone(), own);
  }

  /**
   * The same cases, grouped.
   *
   * @param codes the cluster of each case; any numbers, equal ones belong together
   * @throws IllegalArgumentException if there are not as many codes as cases
   */
  public Cases inClusters(int... codes) {
    Arguments.checkSameLength("clusters", codes.length, "scores", scores.length);
    return new Cases(scores, positive, codes.clone());
  }

  /** These cases, in this order, as often as they are named; each with its own cluster. */
  Cases drawn(int[] indices) {
    double[] s = new double[indices.length];
    boolean[] p = new boolean[indices.length];
    int[] own = new int[indices.length];
    for (int i = 0; i < indices.length; i++) {
      s[i] = scores[indices[i]];
      p[i] = positive[indices[i]];
      own[i] = i;
    }
    return new Cases(s, p, own);
  }

  /** Number of cases. */
  public int n() {
    return scores.length;
  }

  /** Number of positive cases. */
  public int positives() {
    int count = 0;
    for (boolean is : positive) {
      count += is ? 1 : 0;
    }
    return count;
  }

  /** Number of negative cases. */
  public int negatives() {
    return n() - positives();
  }

  /** The score of a case. */
  public double score(int i) {
    return scores[i];
  }

  /** Whether a case is positive. */
  public boolean isPositive(int i) {
    return positive[i];
  }

  /** The cluster's code of each case, as a copy; all differ where none were given. */
  public int[] clusters() {
    return clusters.clone();
  }

  /** All scores, as a copy. */
  public double[] scores() {
    return scores.clone();
  }

  /** The truth of all cases, as a copy. */
  public boolean[] truth() {
    return positive.clone();
  }
}
