package assay.statistics.agreement;

import assay.statistics.Arguments;
import assay.statistics.Estimate;
import assay.statistics.Interval;
import assay.statistics.Range;
import assay.statistics.distribution.Quantiles;
import assay.statistics.interval.WilsonInterval;

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
 * <p>The interval is κ_w ± z·SE cut to [−1, 1] (method {@code weighted-kappa-asymptotic}); where SE
 * is 0, as in perfect agreement, Wilson's of the share of equal classes is carried over as in
 * {@link CohenKappa} (method {@code weighted-kappa-wilson}).
 *
 * <p>Source: J. Cohen, Weighted kappa, Psychological Bulletin 70 (1968) 213–220,
 * doi:10.1037/h0026256; standard error: J. L. Fleiss, J. Cohen, B. S. Everitt, Psychological
 * Bulletin 72 (1969) 323–327, doi:10.1037/h0028106.
 */
public final class WeightedKappa {

  // Of a sum of at most a few terms below 1: what is smaller is rounding.
  private static final double ROUNDING = 1e-28;

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
    private final double n;
    private final double[][] w;
    private final double[] rowMeans;
    private final double[] columnMeans;
    private double observed;
    private double chance;

    Sums(long[][] table, Weights weights, double[] rows, double[] columns, long n) {
      int k = table.length;
      this.table = table;
      this.n = (double) n;
      this.w = new double[k][k];
      this.rowMeans = new double[k];
      this.columnMeans = new double[k];
      for (int i = 0; i < k; i++) {
        for (int j = 0; j < k; j++) {
          w[i][j] = weights.of(Math.abs(i - j) / (k - 1.0));
          observed += w[i][j] * table[i][j] / n;
          chance += w[i][j] * rows[i] / n * columns[j] / n;
          rowMeans[i] += w[i][j] * columns[j] / n;
          columnMeans[j] += w[i][j] * rows[i] / n;
        }
      }
    }

    Estimate estimate(long equal, double level) {
      double kappa = Math.min(1, Math.max(-1, (observed - chance) / (1 - chance)));
      double variance = variance(kappa);
      Range range = new Range(-1, 1);
      if (variance <= ROUNDING) {
        Interval wilson = new WilsonInterval().interval(equal, (long) n, level);
        Interval carried =
            range.interval(
                Math.min(kappa, (wilson.lower() - chance) / (1 - chance)),
                Math.max(kappa, (wilson.upper() - chance) / (1 - chance)),
                level,
                "weighted-kappa-wilson");
        return new Estimate.Known(kappa, carried);
      }
      double half = Quantiles.normalTwoSided(level) * Math.sqrt(variance);
      return new Estimate.Known(
          kappa, range.interval(kappa - half, kappa + half, level, "weighted-kappa-asymptotic"));
    }

    /** Fleiss, Cohen and Everitt 1969, equation 8. */
    private double variance(double kappa) {
      double sum = 0;
      for (int i = 0; i < w.length; i++) {
        for (int j = 0; j < w.length; j++) {
          double term = w[i][j] - (rowMeans[i] + columnMeans[j]) * (1 - kappa);
          sum += table[i][j] / n * term * term;
        }
      }
      double rest = kappa - chance * (1 - kappa);
      return Math.max(0, sum - rest * rest) / (n * (1 - chance) * (1 - chance));
    }
  }
}
