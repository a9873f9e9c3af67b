package assay.evaluation.comparison;

import assay.statistics.Interval;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * What remains of a difference where every answer of both sides was read. What cannot be read
 * scores worst, so a reader can be ahead by being legible; this tells how far it is.
 *
 * <p>It has to be said with the verdict ({@link #tells}) where one side was unread more often than
 * the other and either
 *
 * <ul>
 *   <li>the side that is said to be ahead is the one read more often, and the difference of the two
 *       shares of unread answers, in units of the range of the scores, is at least a third of the
 *       difference in score; or
 *   <li>the pairs that were read on both sides come to something else.
 * </ul>
 *
 * @param <R> verdicts, or decisions
 * @param first of the first side, how many answers there are and how many were not read
 * @param second of the second side
 * @param n pairs of which every answer was read
 * @param value their mean difference, turned as the difference beside it is; NaN where n is 0
 * @param lower lower end of its interval; NaN where n is 0
 * @param upper upper end
 * @param p of the test on which the verdict rests, for these pairs alone; NaN where n is 0
 * @param result the verdict, or decision, to which they come alone; null where n is 0
 * @param tells whether it has to be said with the verdict
 */
public record AmongRead<R>(
    Pairing.Reads first,
    Pairing.Reads second,
    int n,
    double value,
    double lower,
    double upper,
    double p,
    @Nullable R result,
    boolean tells) {

  private static final double WEIGHTY = 1.0 / 3;

  /**
   * Of matched sides; null where everything was read on both.
   *
   * @param all what all pairs come to
   * @param ahead whether that says of one side that it is ahead
   * @param level of the interval
   * @param turn 1, or −1 where the difference is told with its sign turned
   * @param rule what a contrast of fewer pairs, with its interval, comes to
   */
  public static <R> @Nullable AmongRead<R> of(
      Comparisons.Matched matched,
      Comparisons by,
      R all,
      boolean ahead,
      double level,
      int turn,
      BiFunction<Contrast, Interval, R> rule) {
    Pairing pairing = matched.pairing();
    Pairing.Reads first = pairing.reads(true);
    Pairing.Reads second = pairing.reads(false);
    if (first.unread() + second.unread() == 0) {
      return null;
    }
    double gap = second.share() - first.share();
    boolean weighs = ahead && weighs(matched, gap);
    @Nullable Contrast contrast = by.amongRead(matched);
    if (contrast == null) {
      return new AmongRead<>(
          first, second, 0, Double.NaN, Double.NaN, Double.NaN, Double.NaN, null, weighs);
    }
    Interval interval = contrast.interval(level);
    R result = rule.apply(contrast, interval);
    return new AmongRead<>(
        first,
        second,
        contrast.n(),
        turn * contrast.difference(),
        turn > 0 ? interval.lower() : -interval.upper(),
        turn > 0 ? interval.upper() : -interval.lower(),
        contrast.primary().result().p(),
        result,
        weighs || (gap != 0 && !result.equals(all)));
  }

  private static boolean weighs(Comparisons.Matched matched, double gap) {
    Scale scale = matched.first().scale();
    double advantage = matched.contrast().advantage();
    double range = scale.isBounded() ? scale.upper() - scale.lower() : Double.POSITIVE_INFINITY;
    return gap * advantage > 0 && Math.abs(gap) * range >= WEIGHTY * Math.abs(advantage);
  }
}
