package assay.evaluation.store;

import assay.core.Answer;
import assay.core.Sample;
import assay.core.work.Ahead;
import assay.evaluation.json.AnswerJson;
import assay.evaluation.json.Json;
import assay.evaluation.json.SampleJson;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All trials of a run with what one scoring made of them, in the plan's order, one at a time: three
 * ordered cursors are merged, so memory does not grow with the run.
 */
public final class ScoredTrials implements AutoCloseable {

  private static final String TRIALS =
      "SELECT t.ordinal, m.name, t.sample, s.body, t.arm, t.variant, t.epoch, t.state, t.reason, t.message"
          + " FROM trial t JOIN sample s ON s.ordinal = t.sample JOIN model m ON m.ordinal = t.model ORDER BY t.ordinal";
  private static final String READINGS =
      "SELECT trial, extractor, outcome, answer, guessed, reason FROM reading WHERE scoring = ? ORDER BY trial";
  private static final String SCORES =
      "SELECT trial, extractor, scorer, value, undefined FROM score WHERE scoring = ? ORDER BY trial";

  private static final int KNOWN_ANSWERS = 1_000;

  private final RunFile file;
  private final Connection connection;
  private final Cursor trials;
  private final Cursor readings;
  private final Cursor scores;
  private final Map<String, Answer> answers = new HashMap<>();
  private long lastSample = -1;
  private @Nullable Sample sample;

  /**
   * A trial with its readings and scores.
   *
   * @param ordinal place in the plan
   * @param model name of the reader
   * @param sample the sample
   * @param arm name of the arm
   * @param variant which of the arm's forms
   * @param epoch 1-based repetition
   * @param state how far it has come
   * @param reason why it was skipped or failed, or null
   * @param message of its failure, or null
   * @param readings by extractor
   * @param scores by extractor, then by scorer
   */
  public record Scored(
      long ordinal,
      String model,
      Sample sample,
      String arm,
      String variant,
      int epoch,
      TrialState state,
      @Nullable String reason,
      @Nullable String message,
      SequencedMap<String, ReadingRow> readings,
      SequencedMap<String, SequencedMap<String, ScoreRow>> scores) {}

  /**
   * What an extractor read.
   *
   * @param outcome {@code read}, {@code unreadable}, {@code refused} or {@code truncated}
   * @param answer where it was read, else null
   * @param guessed whether the rule made it up
   * @param reason why it is unreadable, or null
   */
  public record ReadingRow(
      String outcome, @Nullable Answer answer, boolean guessed, @Nullable String reason) {

    public boolean isRead() {
      return outcome.equals("read");
    }
  }

  /**
   * What a scorer gave: a value, or why there is none.
   *
   * @param value NaN where it is undefined
   * @param undefined why, or null
   */
  public record ScoreRow(double value, @Nullable String undefined) {}

  /** Opens the trials with one scoring's results. */
  public ScoredTrials(RunFile file, long scoring) {
    this.file = file;
    this.connection = file.reader();
    try {
      trials = new Cursor(connection.prepareStatement(TRIALS));
      readings = new Cursor(prepare(READINGS, scoring));
      scores = new Cursor(prepare(SCORES, scoring));
    } catch (SQLException e) {
      throw file.failure("read", e);
    }
  }

