package assay.evaluation.comparison;

import assay.evaluation.estimate.WrongLabels;

/**
 * One sample that both sides were asked; as a rule with an outcome on both.
 *
 * @param key under which it was paired
 */
public record Pair(String key, SampleOutcome first, SampleOutcome second) {

  private static final double ROUNDING = 1e-12;

  /** What is independent of others: its cluster, else the pair itself. */
  public String unit() {
    return first.cluster() == null ? "sample " + key : first.clusterName();
  }

  /**
   * The same had everything that is missing on either side gone for the first, or against it.
   *
   * @param scale of the scores
   */
  Pair extreme(boolean forFirst, Scale scale) {
    return extreme(forFirst, scale, expected -> null);
  }

  /**
   * The same with wrong labels in place of none.
   *
   * @param wrong what a missing answer says at its worst
   */
  Pair extreme(boolean forFirst, Scale scale, WrongLabels.Filling wrong) {
    return new Pair(
        key,
        first.extreme(forFirst, scale.end(forFirst), wrong),
        second.extreme(!forFirst, scale.end(!forFirst), wrong));
  }

  /** Whether something of it is missing, on either side. */
  boolean isIncomplete() {
    return first.isMissing() || first.isPartial() || second.isMissing() || second.isPartial();
  }

  /** Whether every answer of both sides was read. */
  boolean isRead() {
    return first.given().stream().allMatch(Given::isRead)
        && second.given().stream().allMatch(Given::isRead);
  }

  /** First less second, in the unit of the scores; 0 where they differ by rounding alone. */
  public double difference() {
    double difference = first.value() - second.value();
    double size = Math.max(Math.abs(first.value()), Math.abs(second.value()));
    return Math.abs(difference) <= ROUNDING * size ? 0 : difference;
  }
}
