package assay.statistics.interval;

import assay.statistics.ClusterTotals;
import assay.statistics.Observations;

/**
 * How many independent observations would make a proportion as precise as these clustered ones.
 *
 * <p>The design effect is the cluster-robust variance over that of as many independent observations
 * that are right or wrong, {@code D = V / (p̂(1 − p̂)/(n − 1))}, and never below that of the same
 * observations without their clusters: a smaller one is as a rule an accident of few clusters, and
 * taking it would narrow the interval on chance. So it is at least 1 for right and wrong, but less
 * for values between, such as an item's share of epochs that were right, which vary less. Its
 * largest value, where all observations of a cluster are alike, is {@code n / K}, with K the {@link
 * ClusterTotals#effectiveClusters() effective number of clusters}.
 *
 * <p>Where the rarer outcome occurs in k clusters only, D rests on little: one failure in one
 * cluster gives D = 1, however alike observations of a cluster are, and for none it is 0/0.
 * Intervals from D then miss far too often (40 % instead of 5 % of the time at p = 0.02 with 20
 * clusters of 20 and an intra-cluster correlation of 0.5). So the guarded design effect leans
 * towards the largest one by the weight 1/(k + 1):
 *
 * <pre>D* = (k·D + n/K) / (k + 1)</pre>
 *
 * <p>which is n/K where all outcomes are equal and D once the rarer outcome is in many clusters.
 * Observations without clusters are clusters of one: then it leans towards 1.
 *
 * <p>Source: D: E. L. Korn, B. I. Graubard, Confidence intervals for proportions with small
 * expected number of positive counts estimated from survey data, Survey Methodology 24 (1998)
 * 193–201. Undercoverage of intervals from an estimated D: C. Franco, R. J. A. Little, T. A. Louis,
 * E. V. Slud, Comparative study of confidence intervals for proportions in complex sample surveys,
 * J. Survey Statistics and Methodology 7 (2019) 334–364, doi:10.1093/jssam/smy019. D* is this
 * project's, chosen by simulation; {@link assay.statistics.calibration.ClusteredCoverage} repeats
 * it.
 *
 * @param n number of observations
 * @param clusters number of clusters, at least 2
 * @param proportion the weighted proportion p̂
 * @param designEffect D, positive; 1 where all outcomes are equal
 * @param largestDesignEffect n/K, at least 1
 * @param minorityClusters k
 */
public record EffectiveSampleSize(
    int n,
    int clusters,
    double proportion,
    double designEffect,
    double largestDesignEffect,
    int minorityClusters) {

  // Of right and wrong the two ways to reckon a variance differ by rounding alone.
  private static final double ROUNDING = 1e-12;

  /**
   * Of values in [0, 1].
   *
   * @throws IllegalArgumentException if there are fewer than two clusters
   */
  public static EffectiveSampleSize of(Observations observations) {
    ClusterTotals totals = observations.clusterTotals();
    if (totals.clusters() < 2) {
      throw new IllegalArgumentException(
          totals.clusters() + " clusters; expected at least 2 to see a spread between them");
    }
    int n = totals.n();
    double p = observations.mean().orElseThrow();
    double independent = p * (1 - p) / (n - 1.0);
    double effect = 1;
    if (independent > 0) {
      double alone = ClusterRobustVariance.of(observations.unclustered().clusterTotals(), p);
      double least = alone > independent * (1 - ROUNDING) ? independent : alone;
      effect = Math.max(ClusterRobustVariance.of(totals, p), least) / independent;
    }
    return new EffectiveSampleSize(
        n,
        totals.clusters(),
        p,
        effect,
        Math.max(1, n / totals.effectiveClusters()),
        totals.minorityClusters());
  }

  /** D*, between D and n/K or, where D is larger still, near it. */
  public double guardedDesignEffect() {
    double k = minorityClusters;
    return (k * designEffect + largestDesignEffect) / (k + 1);
  }

  /** {@code n / D}. */
  public double size() {
    return n / designEffect;
  }

  /** {@code n / D*}. */
  public double guardedSize() {
    return n / guardedDesignEffect();
  }
}
