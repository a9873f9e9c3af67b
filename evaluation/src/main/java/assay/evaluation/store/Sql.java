package assay.evaluation.store;

import assay.evaluation.json.Json;
import assay.evaluation.json.Surrogates;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;

/** Short forms of JDBC. */
final class Sql {

  private Sql() {}

  /** Runs a statement with these parameters. */
  static int update(Connection connection, String sql, @Nullable Object... parameters) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, parameters);
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw failed(sql, e);
    }
  }

  /** The one whole number that a query gives. */
  static long number(Connection connection, String sql, @Nullable Object... parameters) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, parameters);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? rows.getLong(1) : 0;
      }
    } catch (SQLException e) {
      throw failed(sql, e);
    }
  }

  /** The one text that a query gives; empty where it gives none. */
  static Optional<String> text(Connection connection, String sql, @Nullable Object... parameters) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, parameters);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? Optional.ofNullable(rows.getString(1)) : Optional.empty();
      }
    } catch (SQLException e) {
      throw failed(sql, e);
    }
  }

  private static RuntimeException failed(String sql, SQLException e) {
    if (Databases.is(e, SQLiteErrorCode.SQLITE_FULL)) {
      return RunFileFaults.full(null, "write", e);
    }
    return Databases.isDamage(e)
        ? Json.damaged(String.valueOf(e.getMessage()))
        : new StoreException("cannot run " + sql, e);
  }

  /** Sets the parameters of a statement; texts become such as UTF-8 can hold. */
  static void bind(PreparedStatement statement, @Nullable Object... parameters)
      throws SQLException {
    for (int i = 0; i < parameters.length; i++) {
      if (parameters[i] instanceof String text) {
        statement.setString(i + 1, Surrogates.replaced(text));
      } else {
        statement.setObject(i + 1, parameters[i]);
      }
    }
  }

  static @Nullable Long longOrNull(ResultSet row, int column) throws SQLException {
    long value = row.getLong(column);
    return value == 0 && row.wasNull() ? null : Long.valueOf(value);
  }

  static @Nullable Double doubleOrNull(ResultSet row, int column) throws SQLException {
    double value = row.getDouble(column);
    return value == 0 && row.wasNull() ? null : Double.valueOf(value);
  }
}
