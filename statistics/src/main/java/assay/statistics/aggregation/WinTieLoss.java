package assay.statistics.aggregation;

import assay.statistics.Rounding;
import assay.statistics.test.SignTest;
import assay.statistics.test.TestResult;

/**
 * The table of all pairs of systems: on how many tasks that both have is the one better, the other,
 * or neither. Immutable.
 */
public final class WinTieLoss {

  private final long[][] wins;
  private final long[][] ties;

  private WinTieLoss(long[][] wins, long[][] ties) {
    this.wins = wins;
    this.ties = ties;
  }

  /**
   * Of a table.
   *
   * @param tie scores that differ by at most this, up to {@link Rounding}, are a tie; 0 for equal
   *     ones only
   * @throws IllegalArgumentException unless 0 ≤ tie
   */
  public static WinTieLoss of(ScoreTable table, double tie) {
    if (!(tie >= 0)) {
      throw new IllegalArgumentException("tie " + tie + " is outside [0, Infinity]");
    }
    int k = table.systems();
    long[][] wins = new long[k][k];
    long[][] ties = new long[k][k];
    for (int t = 0; t < table.tasks(); t++) {
      for (int i = 0; i < k; i++) {
        for (int j = 0; j < k; j++) {
          if (i != j && table.has(t, i) && table.has(t, j)) {
            double difference = table.score(t, i) - table.score(t, j);
            double size = Math.max(Math.abs(table.score(t, i)), Math.abs(table.score(t, j)));
            boolean tied =
                Math.abs(difference) <= tie || Rounding.isNothing(Math.abs(difference) - tie, size);
            wins[i][j] += !tied && difference > 0 ? 1 : 0;
            ties[i][j] += tied ? 1 : 0;
          }
        }
      }
    }
    return new WinTieLoss(wins, ties);
  }

  /** Number of systems. */
  public int systems() {
    return wins.length;
  }

  /** Tasks on which i is better than j. */
  public long wins(int i, int j) {
    return wins[i][j];
  }

  /** Tasks on which neither is better. */
  public long ties(int i, int j) {
    return ties[i][j];
  }

  /** Tasks on which i is worse than j. */
  public long losses(int i, int j) {
    return wins[j][i];
  }

  /** Tasks that both have. */
  public long compared(int i, int j) {
    return wins[i][j] + ties[i][j] + wins[j][i];
  }

  /** The sign test of i against j, ties left out. */
  public TestResult signTest(int i, int j) {
    return SignTest.test(wins[i][j], wins[j][i]);
  }

  /**
   * The win rate of a system: the mean over the others that it was compared with of {@code (wins +
   * ties/2)/compared}, so each opponent counts the same. 0 to 1; NaN where it was compared with
   * none.
   */
  public double winRate(int i) {
    double sum = 0;
    int opponents = 0;
    for (int j = 0; j < wins.length; j++) {
      if (j != i && compared(i, j) > 0) {
        sum += (wins[i][j] + ties[i][j] / 2.0) / compared(i, j);
        opponents++;
      }
    }
    return opponents == 0 ? Double.NaN : sum / opponents;
  }
}
