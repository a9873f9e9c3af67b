package assay.statistics.power;

import assay.statistics.Arguments;
import assay.statistics.distribution.Quantiles;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * What a paired comparison of two success rates can show. With ψ the share of items on which the
 * two differ (the discordance) and δ the difference of their success rates, |δ| ≤ ψ, a two-sided
 * test of level α on n pairs finds the difference with power 1 − β where
 *
 * <pre>√n·|δ| = z(α/2)·√ψ + z(β)·√(ψ − δ²)</pre>
 *
 * <p>Source: R. J. Connor, Sample size for testing differences in proportions for the paired-sample
 * design, Biometrics 43 (1987) 207–211, doi:10.2307/2531961. Clustered pairs: divide n by the
 * design effect of the differences.
 */
public final class McNemarPower {

  private McNemarPower() {}

  /**
   * The smallest |δ| that is found with the given power.
   *
   * @param pairs number of pairs, may be an effective number
   * @param discordance ψ, the share of items on which the two differ
   * @param level 1 − α, such as 0.95
   * @param power 1 − β, such as 0.8; at least 0.5
   * @return the difference; empty where even δ = ψ (all differences one way) is not found
   * @throws IllegalArgumentException if an argument is outside its range
   */
  public static OptionalDouble smallestDetectableDifference(
      double pairs, double discordance, double level, double power) {
    Arguments.checkPositive("pairs", pairs);
    checkDiscordance(discordance);
    double za = Quantiles.normalTwoSided(level);
    double zb = Quantiles.normalUpper(1 - checkPower(power));
    double inner = pairs + zb * zb - za * za;
    if (inner < 0) {
      return OptionalDouble.empty();
    }
    double difference =
        Math.sqrt(discordance)
            * (Math.sqrt(pairs) * za + zb * Math.sqrt(inner))
            / (pairs + zb * zb);
    return difference <= discordance ? OptionalDouble.of(difference) : OptionalDouble.empty();
  }

  /**
   * The number of pairs on which a difference is found with the given power.
   *
   * @param difference |δ|, positive, at most {@code discordance}
   * @return the number, rounded up; empty if it exceeds the range of long
   * @throws IllegalArgumentException if an argument is outside its range
   */
  public static OptionalLong pairsNeeded(
      double difference, double discordance, double level, double power) {
    checkDiscordance(discordance);
    checkDifference(difference, discordance);
    double za = Quantiles.normalTwoSided(level);
    double zb = Quantiles.normalUpper(1 - checkPower(power));
    double root =
        (za * Math.sqrt(discordance) + zb * Math.sqrt(discordance - difference * difference))
            / difference;
    double pairs = Math.ceil(root * root);
    return pairs < Long.MAX_VALUE ? OptionalLong.of((long) pairs) : OptionalLong.empty();
  }

  /**
   * The power of McNemar's exact test, itself exact: summed over the number of items that differ
   * and over how many of them speak for the better one.
   *
   * @param pairs number of pairs, at most 100,000
   * @param difference |δ|, from 0 (gives the false-positive rate) to {@code discordance}
   * @throws IllegalArgumentException if an argument is outside its range
   */
  public static double exactTestPower(
      int pairs, double difference, double discordance, double level) {
    Arguments.checkBetween("pairs", pairs, 0, 100_000);
    checkDiscordance(discordance);
    if (difference != 0) {
      checkDifference(difference, discordance);
    }
    double tail = (1 - Arguments.checkLevel(level)) / 2;
    double better = Math.min(1, (discordance + difference) / 2 / discordance);
    BinomialDistribution differing = BinomialDistribution.of(pairs, discordance);
    double power = 0;
    for (int m = 1; m <= pairs; m++) {
      double weight = differing.probability(m);
      if (weight > 0) {
        power += weight * rejects(m, better, tail);
      }
    }
    return Math.min(1, power);
  }

  /** Probability that of m differing items so few speak for either side that the test rejects. */
  private static double rejects(int m, double better, double tail) {
    BinomialDistribution fair = BinomialDistribution.of(m, 0.5);
    int critical = fair.inverseCumulativeProbability(tail);
    // The quantile is the first count whose tail reaches α/2; it must not exceed it.
    if (fair.cumulativeProbability(critical) > tail) {
      critical--;
    }
    if (critical < 0) {
      return 0;
    }
    BinomialDistribution actual = BinomialDistribution.of(m, better);
    return actual.cumulativeProbability(critical) + actual.survivalProbability(m - critical - 1);
  }

  private static void checkDiscordance(double discordance) {
    if (!(discordance > 0 && discordance <= 1)) {
      throw new IllegalArgumentException("discordance " + discordance + " is outside (0, 1]");
    }
  }

  private static void checkDifference(double difference, double discordance) {
    if (!(difference > 0 && difference <= discordance)) {
      throw new IllegalArgumentException(
          "difference " + difference + " is outside (0, " + discordance + "], the discordance");
    }
  }

  static double checkPower(double power) {
    if (power >= 0.5 && power < 1) {
      return power;
    }
    throw new IllegalArgumentException("power " + power + " is outside [0.5, 1)");
  }
}
