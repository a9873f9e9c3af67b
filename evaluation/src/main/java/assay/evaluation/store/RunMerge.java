package assay.evaluation.store;

import assay.core.AssayException;
import assay.core.Problem;
import assay.evaluation.plan.SkipReason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes one run of several: shards of a plan, subsets, or other readers on the same plan. They must
 * agree in benchmark, data, split, arms, epochs, seed, selection and settings. Where several hold
 * the same trial of the same reader, the answered one is kept, else the failed one, else the one
 * still to be asked; a trial that is answered in two of them is an error. Scorings are not taken
 * over: the whole is to be scored anew.
 */
public final class RunMerge {

  private static final String STATE_RANK =
      "CASE state WHEN 'answered' THEN 0 WHEN 'failed' THEN 1 WHEN 'planned' THEN 2"
          + " ELSE CASE reason WHEN '"
          + SkipReason.SHARD.id()
          + "' THEN 4 ELSE 3 END END";

  private RunMerge() {}

  /**
   * Merges runs into a new file.
   *
   * @param parts at least one run file
   * @throws AssayException if they do not agree, with every difference, or one is being written;
   *     nothing is written then
   */
  public static void merge(List<Path> parts, Path target) {
    RunFile.requireAbsent(target);
    MergeParts agreed = new MergeParts(parts);
    Path draft = target.resolveSibling(target.getFileName() + ".part");
    RunFile.discard(draft);
    try {
      write(agreed, draft);
      Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make the run file " + target, e);
    } finally {
      RunFile.discard(draft);
    }
  }

  private static void write(MergeParts parts, Path draft) {
    try (RunFile merged = RunFile.create(draft)) {
      Connection connection = merged.connection();
      try (Statement sql = connection.createStatement()) {
        models(connection, parts);
        sql.execute(
            "CREATE TEMP TABLE part (source, old, id, model, sample, arm, variant, epoch, state,"
                + " reason, message, attempts, request, place)");
        eachPart(parts, merged, sql, RunMerge::takeOver);
        requireOneAnswer(sql);
        order(sql);
        PlanWriter.index(connection);
        eachPart(parts, merged, sql, RunMerge::takeReplies);
      } catch (SQLException e) {
        throw merged.failure("merge into", e);
      }
      @Nullable String subset = parts.subset();
      if (subset != null) {
        merged.put("subset", subset);
      }
      merged.put("merged", Integer.toString(parts.files().size()));
    }
  }

  private static void models(Connection connection, MergeParts parts) {
    int ordinal = 0;
    for (MergeParts.Reader reader : parts.readers()) {
      Sql.update(
          connection,
          "INSERT INTO model VALUES (?, ?, ?, ?)",
          ordinal++,
          reader.name(),
          reader.identity(),
          reader.surplusRows());
    }
  }

  /** What is done with a part while its tables can be seen as {@code source}. */
  @FunctionalInterface
  private interface Step {
    void take(Statement sql, int index) throws SQLException;
  }

  private static void eachPart(MergeParts parts, RunFile merged, Statement sql, Step step)
      throws SQLException {
    for (int i = 0; i < parts.files().size(); i++) {
      Sql.update(
          merged.connection(),
          "ATTACH DATABASE ? AS source",
          Databases.uri(parts.files().get(i)) + "?mode=ro");
      step.take(sql, i);
      sql.execute("DETACH DATABASE source");
    }
  }

