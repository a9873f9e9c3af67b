package assay.evaluation.comparison;

/**
 * One sample with an outcome on both sides.
 *
 * @param key under which it was paired
 */
public record Pair(String key, SampleOutcome first, SampleOutcome second) {

  /** What is independent of others: its cluster, else the pair itself. */
  public String unit() {
    return first.cluster() == null ? "sample " + key : first.clusterName();
  }

  /** Whether every answer of both sides was read. */
  boolean isRead() {
    return first.given().stream().allMatch(Given::isRead)
        && second.given().stream().allMatch(Given::isRead);
  }

  /** First less second, in the unit of the scores. */
  public double difference() {
    return first.value() - second.value();
  }
}
