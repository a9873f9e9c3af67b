package assay.evaluation.store;

import assay.core.AssayException;
import assay.core.Problem;
import assay.core.ProblemReport;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Makes one run of several: parts of a plan, subsets, or other readers on the same plan. They must
 * agree in benchmark, data, split, arms, epochs, seed, selection and settings. Where two hold the
 * same trial of the same reader, the answered one is kept; two different answers to one trial are
 * an error.
 */
public final class RunMerge {

  /** Keys of table {@code run} in which runs must agree. */
  private static final List<String> AGREE =
      List.of(
          "benchmark",
          "benchmark_version",
          "split",
          "arms",
          "epochs",
          "seed",
          "selection",
          "generation");

  private static final String STATE_RANK =
      "CASE state WHEN 'answered' THEN 0 WHEN 'failed' THEN 1 WHEN 'planned' THEN 2 ELSE 3 END";

  private RunMerge() {}

  /**
   * Merges runs into a new file.
   *
   * @param parts at least one run file
   * @throws AssayException if they do not agree, with every difference; nothing is written then
   */
  public static void merge(List<Path> parts, Path target) {
    RunFile.requireAbsent(target);
    requireAgreement(parts);
    boolean done = false;
    try {
      write(parts, target);
      done = true;
    } finally {
      if (!done) {
        RunFile.discard(target);
      }
    }
  }

  private static void write(List<Path> parts, Path target) {
    try (RunFile merged = RunFile.create(target)) {
      Connection connection = merged.connection();
      try (Statement sql = connection.createStatement()) {
        sql.execute(
            "CREATE TEMP TABLE part AS SELECT 0 AS source, t.*, '' AS sample_id, '' AS model_name FROM trial t LIMIT 0");
        for (int i = 0; i < parts.size(); i++) {
          Sql.update(
              connection, "ATTACH DATABASE ? AS source", parts.get(i).toAbsolutePath().toString());
          takeOver(sql, i);
          sql.execute("DETACH DATABASE source");
        }
        requireOneAnswer(sql, merged);
        order(sql);
        for (int i = 0; i < parts.size(); i++) {
          Sql.update(
              connection, "ATTACH DATABASE ? AS source", parts.get(i).toAbsolutePath().toString());
          sql.execute(
              "INSERT INTO reply SELECT c.ordinal, r.text, r.reasoning, r.finish, r.prompt_tokens, r.completion_tokens,"
                  + " r.reasoning_tokens, r.cached_tokens, r.cost, r.seconds, r.logprobs, r.model, r.raw,"
                  + " r.recorded_reading, r.recorded_score, r.from_cache FROM temp.chosen c"
                  + " JOIN source.reply r ON r.trial = c.old AND c.source = "
                  + i);
          sql.execute("DETACH DATABASE source");
        }
      } catch (SQLException e) {
        throw merged.failure("merge into", e);
      }
      merged.put("merged", Integer.toString(parts.size()));
    }
  }

  private static void requireAgreement(List<Path> parts) {
    ProblemReport problems = new ProblemReport();
    SequencedMap<String, String> first = null;
    Map<String, String> firstData = Map.of();
    for (Path part : parts) {
      try (RunFile file = RunFile.openReadOnly(part)) {
        Seal.check(file);
        SequencedMap<String, String> values = file.values();
        Map<String, String> data = SnapshotRows.hashes(file);
        if (first == null) {
          first = values;
          firstData = data;
          continue;
        }
        for (String key : AGREE) {
          String mine = values.getOrDefault(key, "");
          String other = first.getOrDefault(key, "");
          if (!mine.equals(other)) {
            problems.add(
                Problem.of(key + " is '" + mine + "'")
                    .at(part.toString())
                    .expected("'" + other + "' as in " + parts.getFirst()));
          }
        }
        if (!data.equals(firstData)) {
          problems.add(
              Problem.of("the benchmark's description or its data files are not the same")
                  .at(part.toString())
                  .expected("the same SHA-256 as in " + parts.getFirst()));
        }
      }
    }
    problems.throwIfAny(AssayException.Category.DATA);
  }

  private static void takeOver(Statement sql, int index) throws SQLException {
    if (index == 0) {
      sql.execute(
          "INSERT OR REPLACE INTO run SELECT * FROM source.run WHERE key NOT IN ('seal', 'subset')");
      sql.execute("INSERT INTO snapshot SELECT * FROM source.snapshot");
    }
    sql.execute(
        "INSERT INTO model SELECT (SELECT count(*) FROM model) + ordinal, name, identity, surplus_rows"
            + " FROM source.model WHERE name NOT IN (SELECT name FROM main.model)");
    sql.execute(
        "INSERT INTO sample SELECT (SELECT count(*) FROM sample) + row_number() OVER (ORDER BY ordinal) - 1, id,"
            + " subset, kind, body FROM source.sample WHERE id NOT IN (SELECT id FROM main.sample)");
    sql.execute("INSERT OR IGNORE INTO request SELECT * FROM source.request");
    sql.execute("INSERT OR IGNORE INTO media SELECT * FROM source.media");
    sql.execute("INSERT OR IGNORE INTO claim SELECT * FROM source.claim");
    sql.execute(
        "INSERT INTO temp.part SELECT "
            + index
            + ", t.*, s.id, m.name FROM source.trial t JOIN source.sample s ON s.ordinal = t.sample"
            + " JOIN source.model m ON m.ordinal = t.model");
  }

  private static void requireOneAnswer(Statement sql, RunFile merged) throws SQLException {
    try (ResultSet doubled =
        sql.executeQuery(
            "SELECT count(*) FROM (SELECT 1 FROM temp.part WHERE state = 'answered' GROUP BY model_name, id"
                + " HAVING count(*) > 1)")) {
      if (doubled.next() && doubled.getLong(1) > 0) {
        throw AssayException.data(
            Problem.of(doubled.getLong(1) + " trials are answered in more than one of the runs")
                .at(merged.path().toString())
                .expected("every trial of a reader answered in one run at most")
                .remedy("compare the runs instead, or leave one of them out"));
      }
    }
  }

  private static void order(Statement sql) throws SQLException {
    sql.execute(
        "CREATE TEMP TABLE chosen AS SELECT row_number() OVER (ORDER BY m, s, source, old) - 1 AS ordinal, * FROM ("
            + "SELECT p.source, p.ordinal AS old, p.id, mm.ordinal AS m, ms.ordinal AS s, p.arm, p.variant, p.epoch,"
            + " p.state, p.reason, p.message, p.attempts, p.request, row_number() OVER (PARTITION BY p.model_name, p.id"
            + " ORDER BY "
            + STATE_RANK
            + ", p.source) AS place FROM temp.part p JOIN main.model mm ON mm.name = p.model_name"
            + " JOIN main.sample ms ON ms.id = p.sample_id) WHERE place = 1");
    sql.execute(
        "INSERT INTO trial SELECT ordinal, id, m, s, arm, variant, epoch, state, reason, message, attempts, request"
            + " FROM temp.chosen");
  }
}
