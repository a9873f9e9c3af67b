package assay.evaluation.store;

import assay.core.AssayException;
import assay.core.Problem;
import assay.core.work.Background;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The seal of a scoring: SHA-256 over its rules, readings and scores as they were when it was made,
 * kept in table {@code scoring_seal}. The seal of a run holds for replies, not for what is made of
 * them; this one finds out a reading or a score that was changed later, in one pass over the rows
 * and without a rule at work. It is no signature: who can write the file can write another seal
 * beside other scores, which only scoring the replies again finds out.
 */
public final class ScoringSeal {

  /** Run files made before scorings were sealed have no such table. */
  private static final String TABLE =
      "CREATE TABLE IF NOT EXISTS scoring_seal (scoring INTEGER PRIMARY KEY REFERENCES scoring,"
          + " sha256 TEXT NOT NULL)";

  private ScoringSeal() {}

  /** Seals a scoring in the transaction in which it is made. */
  static void set(RunFile file, long scoring) {
    Connection connection = file.connection();
    Sql.update(connection, TABLE);
    Sql.update(
        connection,
        "INSERT INTO scoring_seal VALUES (?, ?)",
        scoring,
        digest(file, connection, scoring));
  }

  /** The seal of a scoring; empty where an older Assay made it, or somebody took the seal away. */
  public static Optional<String> of(RunFile file, long scoring) {
    boolean any =
        1
            == Sql.number(
                file.connection(),
                "SELECT EXISTS (SELECT 1 FROM sqlite_master WHERE name = 'scoring_seal')");
    if (!any) {
      return Optional.empty();
    }
    try (PreparedStatement statement =
        file.connection().prepareStatement("SELECT sha256 FROM scoring_seal WHERE scoring = ?")) {
      statement.setLong(1, scoring);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
      }
    } catch (SQLException e) {
      throw file.failure("read", e);
    }
  }

  /** Begins to check the seal of a scoring, on another thread, while something else is read. */
  public static Checking checking(RunFile file, long scoring) {
    return new Checking(file, scoring);
  }

  /** A seal that is being checked. */
  public static final class Checking implements AutoCloseable {

    private final RunFile file;
    private final long scoring;
    private final Optional<String> seal;
    private final @Nullable Background<String> digest;

    private Checking(RunFile file, long scoring) {
      this.file = file;
      this.scoring = scoring;
      this.seal = of(file, scoring);
      this.digest = seal.isPresent() ? new Background<>("assay-scoring-seal", this::digest) : null;
    }

    private String digest() {
      try (Connection connection = file.reader()) {
        return ScoringSeal.digest(file, connection, scoring);
      } catch (SQLException e) {
        throw file.failure("close", e);
      }
    }

    /** Whether there is a seal at all: without one nothing is known. */
    public boolean isSealed() {
      return seal.isPresent();
    }

    /**
     * Waits until the seal is checked; a scoring that is not sealed passes.
     *
     * @throws AssayException if a reading or a score was changed after it was stored
     */
    public void require() {
      if (digest != null && !seal.equals(Optional.of(digest.result()))) {
        throw AssayException.data(
            Problem.of("the readings or scores of scoring " + scoring + " were changed by hand")
                .at(file.path().toString())
                .expected("those that were stored when it was made, SHA-256 " + seal.get())
                .remedy(
                    "score the replies again: assay score RUN; 'assay check RUN' says what differs"));
      }
    }

    @Override
    public void close() {
      if (digest != null) {
        digest.close();
      }
    }
  }

  private static String digest(RunFile file, Connection connection, long scoring) {
    return Seal.digest(
        file,
        connection,
        List.of(
            "SELECT rules, version FROM scoring WHERE ordinal = " + scoring,
            "SELECT trial, extractor, outcome, answer, span_start, span_end, guessed, reason FROM"
                + " reading WHERE scoring = "
                + scoring
                + " ORDER BY trial, extractor",
            "SELECT trial, extractor, scorer, value, undefined FROM score WHERE scoring = "
                + scoring
                + " ORDER BY trial, extractor, scorer"));
  }
}
