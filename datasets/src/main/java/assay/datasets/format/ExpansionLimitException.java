package assay.datasets.format;

import java.io.IOException;

/** A compressed file expands to more than the bounds allow. */
final class ExpansionLimitException extends IOException {

  private static final long serialVersionUID = 1L;

  ExpansionLimitException(String message) {
    super(message);
  }
}
