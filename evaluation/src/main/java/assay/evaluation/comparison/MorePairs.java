package assay.evaluation.comparison;

import assay.statistics.PairedCounts;
import assay.statistics.Significance;
import assay.statistics.interval.DefaultInterval;
import assay.statistics.power.McNemarExactPower;
import assay.statistics.power.McNemarPower;
import assay.statistics.power.NewcombePower;
import assay.statistics.test.McNemarExact;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * How many more pairs of right and wrong answers to independent questions, of the kind of these,
 * decide with a power of 80 %: that n of these and N more, drawn anew at the rates seen, do so 8
 * times in 10.
 *
 * @param counts the pairs at hand
 * @param level of the interval and, less from 1, of the test
 */
record MorePairs(PairedCounts counts, double level) {

  private static final double POWER = 0.8;
  private static final long MOST = 1_000_000_000;

  /**
   * Until exact test (at 0) and interval leave a difference out: first less second.
   *
   * @return 0 where these do; null where no number would
   */
  @Nullable Long beyond(double line) {
    OptionalLong needed = line == 0 ? untilPowerful() : untilBeyond(line);
    return needed.isPresent()
        ? Long.valueOf(Math.max(needed.getAsLong(), untilTested(line)))
        : null;
  }

  /** Until the interval lies between two differences. */
  @Nullable Long within(double low, double high) {
    OptionalLong more = beyondThese(new NewcombePower(counts, low, high, level).pairsNeeded(POWER));
    return more.isPresent() ? Long.valueOf(more.getAsLong()) : null;
  }

  /**
   * Until so many of these beside others that go the other way decide: the rates are then those of
   * both together.
   *
   * @param worst the pairs at hand and, with them, all that is missing at its worst
   * @param needed what of a table would decide, 0 where it does itself
   */
  @Nullable Long beside(PairedCounts worst, ToLongFunction<MorePairs> needed) {
    return Missing.first(
        more -> needed.applyAsLong(new MorePairs(worst.plus(like(more)), level)) == 0);
  }

  private long n() {
    return counts.n();
  }

  /** Share of the pairs on which the first is right, less that of the second. */
  double difference() {
    return ((double) counts.firstOnly() - counts.secondOnly()) / n();
  }

  private OptionalLong beyondThese(OptionalLong all) {
    return all.isPresent() ? OptionalLong.of(Math.max(0, all.getAsLong() - n())) : all;
  }

  /** Until the exact test has its power; by formula for many. */
  private OptionalLong untilPowerful() {
    double discordance = (double) counts.discordant() / n();
    double size = Math.min(discordance, Math.abs(difference()));
    OptionalLong formula = McNemarPower.pairsNeeded(size, discordance, level, POWER);
    if (formula.isEmpty() || formula.getAsLong() > McNemarExactPower.MOST_PAIRS) {
      return beyondThese(formula);
    }
    OptionalInt pairs = new McNemarExactPower(level).pairsNeeded(size, discordance, POWER);
    return beyondThese(
        OptionalLong.of(pairs.isPresent() ? pairs.getAsInt() : McNemarExactPower.MOST_PAIRS + 1L));
  }

  /** Until Newcombe's interval has the power to leave a value out. */
  private OptionalLong untilBeyond(double line) {
    NewcombePower power =
        difference() > line
            ? new NewcombePower(counts, line, Double.POSITIVE_INFINITY, level)
            : new NewcombePower(counts, Double.NEGATIVE_INFINITY, line, level);
    return beyondThese(power.pairsNeeded(POWER));
  }

  /** Until exact test and interval of as many as these and more are clear of a value. */
  private long untilTested(double line) {
    long low = n() - 1L;
    long high = n();
    while (high < MOST && !clear(high, line)) {
      low = high;
      high *= 2;
    }
    while (high - low > 1) {
      long middle = low + (high - low) / 2;
      if (clear(middle, line)) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high - n();
  }

  /** Whether so many pairs of the same kind would decide. */
  private boolean clear(long pairs, double line) {
    PairedCounts scaled = like(pairs);
    return !DefaultInterval.ofPairedProportions(scaled, level).contains(line)
        && (line != 0 || Significance.rejects(McNemarExact.test(scaled).p(), level));
  }

  /** So many pairs of the same kind. */
  private PairedCounts like(long pairs) {
    long first = scaled(counts.firstOnly(), pairs);
    long second = scaled(counts.secondOnly(), pairs);
    long both = Math.min(scaled(counts.both(), pairs), Math.max(0, pairs - first - second));
    return new PairedCounts(both, first, second, Math.max(0, pairs - first - second - both));
  }

  private long scaled(long count, long pairs) {
    return Math.round(count * ((double) pairs / n()));
  }
}
