package assay.statistics.resampling;

import assay.statistics.Arguments;

/**
 * How often a bootstrap draws, and from which randomness.
 *
 * @param resamples number of resamples, 100 to 10,000,000
 * @param seed the seed
 * @param name what the numbers are for, such as {@code bootstrap/medqa/hard}
 */
public record BootstrapPlan(int resamples, long seed, String name) {

  /** What a plan has unless told otherwise. */
  public static final int DEFAULT_RESAMPLES = 10_000;

  private static final int FEWEST = 100;
  private static final int MOST = 10_000_000;

  /**
   * @throws IllegalArgumentException if the number of resamples is outside [100, 10000000]
   */
  public BootstrapPlan {
    Arguments.checkBetween("resamples", resamples, FEWEST, MOST);
  }

  /** 10,000 resamples. */
  public static BootstrapPlan of(long seed, String name) {
    return new BootstrapPlan(DEFAULT_RESAMPLES, seed, name);
  }

  /** The same plan with another number of resamples. */
  public BootstrapPlan withResamples(int number) {
    return new BootstrapPlan(number, seed, name);
  }
}
