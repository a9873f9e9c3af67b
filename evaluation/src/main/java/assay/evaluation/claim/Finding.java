package assay.evaluation.claim;

import assay.evaluation.comparison.AmongRead;
import assay.evaluation.comparison.Scale;
import assay.statistics.test.TestResult;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A statement and what the data say of it.
 *
 * @param statement the statement
 * @param decision what they say
 * @param scale what scores are measured on
 * @param evidence what it rests on
 * @param groups of a statement over groups: each that was judged
 * @param tooSmall of such a statement: groups that were not, for their size
 * @param amongRead of a statement about two readers: what remains where every answer of both was
 *     read; null where all were
 * @param remarks what else is to be known, in sentences
 */
public record Finding(
    Statement statement,
    Decision decision,
    Scale scale,
    Evidence evidence,
    List<Group> groups,
    int tooSmall,
    @Nullable AmongRead<Decision> amongRead,
    List<String> remarks) {

  public Finding {
    groups = List.copyOf(groups);
    remarks = List.copyOf(remarks);
  }

  /** Of a statement about one reader. */
  Finding(
      Statement statement,
      Decision decision,
      Scale scale,
      Evidence evidence,
      List<Group> groups,
      int tooSmall,
      List<String> remarks) {
    this(statement, decision, scale, evidence, groups, tooSmall, null, remarks);
  }

  /**
   * A value with the bounds that decide.
   *
   * @param value a mean score, a difference (first less second) or a share; NaN where there is none
   * @param lower lower end; −∞ where nothing bounds it
   * @param upper upper end; +∞ where nothing bounds it
   * @param level level of the interval, such that the family's level holds for all
   * @param interval name of its method
   * @param widened whether the ends reach to what samples that are missing could change
   * @param line the value with which the interval is compared; of a margin the signed difference;
   *     NaN where nothing was scored, so that there is no interval
   * @param n samples or pairs
   * @param clusters clusters among them, or null where they are independent
   * @param missing samples left out for a failure or an undefined score
   * @param first mean score of the statement's own reader, where it is a difference, else null
   * @param second mean score of the other one
   * @param test a test beside the interval, or null
   * @param further about how many more samples would decide, with a power of 80 %, if the value is
   *     what it seems, and although all that is missing goes the other way; null where it is
   *     decided, or no number would
   * @param answersWouldDecide samples of which something is missing, where the interval decides and
   *     only what is missing leaves it open: those alone would do; else null
   */
  public record Evidence(
      double value,
      double lower,
      double upper,
      double level,
      String interval,
      boolean widened,
      double line,
      int n,
      @Nullable Integer clusters,
      int missing,
      @Nullable Double first,
      @Nullable Double second,
      @Nullable TestResult test,
      @Nullable Long further,
      @Nullable Integer answersWouldDecide) {

    /** Whether nothing bounds what is missing, or the interval itself. */
    public boolean isOpen() {
      return Double.isInfinite(lower) || Double.isInfinite(upper);
    }
  }

  /**
   * Of a statement over groups the one on which it hangs: one without any score, else one that
   * refutes it, else that with the lowest lower end.
   */
  public Optional<Group> worstGroup() {
    return worst(groups);
  }

  static Optional<Group> worst(List<Group> groups) {
    return groups.stream()
        .min(
            Comparator.<Group>comparingInt(group -> Double.isNaN(group.evidence().value()) ? 0 : 1)
                .thenComparingInt(group -> group.decision() == Decision.REFUTED ? 0 : 1)
                .thenComparingDouble(group -> group.evidence().lower())
                .thenComparingDouble(group -> group.evidence().value()));
  }

  /**
   * One group against the rest.
   *
   * @param tag the tag
   * @param value its value
   * @param decision whether it is less than the margin below the rest
   */
  public record Group(String tag, String value, Decision decision, Evidence evidence) {}
}
