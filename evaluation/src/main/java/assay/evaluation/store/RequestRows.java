package assay.evaluation.store;

import assay.evaluation.json.RequestJson;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;

/**
 * Writes requests one behind the other, as they come: kept by their hash they would lie all over
 * the file, and each would cost the writing of many pages. Trials that put the same request stand
 * close together in a plan, so of the last some thousand nearly every one is written once.
 *
 * <p>What was written of late stands in arrays of numbers, each place overwritten by the next
 * request whose hash falls on it. A list of objects would do the same, but its entries live just
 * long enough to be moved among the old ones, and over a million requests the memory for those
 * grows.
 */
final class RequestRows implements AutoCloseable {

  /** Places for what was written of late; a power of two. */
  private static final int PLACES = 1 << 14;

  private static final int HEXADECIMAL = 16;

  /** Hexadecimal digits of a hash that one number holds. */
  private static final int DIGITS = 16;

  private static final long NONE = -1;

  private final PreparedStatement insert;

  /** The first 128 bits of the hash of the request in each place, and its number. */
  private final long[] high = new long[PLACES];

  private final long[] low = new long[PLACES];
  private final long[] number = new long[PLACES];
  private long next;

  RequestRows(Connection connection) throws SQLException {
    insert = connection.prepareStatement("INSERT INTO request VALUES (?, ?, ?)");
    Arrays.fill(number, NONE);
    try (Statement last = connection.createStatement();
        ResultSet rows =
            last.executeQuery(
                "SELECT ordinal, sha256 FROM request WHERE ordinal > "
                    + "(SELECT MAX(ordinal) FROM request) - "
                    + PLACES
                    + " ORDER BY ordinal")) {
      while (rows.next()) {
        keep(rows.getString(2), rows.getLong(1));
        next = rows.getLong(1) + 1;
      }
    }
  }

  /** The number under which a request stands; it is written unless it was of late. */
  long number(String body) throws SQLException {
    String hash = RequestJson.hash(body);
    long before = known(hash);
    if (before != NONE) {
      return before;
    }
    Sql.bind(insert, next, hash, body);
    insert.executeUpdate();
    keep(hash, next);
    return next++;
  }

  private long known(String hash) {
    int place = place(hash);
    return high[place] == half(hash, 0) && low[place] == half(hash, 1) ? number[place] : NONE;
  }

  private void keep(String hash, long ordinal) {
    int place = place(hash);
    high[place] = half(hash, 0);
    low[place] = half(hash, 1);
    number[place] = ordinal;
  }

  private static int place(String hash) {
    return (int) half(hash, 0) & (PLACES - 1);
  }

  private static long half(String hash, int which) {
    return Long.parseUnsignedLong(hash, which * DIGITS, (which + 1) * DIGITS, HEXADECIMAL);
  }

  @Override
  public void close() throws SQLException {
    insert.close();
  }
}
