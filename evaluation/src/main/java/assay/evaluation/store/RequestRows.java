package assay.evaluation.store;

import assay.evaluation.json.RequestJson;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes requests one behind the other, as they come: kept by their hash they would lie all over
 * the file, and each would cost the writing of many pages. Trials that put the same request stand
 * close together in a plan, so of the last some thousand each is written once.
 */
final class RequestRows implements AutoCloseable {

  private static final int KNOWN = 4_096;

  private final PreparedStatement insert;
  private final Map<String, Long> known = new LinkedHashMap<>(16, 0.75f, true);
  private long next;

  RequestRows(Connection connection) throws SQLException {
    insert = connection.prepareStatement("INSERT INTO request VALUES (?, ?, ?)");
    try (Statement last = connection.createStatement();
        ResultSet rows =
            last.executeQuery(
                "SELECT ordinal, sha256 FROM request ORDER BY ordinal DESC LIMIT " + KNOWN)) {
      while (rows.next()) {
        next = Math.max(next, rows.getLong(1) + 1);
        known.put(rows.getString(2), rows.getLong(1));
      }
    }
  }

  /** The number under which a request stands; it is written unless it was just now. */
  long number(String body) throws SQLException {
    String hash = RequestJson.hash(body);
    @Nullable Long before = known.get(hash);
    if (before != null) {
      return before;
    }
    Sql.bind(insert, next, hash, body);
    insert.executeUpdate();
    known.put(hash, next);
    if (known.size() > KNOWN) {
      known.remove(known.keySet().iterator().next());
    }
    return next++;
  }

  @Override
  public void close() throws SQLException {
    insert.close();
  }
}
