package assay.statistics.agreement;

import assay.statistics.Arguments;
import assay.statistics.Estimate;
import assay.statistics.Interval;
import assay.statistics.Range;
import assay.statistics.Rounding;
import assay.statistics.distribution.Quantiles;
import assay.statistics.interval.JackknifeInterval;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.commons.numbers.core.Sum;

/**
 * Correlations of two readings of the same items, −1 to 1. {@link Estimate.Undefined} for fewer
 * than two items ({@code too-few-items}) or where one of the readings is the same for all ({@code
 * constant}).
 *
 * <ul>
 *   <li>{@link #PEARSON}: of the values;
 *   <li>{@link #SPEARMAN}: of midranks;
 *   <li>{@link #KENDALL_A}: (concordant − discordant)/all pairs, so ties take off; {@link
 *       #KENDALL_B}: over √(pairs not tied in x · pairs not tied in y); {@link #KENDALL_C}: over
 *       {@code n²(m − 1)/(2m)}, m the smaller number of distinct values.
 * </ul>
 *
 * <p>Intervals are on the scale of Fisher's z = artanh r: for Pearson's normal with variance 1/(n −
 * 3); for correlations of ranks Student's with n − 1 degrees of freedom and the jackknife's
 * variance,
 *
 * <pre>tanh(artanh r ± t·√V),  V = (n − 1)/n · Σᵢ (zᵢ − z̄)²,  zᵢ = artanh r without item i</pre>
 *
 * <p>which follows the data where there are ties. For τ-c m stays, and r is times n/(n − 1) there,
 * since n² would let it fall short of its value for many items. The whole [−1, 1] where nothing
 * tells the spread: at ±1 up to {@link Rounding} (τ-c: so multiplied), at ±1 or undefined without
 * one of the items, where no item moves r, and Pearson's for fewer than four items. The method is
 * the id.
 *
 * <p>At the level 0.95 those of ranks hold 94 to 98 % from 30 items on where correlations are up to
 * 0.6, and up to 99 % above; but τ-a of readers that agree nearly always on classes of equal
 * frequency only 84 to 93, as it is then nearly the largest that the classes allow and moved by
 * their frequencies alone ({@code docs/decisions/0018-rank-correlations.md}). Time O(n log n).
 *
 * <p>Sources: R. A. Fisher, Metron 1 (1921) 3–32; jackknife of functions of U-statistics: J. N.
 * Arvesen, Jackknifing U-statistics, Annals of Mathematical Statistics 40 (1969) 2076–2100,
 * doi:10.1214/aoms/1177697287; Kendall's coefficients: M. G. Kendall, Biometrika 33 (1945) 239–251,
 * doi:10.1093/biomet/33.3.239; A. Stuart, Biometrika 40 (1953) 105–110, doi:10.2307/2333101.
 */
public enum Correlation {
  PEARSON("pearson") {
    @Override
    Found find(double[] x, double[] y) {
      double r = productMoment(x, y);
      return new Found(r, r, new double[0]);
    }
  },
  SPEARMAN("spearman") {
    @Override
    Found find(double[] x, double[] y) {
      RankedItems items = RankedItems.of(x, y);
      double r = items.spearman();
      return new Found(r, r, items.spearmanWithoutEach());
    }
  },
  KENDALL_A("kendall-a") {
    @Override
    Found find(double[] x, double[] y) {
      return Found.of(RankedItems.of(x, y), pairs -> pairs.excess() / pairs.pairs());
    }
  },
  KENDALL_B("kendall-b") {
    @Override
    Found find(double[] x, double[] y) {
      return Found.of(
          RankedItems.of(x, y),
          pairs ->
              pairs.excess()
                  / Math.sqrt(pairs.pairs() - pairs.tiedFirst())
                  / Math.sqrt(pairs.pairs() - pairs.tiedSecond()));
    }
  },
  KENDALL_C("kendall-c") {
    @Override
    Found find(double[] x, double[] y) {
      Found found =
          Found.of(
              RankedItems.of(x, y),
              p -> p.excess() * p.classes() / (p.pairs() * (p.classes() - 1)));
      return new Found(found.value * (x.length - 1) / x.length, found.value, found.without);
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

  /** A correlation, with the centre of its interval. */
  static final class Found {

    private final double value;
    private final double centre;

    /** The centre without each item in turn; empty for Pearson's. */
    private final double[] without;

    Found(double value, double centre, double[] without) {
      this.value = value;
      this.centre = centre;
      this.without = without;
    }

    static Found of(RankedItems items, ToDoubleFunction<PairOrder> tau) {
      double value = tau.applyAsDouble(items.pairs());
      PairOrder[] without = items.pairsWithoutEach();
      return new Found(value, value, Arrays.stream(without).mapToDouble(tau).toArray());
    }
  }

  abstract Found find(double[] x, double[] y);

  /**
   * The correlation with its interval.
   *
   * @throws IllegalArgumentException if lengths differ, a value is NaN or infinite, or the level is
   *     outside (0, 1)
   */
  public Estimate of(double[] first, double[] second, double level) {
    Arguments.checkLevel(level);
    Arguments.checkSameLength("first", first.length, "second", second.length);
    Arguments.checkFinite("first", first);
    Arguments.checkFinite("second", second);
    if (first.length < 2) {
      return new Estimate.Undefined("too-few-items");
    }
    if (Rounding.areEqual(first) || Rounding.areEqual(second)) {
      return new Estimate.Undefined("constant");
    }
    Found found = find(first, second);
    double value = RANGE.clip(found.value);
    double r = isOne(value) ? Math.signum(value) : value;
    if (isOne(r)) {
      return new Estimate.Known(r, RANGE.whole(level, id));
    }
    Interval z = this == PEARSON ? fisher(r, first.length, level) : jackknife(found, level);
    double lower = Math.min(r, Math.tanh(z.lower()));
    double upper = Math.max(r, Math.tanh(z.upper()));
    return new Estimate.Known(r, RANGE.interval(lower, upper, level, id));
  }

  private static boolean isOne(double r) {
    return Rounding.areEqual(Math.abs(r), 1);
  }

  /** Whether artanh is of no use: ±1, beyond or undefined. */
  private static boolean isAtEnd(double r) {
    return !(Math.abs(r) < 1) || isOne(r);
  }

  private static double artanh(double r) {
    return Math.log((1 + r) / (1 - r)) / 2;
  }

  private static Interval fisher(double r, double n, double level) {
    if (n <= 3) {
      return Range.UNBOUNDED.whole(level, PEARSON.id);
    }
    double half = Quantiles.normalTwoSided(level) / Math.sqrt(n - 3);
    return new Interval(artanh(r) - half, artanh(r) + half, level, PEARSON.id);
  }

  private static Interval jackknife(Found found, double level) {
    double[] without = found.without;
    if (isAtEnd(found.centre) || Arrays.stream(without).anyMatch(Correlation::isAtEnd)) {
      return Range.UNBOUNDED.whole(level, JackknifeInterval.ID);
    }
    double[] sizes = new double[without.length];
    Arrays.fill(sizes, 1);
    double[] z = Arrays.stream(without).map(Correlation::artanh).toArray();
    return JackknifeInterval.of(
        artanh(found.centre),
        List.of(new JackknifeInterval.Stratum(z, sizes)),
        Range.UNBOUNDED,
        level);
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
