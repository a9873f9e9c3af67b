package assay.statistics.resampling;

import assay.statistics.Arguments;
import java.util.Arrays;
import org.apache.commons.rng.JumpableUniformRandomProvider;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * How often a bootstrap or a permutation test draws, and from which randomness.
 *
 * @param resamples number of resamples, 100 to 10,000,000
 * @param seed the seed
 * @param name what the numbers are for, such as {@code bootstrap/medqa/hard}
 */
public record BootstrapPlan(int resamples, long seed, String name) {

  /** What a plan has unless told otherwise. */
  public static final int DEFAULT_RESAMPLES = 10_000;

  /** Resamples that share a part of the random numbers; changing it changes results. */
  private static final int BLOCK = 64;

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

  /** One source of random numbers for each block of resamples, parts of one sequence. */
  UniformRandomProvider[] sources() {
    JumpableUniformRandomProvider source = Randomness.named(seed, name);
    UniformRandomProvider[] parts = new UniformRandomProvider[(resamples + BLOCK - 1) / BLOCK];
    Arrays.setAll(parts, block -> source.jump());
    return parts;
  }

  /** The first resample of a block. */
  int from(int block) {
    return block * BLOCK;
  }

  /** The first resample after a block. */
  int to(int block) {
    return Math.min((block + 1) * BLOCK, resamples);
  }
}
