package assay.statistics.power;

import assay.statistics.Arguments;
import assay.statistics.ClusterTotals;
import assay.statistics.Observations;
import assay.statistics.distribution.Quantiles;
import assay.statistics.interval.ClusteredWilsonInterval;
import assay.statistics.interval.EffectiveSampleSize;
import assay.statistics.interval.GradedWilsonInterval;
import java.util.OptionalLong;
import org.apache.commons.numbers.core.Sum;

/**
 * With how many more clusters like those at hand {@link ClusteredWilsonInterval} leaves a line out:
 *
 * <pre>
 * |p̂ − line| ≥ t(1 − α/2; G′ − 1)·√(line(1 − line)·D*′/n′) + t(1 − β; G′ − 1)·√(p̂(1 − p̂)·D′/n′)
 * D*′ = (k′·D′ + n/K)/(k′ + 1),  k′ = k·G′/G,  D′ = D₂ + (n/K − D₂)/(k + 1)²
 * </pre>
 *
 * <p>The interval is as wide as it is at the line, by the guarded design effect D* that so many
 * clusters have ({@link EffectiveSampleSize}): the guard goes as the k clusters with the rarer
 * outcome become more. The estimate varies with the design effect itself. That seen in few clusters
 * falls short of it: D₂ has residuals freed of what a large cluster pulls the mean to itself (CR2),
 * and the rarer outcome in few clusters leaves a part of the guard. Where all outcomes are equal k
 * is 0, the second term is 0, and the number is that at which the interval itself is clear.
 *
 * <p>From 10 and 20 clusters at hand, of one size and of several, with intra-cluster correlations
 * to 0.2 and proportions from 0.02 to 0.98, so many decided 76 to 85 times in 100, and 79 to 95
 * where the rarer outcome was in fewer than three: {@code python3
 * statistics/src/test/reference/studentpower.py simulate} repeats it.
 */
public final class ClusteredWilsonPower {

  private final EffectiveSampleSize size;
  private final double effect;

  /**
   * Of clusters like these.
   *
   * @param observations values in [0, 1] in at least two clusters; without clusters, which are then
   *     of one, for {@link GradedWilsonInterval}
   * @throws IllegalArgumentException if there are fewer than two clusters
   */
  public ClusteredWilsonPower(Observations observations) {
    this.size = EffectiveSampleSize.of(observations);
    double k = size.minorityClusters();
    double seen = freed(observations, size);
    this.effect = seen + Math.max(0, size.largestDesignEffect() - seen) / ((k + 1) * (k + 1));
  }

  /** D₂, at least D. */
  private static double freed(Observations observations, EffectiveSampleSize size) {
    double p = size.proportion();
    double independent = p * (1 - p) / (size.n() - 1.0);
    if (!(independent > 0)) {
      return size.designEffect();
    }
    ClusterTotals clusters = observations.clusterTotals();
    double[] weights = clusters.weights();
    double[] totals = clusters.totals();
    double all = Sum.of(weights).getAsDouble();
    Sum squares = Sum.create();
    for (int g = 0; g < weights.length; g++) {
      double share = weights[g] / all;
      double residual = Sum.of(totals[g]).addProduct(-p, weights[g]).getAsDouble() / all;
      if (share < 1) {
        squares.addProduct(residual / (1 - share), residual);
      }
    }
    return Math.max(size.designEffect(), squares.getAsDouble() / independent);
  }

  /**
   * How many more observations.
   *
   * @param line the fixed value, in [0, 1], not the proportion
   * @param level 1 − α, such as 0.95
   * @param power 1 − β, such as 0.8; at least 0.5
   * @return the number; 0 where those at hand would do; empty where a billion times as many would
   *     not
   * @throws IllegalArgumentException if an argument is outside its range
   */
  public OptionalLong furtherSamples(double line, double level, double power) {
    Arguments.checkUnit("line", line);
    double p = size.proportion();
    double distance = Arguments.checkPositive("distance", Math.abs(p - line));
    double largest = size.largestDesignEffect();
    return StudentPower.until(
        size.n(),
        times -> {
          double freedom = size.clusters() * times - 1;
          double k = size.minorityClusters() * times;
          double guarded = (k * effect + largest) / (k + 1);
          double n = size.n() * times;
          double reach =
              Quantiles.studentTwoSided(level, freedom)
                  * Math.sqrt(line * (1 - line) * guarded / n);
          double spread = Math.sqrt(p * (1 - p) * effect / n);
          return reach + StudentPower.found(power, freedom) * spread < distance;
        });
  }
}
