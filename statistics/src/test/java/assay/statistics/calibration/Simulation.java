package assay.statistics.calibration;

import assay.statistics.resampling.Randomness;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Draws data many times and counts what happens. Each draw has randomness of its own, by its name
 * and number, so neither threads nor what else is simulated reach a result.
 */
final class Simulation {

  private static final long SEED = 2026;

  private final boolean full;

  Simulation(boolean full) {
    this.full = full;
  }

  /** Whether the campaign runs in full, not in the short form of the build. */
  boolean isFull() {
    return full;
  }

  /** How often is drawn, in full or in the short form. */
  int draws(int inFull) {
    return full ? inFull : Math.max(40, inFull / 75);
  }

  /**
   * Four standard deviations of a share near 5 % of so many draws: a hundred shares are looked at.
   */
  double noise(int inFull) {
    return 4 * Math.sqrt(0.05 * 0.95 / draws(inFull));
  }

  /** The shares of draws in which each of several things happens. */
  double[] shares(int inFull, String name, Function<UniformRandomProvider, boolean[]> events) {
    int draws = draws(inFull);
    boolean[][] happened = new boolean[draws][];
    IntStream.range(0, draws)
        .parallel()
        .forEach(i -> happened[i] = events.apply(Randomness.named(SEED, name + "/" + i)));
    double[] shares = new double[happened[0].length];
    for (boolean[] one : happened) {
      for (int k = 0; k < shares.length; k++) {
        shares[k] += one[k] ? 1.0 / draws : 0;
      }
    }
    return shares;
  }

  /** The mean of several rows of shares. */
  static double[] mean(double[]... rows) {
    double[] mean = new double[rows[0].length];
    for (double[] row : rows) {
      Arrays.setAll(mean, k -> mean[k] + row[k] / rows.length);
    }
    return mean;
  }
}
