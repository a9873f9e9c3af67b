package assay.models.endpoint;

import assay.core.exchange.FailureKind;

/** An exchange that ended without a whole response, or without one that may be read. */
final class TransportException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final FailureKind kind;

  TransportException(FailureKind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  TransportException(FailureKind kind, String message) {
    super(message);
    this.kind = kind;
  }

  FailureKind kind() {
    return kind;
  }
}
