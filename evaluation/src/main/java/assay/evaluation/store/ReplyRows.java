package assay.evaluation.store;

import assay.core.exchange.FinishReason;
import assay.core.exchange.Recorded;
import assay.core.exchange.Reply;
import assay.core.exchange.Usage;
import assay.evaluation.json.LogprobsJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Makes replies of rows of table {@code reply}. */
final class ReplyRows {

  private ReplyRows() {}

  static Reply read(ResultSet rows) throws SQLException {
    String finish = rows.getString("finish");
    @Nullable String reading = rows.getString("recorded_reading");
    @Nullable String score = rows.getString("recorded_score");
    return new Reply(
        rows.getString("text"),
        rows.getString("reasoning"),
        Arrays.stream(FinishReason.values())
            .filter(reason -> reason.id().equals(finish))
            .findFirst()
            .orElse(FinishReason.UNKNOWN),
        new Usage(
            Sql.longOrNull(rows, "prompt_tokens"),
            Sql.longOrNull(rows, "completion_tokens"),
            Sql.longOrNull(rows, "reasoning_tokens"),
            Sql.longOrNull(rows, "cached_tokens")),
        Sql.doubleOrNull(rows, "cost"),
        Sql.doubleOrNull(rows, "seconds"),
        LogprobsJson.read(rows.getString("logprobs")),
        rows.getString("reply_model"),
        rows.getString("raw"),
        reading == null && score == null ? null : new Recorded(reading, score));
  }
}
