package assay.models.endpoint;

/** A whole response came, with a status that is no success. */
final class StatusException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Received response;

  StatusException(Received response) {
    super("HTTP " + response.statusCode());
    this.response = response;
  }

  Received response() {
    return response;
  }
}
