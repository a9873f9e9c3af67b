package assay.statistics.agreement;

import assay.statistics.Ranks;
import java.util.Arrays;

/**
 * How pairs of items are ordered by two readings, in O(n log n): sorted by the first, the exchanges
 * that a merge sort by the second makes are the discordant pairs.
 *
 * @param pairs all unordered pairs
 * @param tiedFirst pairs that are equal by the first reading
 * @param tiedSecond pairs that are equal by the second reading
 * @param excess concordant less discordant pairs
 */
record PairOrder(double pairs, double tiedFirst, double tiedSecond, double excess) {

  static PairOrder of(double[] x, double[] y) {
    int n = x.length;
    Integer[] order = new Integer[n];
    Arrays.setAll(order, i -> i);
    Arrays.sort(
        order,
        (i, j) -> {
          int byFirst = Double.compare(x[i] + 0.0, x[j] + 0.0);
          return byFirst != 0 ? byFirst : Double.compare(y[i] + 0.0, y[j] + 0.0);
        });
    double[] byFirst = new double[n];
    double tiedBoth = 0;
    double run = 1;
    for (int k = 0; k < n; k++) {
      byFirst[k] = y[order[k]];
      if (k > 0 && x[order[k]] == x[order[k - 1]] && y[order[k]] == y[order[k - 1]]) {
        tiedBoth += run;
        run++;
      } else {
        run = 1;
      }
    }
    double pairs = n * (n - 1.0) / 2;
    double tiedFirst = tied(x);
    double tiedSecond = tied(y);
    double discordant = exchanges(byFirst, new double[n], 0, n);
    double untied = pairs - tiedFirst - tiedSecond + tiedBoth;
    return new PairOrder(pairs, tiedFirst, tiedSecond, untied - 2 * discordant);
  }

  private static double tied(double[] values) {
    double pairs = 0;
    for (int size : Ranks.of(values).tieSizes()) {
      pairs += size * (size - 1.0) / 2;
    }
    return pairs;
  }

  private static double exchanges(double[] values, double[] spare, int from, int to) {
    if (to - from < 2) {
      return 0;
    }
    int middle = (from + to) >>> 1;
    double count = exchanges(values, spare, from, middle) + exchanges(values, spare, middle, to);
    int left = from;
    int right = middle;
    for (int k = from; k < to; k++) {
      if (left < middle && (right == to || values[left] <= values[right])) {
        spare[k] = values[left++];
      } else {
        count += middle - left;
        spare[k] = values[right++];
      }
    }
    System.arraycopy(spare, from, values, from, to - from);
    return count;
  }
}
