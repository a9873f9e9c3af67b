package assay.statistics.multiplicity;

import assay.statistics.Arguments;
import assay.statistics.resampling.BootstrapPlan;
import assay.statistics.resampling.SignFlips;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The max-T permutation of Westfall and Young, step-down: p-values of several paired comparisons on
 * the same units (clusters, or items), adjusted for their number and for how they depend on each
 * other. In each drawn exchange of first and second, common to all comparisons,
 *
 * <pre>tₕ = |Σ ±dₕᵢ| / √Σ dₕᵢ²</pre>
 *
 * <p>and with hypotheses in falling order of the observed t, hypothesis i gets the share of
 * exchanges in which the largest t among i and all after it reaches the observed one, made
 * monotone. The order of the units does not reach the result. The probability of any false
 * rejection holds at the level. The smallest p is 1/(resamples + 1).
 *
 * <p>Source: P. H. Westfall, S. S. Young, Resampling-Based Multiple Testing, 1993, algorithm 4.1;
 * Y. Ge, S. Dudoit, T. P. Speed, Resampling-based multiple testing for microarray data analysis,
 * Test 12 (2003) 1–77, doi:10.1007/BF02595811.
 */
public final class MaxT {

  // Sums of the same numbers in another order differ by rounding.
  private static final double ROUNDING = 1 - 1e-12;

  private MaxT() {}

  /**
   * The adjusted p-values, in the order of the hypotheses; 1 where all differences are 0.
   *
   * @param units {@code units[h][i]}: the sum of the differences of unit i in hypothesis h; 0 where
   *     the unit is not part of it
   * @param plan how often is drawn, and from which randomness
   * @throws IllegalArgumentException if hypotheses have different numbers of units, or a value is
   *     NaN or infinite
   */
  public static double[] adjusted(double[][] units, BootstrapPlan plan) {
    int m = units.length;
    for (int h = 0; h < m; h++) {
      Arguments.checkSameLength("units[0]", units[0].length, "units[" + h + "]", units[h].length);
      Arguments.checkFinite("units[" + h + "]", units[h]);
    }
    double[][] ordered = inOrderOfContent(units);
    double[] observed = SignFlips.observed(ordered);
    List<Integer> order =
        IntStream.range(0, m)
            .boxed()
            .sorted(Comparator.<Integer>comparingDouble(h -> -observed[h]))
            .toList();
    long[] reached = new long[m];
    SignFlips.each(
        ordered,
        plan,
        drawn -> {
          double largest = 0;
          for (int i = m - 1; i >= 0; i--) {
            int h = order.get(i);
            largest = Math.max(largest, drawn[h]);
            reached[i] += largest >= observed[h] * ROUNDING ? 1 : 0;
          }
        });
    double[] adjusted = new double[m];
    double most = 0;
    for (int i = 0; i < m; i++) {
      most = Math.max(most, (reached[i] + 1.0) / (plan.resamples() + 1.0));
      adjusted[order.get(i)] = most;
    }
    return adjusted;
  }

  /** Units by their differences, so that their order does not reach the result. */
  private static double[][] inOrderOfContent(double[][] units) {
    int n = units.length == 0 ? 0 : units[0].length;
    int[] order =
        IntStream.range(0, n)
            .mapToObj(i -> new Column(i, Arrays.stream(units).mapToDouble(own -> own[i]).toArray()))
            .sorted(Comparator.comparing(column -> column.values, Arrays::compare))
            .mapToInt(column -> column.index)
            .toArray();
    return Arrays.stream(units)
        .map(own -> Arrays.stream(order).mapToDouble(i -> own[i]).toArray())
        .toArray(double[][]::new);
  }

  private static final class Column {

    private final int index;
    private final double[] values;

    private Column(int index, double[] values) {
      this.index = index;
      this.values = values;
    }
  }
}
