package assay.evaluation.store;

import assay.core.AssayException;
import assay.core.Problem;
import assay.core.exchange.FailureKind;
import assay.evaluation.json.SampleJson;
import assay.evaluation.plan.PlannedTrial;
import assay.evaluation.plan.SkipReason;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The trials of one reader that are still to be asked, in the plan's order, read page by page while
 * others are being written. A page ends early where samples are long, so memory stays bounded.
 */
public final class PendingTrials implements AutoCloseable {

  private static final int PAGE = 256;
  private static final int PAGE_CHARACTERS = 4 << 20;

  /** The plus sign keeps SQLite from going by the index over models, past every trial each time. */
  static final String QUERY =
      "SELECT t.ordinal, t.id, s.body, t.arm, t.variant, t.epoch FROM trial t JOIN sample s ON s.ordinal = t.sample"
          + " WHERE t.ordinal > ? AND t.state = 'planned' AND +t.model = ? ORDER BY t.ordinal LIMIT "
          + PAGE;

  private static final String MODEL = "(SELECT ordinal FROM model WHERE name = ?)";

  private final RunFile file;
  private final Connection connection;
  private final PreparedStatement statement;
  private final Deque<PlannedTrial> page = new ArrayDeque<>();
  private long last = -1;

  /**
   * Looks at the trials of a run file that is open for writing.
   *
   * @param model name of the reader
   * @throws AssayException if the run has no trials for it
   */
  public PendingTrials(RunFile file, String model) {
    this.file = file;
    long number = number(file, model);
    this.connection = file.reader();
    try {
      statement = connection.prepareStatement(QUERY);
      statement.setLong(2, number);
    } catch (SQLException e) {
      throw file.failure("read", e);
    }
  }

  private static long number(RunFile file, String model) {
    long number = Sql.number(file.connection(), "SELECT ifnull(" + MODEL + ", -1)", model);
    if (number < 0) {
      throw AssayException.usage(
          Problem.of("the run has no trials for the reader '" + model + "'")
              .at(file.path().toString())
              .expected("one of " + String.join(", ", RunFacts.of(file).models().keySet())));
    }
    return number;
  }

  /**
   * Puts failed trials back among those to be asked, and those that a budget skipped; failures that
   * would only come again stay.
   *
   * @return how many were put back
   */
  public static int reopen(RunFile file) {
    return Sql.update(
        file.connection(),
        "UPDATE trial SET state = 'planned', reason = NULL, message = NULL"
            + " WHERE (state = 'failed' AND reason IN ("
            + passing()
            + ")) OR (state = 'skipped' AND reason = '"
            + SkipReason.BUDGET.id()
            + "')");
  }

  /** How many trials were not asked yet, or failed in a way that may pass. */
  public static long resumable(RunFile file) {
    return Sql.number(
        file.connection(),
        "SELECT count(*) FROM trial WHERE state = 'planned' OR (state = 'failed' AND reason IN ("
            + passing()
            + "))");
  }

  /** Failures that need not come again, as a list for SQL. */
  private static String passing() {
    return Arrays.stream(FailureKind.values())
        .filter(kind -> kind.remedy() != FailureKind.Remedy.KEEP)
        .map(kind -> "'" + kind.id() + "'")
        .collect(Collectors.joining(", "));
  }

  /** How many trials of a reader are still to be asked. */
  public static long left(RunFile file, String model) {
    return Sql.number(
        file.connection(),
        "SELECT count(*) FROM trial WHERE state = 'planned' AND model = " + MODEL,
        model);
  }

  /** Marks every trial of a reader that is still to be asked as skipped. */
  public static void skipRest(RunFile file, String model, SkipReason reason) {
    Sql.update(
        file.connection(),
        "UPDATE trial SET state = 'skipped', reason = ? WHERE state = 'planned' AND model = "
            + MODEL,
        reason.id(),
        model);
  }

  /** The next trial, or empty when there are no more. */
  public Optional<PlannedTrial> next() {
    if (page.isEmpty()) {
      read();
    }
    return Optional.ofNullable(page.poll());
  }

  private void read() {
    try {
      statement.setLong(1, last);
      try (ResultSet rows = statement.executeQuery()) {
        int characters = 0;
        while (characters < PAGE_CHARACTERS && rows.next()) {
          last = rows.getLong(1);
          String sample = rows.getString(3);
          characters += sample.length();
          page.add(
              new PlannedTrial(
                  last,
                  rows.getString(2),
                  SampleJson.read(sample),
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
    try (connection;
        statement) {
      page.clear();
    } catch (SQLException e) {
      throw file.failure("close", e);
    }
  }
}
