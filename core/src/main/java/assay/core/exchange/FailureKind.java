package assay.core.exchange;

import java.util.Arrays;
import java.util.Optional;

/** Why an exchange failed, and what may be done about it. */
public enum FailureKind {
  /** The endpoint asked to slow down. */
  RATE_LIMITED("rate-limited", Remedy.RETRY),
  /** The account's quota is used up; asking again soon is of no use. */
  QUOTA_EXHAUSTED("quota-exhausted", Remedy.STOP),
  /** No answer within the time allowed. */
  TIMEOUT("timeout", Remedy.RETRY),
  /** The endpoint failed (5xx). */
  SERVER("server", Remedy.RETRY),
  /** The connection failed. */
  NETWORK("network", Remedy.RETRY),
  /** The response is not what the protocol says. */
  INVALID_RESPONSE("invalid-response", Remedy.RETRY),
  /** The endpoint's filter withheld the answer. */
  CONTENT_FILTERED("content-filtered", Remedy.KEEP),
  /** The request is longer than the model's context. */
  CONTEXT_TOO_LONG("context-too-long", Remedy.KEEP),
  /** The endpoint refused this request (4xx). */
  REJECTED("rejected", Remedy.KEEP),
  /** Key, model or address are wrong: every request would fail. */
  UNUSABLE("unusable", Remedy.STOP),
  /** The recording has no answer for this sample. */
  NOT_RECORDED("not-recorded", Remedy.KEEP),
  /** The recording says that the exchange failed when it was made. */
  RECORDED_FAILURE("recorded-failure", Remedy.KEEP);

  /** What a failure of a kind calls for. */
  public enum Remedy {
    /** Try again, later. */
    RETRY,
    /** Keep the failure; the same request would fail again. */
    KEEP,
    /** Stop the run: others would fail in the same way. */
    STOP
  }

  private final String id;
  private final Remedy remedy;

  FailureKind(String id, Remedy remedy) {
    this.id = id;
    this.remedy = remedy;
  }

  /** The kind's name in files and messages, for example {@code rate-limited}. */
  public String id() {
    return id;
  }

  public Remedy remedy() {
    return remedy;
  }

  /** The kind with this {@link #id()}, or empty where there is none. */
  public static Optional<FailureKind> byId(String id) {
    return Arrays.stream(values()).filter(kind -> kind.id.equals(id)).findFirst();
  }
}
