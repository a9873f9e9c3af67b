package assay.statistics.agreement;

import assay.statistics.Arguments;
import assay.statistics.Estimate;
import assay.statistics.Range;
import assay.statistics.Rounding;
import assay.statistics.distribution.Quantiles;
import java.util.Arrays;

/**
 * Intraclass correlations: the share of the variance of readings that lies between items. With n
 * items, k readers and the mean squares between items B, within items W, between readers J and the
 * rest E:
 *
 * <table>
 * <caption>The six forms</caption>
 * <tr><td>ONE_SINGLE, ICC(1,1)</td><td>(B − W)/(B + (k − 1)W)</td><td>other readers each</td></tr>
 * <tr><td>TWO_SINGLE, ICC(2,1)</td><td>(B − E)/(B + (k − 1)E + k(J − E)/n)</td>
 *     <td>readers sampled, absolute agreement</td></tr>
 * <tr><td>THREE_SINGLE, ICC(3,1)</td><td>(B − E)/(B + (k − 1)E)</td>
 *     <td>just these readers, consistency</td></tr>
 * <tr><td>ONE_AVERAGE, ICC(1,k)</td><td>(B − W)/B</td><td>the mean of k</td></tr>
 * <tr><td>TWO_AVERAGE, ICC(2,k)</td><td>(B − E)/(B + (J − E)/n)</td><td>the mean of k</td></tr>
 * <tr><td>THREE_AVERAGE, ICC(3,k)</td><td>(B − E)/B</td><td>the mean of k</td></tr>
 * </table>
 *
 * <p>At most 1; negative where items differ less than readings of one item. {@link
 * Estimate.Undefined} for fewer than two items ({@code too-few-items}) or readers ({@code
 * too-few-readers}), and where what stands below the line, an estimate of the variance of a reading
 * or of a mean, is not positive ({@code no-variance}): 0/0 of readings that are all equal, but
 * ICC(2,·) of readers who contradict each other too. What {@link Rounding} calls nothing is 0. The
 * intervals rest on normal values and on F (method {@code icc-f}), but for ICC(2,·): their readers
 * are a sample too, and the interval is that of {@link ModifiedLargeSample} (method {@code
 * icc-mls}). Where a ratio is infinite, as for readings that agree entirely, the interval is the
 * range, cut at the value.
 *
 * <p>Source: P. E. Shrout, J. L. Fleiss, Intraclass correlations: uses in assessing rater
 * reliability, Psychological Bulletin 86 (1979) 420–428, doi:10.1037/0033-2909.86.2.420; K. O.
 * McGraw, S. P. Wong, Psychological Methods 1 (1996) 30–46, doi:10.1037/1082-989X.1.1.30.
 */
public enum IntraclassCorrelation {
  ONE_SINGLE("icc-1-1"),
  TWO_SINGLE("icc-2-1"),
  THREE_SINGLE("icc-3-1"),
  ONE_AVERAGE("icc-1-k"),
  TWO_AVERAGE("icc-2-k"),
  THREE_AVERAGE("icc-3-k");

  private static final Range RANGE = new Range(Double.NEGATIVE_INFINITY, 1);

  private final String id;

  IntraclassCorrelation(String id) {
    this.id = id;
  }

  /** Stable id, such as {@code icc-2-1}. */
  public String id() {
    return id;
  }

  /**
   * The correlation with its interval.
   *
   * @param readings {@code readings[i][j]}: item i by reader j
   * @throws IllegalArgumentException if rows differ in length, a value is NaN or infinite, or the
   *     level is outside (0, 1)
   */
  public Estimate of(double[][] readings, double level) {
    Arguments.checkLevel(level);
    int n = readings.length;
    int k = n == 0 ? 0 : readings[0].length;
    for (int i = 0; i < n; i++) {
      Arguments.checkSameLength("readings[0]", k, "readings[" + i + "]", readings[i].length);
      Arguments.checkFinite("readings[" + i + "]", readings[i]);
    }
    if (n < 2 || k < 2) {
      return new Estimate.Undefined(n < 2 ? "too-few-items" : "too-few-readers");
    }
    MeanSquares squares = MeanSquares.of(readings);
    double value = value(squares);
    if (Double.isNaN(value)) {
      return new Estimate.Undefined("no-variance");
    }
    String method = this == TWO_SINGLE || this == TWO_AVERAGE ? "icc-mls" : "icc-f";
    double[] ends = ends(squares, (1 - level) / 2);
    if (Double.isNaN(ends[0]) || Double.isNaN(ends[1]) || value == 1) {
      return new Estimate.Known(value, RANGE.interval(Double.NEGATIVE_INFINITY, 1, level, method));
    }
    return new Estimate.Known(
        value, RANGE.interval(Math.min(ends[0], value), Math.max(ends[1], value), level, method));
  }

