package assay.evaluation.claim;

/** What the data say of a statement. */
public enum Decision {
  /** The whole interval lies on the claimed side. */
  SUPPORTED("supported"),
  /** The whole interval lies on the other side. */
  REFUTED("refuted"),
  /** The interval holds the line between. */
  UNDECIDED("undecided");

  private final String id;

  Decision(String id) {
    this.id = id;
  }

  /** Stable id. */
  public String id() {
    return id;
  }
}
