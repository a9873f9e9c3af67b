package assay.evaluation.store;

import assay.core.AssayException;
import assay.core.Problem;
import assay.core.exchange.Judgement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * What judges said of a run's replies, kept beside them. Like a scoring it lies outside the seal: a
 * run can be judged when it is sealed, and again by another judge.
 */
public final class JudgementRows {

  /** Run files made before there were judges have no such tables. */
  private static final List<String> TABLES =
      List.of(
          "CREATE TABLE IF NOT EXISTS judge (name TEXT PRIMARY KEY, identity TEXT NOT NULL, seal TEXT,"
              + " sha256 TEXT NOT NULL) WITHOUT ROWID",
          "CREATE TABLE IF NOT EXISTS judgement (judge TEXT NOT NULL REFERENCES judge, trial INTEGER"
              + " NOT NULL REFERENCES trial, text TEXT, failure TEXT, PRIMARY KEY (judge, trial))"
              + " WITHOUT ROWID");

  private static final String SAID =
      "SELECT s.id, t.state, t.reason, r.text FROM sample s JOIN trial t ON t.sample = s.ordinal"
          + " LEFT JOIN reply r ON r.trial = t.ordinal ORDER BY s.ordinal, t.ordinal";

  private JudgementRows() {}

  /**
   * What was kept.
   *
   * @param judged replies of which the judge said something
   * @param failures replies at which it failed, by kind of failure, the most frequent first
   * @param open replies at which it was not asked yet
   */
  public record Kept(long judged, SequencedMap<String, Long> failures, long open) {
    public Kept {
      SequencedMap<String, Long> ordered = new LinkedHashMap<>();
      failures.entrySet().stream()
          .sorted(
              Map.Entry.<String, Long>comparingByValue()
                  .reversed()
                  .thenComparing(Map.Entry.comparingByKey()))
          .forEach(kind -> ordered.put(kind.getKey(), kind.getValue()));
      failures = Collections.unmodifiableSequencedMap(ordered);
    }

    /** Replies at which it failed. */
    public long failed() {
      return failures.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  /** The judges that have looked at a run, by name. */
  public static List<String> judges(RunFile run) {
    List<String> names = new ArrayList<>();
    if (!hasTables(run)) {
      return names;
    }
    try (Statement statement = run.connection().createStatement();
        ResultSet rows = statement.executeQuery("SELECT name FROM judge ORDER BY name")) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    } catch (SQLException e) {
      throw run.failure("read", e);
    }
    return names;
  }

  private static boolean hasTables(RunFile run) {
    return 1
        == Sql.number(
            run.connection(), "SELECT EXISTS (SELECT 1 FROM sqlite_master WHERE name = 'judge')");
  }

  /**
   * Keeps what a judge said of a run's replies, in the place of what the same judge said before;
   * whole or not at all.
   *
   * @param said the run in which the judge was asked
   * @param judge the judge's name in the judged run
   * @throws AssayException if that run was changed after it was sealed, has several readers, is not
   *     about these replies, or another judge that said something bears the name
   */
  public static Kept keep(RunFile run, RunFile said, String judge) {
    Seal.check(said);
    SequencedMap<String, Long> readers = RunFacts.of(said).models();
    if (readers.size() != 1) {
      throw AssayException.usage(
          Problem.of("the judges' run has " + readers.size() + " readers")
              .at(said.path().toString())
              .expected("a run of one judge"));
    }
    String identity = identity(said);
    Connection connection = run.connection();
    try (Transaction transaction = new Transaction(connection)) {
      for (String table : TABLES) {
        Sql.update(connection, table);
      }
      requireTheSame(
          run,
          judge,
          identity,
          "nothing is lost, keep it by another name: assay score "
              + run.path()
              + " --judged "
              + said.path()
              + " --as NAME");
      Sql.update(connection, "DELETE FROM judgement WHERE judge = ?", judge);
      Kept kept = keepRows(run, said, judge);
      Sql.update(
          connection,
          "INSERT OR REPLACE INTO judge VALUES (?, ?, ?, ?)",
          judge,
          identity,
          Seal.of(said).orElse(null),
          digest(run, connection, judge));
      transaction.commit();
      return kept;
    } catch (SQLException e) {
      throw run.failure("write", e);
    }
  }

