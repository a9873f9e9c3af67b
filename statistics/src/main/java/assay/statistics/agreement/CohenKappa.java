package assay.statistics.agreement;

import assay.statistics.Arguments;
import assay.statistics.Estimate;
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
 * <p>The interval is that of {@link KappaInterval} (method {@code kappa-smoothed}). In perfect
 * agreement the Wilson interval of pₒ is carried over with pₑ as it is (method {@code
 * kappa-wilson}): a finite sample does not prove perfection.
 *
 * <p>Source: J. Cohen, A coefficient of agreement for nominal scales, Educational and Psychological
 * Measurement 20 (1960) 37–46, doi:10.1177/001316446002000104.
 */
public final class CohenKappa {

  // Its square is the largest that a long holds.
  private static final long MOST_ITEMS = 3_037_000_499L;

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
    return new Estimate.Known(
        kappa,
        agreed == n
            ? KappaInterval.ofPerfect(n, chance, level, "kappa-wilson")
            : new KappaInterval(table, identity(table.length)).of(kappa, level, "kappa-smoothed"));
  }

  /**
   * κ alone, of sums that can be kept where there are too many classes for a table.
   *
   * @param items number of items, at most 3,037,000,499
   * @param agreed items that both readers put into the same class, Σ nᵢᵢ
   * @param products the sum over classes of both readers' frequencies multiplied, Σ nᵢ.·n.ᵢ
   * @return κ; empty where there are no items, or both put every item into one and the same class
   * @throws IllegalArgumentException if {@code items} is outside its range, {@code agreed} is
   *     negative or above {@code items}, or {@code products} is negative or above its square
   */
  public static OptionalDouble fromSums(long items, long agreed, long products) {
    Arguments.checkBetween("items", items, 0, MOST_ITEMS);
    Arguments.checkBetween("agreed", agreed, 0, items);
    long all = items * items;
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

  private static double[][] identity(int classes) {
    double[][] weights = new double[classes][classes];
    for (int i = 0; i < classes; i++) {
      weights[i][i] = 1;
    }
    return weights;
  }
}
