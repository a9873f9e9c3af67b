package assay.evaluation.store;

import java.sql.SQLException;

/**
 * The run file cannot be read or written: a full disk, a damaged file. Not a fault of the user's
 * data.
 */
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StoreException(String message, SQLException cause) {
    super(message + ": " + cause.getMessage(), cause);
  }
}
