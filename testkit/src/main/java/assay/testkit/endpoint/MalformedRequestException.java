package assay.testkit.endpoint;

import java.io.Serial;

/** The client under test broke the protocol; the endpoint answers 400 and remembers the message. */
final class MalformedRequestException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  MalformedRequestException(String message) {
    super(message);
  }

  MalformedRequestException(String message, Throwable cause) {
    super(message, cause);
  }
}