  private double value(MeanSquares s) {
    double k = s.readers;
    return switch (this) {
      case ONE_SINGLE -> (s.items - s.within) / (s.items + (k - 1) * s.within);
      case TWO_SINGLE ->
          s.overPositive(s.items + (k - 1) * s.rest + k * (s.columns - s.rest) / s.n);
      case THREE_SINGLE -> (s.items - s.rest) / (s.items + (k - 1) * s.rest);
      case ONE_AVERAGE -> s.items == 0 ? Double.NaN : (s.items - s.within) / s.items;
      case TWO_AVERAGE -> s.overPositive(s.items + (s.columns - s.rest) / s.n);
      case THREE_AVERAGE -> s.items == 0 ? Double.NaN : (s.items - s.rest) / s.items;
    };
  }

  private double[] ends(MeanSquares s, double tail) {
    double k = s.readers;
    return switch (this) {
      case ONE_SINGLE -> single(s.oneWay(tail), k);
      case THREE_SINGLE -> single(s.twoWay(tail), k);
      case ONE_AVERAGE -> average(s.oneWay(tail));
      case THREE_AVERAGE -> average(s.twoWay(tail));
      case TWO_SINGLE -> s.absolute(tail);
      case TWO_AVERAGE -> {
        double[] ends = s.absolute(tail);
        yield new double[] {steppedUp(ends[0], k), steppedUp(ends[1], k)};
      }
    };
  }

  private static double[] single(double[] f, double k) {
    return new double[] {(f[0] - 1) / (f[0] + k - 1), (f[1] - 1) / (f[1] + k - 1)};
  }

  private static double[] average(double[] f) {
    return new double[] {1 - 1 / f[0], 1 - 1 / f[1]};
  }

  /** Spearman and Brown's formula, which falls to −∞ as the single one nears −1/(k − 1). */
  private static double steppedUp(double single, double k) {
    double scale = 1 + (k - 1) * single;
    return scale > 0 ? k * single / scale : Double.NEGATIVE_INFINITY;
  }

  /** The analysis of variance of a full table. */
  private record MeanSquares(
      double n, double readers, double items, double within, double columns, double rest) {

    static MeanSquares of(double[][] readings) {
      int n = readings.length;
      int k = readings[0].length;
      double[] rows = new double[n];
      double[] columns = new double[k];
      double mean = 0;
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < k; j++) {
          rows[i] += readings[i][j] / k;
          columns[j] += readings[i][j] / n;
          mean += readings[i][j] / n / k;
        }
      }
      double items = 0;
      double within = 0;
      double rest = 0;
      double between = 0;
      for (int i = 0; i < n; i++) {
        items += k * (rows[i] - mean) * (rows[i] - mean);
        for (int j = 0; j < k; j++) {
          double inItem = readings[i][j] - rows[i];
          double left = inItem - columns[j] + mean;
          within += inItem * inItem;
          rest += left * left;
        }
      }
      for (int j = 0; j < k; j++) {
        between += n * (columns[j] - mean) * (columns[j] - mean);
      }
      double size = (double) n * k;
      double largest = Arrays.stream(readings).mapToDouble(Rounding::largest).max().orElse(0);
      return new MeanSquares(
          n,
          k,
          Rounding.squares(items, size, largest) / (n - 1.0),
          Rounding.squares(within, size, largest) / (n * (k - 1.0)),
          Rounding.squares(between, size, largest) / (k - 1.0),
          Rounding.squares(rest, size, largest) / ((n - 1.0) * (k - 1.0)));
    }

    /** The lower and upper value of F that is compatible with items over within. */
    double[] oneWay(double tail) {
      return around(items / within, tail, n - 1, n * (readers - 1));
    }

    /** The lower and upper value of F that is compatible with items over rest. */
    double[] twoWay(double tail) {
      return around(items / rest, tail, n - 1, (n - 1) * (readers - 1));
    }

    private static double[] around(double f, double tail, double df1, double df2) {
      return new double[] {
        f / Quantiles.fUpper(tail, df1, df2), f * Quantiles.fUpper(tail, df2, df1)
      };
    }

    /** Items less rest over a variance; NaN unless that is positive. */
    double overPositive(double variance) {
      double magnitude = items + columns + rest;
      boolean positive = variance > 0 && !Rounding.isNothing(variance, magnitude);
      return positive ? (items - rest) / variance : Double.NaN;
    }

    /** Of ICC(2,1). */
    double[] absolute(double tail) {
      return new ModifiedLargeSample(n, readers, items, columns, rest, tail).bounds();
    }
  }
}
