package assay.statistics.aggregation;

import java.util.Arrays;
import java.util.Optional;

/**
 * Strengths by which each pair of systems wins and loses: i beats j with probability {@code πᵢ/(πᵢ
 * + πⱼ)}; a tie is half a win for both. The maximum of the likelihood by the MM steps
 *
 * <pre>πᵢ ← (wins + ties/2 of i) / Σⱼ nᵢⱼ/(πᵢ + πⱼ)</pre>
 *
 * <p>at most 100 of them, then Newton's on log strengths until none moves by more than 1e-12, or by
 * less than rounding lets it. Comparisons are taken as independent: of many systems on few tasks
 * they are not, and {@link PlackettLuce} or {@link RankDistribution} say more.
 *
 * <p>Source: R. A. Bradley, M. E. Terry, Rank analysis of incomplete block designs, Biometrika 39
 * (1952) 324–345, doi:10.1093/biomet/39.3-4.324; D. R. Hunter, MM algorithms for generalized
 * Bradley–Terry models, Annals of Statistics 32 (2004) 384–406, doi:10.1214/aos/1079120141.
 */
public final class BradleyTerry {

  static final int MOST_STEPS = 100;
  static final double CLOSE = 1e-3;

  private BradleyTerry() {}

  /**
   * The strengths.
   *
   * @return empty where they have no finite maximum: some systems never lost to, or never won
   *     against, all others (or were not compared)
   * @throws ArithmeticException if the maximum is not found, see {@link LikelihoodMaximum}
   */
  public static Optional<Strengths> of(WinTieLoss table) {
    int k = table.systems();
    double[][] wins = new double[k][k];
    boolean[][] beats = new boolean[k][k];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        wins[i][j] = i == j ? 0 : table.wins(i, j) + table.ties(i, j) / 2.0;
        beats[i][j] = wins[i][j] > 0;
      }
    }
    if (!Strengths.isConnected(beats)) {
      return Optional.empty();
    }
    double[] log = k == 1 ? new double[1] : LikelihoodMaximum.of(new Wins(wins), fit(wins));
    double[][] information = new double[k][k];
    new Wins(wins).derive(log, new double[k], information);
    return Optional.of(Strengths.of(log, information, "bradley-terry"));
  }

  /** The likelihood of wins. */
  private static final class Wins implements LikelihoodMaximum.Likelihood {

    private final double[][] of;

    private Wins(double[][] of) {
      this.of = of;
    }

    @Override
    public double at(double[] log) {
      double value = 0;
      for (int i = 0; i < log.length; i++) {
        for (int j = 0; j < i; j++) {
          double ahead = log[i] - log[j];
          value += of[i][j] * logistic(ahead) + of[j][i] * logistic(-ahead);
        }
      }
      return value;
    }

    @Override
    public void derive(double[] log, double[] gradient, double[][] information) {
      for (int i = 0; i < log.length; i++) {
        for (int j = 0; j < log.length; j++) {
          if (i != j) {
            double lost = 1 / (1 + Math.exp(log[i] - log[j]));
            double won = 1 / (1 + Math.exp(log[j] - log[i]));
            gradient[i] += of[i][j] * lost - of[j][i] * won;
            double weight = (of[i][j] + of[j][i]) * won * lost;
            information[i][j] -= weight;
            information[i][i] += weight;
          }
        }
      }
    }

    /** The logarithm of 1/(1 + exp(−x)). */
    private static double logistic(double x) {
      return Math.min(0, x) - Math.log1p(Math.exp(-Math.abs(x)));
    }
  }

  /** The logarithms that some MM steps lead to. */
  private static double[] fit(double[][] wins) {
    int k = wins.length;
    double[] strengths = new double[k];
    Arrays.fill(strengths, 1);
    for (int step = 0; step < MOST_STEPS; step++) {
      double moved = 0;
      // Each in turn with the newest of the others, which converges faster than all at once.
      for (int i = 0; i < k; i++) {
        double won = 0;
        double met = 0;
        for (int j = 0; j < k; j++) {
          if (j != i) {
            won += wins[i][j];
            met += (wins[i][j] + wins[j][i]) / (strengths[i] + strengths[j]);
          }
        }
        double next = won / met;
        moved = Math.max(moved, Math.abs(Math.log(next / strengths[i])));
        strengths[i] = next;
      }
      rescale(strengths);
      if (moved < CLOSE) {
        break;
      }
    }
    return Arrays.stream(strengths).map(Math::log).toArray();
  }

  /** To a geometric mean of 1. */
  static void rescale(double[] strengths) {
    double mean = 0;
    for (double strength : strengths) {
      mean += Math.log(strength) / strengths.length;
    }
    double scale = Math.exp(-mean);
    for (int i = 0; i < strengths.length; i++) {
      strengths[i] *= scale;
    }
  }
}
