package assay.statistics.resampling;

import assay.statistics.Observations;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * The nonparametric bootstrap of a weighted mean: clusters are drawn with replacement, as many as
 * there are, each with all its observations; without clusters, observations.
 *
 * <p>Resamples are drawn in blocks of fixed size, each with its own part of the random numbers, and
 * clusters are put in an order that depends on their content: so neither the number of threads nor
 * the order of the observations reaches the result.
 *
 * <p>Where clusters weigh the same and have one of two totals (right or wrong), the number of the
 * larger one in a resample is binomial and drawn as such, which is the same distribution at a
 * fraction of the cost.
 *
 * <p>Source: B. Efron, Bootstrap methods: another look at the jackknife, Annals of Statistics 7
 * (1979) 1–26, doi:10.1214/aos/1176344552; clusters: Davison and Hinkley 1997, §3.8.
 */
public final class MeanBootstrap {

  private MeanBootstrap() {}

  /**
   * The distribution of the mean over resamples.
   *
   * @throws IllegalArgumentException if there are no observations
   */
  public static BootstrapDistribution of(Observations observations, BootstrapPlan plan) {
    return BootstrapDistribution.of(replicates(observations, plan));
  }

  /** The means in the order in which they were drawn. */
  static double[] replicates(Observations observations, BootstrapPlan plan) {
    if (observations.n() == 0) {
      throw new IllegalArgumentException("0 observations; expected at least 1 to draw from");
    }
    ResampledMean mean = ResampledMean.of(observations.clusterTotals().sorted());
    double[] replicates = new double[plan.resamples()];
    UniformRandomProvider[] sources = plan.sources();
    IntStream.range(0, sources.length)
        .parallel()
        .forEach(
            block -> {
              for (int b = plan.from(block); b < plan.to(block); b++) {
                replicates[b] = mean.draw(sources[block]);
              }
            });
    return replicates;
  }
}
