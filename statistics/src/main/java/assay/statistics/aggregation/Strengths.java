package assay.statistics.aggregation;

import assay.statistics.Interval;
import assay.statistics.Range;
import assay.statistics.distribution.Quantiles;

/**
 * Strengths of systems on a log scale whose mean is 0, with their covariance: i is preferred to j
 * with probability {@code 1/(1 + exp(sⱼ − sᵢ))}. Immutable.
 */
public final class Strengths {

  private final double[] log;
  private final double[][] covariance;
  private final String method;

  Strengths(double[] log, double[][] covariance, String method) {
    this.log = log;
    this.covariance = covariance;
    this.method = method;
  }

  /** Number of systems. */
  public int systems() {
    return log.length;
  }

  /** The log strength of a system. */
  public double log(int system) {
    return log[system];
  }

  /** The normal interval of a log strength. */
  public Interval interval(int system, double level) {
    return around(log[system], covariance[system][system], level);
  }

  /** The normal interval of the log strength of the first less that of the second. */
  public Interval difference(int first, int second, double level) {
    return around(log[first] - log[second], varianceOfDifference(first, second), level);
  }

  /** The variance of the difference of two log strengths. */
  public double varianceOfDifference(int first, int second) {
    return covariance[first][first] + covariance[second][second] - 2 * covariance[first][second];
  }

  /** The probability that the first is preferred to the second. */
  public double preference(int first, int second) {
    return 1 / (1 + Math.exp(log[second] - log[first]));
  }

  private Interval around(double centre, double variance, double level) {
    double half = Quantiles.normalTwoSided(level) * Math.sqrt(Math.max(0, variance));
    return Range.UNBOUNDED.interval(centre - half, centre + half, level, method);
  }

  /**
   * From the log strengths of a fit and the information about them, a matrix whose rows add to 0:
   * its inverse on what adds to 0 is {@code (I + 11ᵀ/k)⁻¹ − 11ᵀ/k}.
   */
  static Strengths of(double[] fitted, double[][] information, String method) {
    int k = fitted.length;
    double[] log = new double[k];
    double mean = 0;
    for (int i = 0; i < k; i++) {
      log[i] = fitted[i];
      mean += log[i] / k;
    }
    double[][] shifted = new double[k][k];
    for (int i = 0; i < k; i++) {
      log[i] -= mean;
      for (int j = 0; j < k; j++) {
        shifted[i][j] = information[i][j] + 1.0 / k;
      }
    }
    double[][] inverse = inverse(shifted);
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        inverse[i][j] -= 1.0 / k;
      }
    }
    return new Strengths(log, inverse, method);
  }

  /** Gauss and Jordan, with the largest pivot of each column. */
  private static double[][] inverse(double[][] matrix) {
    int k = matrix.length;
    double[][] left = new double[k][];
    double[][] right = new double[k][k];
    for (int i = 0; i < k; i++) {
      left[i] = matrix[i].clone();
      right[i][i] = 1;
    }
    for (int c = 0; c < k; c++) {
      int pivot = c;
      for (int i = c + 1; i < k; i++) {
        pivot = Math.abs(left[i][c]) > Math.abs(left[pivot][c]) ? i : pivot;
      }
      swap(left, c, pivot);
      swap(right, c, pivot);
      double scale = left[c][c];
      for (int j = 0; j < k; j++) {
        left[c][j] /= scale;
        right[c][j] /= scale;
      }
      for (int i = 0; i < k; i++) {
        double factor = left[i][c];
        for (int j = 0; j < k && i != c; j++) {
          left[i][j] -= factor * left[c][j];
          right[i][j] -= factor * right[c][j];
        }
      }
    }
    return right;
  }

  private static void swap(double[][] rows, int i, int j) {
    double[] row = rows[i];
    rows[i] = rows[j];
    rows[j] = row;
  }

  /**
   * Whether each system can be reached from each other by steps from a loser to a winner: else the
   * strengths have no finite maximum.
   */
  static boolean isConnected(boolean[][] beats) {
    return beats.length > 0 && reachesAll(beats, false) && reachesAll(beats, true);
  }

  private static boolean reachesAll(boolean[][] beats, boolean backwards) {
    int k = beats.length;
    boolean[] seen = new boolean[k];
    int[] stack = new int[k];
    int size = 1;
    int count = 1;
    seen[0] = true;
    while (size > 0) {
      int i = stack[--size];
      for (int j = 0; j < k; j++) {
        if (!seen[j] && (backwards ? beats[j][i] : beats[i][j])) {
          seen[j] = true;
          stack[size++] = j;
          count++;
        }
      }
    }
    return count == k;
  }
}
