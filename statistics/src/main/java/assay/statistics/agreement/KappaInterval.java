package assay.statistics.agreement;

import assay.statistics.Interval;
import assay.statistics.Range;
import assay.statistics.distribution.Quantiles;
import assay.statistics.interval.WilsonInterval;

/**
 * The interval of Cohen's κ, plain or weighted. The table first gains {@value #ADDED} items that
 * favour nothing: half of them spread evenly over the diagonal, half over all cells. With κ̃ and SE
 * of that table,
 *
 * <pre>tanh(artanh κ̃ ± z·SE/(1 − κ̃²)),</pre>
 *
 * <p>widened to hold κ where it would not. It stays within [−1, 1] and is never a point.
 *
 * <p>κ ± z·SE, which it replaces, holds the truth 90 times of 100 with 20 to 30 items, since SE
 * falls as κ rises and is read from a handful of items; see {@code
 * docs/decisions/0014-means-kappa-icc.md}. The added items are to κ what those of Agresti and Coull
 * are to a proportion.
 *
 * <p>Source: standard error: J. L. Fleiss, J. Cohen, B. S. Everitt, Large sample standard errors of
 * kappa and weighted kappa, Psychological Bulletin 72 (1969) 323–327, equation 8,
 * doi:10.1037/h0028106.
 */
final class KappaInterval {

  /** How many items are added. */
  static final double ADDED = 1.5;

  private final long[][] table;
  private final double[][] weights;
  private final double n;
  private final double[] rows;
  private final double[] columns;

  /**
   * @param table at least two classes, at least one item
   * @param weights what each cell counts as agreement, 1 on the diagonal
   */
  KappaInterval(long[][] table, double[][] weights) {
    int k = table.length;
    this.table = table;
    this.weights = weights;
    double items = ADDED;
    for (long[] row : table) {
      for (long count : row) {
        items += count;
      }
    }
    this.n = items;
    this.rows = new double[k];
    this.columns = new double[k];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        double share = share(i, j);
        rows[i] += share;
        columns[j] += share;
      }
    }
  }

  /** Of readers who agreed on all n items: Wilson's of that share, with chance as it is. */
  static Interval ofPerfect(long n, double chance, double level, String method) {
    double lower = new WilsonInterval().interval(n, n, level).lower();
    return new Range(-1, 1).interval((lower - chance) / (1 - chance), 1, level, method);
  }

  private double share(int i, int j) {
    double k = table.length;
    double added = ADDED / 2 * ((i == j ? 1 / k : 0) + 1 / (k * k));
    return (table[i][j] + added) / n;
  }

  /** The interval about this κ of the table as it is. */
  Interval of(double kappa, double level, String method) {
    int k = table.length;
    double[] rowMeans = new double[k];
    double[] columnMeans = new double[k];
    double observed = 0;
    double chance = 0;
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        observed += weights[i][j] * share(i, j);
        chance += weights[i][j] * rows[i] * columns[j];
        rowMeans[i] += weights[i][j] * columns[j];
        columnMeans[j] += weights[i][j] * rows[i];
      }
    }
    double centre = (observed - chance) / (1 - chance);
    double sum = 0;
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        double term = weights[i][j] - (rowMeans[i] + columnMeans[j]) * (1 - centre);
        sum += share(i, j) * term * term;
      }
    }
    double rest = centre - chance * (1 - centre);
    double error = Math.sqrt(Math.max(0, sum - rest * rest) / n) / (1 - chance);
    double z = Quantiles.normalTwoSided(level);
    double middle = Math.log1p(2 * centre / (1 - centre)) / 2;
    double half = z * error / (1 - centre * centre);
    return new Range(-1, 1)
        .interval(
            Math.min(kappa, Math.tanh(middle - half)),
            Math.max(kappa, Math.tanh(middle + half)),
            level,
            method);
  }
}
