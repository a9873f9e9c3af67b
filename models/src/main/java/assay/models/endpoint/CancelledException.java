package assay.models.endpoint;

/** The calling thread was interrupted; carries the interruption through code that declares none. */
final class CancelledException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CancelledException(Throwable cause) {
    super("interrupted", cause);
  }
}
