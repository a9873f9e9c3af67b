package assay.evaluation.estimate;

/** Why it cannot be said of an estimate what difference its sample would find. */
public enum Undetectable {
  /** Nothing could be scored. */
  NO_VALUE("no-value", "there is no value"),
  /** Where resampling, or leaving out, says nothing. */
  NO_INTERVAL("no-interval", "it has no interval here, and so no standard error"),
  /** One sample, or one cluster. */
  ONE_UNIT("one-unit", "one sample or group alone does not tell how much results vary"),
  /** Fewer than 10 clusters, or samples of a score between: every formula promises too much. */
  FEW_CLUSTERS(
      "few-clusters",
      "of fewer than 10 samples or clusters no difference can be promised to be noticed"),
  /** Of scores that nothing bounds: those within bounds can be told from some figure. */
  ALIKE("alike", "all scores are equal, so that their spread is unknown"),
  /** What would be found lies beyond the ends of the scale. */
  TOO_FEW("too-few", "so few samples tell no other figure from the value"),
  /** Of a mean over subsets. */
  SUBSET("subset", "it cannot be said of one of the subsets");

  private final String id;
  private final String reason;

  Undetectable(String id, String reason) {
    this.id = id;
    this.reason = reason;
  }

  /** Stable id. */
  public String id() {
    return id;
  }

  /** In words, to stand behind a colon. */
  public String reason() {
    return reason;
  }
}
