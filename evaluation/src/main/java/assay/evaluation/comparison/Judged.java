package assay.evaluation.comparison;

import assay.statistics.Interval;
import assay.statistics.Significance;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A contrast with its verdict. The rules, in this order:
 *
 * <ol>
 *   <li>{@code equivalent}: there is a margin, and the whole interval lies within it on both sides;
 *       where several are judged together, the interval of the family's level;
 *   <li>{@code better}, {@code worse}: the p of the primary test, adjusted for the family, is at
 *       most 1 − level, and the interval leaves out 0;
 *   <li>{@code undecided}: everything else; also what the samples that both answered decide, where
 *       what is missing could turn it: interval and test are made again over all samples that both
 *       were asked, once with everything missing gone against the first and once for it, and both
 *       have to come to the same ({@link Extremes}).
 * </ol>
 *
 * @param contrast the arithmetic
 * @param interval of the difference at the level of {@link Terms}
 * @param familyLevel the level at which the intervals of the whole family hold together
 * @param p of the primary test
 * @param adjusted p adjusted for the family; p itself where it stands alone
 * @param verdict what it comes to
 * @param answered what it comes to among the samples that both answered, where only what is missing
 *     leaves it undecided; else null
 * @param further how many more samples would decide, with a power of 80 %, if the difference is
 *     what it seems, and although all that is missing goes the other way; null where it is decided,
 *     or no number would
 */
public record Judged(
    Contrast contrast,
    Interval interval,
    double familyLevel,
    double p,
    double adjusted,
    Verdict verdict,
    @Nullable Verdict answered,
    @Nullable Long further) {

  /**
   * Over all samples that both were asked: what is missing counts.
   *
   * @param rule what a contrast comes to in its family, in place of that of the samples answered
   */
  static Judged of(
      Comparisons.Matched open,
      Terms terms,
      double familyLevel,
      double p,
      double adjusted,
      Function<Contrast, Verdict> rule) {
    Contrast contrast = open.contrast();
    Coverage coverage = open.pairing().coverage();
    Verdict answered = verdict(contrast, terms, familyLevel, adjusted);
    Verdict verdict = stands(answered, open, rule) ? answered : Verdict.UNDECIDED;
    boolean turned = verdict != answered;
    Missing missing = Missing.of(coverage, contrast.advantage(), contrast.sign());
    return new Judged(
        contrast,
        contrast.interval(terms.level()),
        familyLevel,
        p,
        adjusted,
        verdict,
        turned ? answered : null,
        verdict == Verdict.UNDECIDED
            ? further(contrast, terms.margin(), familyLevel, missing, open.extremes())
            : null);
  }

  /** Whether what is missing could not turn it, all of it gone one way or the other. */
  private static boolean stands(
      Verdict answered, Comparisons.Matched open, Function<Contrast, Verdict> rule) {
    if (answered == Verdict.UNDECIDED || open.pairing().coverage().incomplete() == 0) {
      return true;
    }
    @Nullable Extremes extremes = open.extremes();
    return extremes != null && extremes.stream().map(rule).allMatch(answered::equals);
  }

  /**
   * What the samples that both answered say, which is the verdict unless what is missing counts.
   */
  public Verdict ofAnswered() {
    return answered == null ? verdict : answered;
  }

  /** What a contrast comes to, with everything that it holds. */
  static Verdict verdict(Contrast contrast, Terms terms, double familyLevel, double adjusted) {
    Interval interval = contrast.interval(terms.level());
    Interval family = familyLevel == terms.level() ? interval : contrast.interval(familyLevel);
    @Nullable Double margin = terms.margin();
    if (margin != null && family.lower() > -margin && family.upper() < margin) {
      return Verdict.EQUIVALENT;
    }
    if (!Significance.rejects(adjusted, terms.level()) || interval.contains(0)) {
      return Verdict.UNDECIDED;
    }
    return contrast.advantage() > 0 ? Verdict.BETTER : Verdict.WORSE;
  }

  /** The nearest decision: either which is better or, where the margin allows, that neither is. */
  private static @Nullable Long further(
      Contrast contrast,
      @Nullable Double margin,
      double level,
      Missing missing,
      @Nullable Extremes extremes) {
    @Nullable Long toTell = contrast.further(0, level, missing, extremes);
    double distance = Math.abs(contrast.advantage());
    if (margin == null || distance >= margin) {
      return toTell;
    }
    @Nullable Long toEquate = contrast.furtherWithin(-margin, margin, level, missing, extremes);
    if (toTell == null || toEquate == null) {
      return toTell == null ? toEquate : toTell;
    }
    return Math.min(toTell, toEquate);
  }
}
