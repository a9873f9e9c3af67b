package assay.statistics.test;

import assay.statistics.Arguments;
import assay.statistics.Ranks;
import java.util.Arrays;

/** Items (rows) that each of several systems (columns) was scored on, ranked within each item. */
final class Blocks {

  private final int items;
  private final int systems;
  private final double[] rankSums;
  private final double squares;
  private final double tieSum;

  private Blocks(int items, int systems, double[] rankSums, double squares, double tieSum) {
    this.items = items;
    this.systems = systems;
    this.rankSums = rankSums;
    this.squares = squares;
    this.tieSum = tieSum;
  }

  /** Number of rows. */
  int items() {
    return items;
  }

  /** Number of columns. */
  int systems() {
    return systems;
  }

  /** Sum of a system's midranks. */
  double rankSum(int system) {
    return rankSums[system];
  }

  /** Sum of all squared midranks. */
  double squares() {
    return squares;
  }

  static Blocks of(double[][] scores) {
    int systems = checkTable(scores);
    double[] sums = new double[systems];
    double squares = 0;
    double ties = 0;
    for (double[] row : scores) {
      Ranks ranks = Ranks.of(row);
      double[] midranks = ranks.midranks();
      for (int j = 0; j < systems; j++) {
        sums[j] += midranks[j];
      }
      squares += Arrays.stream(midranks).map(r -> r * r).sum();
      ties += ranks.tieSum();
    }
    return new Blocks(scores.length, systems, sums, squares, ties);
  }

  /** The number of columns, the same in all rows; 0 without rows. */
  static int checkTable(double[][] scores) {
    int systems = scores.length == 0 ? 0 : scores[0].length;
    for (int i = 0; i < scores.length; i++) {
      Arguments.checkSameLength("scores[0]", systems, "scores[" + i + "]", scores[i].length);
      Arguments.checkFinite("scores[" + i + "]", scores[i]);
    }
    return systems;
  }

  /** Friedman's χ², corrected for ties; 0 where it is 0/0. */
  double chiSquared() {
    double n = items;
    double k = systems;
    double mean = n * (k + 1) / 2;
    double spread = Arrays.stream(rankSums).map(r -> (r - mean) * (r - mean)).sum();
    double scale = n * k * (k + 1) - tieSum / (k - 1);
    return spread == 0 ? 0 : 12 * spread / scale;
  }
}
