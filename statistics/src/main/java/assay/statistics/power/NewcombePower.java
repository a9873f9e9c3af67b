package assay.statistics.power;

import assay.statistics.Arguments;
import assay.statistics.Interval;
import assay.statistics.PairedCounts;
import assay.statistics.interval.NewcombePairedInterval;
import java.util.OptionalLong;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * How often Newcombe's interval of a new sample of pairs lies within two limits, or on one side of
 * one: the power of a rule that calls two readers equivalent, or one not worse, by it. Both ends
 * can fail, and the chance that none does is
 *
 * <pre>
 * power(n) = Σ_m P(M = m) · P(b₀(m) ≤ B ≤ b₁(m)),  M ~ Binomial(n, ψ),  B ~ Binomial(m, b/(b + c))
 * </pre>
 *
 * <p>with ψ = (b + c)/n the share of pairs that differ and b₀ to b₁ the counts for the first reader
 * that put the interval within. Of the pairs that do not differ, as large a part is right as at
 * hand. The sum over all fourfold tables differs by less than 0.01: see the fixture {@code
 * rulepower-python.tsv}.
 */
public final class NewcombePower {

  /** The most pairs for which it is reckoned so. */
  public static final int MOST_EXACT = 20_000;

  private static final double SPREADS = 5;
  private static final int AHEAD = 8;

  private final PairedCounts seen;
  private final double above;
  private final double below;
  private final double level;
  private final double discordance;
  private final double firstAmong;
  private final double bothAmong;

  /**
   * For pairs like those at hand.
   *
   * @param seen the pairs at hand, at least one
   * @param above what the lower end must be above; −∞ where it may be anything
   * @param below what the upper end must be below; more than {@code above}; +∞ likewise
   * @param level of the interval, such as 0.95
   * @throws IllegalArgumentException if an argument is outside its range
   */
  public NewcombePower(PairedCounts seen, double above, double below, double level) {
    Arguments.checkBetween("pairs", seen.n(), 1, Integer.MAX_VALUE);
    if (!(above < below)) {
      throw new IllegalArgumentException(
          "limits from " + above + " to " + below + "; expected lower < upper");
    }
    this.seen = seen;
    this.above = above;
    this.below = below;
    this.level = Arguments.checkLevel(level);
    this.discordance = (double) seen.discordant() / seen.n();
    this.firstAmong = part(seen.firstOnly(), seen.secondOnly());
    this.bothAmong = part(seen.both(), seen.neither());
  }

  private static double part(long of, long other) {
    return of + other == 0 ? 0 : (double) of / (of + other);
  }

  /**
   * The power.
   *
   * @param pairs number of pairs, at most {@link #MOST_EXACT}
   * @throws IllegalArgumentException if there are none, or too many
   */
  public double power(int pairs) {
    Arguments.checkBetween("pairs", pairs, 1, MOST_EXACT);
    BinomialDistribution differing = BinomialDistribution.of(pairs, discordance);
    double middle = pairs * discordance;
    double reach = SPREADS * Math.sqrt(middle * (1 - discordance)) + SPREADS;
    int last = (int) Math.min(pairs, Math.ceil(middle + reach));
    double power = 0;
    int low = -1;
    int high = -1;
    for (int m = (int) Math.max(0, middle - reach); m <= last; m++) {
      // The limits move by less than two for a pair more: the last ones are near.
      low = lowest(pairs, m, low < 0 ? m / 2 : low);
      high = highest(pairs, m, high < 0 ? m / 2 : high);
      if (low <= high) {
        BinomialDistribution first = BinomialDistribution.of(m, firstAmong);
        double within =
            first.cumulativeProbability(high)
                - (low == 0 ? 0 : first.cumulativeProbability(low - 1));
        power += differing.probability(m) * Math.max(0, within);
      }
    }
    return Math.min(1, power);
  }

  /** The smallest count for the first reader with the lower end above its limit; m + 1 if none. */
  private int lowest(int pairs, int m, int near) {
    int b = Math.clamp(near, 0, m);
    while (b > 0 && interval(pairs, m, b).lower() > above) {
      b--;
    }
    while (b <= m && !(interval(pairs, m, b).lower() > above)) {
      b++;
    }
    return b;
  }

  /** The largest count for the first reader with the upper end below its limit; −1 if none. */
  private int highest(int pairs, int m, int near) {
    int b = Math.clamp(near, 0, m);
    while (b < m && interval(pairs, m, b).upper() < below) {
      b++;
    }
    while (b >= 0 && !(interval(pairs, m, b).upper() < below)) {
      b--;
    }
    return b;
  }

  private Interval interval(int pairs, int m, int first) {
    long alike = pairs - (long) m;
    long both = Math.round(alike * bothAmong);
    return NewcombePairedInterval.interval(
        new PairedCounts(both, first, m - (long) first, alike - both), level);
  }

  /**
   * The number of pairs from which on the interval lies within the limits with the given power, but
   * for a dip farther on than the next 8. Above {@link #MOST_EXACT} by {@link
   * NormalPower#samplesWithin}.
   *
   * @param power 1 − β, such as 0.8; at least 0.5
   * @return the number; empty where the difference at hand is not between the limits, or the number
   *     exceeds the range of long
   * @throws IllegalArgumentException if an argument is outside its range
   */
  public OptionalLong pairsNeeded(double power) {
    McNemarPower.checkPower(power);
    double difference = (double) (seen.firstOnly() - seen.secondOnly()) / seen.n();
    if (!(above < difference && difference < below)) {
      return OptionalLong.empty();
    }
    double variance = discordance - difference * difference;
    OptionalLong formula =
        variance > 0
            ? NormalPower.samplesWithin(
                difference, above, below, Math.sqrt(variance), 1, level, power)
            : OptionalLong.of(1);
    if (formula.isEmpty() || formula.getAsLong() > MOST_EXACT) {
      return formula;
    }
    int low = 0;
    int high = (int) formula.getAsLong();
    while (power(high) < power) {
      low = high;
      high += high / 8 + 1;
      if (high > MOST_EXACT) {
        return formula;
      }
    }
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (power(middle) < power) {
        low = middle;
      } else {
        high = middle;
      }
    }
    for (int n = high + 1; n <= Math.min(MOST_EXACT, high + AHEAD); n++) {
      high = power(n) < power ? n + 1 : high;
    }
    return OptionalLong.of(high);
  }
}
