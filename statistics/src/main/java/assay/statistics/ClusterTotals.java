package assay.statistics;

import java.util.Arrays;
import org.apache.commons.numbers.core.Sum;

/**
 * What a mean of clustered observations needs to know of its clusters: for each, the sum of the
 * weights and the weighted sum of the values. The mean is the ratio of the totals.
 */
public final class ClusterTotals {

  private final double[] weights;
  private final double[] totals;
  private final int n;

  ClusterTotals(double[] weights, double[] totals, int n) {
    this.weights = weights;
    this.totals = totals;
    this.n = n;
  }

  /** Number of clusters. */
  public int clusters() {
    return weights.length;
  }

  /** Number of observations in all clusters. */
  public int n() {
    return n;
  }

  /** The sum of the weights in each cluster, as a copy. */
  public double[] weights() {
    return weights.clone();
  }

  /** The weighted sum of the values of each cluster, as a copy. */
  public double[] totals() {
    return totals.clone();
  }

  /**
   * The same clusters in an order that depends on their content alone, so that what is drawn from
   * them does not depend on the order of the observations.
   */
  public ClusterTotals sorted() {
    if (isEvenlyWeighted()) {
      double[] sorted = totals.clone();
      Arrays.sort(sorted);
      return new ClusterTotals(weights, sorted, n);
    }
    Integer[] order = new Integer[weights.length];
    Arrays.setAll(order, g -> g);
    Arrays.sort(
        order,
        (g, h) -> {
          int byWeight = Double.compare(weights[g], weights[h]);
          return byWeight != 0 ? byWeight : Double.compare(totals[g], totals[h]);
        });
    double[] w = new double[weights.length];
    double[] t = new double[weights.length];
    Arrays.setAll(w, k -> weights[order[k]]);
    Arrays.setAll(t, k -> totals[order[k]]);
    return new ClusterTotals(w, t, n);
  }

  /** Whether all clusters weigh the same. */
  public boolean isEvenlyWeighted() {
    return isEven(weights);
  }

  private static boolean isEven(double[] weights) {
    for (double weight : weights) {
      if (weight != weights[0]) {
        return false;
      }
    }
    return true;
  }

  /**
   * How many clusters of equal weight would be worth as much as these: {@code (Σ W)² / Σ W²} (Kish
   * 1965); between 1 and the number of clusters. It is the smallest effective sample size, reached
   * where all observations of a cluster are alike.
   */
  public double effectiveClusters() {
    Sum sum = Sum.create();
    Sum squares = Sum.create();
    for (double weight : weights) {
      sum.add(weight);
      squares.addProduct(weight, weight);
    }
    double total = sum.getAsDouble();
    return total * total / squares.getAsDouble();
  }

  /**
   * The degrees of freedom of a variance between these clusters, by Satterthwaite, where the
   * observations of a cluster are alike: {@code (Σ W²)² / Σ W⁴ − 1}, at least 1; the number of
   * clusters less 1 where all weigh the same. A few clusters that outweigh all others count as few.
   */
  public double degreesOfFreedom() {
    return degreesOfFreedom(weights);
  }

  /** The same of clusters of these weights. */
  public static double degreesOfFreedom(double[] weights) {
    double total = Sum.of(weights).getAsDouble();
    Sum squares = Sum.create();
    Sum fourthPowers = Sum.create();
    for (double weight : weights) {
      double square = weight / total * (weight / total);
      squares.add(square);
      fourthPowers.addProduct(square, square);
    }
    double sum = squares.getAsDouble();
    return isEven(weights)
        ? Math.max(1, weights.length - 1.0)
        : Math.max(1, sum * sum / fourthPowers.getAsDouble() - 1);
  }

  /**
   * For values in [0, 1]: the number of clusters in which the rarer outcome occurs at all. Few of
   * them say little of how alike the observations of a cluster are, however large n is.
   */
  public int minorityClusters() {
    int low = 0;
    int high = 0;
    for (int g = 0; g < weights.length; g++) {
      low += totals[g] < weights[g] ? 1 : 0;
      high += totals[g] > 0 ? 1 : 0;
    }
    return Math.min(low, high);
  }
}
