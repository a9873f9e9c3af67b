package assay.statistics.interval;

import assay.statistics.ClusterTotals;
import assay.statistics.Observations;
import java.util.OptionalDouble;
import org.apache.commons.numbers.core.Sum;

/**
 * The cluster-robust (sandwich, linearised) variance of a weighted mean m with the small-sample
 * correction CR1:
 *
 * <pre>V = G/(G − 1) · Σ_g (T_g − m·W_g)² / (Σ_g W_g)²</pre>
 *
 * <p>with G clusters, W_g the sum of the weights and T_g the weighted sum of the values of cluster
 * g. Clusters of one observation and equal weight give s²/n. Whatever the dependence within
 * clusters, V is consistent as G grows; with few clusters it is too small on average and itself
 * uncertain, which a t quantile answers in part (degrees of freedom: {@link
 * ClusterTotals#degreesOfFreedom(double[])}).
 *
 * <p>Source: K.-Y. Liang, S. L. Zeger, Longitudinal data analysis using generalized linear models,
 * Biometrika 73 (1986) 13–22, doi:10.1093/biomet/73.1.13; A. C. Cameron, D. L. Miller, A
 * practitioner's guide to cluster-robust inference, Journal of Human Resources 50 (2015) 317–372,
 * doi:10.3368/jhr.50.2.317.
 */
public final class ClusterRobustVariance {

  // Residuals of a cluster cancel to rounding at best; less than this share of the variance that
  // independent observations would have is nothing.
  private static final double ROUNDING = 1e-20;

  private ClusterRobustVariance() {}

  /** V; empty for fewer than two clusters. */
  public static OptionalDouble of(Observations observations) {
    if (observations.clusterCount() < 2) {
      return OptionalDouble.empty();
    }
    double mean = observations.mean().orElseThrow();
    return OptionalDouble.of(of(observations.clusterTotals(), mean));
  }

  static double of(ClusterTotals clusters, double mean) {
    double[] weights = clusters.weights();
    double[] totals = clusters.totals();
    Sum weight = Sum.create();
    Sum squares = Sum.create();
    for (int g = 0; g < weights.length; g++) {
      double residual = Sum.of(totals[g]).addProduct(-mean, weights[g]).getAsDouble();
      squares.addProduct(residual, residual);
      weight.add(weights[g]);
    }
    double correction = weights.length / (weights.length - 1.0);
    double total = weight.getAsDouble();
    return correction * squares.getAsDouble() / (total * total);
  }

  /**
   * The observations as they are; or without their clusters, where the means of all clusters are
   * equal although values differ. V is then 0 by accident of balance, and no interval may be a
   * point for that.
   */
  public static Observations withVisibleSpread(Observations observations) {
    double mean = observations.mean().orElseThrow();
    Observations unclustered = observations.unclustered();
    double robust = of(observations.clusterTotals(), mean);
    double independent = of(unclustered.clusterTotals(), mean);
    return robust <= ROUNDING * independent ? unclustered : observations;
  }
}
