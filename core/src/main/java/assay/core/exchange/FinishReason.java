package assay.core.exchange;

/** Why a reply ended. */
public enum FinishReason {
  /** The model was done, or met a stop text. */
  STOP("stop"),
  /** The most tokens allowed were reached: the reply is cut. */
  LENGTH("length"),
  /** The endpoint withheld the reply or a part of it. */
  CONTENT_FILTER("content-filter"),
  /** The model declined, and the endpoint said so in a field of its own; the text is its reason. */
  REFUSAL("refusal"),
  /** The model wanted to call a tool. */
  TOOL_CALLS("tool-calls"),
  /** Not said, as in most recordings. */
  UNKNOWN("unknown");

  private final String id;

  FinishReason(String id) {
    this.id = id;
  }

  /** The reason's name in files and messages. */
  public String id() {
    return id;
  }
}
