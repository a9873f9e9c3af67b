package assay.evaluation.comparison;

import assay.statistics.Interval;
import org.jspecify.annotations.Nullable;

/**
 * A contrast with its verdict. The rules, in this order:
 *
 * <ol>
 *   <li>{@code equivalent}: there is a margin, and the whole interval lies within it on both sides;
 *       where several are judged together, the interval of the family's level;
 *   <li>{@code better}, {@code worse}: the p of the primary test, adjusted for the family, is at
 *       most 1 − level, and the interval leaves out 0;
 *   <li>{@code undecided}: everything else.
 * </ol>
 *
 * @param contrast the arithmetic
 * @param interval of the difference at the level of {@link Terms}
 * @param familyLevel the level at which the intervals of the whole family hold together
 * @param p of the primary test
 * @param adjusted p adjusted for the family; p itself where it stands alone
 * @param verdict what it comes to
 * @param further how many more samples would decide, with a power of 80 %, if the difference is
 *     what it seems; null where it is decided, or no number would
 */
public record Judged(
    Contrast contrast,
    Interval interval,
    double familyLevel,
    double p,
    double adjusted,
    Verdict verdict,
    @Nullable Long further) {

  static Judged of(Contrast contrast, Terms terms, double familyLevel, double p, double adjusted) {
    Interval interval = contrast.interval(terms.level());
    Interval family = familyLevel == terms.level() ? interval : contrast.interval(familyLevel);
    Verdict verdict = verdict(contrast, terms, interval, family, adjusted);
    return new Judged(
        contrast,
        interval,
        familyLevel,
        p,
        adjusted,
        verdict,
        verdict == Verdict.UNDECIDED ? further(contrast, terms.margin(), familyLevel) : null);
  }

  private static Verdict verdict(
      Contrast contrast, Terms terms, Interval interval, Interval family, double adjusted) {
    @Nullable Double margin = terms.margin();
    if (margin != null && family.lower() > -margin && family.upper() < margin) {
      return Verdict.EQUIVALENT;
    }
    if (adjusted > 1 - terms.level() || interval.contains(0)) {
      return Verdict.UNDECIDED;
    }
    return contrast.advantage() > 0 ? Verdict.BETTER : Verdict.WORSE;
  }

  /** The nearest decision: either which is better or, where the margin allows, that neither is. */
  private static @Nullable Long further(Contrast contrast, @Nullable Double margin, double level) {
    @Nullable Long toTell = contrast.further(0, level);
    double distance = Math.abs(contrast.advantage());
    if (margin == null || distance >= margin) {
      return toTell;
    }
    @Nullable Long toEquate = contrast.further(contrast.advantage() < 0 ? -margin : margin, level);
    if (toTell == null || toEquate == null) {
      return toTell == null ? toEquate : toTell;
    }
    return Math.min(toTell, toEquate);
  }
}
