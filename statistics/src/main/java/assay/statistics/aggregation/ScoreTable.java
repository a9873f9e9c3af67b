package assay.statistics.aggregation;

import assay.statistics.Arguments;
import java.util.Arrays;

/**
 * Scores of systems (columns) on tasks, or items (rows); more is better. A missing cell is NaN,
 * here and nowhere else: what a system was not asked is no failure. Immutable.
 */
public final class ScoreTable {

  private final double[][] scores;
  private final int systems;

  private ScoreTable(double[][] scores, int systems) {
    this.scores = scores;
    this.systems = systems;
  }

  /**
   * Of a table.
   *
   * @param scores {@code scores[task][system]}, NaN where missing
   * @throws IllegalArgumentException if there is no row, rows differ in length, or a cell is
   *     infinite
   */
  public static ScoreTable of(double[][] scores) {
    Arguments.checkBetween("number of tasks", scores.length, 1, Integer.MAX_VALUE);
    int systems = scores[0].length;
    double[][] copy = new double[scores.length][];
    for (int t = 0; t < scores.length; t++) {
      Arguments.checkSameLength("scores[0]", systems, "scores[" + t + "]", scores[t].length);
      for (int s = 0; s < systems; s++) {
        if (Double.isInfinite(scores[t][s])) {
          throw new IllegalArgumentException(
              "scores[" + t + "][" + s + "] is " + scores[t][s] + "; expected a number or NaN");
        }
      }
      copy[t] = scores[t].clone();
    }
    return new ScoreTable(copy, systems);
  }

  /** Number of rows. */
  public int tasks() {
    return scores.length;
  }

  /** Number of columns. */
  public int systems() {
    return systems;
  }

  /** A cell; NaN where missing. */
  public double score(int task, int system) {
    return scores[task][system];
  }

  /** Whether a cell is there. */
  public boolean has(int task, int system) {
    return !Double.isNaN(scores[task][system]);
  }

  /** The mean of each system over the rows that it has; NaN where it has none. */
  public double[] means() {
    int[] all = new int[tasks()];
    Arrays.setAll(all, t -> t);
    return means(all);
  }

  /** The same over some rows, as often as they are named. */
  double[] means(int[] rows) {
    double[] means = new double[systems];
    for (int s = 0; s < systems; s++) {
      double sum = 0;
      int n = 0;
      for (int t : rows) {
        if (has(t, s)) {
          sum += scores[t][s];
          n++;
        }
      }
      means[s] = n == 0 ? Double.NaN : sum / n;
    }
    return means;
  }
}
