package assay.statistics;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.apache.commons.numbers.core.Sum;

/**
 * Values to be averaged, each with a weight and a cluster. Observations of one cluster (a patient,
 * an image, a family of questions) may depend on each other; clusters do not. Without clusters each
 * observation is a cluster of its own; without weights each weighs 1.
 *
 * <p>Immutable. Sums are extended-precision, so that they do not depend on the order of the
 * observations.
 */
public final class Observations {

  private final double[] values;
  private final double[] weights;
  private final int[] clusters;
  private final int clusterCount;
  private final boolean weighted;
  private final boolean clustered;

  private Observations(
      double[] values,
      double[] weights,
      int[] clusters,
      int clusterCount,
      boolean weighted,
      boolean clustered) {
    this.values = values;
    this.weights = weights;
    this.clusters = clusters;
    this.clusterCount = clusterCount;
    this.weighted = weighted;
    this.clustered = clustered;
  }

  /**
   * Independent observations of equal weight; none at all is allowed.
   *
   * @throws IllegalArgumentException with the index of the first value that is NaN or infinite
   */
  public static Observations of(double... values) {
    Arguments.checkFinite("values", values);
    double[] ones = new double[values.length];
    Arrays.fill(ones, 1);
    int[] own = new int[values.length];
    Arrays.setAll(own, i -> i);
    return new Observations(values.clone(), ones, own, values.length, false, false);
  }

  /**
   * The same observations, grouped.
   *
   * @param codes the cluster of each observation; any numbers, equal ones belong together
   * @throws IllegalArgumentException if there are not as many codes as observations
   */
  public Observations inClusters(int... codes) {
    Arguments.checkSameLength("clusters", codes.length, "values", values.length);
    int[] own = new int[codes.length];
    int count = DenseCodes.number(codes, own);
    return new Observations(values, weights, own, count, weighted, true);
  }

  /**
   * The same observations, grouped by name.
   *
   * @param names the cluster of each observation; equal strings belong together
   * @throws IllegalArgumentException if there are not as many names as observations
   */
  public Observations inClusters(Iterable<String> names) {
    Map<String, Integer> dense = new LinkedHashMap<>();
    int[] codes = new int[values.length];
    int n = 0;
    for (String name : names) {
      int next = dense.size();
      Integer known = dense.putIfAbsent(name, next);
      if (n < codes.length) {
        codes[n] = known == null ? next : known;
      }
      n++;
    }
    Arguments.checkSameLength("clusters", n, "values", values.length);
    return inClusters(codes);
  }

  /**
   * The same observations, weighted. A common factor of all weights changes no result; one that is
   * a power of two not even the last digit.
   *
   * @throws IllegalArgumentException if there are not as many weights as observations, or with the
   *     index of the first weight that is not positive and finite
   */
  public Observations withWeights(double... newWeights) {
    Arguments.checkSameLength("weights", newWeights.length, "values", values.length);
    for (int i = 0; i < newWeights.length; i++) {
      Arguments.checkPositive("weights[" + i + "]", newWeights[i]);
    }
    // Neither squares of large weights nor fourth powers of small ones must leave the range.
    int scale = -Math.getExponent(Rounding.largest(newWeights));
    double[] scaled = Arrays.stream(newWeights).map(w -> Math.scalb(w, scale)).toArray();
    return new Observations(values, scaled, clusters, clusterCount, true, clustered);
  }

  /** The same observations, each value times 2 to this power. */
  public Observations scaledBy(int power) {
    double[] scaled = Arrays.stream(values).map(value -> Math.scalb(value, power)).toArray();
    return new Observations(scaled, weights, clusters, clusterCount, weighted, clustered);
  }

  /** The same observations and weights, each a cluster of its own. */
  public Observations unclustered() {
    int[] own = new int[values.length];
    Arrays.setAll(own, i -> i);
    return new Observations(values, weights, own, values.length, weighted, false);
  }

