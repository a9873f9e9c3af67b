package assay.statistics.resampling;

import java.util.Arrays;

/**
 * How the sum of a random subset of given whole numbers is distributed: the null distribution of
 * rank sums and of sign flips, with ties as they are. Exact up to rounding of doubles.
 */
public final class SubsetSums {

  private SubsetSums() {}

  /**
   * Each number is in the subset with probability 1/2.
   *
   * @param numbers not negative
   * @return the probability of each sum, from 0 to the sum of all
   */
  public static double[] ofAnySize(int[] numbers) {
    double[] probability = new double[Arrays.stream(numbers).sum() + 1];
    probability[0] = 1;
    int reached = 0;
    for (int number : numbers) {
      reached += number;
      for (int s = reached; s >= 0; s--) {
        double with = s >= number ? probability[s - number] : 0;
        probability[s] = (probability[s] + with) / 2;
      }
    }
    return probability;
  }

  /**
   * Every subset of this size is as likely as any other.
   *
   * @param numbers not negative
   * @param size from 0 to the number of numbers
   * @return the probability of each sum, from 0 to the sum of all
   */
  public static double[] ofSize(int[] numbers, int size) {
    int total = Arrays.stream(numbers).sum();
    double[][] ways = new double[size + 1][total + 1];
    ways[0][0] = 1;
    int seen = 0;
    int reached = 0;
    for (int number : numbers) {
      seen++;
      reached += number;
      for (int k = Math.min(seen, size); k >= 1; k--) {
        // The chance that a number is drawn is taken in at the end, by the sum of all ways.
        for (int s = reached; s >= number; s--) {
          ways[k][s] += ways[k - 1][s - number];
        }
      }
    }
    double all = Arrays.stream(ways[size]).sum();
    return Arrays.stream(ways[size]).map(w -> w / all).toArray();
  }

  /** The probability of a sum of at most {@code sum}. */
  public static double atMost(double[] probability, int sum) {
    double tail = 0;
    for (int s = 0; s <= Math.min(sum, probability.length - 1); s++) {
      tail += probability[s];
    }
    return Math.min(1, tail);
  }

  /** The probability of a sum of at least {@code sum}. */
  public static double atLeast(double[] probability, int sum) {
    double tail = 0;
    for (int s = probability.length - 1; s >= Math.max(0, sum); s--) {
      tail += probability[s];
    }
    return Math.min(1, tail);
  }

  /** Twice the smaller of the two tails, at most 1. */
  public static double twoSided(double[] probability, int sum) {
    return Math.min(1, 2 * Math.min(atMost(probability, sum), atLeast(probability, sum)));
  }
}
