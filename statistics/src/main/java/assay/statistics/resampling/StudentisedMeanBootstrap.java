package assay.statistics.resampling;

import assay.statistics.ClusterTotals;
import assay.statistics.Observations;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * The bootstrap distribution of {@code (m* − m)/SE*}, m* the weighted mean of a resample of
 * clusters and SE* its cluster-robust standard error with the factor G/(G − 1). Neither the order
 * of the observations nor the number of threads reaches the result.
 */
public final class StudentisedMeanBootstrap {

  // Of the squared residuals; what is smaller is rounding.
  private static final double ROUNDING = 1e-14;

  private StudentisedMeanBootstrap() {}

  /**
   * The distribution over the resamples that have a spread; empty if none has.
   *
   * @throws IllegalArgumentException if there are fewer than two clusters
   */
  public static Optional<BootstrapDistribution> of(Observations observations, BootstrapPlan plan) {
    if (observations.clusterCount() < 2) {
      throw new IllegalArgumentException(
          observations.clusterCount() + " clusters; expected at least 2");
    }
    ClusterTotals sorted = observations.clusterTotals().sorted();
    double[] weights = sorted.weights();
    double[] totals = sorted.totals();
    // Centred totals: their sums lose no digits where all values are far from 0.
    double mean = observations.mean().orElseThrow();
    double[] residuals = new double[totals.length];
    Arrays.setAll(residuals, g -> totals[g] - mean * weights[g]);
    double[] replicates = new double[plan.resamples()];
    UniformRandomProvider[] sources = plan.sources();
    IntStream.range(0, sources.length)
        .parallel()
        .forEach(
            block -> {
              for (int b = plan.from(block); b < plan.to(block); b++) {
                replicates[b] = draw(weights, residuals, sources[block]);
              }
            });
    double[] defined = Arrays.stream(replicates).filter(Double::isFinite).toArray();
    return defined.length == 0 ? Optional.empty() : Optional.of(BootstrapDistribution.of(defined));
  }

  /** With r the centred totals, m* − m = Σr/Σw, and the residuals about m* are r − (m* − m)w. */
  private static double draw(double[] weights, double[] residuals, UniformRandomProvider source) {
    int n = weights.length;
    double w = 0;
    double r = 0;
    double ww = 0;
    double wr = 0;
    double rr = 0;
    for (int k = 0; k < n; k++) {
      int g = source.nextInt(n);
      double weight = weights[g];
      double residual = residuals[g];
      w += weight;
      r += residual;
      ww += weight * weight;
      wr += weight * residual;
      rr += residual * residual;
    }
    double shift = r / w;
    double squares = rr - 2 * shift * wr + shift * shift * ww;
    if (squares <= ROUNDING * rr) {
      return Double.NaN;
    }
    return shift * w / Math.sqrt(squares * n / (n - 1.0));
  }
}
