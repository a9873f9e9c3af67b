package assay.evaluation.store;

import assay.core.Sample;
import assay.core.exchange.Reply;
import assay.evaluation.json.SampleJson;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** The answered trials of a run with their replies, in the plan's order, one at a time. */
public final class AnsweredTrials implements AutoCloseable {

  private static final String QUERY =
      "SELECT t.ordinal, t.sample, t.arm, t.variant, s.body, r.*, r.model AS reply_model FROM trial t"
          + " JOIN reply r ON r.trial = t.ordinal JOIN sample s ON s.ordinal = t.sample"
          + " WHERE t.state = 'answered' ORDER BY t.ordinal";

  private final RunFile file;
  private final Connection connection;
  private final Statement statement;
  private final ResultSet rows;

  /**
   * A trial with its reply.
   *
   * @param ordinal place in the plan
   * @param sample the sample
   * @param arm name of the arm
   * @param variant which of the arm's forms
   * @param reply what came back
   */
  public record Answered(long ordinal, Sample sample, String arm, String variant, Reply reply) {}

  public AnsweredTrials(RunFile file) {
    this.file = file;
    this.connection = file.reader();
    try {
      this.statement = connection.createStatement();
      this.rows = statement.executeQuery(QUERY);
    } catch (SQLException e) {
      throw file.failure("read", e);
    }
  }

  /** The next trial, or empty when there are no more. */
  public Optional<Answered> next() {
    try {
      if (!rows.next()) {
        return Optional.empty();
      }
      return Optional.of(
          new Answered(
              rows.getLong("ordinal"),
              SampleJson.read(rows.getString("body")),
              rows.getString("arm"),
              rows.getString("variant"),
              ReplyRows.read(rows)));
    } catch (SQLException e) {
      throw file.failure("read", e);
    }
  }

  @Override
  public void close() {
    try {
      rows.close();
      statement.close();
      connection.close();
    } catch (SQLException e) {
      throw file.failure("close", e);
    }
  }
}
