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
 * @param tokensKnown replies among them that state their tokens
 * @param cost cost so far, likewise
 * @param costKnown replies among them whose cost is known
 */
public record TrialCounts(
    long planned,
    long skipped,
    long failed,
    long answered,
    long fromCache,
    long promptTokens,
    long completionTokens,
    long tokensKnown,
    double cost,
    long costKnown) {

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
              "SELECT total(prompt_tokens * (1 - from_cache)), total(completion_tokens * (1 -"
                  + " from_cache)), total(cost * (1 - from_cache)), total(from_cache), count(CASE"
                  + " WHEN from_cache = 0 THEN coalesce(prompt_tokens, completion_tokens) END),"
                  + " count(CASE WHEN from_cache = 0 THEN cost END) FROM reply")) {
        rows.next();
        return new TrialCounts(
            byState.getOrDefault(TrialState.PLANNED, 0L),
            byState.getOrDefault(TrialState.SKIPPED, 0L),
            byState.getOrDefault(TrialState.FAILED, 0L),
            byState.getOrDefault(TrialState.ANSWERED, 0L),
            (long) rows.getDouble(4),
            (long) rows.getDouble(1),
            (long) rows.getDouble(2),
            rows.getLong(5),
            rows.getDouble(3),
            rows.getLong(6));
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
