package assay.statistics;

import java.util.Arrays;

/**
 * Midranks: the smallest value has rank 1, and equal values share the mean of the ranks that they
 * take up together. 0 and −0 are equal.
 */
public final class Ranks {

  private final double[] values;
  private final double[] sorted;

  private Ranks(double[] values, double[] sorted) {
    this.values = values;
    this.sorted = sorted;
  }

  /**
   * Of these values.
   *
   * @throws IllegalArgumentException with the index of the first value that is NaN or infinite
   */
  public static Ranks of(double... values) {
    Arguments.checkFinite("values", values);
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return new Ranks(values.clone(), sorted);
  }

  /** The midrank of each value, in the order of the values. */
  public double[] midranks() {
    double[] ranks = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      ranks[i] = midrank(values[i]);
    }
    return ranks;
  }

  /** The rank that a value has, or would have half a place further, among these. */
  public double midrank(double value) {
    return placement(value) + 0.5;
  }

  /** How many of the values are less than this one, equal ones counted half. */
  public double placement(double value) {
    int below = below(value);
    // Most values are alone, and a second search would find the same place.
    boolean tied = below < sorted.length && sorted[below] == value;
    return tied ? (below + notAbove(value)) / 2.0 : below;
  }

  /** How many of the values are less than this one. */
  public int below(double value) {
    return below(sorted, value);
  }

  /** How many of ascending values are less than this one. */
  public static int below(double[] ascending, double value) {
    int low = 0;
    int high = ascending.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ascending[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** How many of the values are at most this one. */
  public int notAbove(double value) {
    // −0 is below the next number above 0, as 0 is.
    return below(sorted, Math.nextUp(value));
  }

  /** {@code Σ(t³ − t)} over groups of t equal values; 0 where all differ. */
  public double tieSum() {
    double sum = 0;
    for (int t : tieSizes()) {
      sum += (double) t * t * t - t;
    }
    return sum;
  }

  /** The sizes of the groups of equal values, in the order of the values; 1 where one is alone. */
  public int[] tieSizes() {
    int[] sizes = new int[sorted.length];
    int groups = 0;
    for (int i = 0; i < sorted.length; i++) {
      if (i > 0 && sorted[i] == sorted[i - 1]) {
        sizes[groups - 1]++;
      } else {
        sizes[groups++] = 1;
      }
    }
    return Arrays.copyOf(sizes, groups);
  }
}
