package assay.evaluation.comparison;

/**
 * One sample with an outcome on both sides.
 *
 * @param key under which it was paired
 */
public record Pair(String key, SampleOutcome first, SampleOutcome second) {

  /** First less second, in the unit of the scores. */
  public double difference() {
    return first.value() - second.value();
  }
}
