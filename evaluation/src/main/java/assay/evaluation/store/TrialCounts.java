package assay.evaluation.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.Map;

/**
 * How many trials of a run are in which state, and what they used.
 *
 * @param planned still to be asked
 * @param skipped not to be asked
 * @param failed asked without an answer
 * @param answered answered
 * @param fromCache answered from the cache
 * @param promptTokens tokens of requests so far, of known ones; what came from the cache left out
 * @param completionTokens tokens of replies so far, likewise
 * @param cost cost so far, likewise
 */
public record TrialCounts(
    long planned,
    long skipped,
    long failed,
    long answered,
    long fromCache,
    long promptTokens,
    long completionTokens,
    double cost) {

  /** Counts the trials of a run file. */
  public static TrialCounts of(RunFile file) {
    Map<TrialState, Long> byState = new EnumMap<>(TrialState.class);
    try (Statement statement = file.connection().createStatement()) {
      try (ResultSet rows =
          statement.executeQuery("SELECT state, count(*) FROM trial GROUP BY state")) {
        while (rows.next()) {
          byState.put(TrialState.byId(rows.getString(1)), rows.getLong(2));
        }
      }
      try (ResultSet rows =
          statement.executeQuery(
              "SELECT total(prompt_tokens * (1 - from_cache)), total(completion_tokens * (1 - from_cache)),"
                  + " total(cost * (1 - from_cache)), total(from_cache) FROM reply")) {
        rows.next();
        return new TrialCounts(
            byState.getOrDefault(TrialState.PLANNED, 0L),
            byState.getOrDefault(TrialState.SKIPPED, 0L),
            byState.getOrDefault(TrialState.FAILED, 0L),
            byState.getOrDefault(TrialState.ANSWERED, 0L),
            (long) rows.getDouble(4),
            (long) rows.getDouble(1),
            (long) rows.getDouble(2),
            rows.getDouble(3));
      }
    } catch (SQLException e) {
      throw file.failure("read", e);
    }
  }

  /** All trials of the plan. */
  public long total() {
    return planned + skipped + failed + answered;
  }
}
