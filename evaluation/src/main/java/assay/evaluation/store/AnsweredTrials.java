package assay.evaluation.store;

import assay.core.Sample;
import assay.core.exchange.Reply;
import assay.evaluation.json.SampleJson;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The answered trials of a run with their replies, in the plan's order, a batch at a time. */
public final class AnsweredTrials implements AutoCloseable {

  private static final int BATCH = 256;
  private static final int BATCH_CHARACTERS = 4 << 20;
  private static final String QUERY =
      "SELECT t.ordinal, t.sample, t.arm, t.variant, s.body, "
          + ReplyRows.COLUMNS
          + " FROM trial t JOIN reply r ON r.trial = t.ordinal JOIN sample s ON s.ordinal = t.sample"
          + " WHERE t.state = 'answered' ORDER BY t.ordinal";

  private final RunFile file;
  private final Connection connection;
  private final Statement statement;
  private final ResultSet rows;

  /**
   * A trial with its reply.
   *
   * @param ordinal place in the plan
   * @param sampleNumber number of the sample; trials of one sample stand together
   * @param sampleJson the sample, not yet read
   * @param arm name of the arm
   * @param variant which of the arm's forms
   * @param reply what came back
   */
  public record Answered(
      long ordinal, long sampleNumber, String sampleJson, String arm, String variant, Reply reply) {

    /** Reads the sample. */
    public Sample sample() {
      return SampleJson.read(sampleJson);
    }
  }

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

  /** The next trials, some hundreds or fewer long ones; none when there are no more. */
  public List<Answered> next() {
    List<Answered> batch = new ArrayList<>();
    long characters = 0;
    try {
      while (batch.size() < BATCH && characters < BATCH_CHARACTERS && rows.next()) {
        Answered trial =
            new Answered(
                rows.getLong(1),
                rows.getLong(2),
                rows.getString(5),
                rows.getString(3),
                rows.getString(4),
                ReplyRows.read(rows, 6));
        characters += (long) trial.sampleJson().length() + trial.reply().raw().length();
        batch.add(trial);
      }
      return batch;
    } catch (SQLException e) {
      throw file.failure("read", e);
    }
  }

  @Override
  public void close() {
    try (connection;
        statement) {
      rows.close();
    } catch (SQLException e) {
      throw file.failure("close", e);
    }
  }
}
