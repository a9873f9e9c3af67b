package assay.evaluation.comparison;

import assay.core.measure.ScoreRange;
import assay.statistics.Range;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * What scores are measured on.
 *
 * @param lower lowest score; −∞ where nothing bounds it
 * @param upper highest score; +∞ where nothing bounds it
 * @param higherIsBetter whether more is better
 * @param isRightOrWrong whether an outcome is one end or the other and nothing between: every
 *     scorer says so, and each sample is put once
 */
public record Scale(double lower, double upper, boolean higherIsBetter, boolean isRightOrWrong) {

  /** Any number, more is better: of scorers that declare nothing. */
  static final Scale UNBOUNDED =
      new Scale(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, true, false);

  /**
   * The scale that holds all the ranges; unbounded where there is none or one is missing.
   *
   * @param rightOrWrong whether outcomes are one end or the other
   * @return null where in one range more is better and in another less
   */
  static @Nullable Scale of(Collection<@Nullable ScoreRange> ranges, boolean rightOrWrong) {
    @Nullable Scale all = null;
    for (@Nullable ScoreRange range : ranges) {
      Scale one =
          range == null
              ? UNBOUNDED
              : new Scale(
                  Math.min(range.worst(), range.best()),
                  Math.max(range.worst(), range.best()),
                  range.higherIsBetter(),
                  rightOrWrong);
      if (all != null && all.higherIsBetter() != one.higherIsBetter()) {
        return null;
      }
      all =
          all == null
              ? one
              : new Scale(
                  Math.min(all.lower(), one.lower()),
                  Math.max(all.upper(), one.upper()),
                  one.higherIsBetter(),
                  one.isRightOrWrong() && all.isRightOrWrong());
    }
    return all == null ? UNBOUNDED : all;
  }

  /** Whether scores are shares: wrong, right and between, the more the better. */
  public boolean isShare() {
    return lower == 0 && upper == 1 && higherIsBetter;
  }

  /** Whether outcomes are 0, wrong, or 1, right. */
  public boolean isBinary() {
    return isShare() && isRightOrWrong;
  }

  /** The same scale where outcomes on the other side may lie between the ends. */
  Scale beside(Scale other) {
    return new Scale(lower, upper, higherIsBetter, isRightOrWrong && other.isRightOrWrong());
  }

  /** Whether both ends are numbers. */
  public boolean isBounded() {
    return Double.isFinite(lower) && Double.isFinite(upper);
  }

  /** What one difference of two scores can be. */
  public Range differences() {
    return isBounded() ? new Range(lower - upper, upper - lower) : Range.UNBOUNDED;
  }

  /** 1 where more is better, else −1. */
  public int sign() {
    return higherIsBetter ? 1 : -1;
  }

  /** The best score, or the worst; infinite where nothing bounds scores. */
  double end(boolean best) {
    return best == higherIsBetter ? upper : lower;
  }
}
