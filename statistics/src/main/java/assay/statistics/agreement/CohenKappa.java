package assay.statistics.agreement;

import assay.statistics.Arguments;
import assay.statistics.Estimate;
import assay.statistics.Interval;
import assay.statistics.Range;
import assay.statistics.distribution.Quantiles;
import assay.statistics.interval.WilsonInterval;
import java.util.OptionalDouble;

/**
 * Cohen's κ: the agreement of two readers who put the same items into the same classes, beyond what
 * their class frequencies would give by chance:
 *
 * <pre>κ = (pₒ − pₑ)/(1 − pₑ),  pₒ = Σ pᵢᵢ,  pₑ = Σ pᵢ.·p.ᵢ</pre>
 *
 * <p>1 is perfect agreement, 0 what chance gives, negative less; never below −1. Symmetric in the
 * readers and in the order of classes. {@link Estimate.Undefined} where there are no items ({@code
 * no-items}) and where both readers put every item into one and the same class ({@code one-class}),
 * since chance would then agree always.
 *
 * <p>The interval is κ ± z·SE cut to [−1, 1] with the large-sample standard error (method {@code
 * kappa-asymptotic}). Where that is 0, as in perfect agreement, the Wilson interval of pₒ is
 * carried over with pₑ as it is (method {@code kappa-wilson}): a finite sample does not prove
 * perfection.
 *
 * <p>Source: J. Cohen, A coefficient of agreement for nominal scales, Educational and Psychological
 * Measurement 20 (1960) 37–46, doi:10.1177/001316446002000104; standard error: J. L. Fleiss, J.
 * Cohen, B. S. Everitt, Large sample standard errors of kappa and weighted kappa, Psychological
 * Bulletin 72 (1969) 323–327, doi:10.1037/h0028106.
 */
public final class CohenKappa {

  // Of a sum of at most a few terms below 1: what is smaller is rounding.
  private static final double ROUNDING = 1e-28;

  private CohenKappa() {}

  /**
   * κ of two readers' classes.
   *
   * @param first the class of each item by the first reader, from 0
   * @param second the class of each item by the second reader
   * @param classes number of classes
   * @param level confidence level of the interval
   * @throws IllegalArgumentException if the lengths differ, or with the index of the first class
   *     outside [0, classes − 1]
   */
  public static Estimate of(int[] first, int[] second, int classes, double level) {
    Arguments.checkBetween("classes", classes, 1, 10_000);
    Arguments.checkSameLength("first", first.length, "second", second.length);
    long[][] table = new long[classes][classes];
    for (int i = 0; i < first.length; i++) {
      Arguments.checkBetween("first[" + i + "]", first[i], 0, classes - 1L);
      Arguments.checkBetween("second[" + i + "]", second[i], 0, classes - 1L);
      table[first[i]][second[i]]++;
    }
    return of(table, level);
  }

  /**
   * κ of a square table.
   *
   * @param table {@code table[i][j]} items that the first reader put into class i and the second
   *     into class j
   * @param level confidence level of the interval
   * @throws IllegalArgumentException if the table is not square or holds a negative count
   */
  public static Estimate of(long[][] table, double level) {
    Arguments.checkLevel(level);
    long n = 0;
    long agreed = 0;
    double[] rows = new double[table.length];
    double[] columns = new double[table.length];
    for (int i = 0; i < table.length; i++) {
      Arguments.checkSameLength("table", table.length, "table[" + i + "]", table[i].length);
      for (int j = 0; j < table.length; j++) {
        n += Arguments.checkCount("table[" + i + "][" + j + "]", table[i][j]);
        rows[i] += table[i][j];
        columns[j] += table[i][j];
      }
      agreed += table[i][i];
    }
    if (n == 0) {
      return new Estimate.Undefined("no-items");
    }
    double chance = 0;
    for (int i = 0; i < table.length; i++) {
      rows[i] /= n;
      columns[i] /= n;
      chance += rows[i] * columns[i];
    }
    if (isOneClass(rows, columns)) {
      return new Estimate.Undefined("one-class");
    }
    double observed = (double) agreed / n;
    double kappa = Math.max(-1, (observed - chance) / (1 - chance));
    double variance = variance(table, rows, columns, observed, chance, n);
    return new Estimate.Known(
        kappa,
        variance <= ROUNDING
            ? fromObserved(agreed, n, chance, level)
            : asymptotic(kappa, Math.sqrt(variance), level));
  }

  /**
   * κ alone, of sums that can be kept where there are too many classes for a table.
   *
   * @param items number of items
   * @param agreed items that both readers put into the same class, Σ nᵢᵢ
   * @param products the sum over classes of both readers' frequencies multiplied, Σ nᵢ.·n.ᵢ
   * @return κ; empty where there are no items, or both put every item into one and the same class
   * @throws IllegalArgumentException if {@code agreed} is negative or above {@code items}, or
   *     {@code products} is negative or above its square
   */
  public static OptionalDouble fromSums(long items, long agreed, long products) {
    Arguments.checkBetween("agreed", agreed, 0, items);
    long all = Math.multiplyExact(items, items);
    if (products < 0 || products > all) {
      throw new IllegalArgumentException(
          "products is " + products + ", not within [0, " + all + "]");
    }
    if (products == all) {
      return OptionalDouble.empty(); // also where there are no items
    }
    double chance = (double) products / all;
    return OptionalDouble.of(Math.max(-1, ((double) agreed / items - chance) / (1 - chance)));
  }

  private static boolean isOneClass(double[] rows, double[] columns) {
    for (int i = 0; i < rows.length; i++) {
      if (rows[i] == 1 && columns[i] == 1) {
        return true;
      }
    }
    return false;
  }

  private static Interval asymptotic(double kappa, double standardError, double level) {
    double half = Quantiles.normalTwoSided(level) * standardError;
    return new Range(-1, 1).interval(kappa - half, kappa + half, level, "kappa-asymptotic");
  }

  private static Interval fromObserved(long agreed, long n, double chance, double level) {
    Interval observed = new WilsonInterval().interval(agreed, n, level);
    return new Range(-1, 1)
        .interval(
            (observed.lower() - chance) / (1 - chance),
            (observed.upper() - chance) / (1 - chance),
            level,
            "kappa-wilson");
  }

  /** Fleiss, Cohen and Everitt 1969, equation 13. */
  private static double variance(
      long[][] table, double[] rows, double[] columns, double observed, double chance, long n) {
    double agreeing = 0;
    double differing = 0;
    for (int i = 0; i < table.length; i++) {
      for (int j = 0; j < table.length; j++) {
        double share = (double) table[i][j] / n;
        if (i == j) {
          double term = (1 - chance) - (rows[i] + columns[i]) * (1 - observed);
          agreeing += share * term * term;
        } else {
          double term = columns[i] + rows[j];
          differing += share * term * term;
        }
      }
    }
    double rest = observed * chance - 2 * chance + observed;
    double numerator = agreeing + (1 - observed) * (1 - observed) * differing - rest * rest;
    double scale = (1 - chance) * (1 - chance);
    return Math.max(0, numerator) / (scale * scale * n);
  }
}
