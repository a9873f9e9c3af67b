package assay.evaluation.comparison;

import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What is missing could change a value by so much now, and by less beside further answers: of T
 * samples asked, and N more that are answered, it moves a mean by
 *
 * <pre>s(N) = s·T/(T + N)</pre>
 *
 * <p>So more of the same does help where only what is missing leaves a verdict open: it is diluted.
 *
 * @param below how far the value would fall had everything missing been worst; +∞ where nothing
 *     bounds it
 * @param above how far it would rise had everything been best; +∞ likewise
 * @param asked T, the samples asked, those with something missing among them
 */
public record Missing(double below, double above, double asked) {

  /** Nothing is missing. */
  public static final Missing NONE = new Missing(0, 0, 1);

  private static final long MOST = 1_000_000_000;

  /** A search stops where it knows the number to one part in so many: two digits are shown. */
  private static final long PARTS = 1_000;

  /**
   * Of a value that could also lie anywhere from lowest to highest.
   *
   * @param lowest NaN where nothing bounds it
   * @param highest NaN likewise
   */
  public static Missing of(double value, double lowest, double highest, double asked) {
    return new Missing(
        Double.isNaN(lowest) ? Double.POSITIVE_INFINITY : Math.max(0, value - lowest),
        Double.isNaN(highest) ? Double.POSITIVE_INFINITY : Math.max(0, highest - value),
        asked);
  }

  /**
   * Of a comparison.
   *
   * @param advantage first less second, turned so that more than 0 speaks for the first
   * @param sign what the difference is turned by
   */
  public static Missing of(Coverage coverage, double advantage, int sign) {
    if (coverage.incomplete() == 0) {
      return NONE;
    }
    Coverage.@Nullable Bounds all = coverage.bounds();
    double low = all == null ? Double.NaN : sign * all.lower();
    double high = all == null ? Double.NaN : sign * all.upper();
    return of(
        advantage,
        Math.min(low, high),
        Math.max(low, high),
        (double) coverage.paired() + coverage.missing());
  }

  /** How many more are needed. */
  @FunctionalInterface
  public interface Needed {
    /**
     * The number, 0 where those at hand do.
     *
     * @param below how far the lower end is moved outwards
     * @param above how far the upper end is
     * @return null where no number would do
     */
    @Nullable Long at(double below, double above);
  }

  /**
   * The smallest number of further samples that are enough although what is missing goes the other
   * way, all of it; to one part in 1,000.
   *
   * @return null where none would, or none is needed
   */
  public @Nullable Long until(Needed needed) {
    if (below == 0 && above == 0) {
      return someOrNull(needed.at(0, 0));
    }
    if (Double.isInfinite(below) || Double.isInfinite(above) || needed.at(0, 0) == null) {
      return null;
    }
    return first(more -> isEnough(more, needed));
  }

  /**
   * The smallest number from 1 on that is enough, to one part in 1,000; null where none to
   * 1,000,000,000 is. Every number above one that is enough is taken to be.
   */
  public static @Nullable Long first(LongPredicate enough) {
    long low = 0;
    long high = 1;
    while (!enough.test(high)) {
      low = high;
      high *= 2;
      if (high > MOST) {
        return null;
      }
    }
    while (high - low > Math.max(1, high / PARTS)) {
      long middle = low + (high - low) / 2;
      if (enough.test(middle)) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }

  /** The larger of two numbers, or the one there is. */
  public static @Nullable Long larger(@Nullable Long one, @Nullable Long other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return Math.max(one, other);
  }

  private boolean isEnough(long more, Needed needed) {
    double part = asked / (asked + more);
    @Nullable Long number = needed.at(part * below, part * above);
    return number != null && number <= more;
  }

  private static @Nullable Long someOrNull(@Nullable Long number) {
    return number != null && number > 0 && number < MOST ? number : null;
  }
}
