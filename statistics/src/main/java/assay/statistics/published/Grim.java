package assay.statistics.published;

import assay.statistics.Arguments;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/**
 * Whether a printed share can come from whole items: a share of n is k/n, and for few n only some
 * values exist. 83.84 % of 200 does not; of 198 it is 166.
 *
 * <p>Source: N. J. L. Brown, J. A. J. Heathers, The GRIM test, Social Psychological and Personality
 * Science 8 (2017) 363–369, doi:10.1177/1948550616673876.
 */
public final class Grim {

  private Grim() {}

  /** How a share is printed. */
  public enum Unit {
    /** 0 to 1. */
    SHARE(BigDecimal.ONE),
    /** 0 to 100. */
    PERCENT(BigDecimal.valueOf(100));

    private final BigDecimal whole;

    Unit(BigDecimal whole) {
      this.whole = whole;
    }

    /** What all items are printed as. */
    public BigDecimal whole() {
      return whole;
    }
  }

  /**
   * The numbers of successes whose share of n rounds to what is printed.
   *
   * @param least the smallest
   * @param most the largest; smaller than {@code least} where there is none
   */
  public record Counts(long least, long most) {

    /** Whether no number of successes gives the printed share. */
    public boolean isEmpty() {
      return most < least;
    }

    /** The only number, where there is just one. */
    public OptionalLong only() {
      return least == most ? OptionalLong.of(least) : OptionalLong.empty();
    }

    /** All numbers. */
    public LongStream stream() {
      return LongStream.rangeClosed(least, most);
    }
  }

  /**
   * The numbers of successes that a printed share of n can stand for. A {@link Unit#SHARE} of 0 or
   * 1 without decimals is none or all: nobody rounds shares to whole numbers.
   *
   * @param n number of items, at least 1
   * @throws IllegalArgumentException if n is less than 1
   */
  public static Counts counts(PrintedNumber share, Unit unit, long n) {
    Arguments.checkBetween("n", n, 1, Long.MAX_VALUE);
    if (isNoneOrAll(share, unit)) {
      long all = share.value().signum() == 0 ? 0 : n;
      return new Counts(all, all);
    }
    BigDecimal size = BigDecimal.valueOf(n);
    BigDecimal from = share.least().multiply(size);
    BigDecimal to = share.most().multiply(size);
    BigDecimal least = from.divide(unit.whole(), 0, RoundingMode.CEILING).max(BigDecimal.ZERO);
    BigDecimal most = to.divide(unit.whole(), 0, RoundingMode.FLOOR).min(size);
    return new Counts(least.min(size.add(BigDecimal.ONE)).longValue(), most.longValue());
  }

  /** Whether it is a share of 0 or 1 without decimals. */
  public static boolean isNoneOrAll(PrintedNumber share, Unit unit) {
    return unit == Unit.SHARE
        && share.value().scale() <= 0
        && (share.value().signum() == 0 || share.value().compareTo(BigDecimal.ONE) == 0);
  }

  /** Whether the share exists for n items. */
  public static boolean isPossible(PrintedNumber share, Unit unit, long n) {
    return !counts(share, unit, n).isEmpty();
  }

  /**
   * The sizes in a range for which all the printed shares exist: what n may have been.
   *
   * @param from at least 1
   * @param to at most a million beyond
   * @throws IllegalArgumentException if an argument is outside its range
   */
  public static long[] sizes(Iterable<PrintedNumber> shares, Unit unit, long from, long to) {
    Arguments.checkBetween("from", from, 1, Long.MAX_VALUE);
    Arguments.checkBetween("to", to, from, from + 1_000_000);
    return LongStream.rangeClosed(from, to)
        .filter(
            n -> {
              for (PrintedNumber share : shares) {
                if (!isPossible(share, unit, n)) {
                  return false;
                }
              }
              return true;
            })
        .toArray();
  }
}