  private static void takeOver(Statement sql, int index) throws SQLException {
    if (index == 0) {
      sql.execute(
          "INSERT OR REPLACE INTO run SELECT * FROM source.run WHERE key NOT IN ('seal', 'subset',"
              + " 'shard')");
    }
    sql.execute("INSERT OR IGNORE INTO snapshot SELECT * FROM source.snapshot");
    sql.execute(
        "INSERT INTO sample SELECT (SELECT count(*) FROM sample) + row_number() OVER (ORDER BY"
            + " ordinal) - 1, id, subset, kind, body FROM source.sample WHERE id NOT IN (SELECT id"
            + " FROM main.sample)");
    long before =
        Sql.number(sql.getConnection(), "SELECT ifnull(max(ordinal) + 1, 0) FROM main.request");
    sql.execute(
        "INSERT INTO request SELECT ordinal + " + before + ", sha256, body FROM source.request");
    sql.execute("INSERT OR IGNORE INTO media SELECT * FROM source.media");
    // What one part did not carry before its first call, the whole did not either.
    sql.execute(
        "UPDATE main.claim SET registered = 0 WHERE sha256 NOT IN"
            + " (SELECT sha256 FROM source.claim WHERE registered = 1)");
    sql.execute(
        "INSERT OR IGNORE INTO claim SELECT sha256, content, "
            + (index == 0 ? "registered" : "0")
            + " FROM source.claim");
    sql.execute("INSERT INTO event (at, kind, text) SELECT at, kind, text FROM source.event");
    sql.execute(
        "INSERT INTO temp.part SELECT "
            + index
            + ", t.ordinal, t.id, mm.ordinal, ms.ordinal, t.arm, t.variant, t.epoch, t.state,"
            + " t.reason, t.message, t.attempts, t.request + "
            + before
            + ", row_number() OVER (PARTITION BY t.model, t.sample ORDER BY t.ordinal)"
            + " FROM source.trial t JOIN source.sample s ON s.ordinal = t.sample"
            + " JOIN main.sample ms ON ms.id = s.id JOIN source.model m ON m.ordinal = t.model"
            + " JOIN main.model mm ON mm.name = m.name");
  }

  private static void requireOneAnswer(Statement sql) throws SQLException {
    List<String> samples = new ArrayList<>();
    long doubled = 0;
    try (ResultSet rows =
        sql.executeQuery(
            "SELECT s.id, count(*) OVER () FROM (SELECT sample FROM temp.part WHERE state ="
                + " 'answered' GROUP BY model, id HAVING count(*) > 1) JOIN main.sample s ON"
                + " s.ordinal = sample ORDER BY s.ordinal LIMIT 3")) {
      while (rows.next()) {
        samples.add(rows.getString(1));
        doubled = rows.getLong(2);
      }
    }
    if (doubled > 0) {
      throw AssayException.data(
          Problem.of(
                  doubled
                      + " trials are answered in more than one of the runs, for example those of"
                      + " sample "
                      + String.join(", ", samples))
              .expected("every trial of a reader answered in one run at most")
              .remedy("compare the runs instead, or leave one of them out"));
    }
  }

  /** The order is the plan's: by reader, sample, and place among the sample's trials. */
  private static void order(Statement sql) throws SQLException {
    sql.execute(
        "CREATE TEMP TABLE chosen AS SELECT row_number() OVER (ORDER BY model, sample, place,"
            + " source) - 1 AS ordinal, * FROM (SELECT *, row_number() OVER (PARTITION BY model, id"
            + " ORDER BY "
            + STATE_RANK
            + ", source) AS choice FROM temp.part) WHERE choice = 1");
    sql.execute(
        "INSERT INTO trial SELECT ordinal, id, model, sample, arm, variant, epoch, state, reason,"
            + " message, attempts, request FROM temp.chosen");
  }

  private static void takeReplies(Statement sql, int index) throws SQLException {
    sql.execute(
        "INSERT INTO reply SELECT c.ordinal, r.text, r.reasoning, r.finish, r.prompt_tokens,"
            + " r.completion_tokens, r.reasoning_tokens, r.cached_tokens, r.cost, r.seconds,"
            + " r.logprobs, r.model, r.raw, r.recorded_reading, r.recorded_score, r.from_cache FROM"
            + " temp.chosen c JOIN source.reply r ON r.trial = c.old AND c.source = "
            + index);
  }
}
