package assay.statistics.distribution;

import assay.statistics.Arguments;
import org.apache.commons.statistics.distribution.HypergeometricDistribution;

/**
 * How many of n drawn without replacement from N, of which M are right, are right; or, with a
 * weight ωᵏ on each number k, the first cell of a fourfold table with these margins and odds ratio
 * ω.
 *
 * <p>Tails are summed from their largest term on, {@code p(k + 1)/p(k) = ω(M − k)(n − k)/((k + 1)(N
 * − M − n + k + 1))}, until terms add nothing: some multiple of the standard deviation, however
 * large N is.
 */
public final class Hypergeometric {

  /** What a term is of the sum when no later one changes it. */
  private static final double NOTHING = 1e-18;

  private static final double MUCH = 1e280;

  private final HypergeometricDistribution central;
  private final double population;
  private final double right;
  private final double drawn;
  private final int least;
  private final int most;

  private Hypergeometric(int population, int right, int drawn) {
    this.central = HypergeometricDistribution.of(Math.max(1, population), right, drawn);
    this.population = population;
    this.right = right;
    this.drawn = drawn;
    this.least = central.getSupportLowerBound();
    this.most = central.getSupportUpperBound();
  }

  /**
   * The distribution.
   *
   * @param population N, at most 2,147,483,647
   * @param right M, at most N
   * @param drawn n, at most N
   * @throws IllegalArgumentException if an argument is outside its range
   */
  public static Hypergeometric of(long population, long right, long drawn) {
    Arguments.checkBetween("population", population, 0, Integer.MAX_VALUE);
    Arguments.checkBetween("right", right, 0, population);
    Arguments.checkBetween("drawn", drawn, 0, population);
    return new Hypergeometric((int) population, (int) right, (int) drawn);
  }

  /** The smallest number that can be right. */
  public int least() {
    return least;
  }

  /** The largest number that can be right. */
  public int most() {
    return most;
  }

  /** A most likely number. */
  public int mode() {
    double mode = Math.floor((drawn + 1) * (right + 1) / (population + 2));
    return (int) Math.min(most, Math.max(least, mode));
  }

  /** P(X = k). */
  public double probability(int k) {
    return central.probability(k);
  }

  /** P(X ≤ k). */
  public double atMost(int k) {
    if (k < least) {
      return 0;
    }
    if (k >= most) {
      return 1;
    }
    return k < mode() ? probability(k) * fall(k) : 1 - probability(k + 1) * rise(k + 1, 1);
  }

  /** P(X ≥ k). */
  public double atLeast(int k) {
    if (k > most) {
      return 0;
    }
    if (k <= least) {
      return 1;
    }
    return k > mode() ? probability(k) * rise(k, 1) : 1 - probability(k - 1) * fall(k - 1);
  }

  /** P(X ≥ k) with weights ωˣ. */
  public double atLeast(int k, double odds) {
    double above = rise(k, odds);
    double below = fall(k, odds) - 1;
    if (above >= MUCH || below >= MUCH) {
      return above >= MUCH ? 1 : 0;
    }
    return above / (above + below);
  }

  /** P(X ≤ k) with weights ωˣ. */
  public double atMost(int k, double odds) {
    double above = rise(k, odds) - 1;
    double below = fall(k, odds);
    if (above >= MUCH || below >= MUCH) {
      return below >= MUCH ? 1 : 0;
    }
    return below / (above + below);
  }

  private double fall(int k) {
    return fall(k, 1);
  }

  /** The sum of probabilities from k on over that of k. */
  private double rise(int k, double odds) {
    double sum = 1;
    double term = 1;
    for (int x = k; x < most && term > NOTHING * sum && sum < MUCH; x++) {
      term *= odds * ratio(x);
      sum += term;
    }
    return sum;
  }

  /** The sum of probabilities down from k over that of k. */
  private double fall(int k, double odds) {
    double sum = 1;
    double term = 1;
    for (int x = k; x > least && term > NOTHING * sum && sum < MUCH; x--) {
      term /= odds * ratio(x - 1);
      sum += term;
    }
    return sum;
  }

  /** P(X = x + 1)/P(X = x). */
  private double ratio(int x) {
    return (right - x) * (drawn - x) / ((x + 1.0) * (population - right - drawn + x + 1));
  }
}
