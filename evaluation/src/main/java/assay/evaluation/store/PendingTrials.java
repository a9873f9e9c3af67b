package assay.evaluation.store;

import assay.core.exchange.FailureKind;
import assay.evaluation.json.SampleJson;
import assay.evaluation.plan.PlannedTrial;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;

/**
 * The trials that are still to be asked, in the plan's order, read page by page while others are
 * being written.
 */
public final class PendingTrials implements AutoCloseable {

  private static final int PAGE = 256;
  private static final String QUERY =
      "SELECT t.ordinal, t.id, s.body, t.arm, t.variant, t.epoch FROM trial t JOIN sample s ON s.ordinal = t.sample"
          + " WHERE t.ordinal > ? AND t.state = 'planned' ORDER BY t.ordinal LIMIT "
          + PAGE;

  private final RunFile file;
  private final Connection connection;
  private final Deque<PlannedTrial> page = new ArrayDeque<>();
  private long last = -1;

  /** Looks at the trials of a run file that is open for writing. */
  public PendingTrials(RunFile file) {
    this.file = file;
    this.connection = file.reader();
  }

  /**
   * Puts failed trials back among those to be asked, and those that a budget skipped; failures that
   * would only come again stay.
   *
   * @return how many were put back
   */
  public static int reopen(RunFile file) {
    String kinds =
        String.join(
            ", ",
            Arrays.stream(FailureKind.values())
                .filter(kind -> kind.remedy() != FailureKind.Remedy.KEEP)
                .map(kind -> "'" + kind.id() + "'")
                .toList());
    return Sql.update(
        file.connection(),
        "UPDATE trial SET state = 'planned', reason = NULL, message = NULL"
            + " WHERE (state = 'failed' AND reason IN ("
            + kinds
            + ")) OR (state = 'skipped' AND reason = 'budget')");
  }

  /** Marks every trial that is still to be asked as skipped. */
  public static void skipRest(RunFile file, String reason) {
    Sql.update(
        file.connection(),
        "UPDATE trial SET state = 'skipped', reason = ? WHERE state = 'planned'",
        reason);
  }

  /** The next trial, or empty when there are no more. */
  public Optional<PlannedTrial> next() {
    if (page.isEmpty()) {
      read();
    }
    return Optional.ofNullable(page.poll());
  }

  private void read() {
    try (PreparedStatement statement = connection.prepareStatement(QUERY)) {
      statement.setLong(1, last);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          last = rows.getLong(1);
          page.add(
              new PlannedTrial(
                  last,
                  rows.getString(2),
                  SampleJson.read(rows.getString(3)),
                  rows.getString(4),
                  rows.getString(5),
                  rows.getInt(6)));
        }
      }
    } catch (SQLException e) {
      throw file.failure("read", e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw file.failure("close", e);
    }
  }
}
