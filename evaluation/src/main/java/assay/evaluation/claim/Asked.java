package assay.evaluation.claim;

import assay.evaluation.comparison.SampleOutcome;
import assay.evaluation.comparison.SampleOutcome.Status;
import assay.evaluation.comparison.Side;
import java.util.Collection;
import java.util.List;

/** The samples that a reader was to answer, and what they would come to at worst and at best. */
final class Asked {

  private Asked() {}

  static List<SampleOutcome> of(Side side) {
    return side.samples().values().stream().filter(s -> s.status() != Status.NOT_ASKED).toList();
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