  /**
   * Requires that what a judge said is what was kept.
   *
   * @throws AssayException if it was changed since
   */
  private static void check(RunFile run, Connection connection, String judge) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT sha256 FROM judge WHERE name = ?")) {
      statement.setString(1, judge);
      try (ResultSet row = statement.executeQuery()) {
        if (row.next() && !row.getString(1).equals(digest(run, connection, judge))) {
          throw AssayException.data(
              Problem.of("what the judge '" + judge + "' said was changed after it was kept")
                  .at(run.path().toString())
                  .remedy("take it from the judge's run again: assay score RUN --judged FILE"));
        }
      }
    }
  }

  private static String digest(RunFile run, Connection connection, String judge) {
    return Seal.digest(
        run,
        connection,
        List.of(
            "SELECT trial, text, failure FROM judgement WHERE judge = '"
                + judge.replace("'", "''")
                + "' ORDER BY trial"));
  }

  private static String identity(RunFile said) {
    try (Statement statement = said.connection().createStatement();
        ResultSet row = statement.executeQuery("SELECT identity FROM model")) {
      return row.next() ? row.getString(1) : "";
    } catch (SQLException e) {
      throw said.failure("read", e);
    }
  }

  /**
   * Requires that a judge can have a name in a run, before it is asked.
   *
   * @param identity what decides the judge's replies besides the request
   * @throws AssayException if another judge, which said something, bears the name
   */
  public static void requireFree(RunFile run, String judge, String identity) {
    if (!hasTables(run)) {
      return;
    }
    try {
      requireTheSame(
          run, judge, identity, "give this one another name, nothing was asked yet: --as NAME");
    } catch (SQLException e) {
      throw run.failure("read", e);
    }
  }

  /** A judge that never said anything has no claim to its name. */
  private static void requireTheSame(RunFile run, String judge, String identity, String remedy)
      throws SQLException {
    try (PreparedStatement statement =
        run.connection()
            .prepareStatement(
                "SELECT identity FROM judge WHERE name = ? AND EXISTS (SELECT 1 FROM judgement"
                    + " WHERE judge = name AND text IS NOT NULL)")) {
      statement.setString(1, judge);
      try (ResultSet row = statement.executeQuery()) {
        if (row.next() && !row.getString(1).equals(identity)) {
          throw AssayException.usage(
              Problem.of("another judge bears the name '" + judge + "' in this run")
                  .at(run.path().toString())
                  .remedy(remedy));
        }
      }
    }
  }

  /** Both go through the replies in the same order, so none has to be looked up. */
  private static Kept keepRows(RunFile run, RunFile said, String judge) throws SQLException {
    long judged = 0;
    SequencedMap<String, Long> failures = new LinkedHashMap<>();
    long open = 0;
    try (AnsweredTrials trials = new AnsweredTrials(run);
        Connection reader = said.reader();
        Statement query = reader.createStatement();
        ResultSet rows = query.executeQuery(SAID);
        PreparedStatement insert =
            run.connection().prepareStatement("INSERT INTO judgement VALUES (?, ?, ?, ?)")) {
      boolean more = rows.next();
      for (List<AnsweredTrials.Answered> batch = trials.next();
          more && !batch.isEmpty();
          batch = trials.next()) {
        for (AnsweredTrials.Answered trial : batch) {
          if (!more || !trial.key().equals(rows.getString(1))) {
            continue;
          }
          Optional<Judgement> judgement = judgement(rows);
          if (judgement.isPresent()) {
            Judgement one = judgement.get();
            Sql.bind(insert, judge, trial.ordinal(), one.text(), one.failure());
            insert.executeUpdate();
            if (one.failure() == null) {
              judged++;
            } else {
              failures.merge(one.failure(), 1L, Long::sum);
            }
          } else {
            open++;
          }
          more = rows.next();
        }
      }
      if (more) {
        throw AssayException.usage(
            Problem.of(
                    "the judge's run asks about a reply that "
                        + run.path()
                        + " does not hold, or twice")
                .at(said.path().toString(), null, rows.getString(1))
                .expected("a run that 'assay judge' made of this very run"));
      }
    }
    return new Kept(judged, failures, open);
  }

  private static Optional<Judgement> judgement(ResultSet row) throws SQLException {
    @Nullable String text = row.getString(4);
    return switch (TrialState.byId(row.getString(2))) {
      case ANSWERED -> Optional.of(new Judgement(text == null ? "" : text, null));
      case FAILED -> {
        @Nullable String reason = row.getString(3);
        yield Optional.of(new Judgement(null, reason == null ? "unknown" : reason));
      }
      case PLANNED, SKIPPED -> Optional.empty();
    };
  }

  /** Looks up what these judges said of single trials; to be closed. */
  static final class Lookup implements AutoCloseable {

    private final List<String> judges;
    private final @Nullable PreparedStatement query;

    Lookup(RunFile run, Connection connection, List<String> judges) throws SQLException {
      this.judges = hasTables(run) ? judges : List.of();
      for (String judge : this.judges) {
        check(run, connection, judge);
      }
      this.query =
          this.judges.isEmpty()
              ? null
              : connection.prepareStatement(
                  "SELECT text, failure FROM judgement WHERE judge = ? AND trial = ?");
    }

    /** By judge; who said nothing is not in it. */
    SequencedMap<String, Judgement> of(long trial) throws SQLException {
      SequencedMap<String, Judgement> said = new LinkedHashMap<>();
      if (query == null) {
        return said;
      }
      for (String judge : judges) {
        query.setString(1, judge);
        query.setLong(2, trial);
        try (ResultSet row = query.executeQuery()) {
          if (row.next()) {
            said.put(judge, new Judgement(row.getString(1), row.getString(2)));
          }
        }
      }
      return said;
    }

    @Override
    public void close() throws SQLException {
      if (query != null) {
        query.close();
      }
    }
  }
}
