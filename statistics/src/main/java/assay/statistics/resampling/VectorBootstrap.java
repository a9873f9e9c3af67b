package assay.statistics.resampling;

import assay.statistics.Arguments;
import java.util.stream.IntStream;

/**
 * The bootstrap of several statistics of the same resamples, where they must stay together (ranks
 * of systems on drawn tasks). As {@link StatisticBootstrap}, and as independent of the number of
 * threads.
 */
public final class VectorBootstrap {

  private VectorBootstrap() {}

  /** A function of drawn units. It is called by several threads at once and keeps no state. */
  @FunctionalInterface
  public interface Statistics {

    /**
     * The values on these units.
     *
     * @param drawn index of each drawn unit, as many as there are units; lent for the call
     */
    double[] of(int[] drawn);
  }

  /**
   * Draws.
   *
   * @param units number of units, at least 1
   * @return {@code [b]}: the values of the b-th resample, in the order in which they were drawn
   * @throws IllegalArgumentException if there are no units
   */
  public static double[][] of(int units, Statistics statistics, BootstrapPlan plan) {
    Arguments.checkBetween("units", units, 1, Integer.MAX_VALUE);
    double[][] results = new double[plan.resamples()][];
    var sources = plan.sources();
    IntStream.range(0, sources.length)
        .parallel()
        .forEach(
            block -> {
              int[] drawn = new int[units];
              for (int b = plan.from(block); b < plan.to(block); b++) {
                for (int k = 0; k < units; k++) {
                  drawn[k] = sources[block].nextInt(units);
                }
                results[b] = statistics.of(drawn);
              }
            });
    return results;
  }
}
