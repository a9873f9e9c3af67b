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
 *   <li>{@code undecided}: everything else; also what the samples that both answered decide, where
 *       what is missing could turn it: the intervals are moved outwards by as much as the
 *       difference would fall had everything missing gone against the first, and rise had it gone
 *       for it, as a claim's are.
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

  /** The ends of an interval, moved. */
  private record Ends(double lower, double upper) {

    static Ends of(Interval interval) {
      return new Ends(interval.lower(), interval.upper());
    }

    /**
     * Outwards by all that what is missing could change; without an end where nothing bounds it.
     */
    Ends moved(double difference, Coverage coverage) {
      if (coverage.incomplete() == 0) {
        return this;
      }
      Coverage.@Nullable Bounds all = coverage.bounds();
      return all == null
          ? new Ends(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)
          : new Ends(
              lower - Math.max(0, difference - all.lower()),
              upper + Math.max(0, all.upper() - difference));
    }

    boolean contains(double value) {
      return lower <= value && value <= upper;
    }
  }

  /** Over all samples that both were asked: what is missing counts. */
  static Judged of(
      Contrast contrast,
      Coverage coverage,
      Terms terms,
      double familyLevel,
      double p,
      double adjusted) {
    Judged answered = answered(contrast, terms, familyLevel, p, adjusted);
    double difference = contrast.difference();
    Interval family = contrast.interval(familyLevel);
    Verdict verdict =
        verdict(
            contrast,
            terms,
            Ends.of(answered.interval()).moved(difference, coverage),
            Ends.of(family).moved(difference, coverage),
            adjusted);
    boolean turned = verdict != answered.verdict() && verdict == Verdict.UNDECIDED;
    return new Judged(
        contrast,
        answered.interval(),
        familyLevel,
        p,
        adjusted,
        verdict,
        turned ? answered.verdict() : null,
        verdict == Verdict.UNDECIDED
            ? further(
                contrast,
                terms.margin(),
                familyLevel,
                Missing.of(coverage, contrast.advantage(), contrast.sign()))
            : null);
  }

  /**
   * What the samples that both answered say, which is the verdict unless what is missing counts.
   */
  public Verdict ofAnswered() {
    return answered == null ? verdict : answered;
  }

  private static Judged answered(
      Contrast contrast, Terms terms, double familyLevel, double p, double adjusted) {
    Interval interval = contrast.interval(terms.level());
    Interval family = familyLevel == terms.level() ? interval : contrast.interval(familyLevel);
    Verdict verdict = verdict(contrast, terms, Ends.of(interval), Ends.of(family), adjusted);
    return new Judged(contrast, interval, familyLevel, p, adjusted, verdict, null, null);
  }

  /** What samples that both answered come to, without what would decide. */
  static Verdict verdict(Contrast contrast, Terms terms, double familyLevel, double adjusted) {
    return verdict(
        contrast,
        terms,
        Ends.of(contrast.interval(terms.level())),
        Ends.of(contrast.interval(familyLevel)),
        adjusted);
  }

  private static Verdict verdict(
      Contrast contrast, Terms terms, Ends interval, Ends family, double adjusted) {
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
  private static @Nullable Long further(
      Contrast contrast, @Nullable Double margin, double level, Missing missing) {
    @Nullable Long toTell = contrast.further(0, level, missing);
    double distance = Math.abs(contrast.advantage());
    if (margin == null || distance >= margin) {
      return toTell;
    }
    @Nullable Long toEquate = contrast.furtherWithin(-margin, margin, level, missing);
    if (toTell == null || toEquate == null) {
      return toTell == null ? toEquate : toTell;
    }
    return Math.min(toTell, toEquate);
  }
}