  private PreparedStatement prepare(String sql, long scoring) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    statement.setLong(1, scoring);
    return statement;
  }

  /** The number of the newest scoring, or empty where there is none. */
  public static Optional<Long> newestScoring(RunFile file) {
    long newest = Sql.number(file.connection(), "SELECT coalesce(max(ordinal), 0) FROM scoring");
    return newest == 0 ? Optional.empty() : Optional.of(newest);
  }

  /**
   * Of how many trials two scorings say different things: another reading or another score. Only
   * the trials count of which the first says anything.
   */
  public static long differing(RunFile file, long first, long second) {
    String reading = "SELECT trial, extractor, outcome, answer, guessed, reason FROM reading";
    String score = "SELECT trial, extractor, scorer, value, undefined FROM score";
    return Sql.number(
        file.connection(),
        "SELECT count(DISTINCT trial) FROM ("
            + oneWithout(reading, first, second)
            + " UNION ALL "
            + oneWithout(reading, second, first)
            + " UNION ALL "
            + oneWithout(score, first, second)
            + " UNION ALL "
            + oneWithout(score, second, first)
            + ") WHERE trial IN (SELECT trial FROM reading WHERE scoring = "
            + first
            + ")");
  }

  private static String oneWithout(String rows, long one, long other) {
    return "SELECT trial FROM ("
        + rows
        + " WHERE scoring = "
        + one
        + " EXCEPT "
        + rows
        + " WHERE scoring = "
        + other
        + ")";
  }

  /** Whether the newest scoring has something to say of every trial that is answered. */
  public static boolean isScored(RunFile file) {
    return 0
        == Sql.number(
            file.connection(),
            "SELECT EXISTS (SELECT 1 FROM trial t WHERE t.state = 'answered' AND NOT EXISTS (SELECT 1"
                + " FROM reading r WHERE r.scoring = (SELECT max(ordinal) FROM scoring)"
                + " AND r.trial = t.ordinal))");
  }

  /**
   * The rules of a scoring, as {@code RuleSet.json} wrote them; empty where there is no such
   * scoring.
   */
  public static Optional<String> rules(RunFile file, long scoring) {
    try (PreparedStatement statement =
        file.connection().prepareStatement("SELECT rules FROM scoring WHERE ordinal = ?")) {
      statement.setLong(1, scoring);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
      }
    } catch (SQLException e) {
      throw file.failure("read", e);
    }
  }

  /** The next trial, or empty when there are no more. */
  public Optional<Scored> next() {
    try {
      if (!trials.advance()) {
        return Optional.empty();
      }
      ResultSet row = trials.row;
      long ordinal = row.getLong(1);
      Sample here = sample(row);
      return Optional.of(
          new Scored(
              ordinal,
              row.getString(2),
              here,
              row.getString(5),
              row.getString(6),
              row.getInt(7),
              TrialState.byId(row.getString(8)),
              row.getString(9),
              row.getString(10),
              readings(ordinal),
              scores(ordinal)));
    } catch (SQLException e) {
      throw file.failure("read", e);
    }
  }

  /**
   * The trials that are left, read on a thread of their own ahead of who takes them. To be closed
   * before this.
   */
  public Ahead<Scored> ahead() {
    return new Ahead<>(
        "assay-scored",
        Stream.generate(this::next)
            .takeWhile(Optional::isPresent)
            .map(Optional::orElseThrow)
            .iterator());
  }

  private Sample sample(ResultSet row) throws SQLException {
    long number = row.getLong(3);
    Sample known = sample;
    if (known == null || number != lastSample) {
      known = SampleJson.read(row.getString(4));
      sample = known;
      lastSample = number;
    }
    return known;
  }

  private SequencedMap<String, ReadingRow> readings(long ordinal) throws SQLException {
    SequencedMap<String, ReadingRow> found = new LinkedHashMap<>();
    for (readings.upTo(ordinal); readings.at(ordinal); readings.advance()) {
      @Nullable String answer = readings.row.getString(4);
      found.put(
          readings.row.getString(2),
          new ReadingRow(
              readings.row.getString(3),
              answer == null ? null : answer(answer),
              readings.row.getInt(5) != 0,
              readings.row.getString(6)));
    }
    return found;
  }

  /** Most answers are the same few letters and words. */
  private Answer answer(String json) {
    @Nullable Answer known = answers.get(json);
    if (known == null) {
      known = AnswerJson.read(Json.read(json));
      if (answers.size() < KNOWN_ANSWERS) {
        answers.put(json, known);
      }
    }
    return known;
  }

  private SequencedMap<String, SequencedMap<String, ScoreRow>> scores(long ordinal)
      throws SQLException {
    SequencedMap<String, SequencedMap<String, ScoreRow>> found = new LinkedHashMap<>();
    for (scores.upTo(ordinal); scores.at(ordinal); scores.advance()) {
      @Nullable String undefined = scores.row.getString(5);
      found
          .computeIfAbsent(scores.row.getString(2), extractor -> new LinkedHashMap<>())
          .put(
              scores.row.getString(3),
              new ScoreRow(undefined == null ? scores.row.getDouble(4) : Double.NaN, undefined));
    }
    return found;
  }

  @Override
  public void close() {
    try (connection;
        trials;
        readings) {
      scores.close();
    } catch (SQLException e) {
      throw file.failure("close", e);
    }
  }

  /** A result set whose first column is the trial's ordinal, in ascending order. */
  private static final class Cursor implements AutoCloseable {
    private final PreparedStatement statement;
    private final ResultSet row;
    private boolean started;
    private boolean more;

    Cursor(PreparedStatement statement) throws SQLException {
      this.statement = statement;
      this.row = statement.executeQuery();
    }

    boolean advance() throws SQLException {
      started = true;
      more = row.next();
      return more;
    }

    void upTo(long ordinal) throws SQLException {
      if (!started) {
        advance();
      }
      while (more && row.getLong(1) < ordinal) {
        advance();
      }
    }

    boolean at(long ordinal) throws SQLException {
      return more && row.getLong(1) == ordinal;
    }

    @Override
    public void close() throws SQLException {
      try (statement) {
        row.close();
      }
    }
  }
}
