package assay.statistics.power;

import assay.statistics.Arguments;
import assay.statistics.interval.NewcombeUnpairedInterval;
import java.util.OptionalLong;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * How often Newcombe's interval of the difference of two independent proportions, of new samples,
 * leaves a line out on the side on which the true difference lies. With the difference above it
 *
 * <pre>
 * power = Σ_x P(X = x) · P(Y ≤ y(x)),  X ~ Binomial(n₁, π₁),  Y ~ Binomial(n₂, π₂)
 * y(x) = max{y : lower(x, n₁, y, n₂) &gt; line}
 * </pre>
 *
 * <p>and below it the same with the two exchanged and the line turned. Terms whose weights come to
 * less than 1e-9 together are left out.
 */
public final class NewcombeUnpairedPower {

  private static final double SPREADS = 6.5;
  private static final long MOST = 50_000_000;
  private static final int AHEAD = 8;

  private final long n1;
  private final double share1;
  private final long n2;
  private final double share2;
  private final double line;
  private final double level;

  private NewcombeUnpairedPower(
      long n1, double share1, long n2, double share2, double line, double level) {
    this.n1 = n1;
    this.share1 = share1;
    this.n2 = n2;
    this.share2 = share2;
    this.line = line;
    this.level = level;
  }

  /**
   * Of two samples that grow alike.
   *
   * @param successes1 successes at hand in the first
   * @param n1 its size, positive
   * @param successes2 successes at hand in the second
   * @param n2 its size, positive
   * @param line the fixed difference of first less second
   * @param level of the interval, such as 0.95
   * @throws IllegalArgumentException if an argument is outside its range
   */
  public static NewcombeUnpairedPower of(
      long successes1, long n1, long successes2, long n2, double line, double level) {
    Arguments.checkSuccesses(successes1, n1);
    Arguments.checkSuccesses(successes2, n2);
    Arguments.checkBetween("n1", n1, 1, Integer.MAX_VALUE);
    Arguments.checkBetween("n2", n2, 1, Integer.MAX_VALUE);
    Arguments.checkFinite("line", new double[] {line});
    Arguments.checkLevel(level);
    double share1 = (double) successes1 / n1;
    double share2 = (double) successes2 / n2;
    return share1 - share2 >= line
        ? new NewcombeUnpairedPower(n1, share1, n2, share2, line, level)
        : new NewcombeUnpairedPower(n2, share2, n1, share1, -line, level);
  }

  /**
   * The power with so many times as large samples, each rounded to a whole.
   *
   * @param times positive
   */
  public double power(double times) {
    int m1 = (int) Math.max(1, Math.round(n1 * times));
    int m2 = (int) Math.max(1, Math.round(n2 * times));
    BinomialDistribution first = BinomialDistribution.of(m1, share1);
    BinomialDistribution second = BinomialDistribution.of(m2, share2);
    double middle = m1 * share1;
    double reach = SPREADS * Math.sqrt(middle * (1 - share1)) + SPREADS * SPREADS;
    int last = (int) Math.min(m1, Math.ceil(middle + reach));
    double power = 0;
    int most = (int) (m2 * share2) - 1;
    boolean started = false;
    for (int x = (int) Math.max(0, middle - reach); x <= last; x++) {
      // With one success more in the first the largest count of the second stays or grows.
      while (!started && most >= 0 && !isClear(x, m1, most, m2)) {
        most--;
      }
      started = true;
      while (most < m2 && isClear(x, m1, most + 1, m2)) {
        most++;
      }
      if (most >= 0) {
        power += first.probability(x) * second.cumulativeProbability(most);
      }
    }
    return Math.min(1, power);
  }

  private boolean isClear(int x, int m1, int y, int m2) {
    return NewcombeUnpairedInterval.interval(x, m1, y, m2, level).lower() > line;
  }

  /**
   * How many more observations in a group of the two, the other growing alike, until the power is
   * there, but for a dip farther on than the next 8.
   *
   * @param group size of the group at hand
   * @param power 1 − β, such as 0.8; at least 0.5
   * @return the number; 0 where those at hand would do; empty where the difference is at the line,
   *     or more than 50 million in all would not
   * @throws IllegalArgumentException if an argument is outside its range
   */
  public OptionalLong furtherSamples(long group, double power) {
    McNemarPower.checkPower(power);
    Arguments.checkBetween("group", group, 1, Integer.MAX_VALUE);
    if (share1 - share2 == line) {
      return OptionalLong.empty();
    }
    long low = -1;
    long high = 0;
    while (power(times(group, high)) < power) {
      low = high;
      high = Math.max(1, 2 * high);
      if ((n1 + n2) * times(group, high) > MOST) {
        return OptionalLong.empty();
      }
    }
    while (high - low > 1) {
      long middle = (low + high) / 2;
      if (power(times(group, middle)) < power) {
        low = middle;
      } else {
        high = middle;
      }
    }
    for (long more = high + 1; more <= high + AHEAD && high > 0; more++) {
      high = power(times(group, more)) < power ? more + 1 : high;
    }
    return OptionalLong.of(high);
  }

  private static double times(long group, long more) {
    return (group + (double) more) / group;
  }
}