  /**
   * Of some of the clusters. One may be named several times, and is each time a cluster of its own;
   * without clusters each observation counts as one.
   *
   * @param which numbers from 0 to {@link #clusterCount} − 1, in the order in which clusters first
   *     occur
   * @throws IndexOutOfBoundsException if there is no cluster of a number
   */
  public Observations ofClusters(int... which) {
    int[] starts = clusterStarts();
    int[] members = membersByCluster(starts);
    int size = 0;
    for (int g : which) {
      size += starts[g + 1] - starts[g];
    }
    double[] y = new double[size];
    double[] w = new double[size];
    int[] own = new int[size];
    int next = 0;
    for (int g = 0; g < which.length; g++) {
      for (int k = starts[which[g]]; k < starts[which[g] + 1]; k++) {
        y[next] = values[members[k]];
        w[next] = weights[members[k]];
        own[next++] = g;
      }
    }
    return new Observations(y, w, own, which.length, weighted, clustered);
  }

  /** Number of observations. */
  public int n() {
    return values.length;
  }

  /** Number of clusters; n without clusters. */
  public int clusterCount() {
    return clusterCount;
  }

  /** Whether clusters were given, even if each holds one observation. */
  public boolean isClustered() {
    return clustered;
  }

  /** Whether weights were given, even if all are equal. */
  public boolean isWeighted() {
    return weighted;
  }

  /** The values, as a copy. */
  public double[] values() {
    return values.clone();
  }

  /** The weighted mean {@code Σ w·y / Σ w}; empty where there are no observations. */
  public OptionalDouble mean() {
    if (values.length == 0) {
      return OptionalDouble.empty();
    }
    Sum total = Sum.create();
    Sum weight = Sum.create();
    for (int i = 0; i < values.length; i++) {
      total.addProduct(weights[i], values[i]);
      weight.add(weights[i]);
    }
    double mean = total.getAsDouble() / weight.getAsDouble();
    // Rounding must not carry the mean past the values.
    return OptionalDouble.of(Math.min(Math.max(mean, smallest()), largest()));
  }

  private double smallest() {
    return Arrays.stream(values).min().orElseThrow();
  }

  private double largest() {
    return Arrays.stream(values).max().orElseThrow();
  }

  /**
   * Whether there is at least one observation and all values are equal, as {@link Rounding} says.
   */
  public boolean isConstant() {
    return Rounding.areEqual(values);
  }

  /**
   * Throws unless every value lies in the range.
   *
   * @throws IllegalArgumentException with the index of the first value outside
   */
  public void checkWithin(Range range) {
    range.check("values", values);
  }

  /** Weight and weighted sum of each cluster, in the order in which clusters first occur. */
  public ClusterTotals clusterTotals() {
    double[] weight = new double[clusterCount];
    double[] total = new double[clusterCount];
    int[] starts = clusterStarts();
    int[] members = membersByCluster(starts);
    for (int g = 0; g < clusterCount; g++) {
      Sum w = Sum.create();
      Sum t = Sum.create();
      for (int k = starts[g]; k < starts[g + 1]; k++) {
        int i = members[k];
        w.add(weights[i]);
        t.addProduct(weights[i], values[i]);
      }
      weight[g] = w.getAsDouble();
      total[g] = t.getAsDouble();
    }
    return new ClusterTotals(weight, total, values.length);
  }

  private int[] clusterStarts() {
    int[] starts = new int[clusterCount + 1];
    for (int g : clusters) {
      starts[g + 1]++;
    }
    for (int g = 0; g < clusterCount; g++) {
      starts[g + 1] += starts[g];
    }
    return starts;
  }

  private int[] membersByCluster(int[] starts) {
    int[] next = starts.clone();
    int[] members = new int[clusters.length];
    for (int i = 0; i < clusters.length; i++) {
      members[next[clusters[i]]++] = i;
    }
    return members;
  }

  /** How many observations, in how many clusters. */
  @Override
  public String toString() {
    return values.length + " observations in " + clusterCount + " clusters";
  }
}
