package assay.statistics.diagnostic;

import assay.statistics.Arguments;
import assay.statistics.Estimate;
import assay.statistics.Interval;
import assay.statistics.Observations;
import assay.statistics.Range;
import assay.statistics.interval.ClusterRobustInterval;

/**
 * Decision curves: what acting on a model is worth where a false alarm costs {@code t/(1 − t)} of a
 * hit, t being the probability from which one would act:
 *
 * <pre>net benefit = TP/n − FP/n·t/(1 − t)</pre>
 *
 * <p>in hits per case; at most the prevalence, 0 for acting on nobody. Compare with acting on
 * everybody. It is a mean over cases, and has a cluster-robust interval. Undefined without cases
 * ({@code no-cases}).
 *
 * <p>Source: A. J. Vickers, E. B. Elkin, Decision curve analysis, Medical Decision Making 26 (2006)
 * 565–574, doi:10.1177/0272989X06295361.
 */
public final class DecisionCurve {

  private DecisionCurve() {}

  /**
   * The net benefit of acting on cases with a probability of at least t.
   *
   * @param cases whose scores are probabilities
   * @param threshold t, 0 &lt; t &lt; 1
   * @throws IllegalArgumentException if t or the level is outside (0, 1)
   */
  public static Estimate netBenefit(Cases cases, double threshold, double level) {
    return worth(cases, threshold, threshold, level);
  }

  /**
   * The net benefit of acting on everybody.
   *
   * @param threshold t, 0 &lt; t &lt; 1
   * @throws IllegalArgumentException if t or the level is outside (0, 1)
   */
  public static Estimate ofAll(Cases cases, double threshold, double level) {
    return worth(cases, Double.NEGATIVE_INFINITY, threshold, level);
  }

  private static Estimate worth(Cases cases, double actFrom, double threshold, double level) {
    double cost = Arguments.checkOpenUnit("threshold", threshold) / (1 - threshold);
    Arguments.checkLevel(level);
    if (cases.n() == 0) {
      return new Estimate.Undefined("no-cases");
    }
    double[] worth = new double[cases.n()];
    for (int i = 0; i < worth.length; i++) {
      if (cases.score(i) >= actFrom) {
        worth[i] = cases.isPositive(i) ? 1 : -cost;
      }
    }
    Observations observations = Observations.of(worth).inClusters(cases.clusters());
    Interval interval =
        new ClusterRobustInterval().interval(observations, new Range(-cost, 1), level);
    return new Estimate.Known(observations.mean().orElseThrow(), interval);
  }
}
