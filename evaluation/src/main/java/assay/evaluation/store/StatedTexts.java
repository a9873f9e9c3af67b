package assay.evaluation.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** What a recording states to have put, trial by trial in the plan's order, one at a time. */
public final class StatedTexts implements AutoCloseable {

  /** Requests of our own begin otherwise. */
  private static final String STATED =
      "SELECT t.ordinal, r.body FROM trial t JOIN request r ON r.ordinal = t.request"
          + " WHERE substr(r.body, 1, 10) = '{\"stated\":' ORDER BY t.ordinal";

  private final RunFile file;
  private final Connection connection;
  private final PreparedStatement statement;
  private final ResultSet row;
  private boolean more;

  /** Opens what the recordings of a run state. */
  public StatedTexts(RunFile file) {
    this.file = file;
    this.connection = file.reader();
    try {
      statement = connection.prepareStatement(STATED);
      row = statement.executeQuery();
      more = row.next();
    } catch (SQLException e) {
      throw file.failure("read", e);
    }
  }

  /**
   * The JSON of what is stated of a trial; empty where nothing is, or it was asked by ourselves.
   *
   * @param ordinal place of the trial in the plan, each time beyond the one before
   */
  public Optional<String> of(long ordinal) {
    try {
      while (more && row.getLong(1) < ordinal) {
        more = row.next();
      }
      return more && row.getLong(1) == ordinal ? Optional.of(row.getString(2)) : Optional.empty();
    } catch (SQLException e) {
      throw file.failure("read", e);
    }
  }

  @Override
  public void close() {
    try (connection;
        statement) {
      row.close();
    } catch (SQLException e) {
      throw file.failure("close", e);
    }
  }
}
