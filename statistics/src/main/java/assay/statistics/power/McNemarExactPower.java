package assay.statistics.power;

import assay.statistics.Arguments;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * What McNemar's exact test itself finds, for numbers of pairs at which the normal formulae of
 * {@link McNemarPower} promise too much: of 8 pairs it finds in 64 of 100 trials what they say is
 * found in 80, of 50 to 100 pairs in 76. With ψ the discordance and δ the difference,
 *
 * <pre>power(n) = Σ_m P(M = m) · P(the test of m items rejects),  M ~ Binomial(n, ψ),
 *           the items for the better one ~ Binomial(m, (ψ + δ)/(2ψ))</pre>
 *
 * <p>Terms whose weights come to less than 1e-9 together are left out. The test's p is never less
 * than {@code 2/2^n}; where that is above 1 − level, nothing is ever found.
 */
public final class McNemarExactPower {

  /** The most pairs for which it is reckoned. */
  public static final int MOST_PAIRS = 2_000;

  private static final double SPREADS = 6.5;
  private static final double CLOSE = 1e-6;
  private static final int STEPS_BACK = 12;

  private final int[] critical = new int[MOST_PAIRS + 1];

  /**
   * At a level.
   *
   * @param level 1 − α, such as 0.95
   * @throws IllegalArgumentException unless 0 &lt; level &lt; 1
   */
  public McNemarExactPower(double level) {
    double tail = (1 - Arguments.checkLevel(level)) / 2;
    critical[0] = -1;
    for (int m = 1; m <= MOST_PAIRS; m++) {
      // With one item more the critical count stays or grows by one.
      int next = critical[m - 1] + 1;
      boolean rejects = BinomialDistribution.of(m, 0.5).cumulativeProbability(next) <= tail;
      critical[m] = rejects ? next : next - 1;
    }
  }

  /** The smallest p that the test can give for so many pairs, {@code min(1, 2/2^n)}. */
  public static double smallestP(long pairs) {
    return Math.min(1, Math.scalb(2.0, (int) -Math.min(pairs, 2_000)));
  }

  /**
   * The power.
   *
   * @param pairs number of pairs, at most {@link #MOST_PAIRS}
   * @param difference |δ|, from 0 to {@code discordance}
   * @param discordance ψ, in (0, 1]
   * @throws IllegalArgumentException if an argument is outside its range
   */
  public double power(int pairs, double difference, double discordance) {
    Arguments.checkBetween("pairs", pairs, 0, MOST_PAIRS);
    if (!(discordance > 0 && discordance <= 1)) {
      throw new IllegalArgumentException("discordance " + discordance + " is outside (0, 1]");
    }
    if (!(difference >= 0 && difference <= discordance)) {
      throw new IllegalArgumentException(
          "difference " + difference + " is outside [0, " + discordance + "], the discordance");
    }
    double better = Math.min(1, (discordance + difference) / 2 / discordance);
    BinomialDistribution differing = BinomialDistribution.of(pairs, discordance);
    double middle = pairs * discordance;
    double reach = SPREADS * Math.sqrt(middle * (1 - discordance)) + SPREADS * SPREADS;
    int last = (int) Math.min(pairs, Math.ceil(middle + reach));
    double power = 0;
    for (int m = (int) Math.max(1, middle - reach); m <= last; m++) {
      if (critical[m] >= 0) {
        BinomialDistribution actual = BinomialDistribution.of(m, better);
        double rejects =
            actual.cumulativeProbability(critical[m])
                + actual.survivalProbability(m - critical[m] - 1);
        power += differing.probability(m) * rejects;
      }
    }
    return Math.min(1, power);
  }

  /**
   * The smallest |δ| that is found with the given power. A difference beyond the discordance takes
   * as many items to differ, all one way.
   *
   * @param pairs number of pairs, at most {@link #MOST_PAIRS}
   * @param discordance ψ, in (0, 1]
   * @param power 1 − β, such as 0.8
   * @return the difference, to within 1e-6 from above; empty where not even a difference of 1 is
   *     found, which is where {@link #smallestP} is above 1 − level
   * @throws IllegalArgumentException if an argument is outside its range
   */
  public OptionalDouble smallestDetectableDifference(int pairs, double discordance, double power) {
    McNemarPower.checkPower(power);
    if (power(pairs, 1, 1) < power) {
      return OptionalDouble.empty();
    }
    double low = 0;
    double high = 1;
    while (high - low > CLOSE) {
      double middle = (low + high) / 2;
      if (power(pairs, middle, Math.max(middle, discordance)) >= power) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return OptionalDouble.of(high);
  }

  /**
   * The number of pairs from which on a difference is found with the given power, but for a dip
   * here and there: the power rises in saw-teeth where nearly all items differ.
   *
   * @param difference |δ|, in (0, discordance]
   * @param discordance ψ, in (0, 1]
   * @param power 1 − β, such as 0.8
   * @return the number; empty if it exceeds {@link #MOST_PAIRS}
   * @throws IllegalArgumentException if an argument is outside its range
   */
  public OptionalInt pairsNeeded(double difference, double discordance, double power) {
    McNemarPower.checkPower(power);
    if (power(MOST_PAIRS, difference, discordance) < power) {
      return OptionalInt.empty();
    }
    int low = 0;
    int high = MOST_PAIRS;
    while (high - low > 1) {
      int middle = (low + high) / 2;
      if (power(middle, difference, discordance) >= power) {
        high = middle;
      } else {
        low = middle;
      }
    }
    for (int back = 1; back <= STEPS_BACK && high - back > 0; back++) {
      if (power(high - back, difference, discordance) >= power) {
        high -= back;
        back = 0;
      }
    }
    return OptionalInt.of(high);
  }
}
