package assay.evaluation.claim;

/** Why a claim was not fixed before the answers of a run were there. */
public enum PostHoc {
  /** The run did not carry this very file before its first call. */
  NOT_CARRIED("not carried"),
  /** Some of its answers were there before: recorded, or kept from an earlier run. */
  ANSWERED_BEFORE("answered before"),
  /** Samples were picked when it was decided: by a tag, a kind, a subset. */
  NARROWED("narrowed");

  private final String id;

  PostHoc(String id) {
    this.id = id;
  }

  /** Stable id. */
  public String id() {
    return id;
  }
}
