package assay.statistics.interval;

import assay.statistics.Arguments;
import assay.statistics.ClusterTotals;
import assay.statistics.Interval;
import assay.statistics.Observations;
import assay.statistics.Range;
import assay.statistics.distribution.Quantiles;
import assay.statistics.resampling.BootstrapDistribution;
import assay.statistics.resampling.BootstrapPlan;
import assay.statistics.resampling.MeanBootstrap;
import org.apache.commons.numbers.core.Sum;

/**
 * The bias-corrected and accelerated bootstrap interval of a mean (BCa): quantiles of the bootstrap
 * distribution at
 *
 * <pre>Φ(z₀ + (z₀ + z)/(1 − a(z₀ + z))),  z = ±Φ⁻¹((1 + level)/2)</pre>
 *
 * <p>where Φ(z₀) is the share of resamples below the estimate (ties count half) and a is the
 * acceleration from leaving out each cluster in turn, {@code a = Σ d³ / 6(Σ d²)^(3/2)} with d the
 * mean of the leave-one-out means minus each of them. Clusters are drawn, and left out, whole.
 *
 * <p>With fewer than about 20 clusters it is too narrow, as every bootstrap interval of this kind.
 * Where the means of all clusters are equal although values differ, observations are drawn instead.
 *
 * <p>Source: B. Efron, Better bootstrap confidence intervals, JASA 82 (1987) 171–185,
 * doi:10.1080/01621459.1987.10478410.
 *
 * @param plan how often is drawn, and from which randomness
 */
public record BcaBootstrapInterval(BootstrapPlan plan) implements MeanInterval {

  /** The {@link Interval#method()} of what it gives. */
  public static final String ID = "bootstrap-bca";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public Interval interval(Observations observations, Range range, double level) {
    Arguments.checkLevel(level);
    observations.checkWithin(range);
    if (observations.clusterCount() < 2) {
      return range.whole(level, id());
    }
    if (observations.isConstant()) {
      return ConstantSample.interval(observations, range, level, id());
    }
    Observations spread = ClusterRobustVariance.withVisibleSpread(observations);
    double mean = spread.mean().orElseThrow();
    double acceleration = acceleration(spread.clusterTotals());
    return interval(MeanBootstrap.of(spread, plan), mean, acceleration, range, level, id());
  }

  /**
   * The interval of any statistic from its bootstrap distribution. If all its values are equal the
   * whole range: their spread says nothing then, and no statistic is known without error.
   *
   * @param estimate the statistic of all units
   * @param without the statistic with each unit left out in turn, where it is defined
   * @param range the values that the statistic can take
   * @throws IllegalArgumentException if the level is outside (0, 1)
   */
  public static Interval of(
      BootstrapDistribution distribution,
      double estimate,
      double[] without,
      Range range,
      double level) {
    Arguments.checkLevel(level);
    return distribution.isConstant()
        ? range.whole(level, ID)
        : interval(distribution, estimate, acceleration(without), range, level, ID);
  }

  static Interval interval(
      BootstrapDistribution distribution,
      double estimate,
      double acceleration,
      Range range,
      double level,
      String method) {
    double bias = -Quantiles.normalUpper(shareBelow(distribution, estimate));
    double z = Quantiles.normalTwoSided(level);
    double lower = distribution.quantile(adjusted(bias, -z, acceleration));
    double upper = distribution.quantile(adjusted(bias, z, acceleration));
    return range.interval(lower, upper, level, method);
  }

  /** Kept off 0 and 1 by what B resamples can tell: the correction would be infinite. */
  private static double shareBelow(BootstrapDistribution distribution, double estimate) {
    double least = 1.0 / (distribution.size() + 1);
    return Math.min(Math.max(distribution.shareBelow(estimate), least), 1 - least);
  }

  private static double adjusted(double bias, double z, double acceleration) {
    double shifted = bias + z;
    double scale = 1 - acceleration * shifted;
    if (scale <= 0) {
      return shifted < 0 ? 0 : 1;
    }
    return Quantiles.normalProbability(bias + shifted / scale);
  }

  static double acceleration(ClusterTotals clusters) {
    double[] weights = clusters.weights();
    double[] totals = clusters.totals();
    double weight = Sum.of(weights).getAsDouble();
    double total = Sum.of(totals).getAsDouble();
    double[] without = new double[weights.length];
    for (int g = 0; g < weights.length; g++) {
      without[g] = (total - totals[g]) / (weight - weights[g]);
    }
    return acceleration(without);
  }

  /** From a statistic's values with each unit left out in turn; 0 where there are none. */
  private static double acceleration(double[] without) {
    double mean = Sum.of(without).getAsDouble() / without.length;
    Sum squareSum = Sum.create();
    Sum cubeSum = Sum.create();
    for (double value : without) {
      double d = mean - value;
      squareSum.addProduct(d, d);
      cubeSum.addProduct(d * d, d);
    }
    double squares = squareSum.getAsDouble();
    return squares == 0 ? 0 : cubeSum.getAsDouble() / (6 * squares * Math.sqrt(squares));
  }
}
