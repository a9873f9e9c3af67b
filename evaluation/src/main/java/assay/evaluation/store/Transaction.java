package assay.evaluation.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** What is written until its end stays as a whole, as far as it was committed, or not at all. */
final class Transaction implements AutoCloseable {

  private final Connection connection;

  /** Begins. */
  Transaction(Connection connection) throws SQLException {
    this.connection = connection;
    connection.setAutoCommit(false);
  }

  /** Keeps what was written so far. */
  void commit() throws SQLException {
    connection.commit();
  }

  /** Takes back what was not committed. */
  @Override
  public void close() throws SQLException {
    takeBack(connection);
  }

  /** Takes back what was not committed, if anything, and lets every statement stand alone again. */
  static void takeBack(Connection connection) throws SQLException {
    if (connection.getAutoCommit()) {
      return;
    }
    try {
      connection.rollback();
    } catch (SQLException e) {
      // SQLite did so by itself, as it does when the disk is full; the driver does not know that.
      try (Statement statement = connection.createStatement()) {
        statement.execute("BEGIN");
      } catch (SQLException other) {
        e.addSuppressed(other);
        throw e;
      }
    }
    connection.setAutoCommit(true);
  }
}
