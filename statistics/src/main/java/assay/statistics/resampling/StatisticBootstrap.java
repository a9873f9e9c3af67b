package assay.statistics.resampling;

import assay.statistics.Arguments;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * The nonparametric bootstrap of any statistic: units (clusters, or observations that depend on no
 * other) are drawn with replacement, as many as there are, and the statistic is computed from what
 * was drawn. For means {@link MeanBootstrap} is the faster one.
 *
 * <p>Resamples are drawn in blocks of fixed size, each with its own part of the random numbers; the
 * number of threads does not reach the result. The order of the units does: put them in one that
 * does not depend on chance.
 *
 * @param distribution of the statistic where it is defined; empty if it is so nowhere
 * @param undefined resamples in which it is not defined
 */
public record StatisticBootstrap(Optional<BootstrapDistribution> distribution, int undefined) {

  /** A function of drawn units. It is called by several threads at once and keeps no state. */
  @FunctionalInterface
  public interface Statistic {

    /**
     * The value on these units.
     *
     * @param drawn index of each drawn unit, as many as there are units; lent for the call
     * @return a finite number; empty where the statistic is not defined
     */
    OptionalDouble of(int[] drawn);
  }

  /**
   * Draws.
   *
   * @param units number of units, at least 1
   * @param plan how often, and from which randomness
   * @throws IllegalArgumentException if there are no units or the statistic gives NaN or infinity
   */
  public static StatisticBootstrap of(int units, Statistic statistic, BootstrapPlan plan) {
    Arguments.checkBetween("units", units, 1, Integer.MAX_VALUE);
    OptionalDouble[] results = new OptionalDouble[plan.resamples()];
    UniformRandomProvider[] sources = plan.sources();
    IntStream.range(0, sources.length)
        .parallel()
        .forEach(
            block -> {
              int[] drawn = new int[units];
              for (int b = plan.from(block); b < plan.to(block); b++) {
                for (int k = 0; k < units; k++) {
                  drawn[k] = sources[block].nextInt(units);
                }
                results[b] = statistic.of(drawn);
              }
            });
    double[] defined =
        Arrays.stream(results)
            .filter(OptionalDouble::isPresent)
            .mapToDouble(OptionalDouble::getAsDouble)
            .toArray();
    return new StatisticBootstrap(
        defined.length == 0 ? Optional.empty() : Optional.of(BootstrapDistribution.of(defined)),
        results.length - defined.length);
  }
}
