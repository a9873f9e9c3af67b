package assay.evaluation.comparison;

/** What a comparison of a first reader with a second comes to. */
public enum Verdict {
  /** The first is better. */
  BETTER("better"),
  /** The first is worse. */
  WORSE("worse"),
  /** They differ by less than the margin. */
  EQUIVALENT("equivalent"),
  /** The samples do not tell. */
  UNDECIDED("undecided");

  private final String id;

  Verdict(String id) {
    this.id = id;
  }

  /** Stable id. */
  public String id() {
    return id;
  }

  /** The same verdict with first and second exchanged. */
  public Verdict swapped() {
    return switch (this) {
      case BETTER -> WORSE;
      case WORSE -> BETTER;
      case EQUIVALENT -> EQUIVALENT;
      case UNDECIDED -> UNDECIDED;
    };
  }
}
