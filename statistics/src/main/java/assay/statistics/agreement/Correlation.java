package assay.statistics.agreement;

import assay.statistics.Arguments;
import assay.statistics.Estimate;
import assay.statistics.Range;
import assay.statistics.Ranks;
import assay.statistics.Rounding;
import assay.statistics.distribution.Quantiles;
import java.util.Arrays;
import org.apache.commons.numbers.core.Sum;

/**
 * Correlations of two readings of the same items, −1 to 1. Intervals are on the scale of Fisher's z
 * = artanh r, normal, with the variance below; fewer items than it needs, and a correlation of ±1
 * up to {@link Rounding}, which then is just that: [−1, 1] (ids as method). {@link
 * Estimate.Undefined} for fewer than two items ({@code too-few-items}) or where one of the readings
 * is the same for all ({@code constant}).
 *
 * <ul>
 *   <li>{@link #PEARSON}: of the values; variance 1/(n − 3);
 *   <li>{@link #SPEARMAN}: of midranks; variance (1 + r²/2)/(n − 3);
 *   <li>{@link #KENDALL_A}: (concordant − discordant)/all pairs, so ties take off; {@link
 *       #KENDALL_B}: over √(pairs not tied in x · pairs not tied in y); {@link #KENDALL_C}: over
 *       {@code n²(m − 1)/(2m)}, m the smaller number of distinct values; variance 0.437/(n − 4).
 * </ul>
 *
 * <p>Sources: R. A. Fisher, Metron 1 (1921) 3–32; D. G. Bonett, T. A. Wright, Sample size
 * requirements for estimating Pearson, Kendall and Spearman correlations, Psychometrika 65 (2000)
 * 23–28, doi:10.1007/BF02294183; E. C. Fieller, H. O. Hartley, E. S. Pearson, Tests for rank
 * correlation coefficients, Biometrika 44 (1957) 470–481, doi:10.1093/biomet/44.3-4.470; counting:
 * W. R. Knight, JASA 61 (1966) 436–439, doi:10.1080/01621459.1966.10480879.
 */
public enum Correlation {
  PEARSON("pearson") {
    @Override
    double value(double[] x, double[] y) {
      return productMoment(x, y);
    }
  },
  SPEARMAN("spearman") {
    @Override
    double value(double[] x, double[] y) {
      return productMoment(Ranks.of(x).midranks(), Ranks.of(y).midranks());
    }
  },
  KENDALL_A("kendall-a") {
    @Override
    double value(double[] x, double[] y) {
      PairOrder order = PairOrder.of(x, y);
      return order.excess() / order.pairs();
    }
  },
  KENDALL_B("kendall-b") {
    @Override
    double value(double[] x, double[] y) {
      PairOrder order = PairOrder.of(x, y);
      return order.excess()
          / Math.sqrt(order.pairs() - order.tiedFirst())
          / Math.sqrt(order.pairs() - order.tiedSecond());
    }
  },
  KENDALL_C("kendall-c") {
    @Override
    double value(double[] x, double[] y) {
      PairOrder order = PairOrder.of(x, y);
      double m = Math.min(Ranks.of(x).tieSizes().length, Ranks.of(y).tieSizes().length);
      double n = x.length;
      return 2 * order.excess() * m / (n * n * (m - 1));
    }
  };

  private static final Range RANGE = new Range(-1, 1);

  private final String id;

  Correlation(String id) {
    this.id = id;
  }

  /** Stable id, such as {@code kendall-b}. */
  public String id() {
    return id;
  }

  abstract double value(double[] x, double[] y);

  /**
   * The correlation with its interval.
   *
   * @throws IllegalArgumentException if lengths differ, a value is NaN or infinite, or the level is
   *     outside (0, 1)
   */
  public Estimate of(double[] first, double[] second, double level) {
    double z = Quantiles.normalTwoSided(level);
    Arguments.checkSameLength("first", first.length, "second", second.length);
    Arguments.checkFinite("first", first);
    Arguments.checkFinite("second", second);
    if (first.length < 2) {
      return new Estimate.Undefined("too-few-items");
    }
    if (Rounding.areEqual(first) || Rounding.areEqual(second)) {
      return new Estimate.Undefined("constant");
    }
    double found = RANGE.clip(value(first, second));
    double r = Rounding.areEqual(Math.abs(found), 1) ? Math.signum(found) : found;
    double variance = variance(r, first.length);
    if (!(variance > 0) || Math.abs(r) == 1) {
      return new Estimate.Known(r, RANGE.whole(level, id));
    }
    double centre = Math.log((1 + r) / (1 - r)) / 2;
    double half = z * Math.sqrt(variance);
    return new Estimate.Known(
        r, RANGE.interval(Math.tanh(centre - half), Math.tanh(centre + half), level, id));
  }

  private double variance(double r, double n) {
    return switch (this) {
      case PEARSON -> n > 3 ? 1 / (n - 3) : 0;
      case SPEARMAN -> n > 3 ? (1 + r * r / 2) / (n - 3) : 0;
      case KENDALL_A, KENDALL_B, KENDALL_C -> n > 4 ? 0.437 / (n - 4) : 0;
    };
  }

  /** Of values times powers of two, which keep squares of very small or large ones in range. */
  static double productMoment(double[] x, double[] y) {
    return ofScaled(scaled(x), scaled(y));
  }

  private static double[] scaled(double[] values) {
    int scale = -Math.getExponent(Rounding.largest(values));
    return Arrays.stream(values).map(v -> Math.scalb(v, scale)).toArray();
  }

  private static double ofScaled(double[] x, double[] y) {
    double meanX = Sum.of(x).getAsDouble() / x.length;
    double meanY = Sum.of(y).getAsDouble() / y.length;
    Sum xx = Sum.create();
    Sum yy = Sum.create();
    Sum xy = Sum.create();
    for (int i = 0; i < x.length; i++) {
      xx.addProduct(x[i] - meanX, x[i] - meanX);
      yy.addProduct(y[i] - meanY, y[i] - meanY);
      xy.addProduct(x[i] - meanX, y[i] - meanY);
    }
    return xy.getAsDouble() / Math.sqrt(xx.getAsDouble()) / Math.sqrt(yy.getAsDouble());
  }
}
