package assay.evaluation.store;

import assay.core.measure.Reading;
import assay.core.measure.Score;
import assay.core.measure.Span;
import assay.evaluation.json.AnswerJson;
import assay.evaluation.json.Json;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Writes one scoring in one transaction; without {@link #commit} nothing of it stays. */
public final class ScoringWriter implements AutoCloseable {

  private final RunFile file;
  private final Connection connection;
  private final PreparedStatement reading;
  private final PreparedStatement score;
  private final long scoring;

  /** Begins a scoring. */
  public ScoringWriter(RunFile file, String rules, String version) {
    this.file = file;
    this.connection = file.connection();
    boolean begun = false;
    try {
      connection.setAutoCommit(false);
      scoring = Sql.number(connection, "SELECT coalesce(max(ordinal), 0) + 1 FROM scoring");
      Sql.update(connection, "INSERT INTO scoring VALUES (?, ?, ?)", scoring, rules, version);
      reading =
          connection.prepareStatement("INSERT INTO reading VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
      score = connection.prepareStatement("INSERT INTO score VALUES (?, ?, ?, ?, ?, ?)");
      begun = true;
    } catch (SQLException e) {
      throw file.failure("write", e);
    } finally {
      if (!begun) {
        takeBack();
      }
    }
  }

  /** Writes what an extractor read. */
  public void reading(long trial, String extractor, Reading what) {
    try {
      switch (what) {
        case Reading.Read read -> {
          @Nullable Span span = read.evidence();
          bind(
              trial,
              extractor,
              "read",
              Json.write(AnswerJson.write(read.answer())),
              span == null ? null : span.start(),
              span == null ? null : span.end(),
              read.guessed() ? 1 : 0,
              null);
        }
        case Reading.Unreadable unreadable ->
            bind(trial, extractor, "unreadable", null, null, null, 0, unreadable.reason());
        case Reading.Refused refused ->
            bind(trial, extractor, "refused", null, null, null, 0, null);
        case Reading.Truncated truncated ->
            bind(trial, extractor, "truncated", null, null, null, 0, null);
      }
      reading.executeUpdate();
    } catch (SQLException e) {
      throw file.failure("write", e);
    }
  }

  private void bind(
      long trial,
      String extractor,
      String outcome,
      @Nullable String answer,
      @Nullable Integer start,
      @Nullable Integer end,
      int guessed,
      @Nullable String reason)
      throws SQLException {
    Sql.bind(reading, scoring, trial, extractor, outcome, answer, start, end, guessed, reason);
  }

  /** Writes what a scorer gave. */
  public void score(long trial, String extractor, String scorer, Score what) {
    try {
      switch (what) {
        case Score.Value value ->
            Sql.bind(score, scoring, trial, extractor, scorer, value.value(), null);
        case Score.Undefined undefined ->
            Sql.bind(score, scoring, trial, extractor, scorer, null, undefined.reason());
      }
      score.executeUpdate();
    } catch (SQLException e) {
      throw file.failure("write", e);
    }
  }

  /** Seals the scoring, keeps it and says its number. */
  public long commit() {
    ScoringSeal.set(file, scoring);
    try {
      connection.commit();
    } catch (SQLException e) {
      throw file.failure("write", e);
    }
    return scoring;
  }

  @Override
  public void close() {
    try (reading) {
      score.close();
    } catch (SQLException e) {
      throw file.failure("write", e);
    } finally {
      takeBack();
    }
  }

  /** Undoes what was not committed. */
  private void takeBack() {
    try {
      Transaction.takeBack(connection);
    } catch (SQLException e) {
      throw file.failure("write", e);
    }
  }
}
