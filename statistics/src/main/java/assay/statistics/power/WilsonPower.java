package assay.statistics.power;

import assay.statistics.Arguments;
import assay.statistics.Interval;
import assay.statistics.distribution.Quantiles;
import assay.statistics.interval.WilsonInterval;
import java.util.OptionalLong;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * How often Wilson's interval of a new sample leaves a line out on the side on which the true
 * proportion lies: the power of a rule that decides by the interval. With π the true proportion,
 * below the line,
 *
 * <pre>power(n) = P(X ≤ c(n)),  X ~ Binomial(n, π),  c(n) = max{x : upper(x, n) &lt; line}</pre>
 *
 * <p>and above it the same of 1 − π, 1 − line. The normal formula with the spread of π alone
 * promises too much where π is near 0 or 1: the interval is as wide as it is at the line. For 1 %
 * against 2 % it says 785 observations, of which 61 of 100 samples decide.
 *
 * <p>The power rises in saw-teeth: with n, while c stays, it falls.
 */
public final class WilsonPower {

  /** The most observations for which it is reckoned exactly. */
  public static final int MOST_EXACT = 200_000;

  private static final WilsonInterval WILSON = new WilsonInterval();

  /** Teeth of one size, and as many times the longest pattern of teeth, that are looked at. */
  private static final int AHEAD = 100;

  private static final double PATTERNS = 5;

  private final double line;
  private final double level;
  private final double quantile;

  /**
   * Against a line.
   *
   * @param line the fixed value, in [0, 1]
   * @param level of the interval, such as 0.95
   * @throws IllegalArgumentException if an argument is outside its range
   */
  public WilsonPower(double line, double level) {
    this.line = Arguments.checkUnit("line", line);
    this.level = Arguments.checkLevel(level);
    this.quantile = Quantiles.normalTwoSided(level);
  }

  /**
   * The power.
   *
   * @param n number of observations, at most {@link #MOST_EXACT}
   * @param share π, the true proportion, in [0, 1] and not the line
   * @throws IllegalArgumentException if an argument is outside its range
   */
  public double power(int n, double share) {
    Arguments.checkBetween("n", n, 1, MOST_EXACT);
    checkShare(share);
    return share < line
        ? atMost(critical(n), n, share)
        : new WilsonPower(1 - line, level).power(n, 1 - share);
  }

  /**
   * The number of observations from which on the interval decides with the given power, whatever
   * larger number is taken: the first above the last tooth that falls short. Above {@link
   * #MOST_EXACT} by {@link OneProportionPower}, whose score test is the same rule.
   *
   * @param share π, the true proportion, in [0, 1] and not the line
   * @param power 1 − β, such as 0.8; at least 0.5
   * @return the number; empty if it exceeds the range of long
   * @throws IllegalArgumentException if an argument is outside its range
   */
  public OptionalLong observationsNeeded(double share, double power) {
    McNemarPower.checkPower(power);
    checkShare(share);
    if (share > line) {
      return new WilsonPower(1 - line, level).observationsNeeded(1 - share, power);
    }
    OptionalLong formula =
        line < 1
            ? OneProportionPower.observationsNeeded(line, share, level, power)
            : OptionalLong.of(1);
    if (formula.isEmpty() || formula.getAsLong() > MOST_EXACT) {
      return formula;
    }
    int low = -1;
    int high = 1;
    while (!suffices(high, share, power)) {
      low = high;
      high = Math.multiplyExact(high, 2);
      if (high > 2 * MOST_EXACT) {
        return formula;
      }
    }
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (suffices(middle, share, power)) {
        high = middle;
      } else {
        low = middle;
      }
    }
    int ahead = AHEAD + (int) Math.min(MOST_EXACT, PATTERNS / Math.max(1 - line, 1e-9));
    for (int c = high; c <= low + ahead && !isCertain(c, share); c++) {
      if (!suffices(c, share, power)) {
        low = c;
      }
    }
    return OptionalLong.of(first(low + 1));
  }

  private void checkShare(double share) {
    if (Arguments.checkUnit("share", share) == line) {
      throw new IllegalArgumentException("share " + share + " is the line; expected a difference");
    }
  }

  /** Whether the power is there at the end of a tooth, where it is lowest. */
  private boolean suffices(int critical, double share, double power) {
    return critical >= 0
        && atMost(critical, (int) Math.min(Integer.MAX_VALUE, first(critical + 1) - 1), share)
            >= power;
  }

  /** Where nothing is left to fall short: of teeth beyond, none is looked at. */
  private boolean isCertain(int critical, double share) {
    return atMost(critical, (int) Math.min(Integer.MAX_VALUE, first(critical + 1) - 1), share) == 1;
  }

  private static double atMost(int critical, int n, double share) {
    return critical < 0 ? 0 : BinomialDistribution.of(n, share).cumulativeProbability(critical);
  }

  /** c(n); −1 where no sample of n is clear of the line. */
  private int critical(int n) {
    double reach = n * line - quantile * Math.sqrt(n * line * (1 - line));
    int critical = (int) Math.clamp(Math.floor(reach) + 1, -1, n);
    while (critical >= 0 && !isClear(critical, n)) {
      critical--;
    }
    return critical;
  }

  /** The smallest n with which so many successes are clear of the line. */
  private long first(int successes) {
    double spread = quantile * Math.sqrt(line * (1 - line));
    double root = (spread + Math.sqrt(spread * spread + 4 * line * successes)) / (2 * line);
    long n = Math.max(Math.max(1, successes), (long) Math.floor(root * root) - 1);
    while (!isClear(successes, n)) {
      n++;
    }
    return n;
  }

  private boolean isClear(long successes, long n) {
    Interval interval = WILSON.interval(successes, n, level);
    return interval.upper() < line;
  }
}
