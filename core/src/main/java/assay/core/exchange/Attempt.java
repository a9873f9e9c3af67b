package assay.core.exchange;

/** The end of an exchange: an answer or a failure. */
public sealed interface Attempt {

  /** What the endpoint said about its pace. */
  Pace pace();

  /** A reply came. */
  record Answered(Reply reply, Pace pace) implements Attempt {
    public Answered(Reply reply) {
      this(reply, Pace.UNKNOWN);
    }
  }

  /**
   * No usable reply came.
   *
   * @param kind why
   * @param message for a person; holds no key and nothing of a patient
   * @param attempts how often it was tried
   */
  record Failed(FailureKind kind, String message, int attempts, Pace pace) implements Attempt {
    public Failed(FailureKind kind, String message) {
      this(kind, message, 1, Pace.UNKNOWN);
    }
  }
}
