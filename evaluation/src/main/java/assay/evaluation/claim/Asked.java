package assay.evaluation.claim;

import assay.evaluation.comparison.SampleOutcome;
import assay.evaluation.comparison.Side;
import java.util.Collection;
import java.util.List;

/** The samples that a reader was to answer, and what they would come to at worst and at best. */
final class Asked {

  private Asked() {}

  static List<SampleOutcome> of(Side side) {
    return side.samples().values().stream().filter(SampleOutcome::isAsked).toList();
  }

  /** Those with an outcome. */
  static List<SampleOutcome> scored(Side side) {
    return side.samples().values().stream().filter(SampleOutcome::isScored).toList();
  }

  /** Samples without an outcome. */
  static int missing(Collection<SampleOutcome> asked) {
    return (int) asked.stream().filter(SampleOutcome::isMissing).count();
  }

  /** Samples without an outcome, or with one that some of their trials are missing from. */
  static int incomplete(Collection<SampleOutcome> asked) {
    return (int) asked.stream().filter(s -> s.isMissing() || s.isPartial()).count();
  }

  /** The lowest mean; NaN where scores have no bound and one is missing. */
  static double lowest(Collection<SampleOutcome> asked) {
    return asked.stream().mapToDouble(s -> Math.min(s.worst(), s.best())).average().orElse(0);
  }

  /** The highest mean; NaN likewise. */
  static double highest(Collection<SampleOutcome> asked) {
    return asked.stream().mapToDouble(s -> Math.max(s.worst(), s.best())).average().orElse(0);
  }
}
