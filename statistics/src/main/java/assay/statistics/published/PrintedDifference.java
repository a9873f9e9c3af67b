package assay.statistics.published;

import assay.statistics.Arguments;
import assay.statistics.PairedCounts;
import assay.statistics.Significance;
import assay.statistics.test.FisherExact;
import assay.statistics.test.McNemarExact;
import java.util.OptionalLong;

/**
 * Whether a printed difference of two success rates can be significant. Papers print rates, seldom
 * on how many items the two differ; but for a fixed difference, the fewer they are the surer it is.
 *
 * @param first items that the first has right
 * @param second items that the second has right
 * @param n items, the same number for both
 */
public record PrintedDifference(long first, long second, long n) {

  /**
   * @throws IllegalArgumentException unless 0 ≤ first, second ≤ n
   */
  public PrintedDifference {
    Arguments.checkBetween("first", first, 0, n);
    Arguments.checkBetween("second", second, 0, n);
    Arguments.checkBetween("n", n, 0, Integer.MAX_VALUE / 2);
  }

  /** The p of the test that takes the two for different items: {@link FisherExact}. */
  public double unpairedP() {
    return FisherExact.test(first, n, second, n).p();
  }

  /** The fewest items on which the two can differ, |first − second|. */
  public long leastDiscordant() {
    return Math.abs(first - second);
  }

  /** The most items on which the two can differ. */
  public long mostDiscordant() {
    return Math.min(first + second, 2 * n - first - second);
  }

  /**
   * The p of McNemar's exact test if the two differ on so many items.
   *
   * @throws IllegalArgumentException unless the number is possible: between {@link
   *     #leastDiscordant} and {@link #mostDiscordant}, and odd as the difference is
   */
  public double pairedP(long discordant) {
    Arguments.checkBetween("discordant", discordant, leastDiscordant(), mostDiscordant());
    if ((discordant - leastDiscordant()) % 2 != 0) {
      throw new IllegalArgumentException(
          "discordant "
              + discordant
              + " and difference "
              + leastDiscordant()
              + "; expected both even or both odd");
    }
    long fewer = (discordant - leastDiscordant()) / 2;
    return McNemarExact.test(new PairedCounts(0, fewer, discordant - fewer, 0)).p();
  }

  /**
   * The most items on which the two may differ for the paired difference to be significant; empty
   * where it is not even if they differ on as few as they can. At {@link #mostDiscordant} it is
   * significant in any case.
   *
   * @param level 1 − α, such as 0.95
   * @throws IllegalArgumentException unless 0 &lt; level &lt; 1
   */
  public OptionalLong largestSignificantDiscordance(double level) {
    Arguments.checkLevel(level);
    if (!Significance.rejects(pairedP(leastDiscordant()), level)) {
      return OptionalLong.empty();
    }
    long low = 0;
    long high = (mostDiscordant() - leastDiscordant()) / 2;
    while (low < high) {
      long middle = low + (high - low + 1) / 2;
      if (Significance.rejects(pairedP(leastDiscordant() + 2 * middle), level)) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return OptionalLong.of(leastDiscordant() + 2 * low);
  }
}
