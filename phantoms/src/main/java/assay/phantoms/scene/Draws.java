package assay.phantoms.scene;

import assay.core.Sha256;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Draws by lot from a seed. Parts get draws of their own by name, so that a change in one does not
 * move the others. Not for use by several threads.
 */
public final class Draws {

  private final long seed;
  private final UniformRandomProvider random;

  private Draws(long seed) {
    this.seed = seed;
    this.random = RandomSource.XO_SHI_RO_256_PP.create(seed);
  }

  /** Draws from this seed. */
  public static Draws of(long seed) {
    return new Draws(seed);
  }

  /** Draws of a part's own; they depend on seed and name, not on what was drawn before. */
  public Draws split(String name) {
    return new Draws(Long.parseUnsignedLong(Sha256.of(seed + "/" + name).substring(0, 16), 16));
  }

  /** The seed of draws that are the same as these were at their start. */
  public long seed() {
    return seed;
  }

  /** Evenly between the limits, the lower included. */
  public double between(double lower, double upper) {
    return lower + (upper - lower) * random.nextDouble();
  }

  /** A whole number, 0 or more and less than {@code bound}. */
  public int below(int bound) {
    return random.nextInt(bound);
  }

  /** True with this probability. */
  public boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  /**
   * About normal with mean 0 and variance 1: four even draws summed, so within ±3.5, and the same
   * on every machine.
   */
  public double bell() {
    double sum =
        random.nextDouble() + random.nextDouble() + random.nextDouble() + random.nextDouble();
    return (sum - 2) * Math.sqrt(3);
  }

  /** One of the values. */
  public <T> T pick(List<T> values) {
    return values.get(below(values.size()));
  }

  /** The values in drawn order (Fisher and Yates). */
  public <T> List<T> shuffled(List<T> values) {
    List<T> order = new ArrayList<>(values);
    for (int i = order.size() - 1; i > 0; i--) {
      int j = below(i + 1);
      T kept = order.get(i);
      order.set(i, order.get(j));
      order.set(j, kept);
    }
    return order;
  }
}
