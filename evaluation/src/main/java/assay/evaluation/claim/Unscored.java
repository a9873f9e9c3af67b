package assay.evaluation.claim;

import assay.evaluation.claim.Finding.Evidence;
import assay.evaluation.comparison.SampleOutcome;
import assay.evaluation.comparison.Scale;
import assay.evaluation.comparison.Side;
import java.util.List;
import java.util.Optional;

/**
 * A reader of which no sample has a score, as where every call failed: nothing is known of it, so
 * no statement about it is decided.
 *
 * @param role its role
 * @param asked samples that it was to answer
 */
record Unscored(String role, int asked) {

  /** Where a side is one. */
  static Optional<Unscored> of(String role, Side side) {
    boolean scored = side.samples().values().stream().anyMatch(SampleOutcome::isScored);
    return scored ? Optional.empty() : Optional.of(new Unscored(role, Asked.of(side).size()));
  }

  /** What is said of a statement about such readers. */
  static Finding finding(Statement statement, Scale scale, List<Unscored> unscored, double level) {
    int asked = unscored.stream().mapToInt(Unscored::asked).max().orElse(0);
    return new Finding(
        statement,
        Decision.UNDECIDED,
        scale,
        new Evidence(
            Double.NaN,
            Double.NEGATIVE_INFINITY,
            Double.POSITIVE_INFINITY,
            level,
            "none",
            false,
            Double.NaN,
            0,
            null,
            asked,
            null,
            null,
            null,
            null,
            null),
        List.of(),
        0,
        unscored.stream()
            .map(one -> "No answer of " + one.role() + " has a score: 'assay show' says why.")
            .toList());
  }
}
