package assay.statistics.agreement;

import assay.statistics.Arguments;
import assay.statistics.Estimate;

/**
 * Weighted κ of two readers who put the same items into ordered classes; being one class apart
 * counts as part agreement:
 *
 * <pre>κ_w = (Σ w·p − Σ w·pᵢ.p.ⱼ)/(1 − Σ w·pᵢ.p.ⱼ)</pre>
 *
 * <p>with {@code w = 1 − |i − j|/(k − 1)} (linear) or {@code 1 − (i − j)²/(k − 1)²} (quadratic). 1
 * is perfect agreement, 0 what chance gives. {@link Estimate.Undefined} for no items ({@code
 * no-items}) and where both readers put all into one class ({@code one-class}).
 *
 * <p>The interval is that of {@link KappaInterval} (method {@code weighted-kappa-smoothed}; in
 * perfect agreement {@code weighted-kappa-wilson}, as there).
 *
 * <p>Source: J. Cohen, Weighted kappa, Psychological Bulletin 70 (1968) 213–220,
 * doi:10.1037/h0026256.
 */
public final class WeightedKappa {

  private WeightedKappa() {}

  /** What being some classes apart counts. */
  public enum Weights {
    LINEAR {
      @Override
      double of(double apart) {
        return 1 - apart;
      }
    },
    QUADRATIC {
      @Override
      double of(double apart) {
        return 1 - apart * apart;
      }
    };

    /** The weight of being this share of the scale apart. */
    abstract double of(double apart);
  }

  /**
   * κ_w of a square table.
   *
   * @param table {@code table[i][j]} items that the first reader put into class i and the second
   *     into class j; at least two classes, in their order
   * @throws IllegalArgumentException if the table is not square, too small or holds a negative
   *     count
   */
  public static Estimate of(long[][] table, Weights weights, double level) {
    Arguments.checkLevel(level);
    int k = table.length;
    Arguments.checkBetween("classes", k, 2, 10_000);
    double[] rows = new double[k];
    double[] columns = new double[k];
    long n = 0;
    long equal = 0;
    for (int i = 0; i < k; i++) {
      Arguments.checkSameLength("table", k, "table[" + i + "]", table[i].length);
      for (int j = 0; j < k; j++) {
        long count = Arguments.checkCount("table[" + i + "][" + j + "]", table[i][j]);
        n += count;
        equal += i == j ? count : 0;
        rows[i] += count;
        columns[j] += count;
      }
    }
    if (n == 0) {
      return new Estimate.Undefined("no-items");
    }
    for (int i = 0; i < k; i++) {
      if (rows[i] == n && columns[i] == n) {
        return new Estimate.Undefined("one-class");
      }
    }
    return new Sums(table, weights, rows, columns, n).estimate(equal, level);
  }

  /** Observed and chance agreement with their parts. */
  private static final class Sums {

    private final long[][] table;
    private final long n;
    private final double[][] w;
    private double observed;
    private double chance;

    Sums(long[][] table, Weights weights, double[] rows, double[] columns, long n) {
      int k = table.length;
      this.table = table;
      this.n = n;
      this.w = new double[k][k];
      for (int i = 0; i < k; i++) {
        for (int j = 0; j < k; j++) {
          w[i][j] = weights.of(Math.abs(i - j) / (k - 1.0));
          observed += w[i][j] * table[i][j] / n;
          chance += w[i][j] * rows[i] / n * columns[j] / n;
        }
      }
    }

    Estimate estimate(long equal, double level) {
      double kappa = Math.min(1, Math.max(-1, (observed - chance) / (1 - chance)));
      return new Estimate.Known(
          kappa,
          equal == n
              ? KappaInterval.ofPerfect(n, chance, level, "weighted-kappa-wilson")
              : new KappaInterval(table, w).of(kappa, level, "weighted-kappa-smoothed"));
    }
  }
}
