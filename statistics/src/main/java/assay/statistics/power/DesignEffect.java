package assay.statistics.power;

import assay.statistics.Arguments;

/**
 * How many clustered observations are worth one independent one, in planning:
 *
 * <pre>D = 1 + ((1 + cv²)·m − 1)·ρ</pre>
 *
 * <p>with m the mean size of clusters, cv the coefficient of variation of their sizes and ρ the
 * intra-cluster correlation. n observations are then worth n/D. Of data at hand, {@link
 * assay.statistics.interval.EffectiveSampleSize} measures it.
 *
 * <p>Source: L. Kish, Survey Sampling, 1965, §5.4; uneven clusters: S. M. Eldridge, D. Ashby, S.
 * Kerry, Sample size for cluster randomized trials, International Journal of Epidemiology 35 (2006)
 * 1292–1300, doi:10.1093/ije/dyl129.
 *
 * @param clusterSize m, at least 1
 * @param variation cv, 0 for clusters of one size
 * @param correlation ρ, 0 ≤ ρ ≤ 1
 */
public record DesignEffect(double clusterSize, double variation, double correlation) {

  /**
   * @throws IllegalArgumentException if an argument is outside its range
   */
  public DesignEffect {
    if (!(clusterSize >= 1 && clusterSize < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "clusterSize " + clusterSize + " is outside [1, Infinity)");
    }
    if (!(variation >= 0 && variation < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("variation " + variation + " is outside [0, Infinity)");
    }
    Arguments.checkUnit("correlation", correlation);
  }

  /** D, at least 1. */
  public double value() {
    return 1 + ((1 + variation * variation) * clusterSize - 1) * correlation;
  }

  /**
   * How many independent observations n clustered ones are worth, {@code n/D}.
   *
   * @param n positive
   * @throws IllegalArgumentException unless n is positive and finite
   */
  public double effectiveSize(double n) {
    return Arguments.checkPositive("n", n) / value();
  }

  /**
   * The clusters that are needed where so many independent observations would be, {@code ⌈n·D/m⌉}.
   *
   * @param independent positive
   * @throws IllegalArgumentException unless the number is positive and finite
   */
  public long clustersNeeded(double independent) {
    double clusters = Arguments.checkPositive("independent", independent) * value() / clusterSize;
    // What is a whole number but for rounding stays it.
    return (long) Math.ceil(clusters * (1 - 1e-14));
  }
}
