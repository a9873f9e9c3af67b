package assay.report.export;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * Parquet by DuckDB; the rows wait in a table of its own, which it keeps on disk beside the file
 * when they are many.
 */
final class ParquetSink implements RowSink {

  private final Path file;
  private final Connection connection;
  private final DuckDBAppender appender;

  ParquetSink(Path file) throws IOException {
    this.file = file;
    try {
      connection = DriverManager.getConnection("jdbc:duckdb:");
      try (Statement statement = connection.createStatement()) {
        statement.execute("SET memory_limit = '256MB'");
        statement.execute("SET threads = 1");
        statement.execute("CREATE TABLE rows (" + columns() + ")");
      }
      appender = connection.unwrap(DuckDBConnection.class).createAppender("main", "rows");
    } catch (SQLException e) {
      throw new IOException("cannot begin " + file + ": " + e.getMessage(), e);
    }
  }

  private static String columns() {
    return Arrays.stream(ExportColumn.values())
        .map(column -> '"' + column.heading() + "\" " + type(column.type()))
        .collect(Collectors.joining(", "));
  }

  private static String type(ExportColumn.Type type) {
    return switch (type) {
      case TEXT, JSON -> "VARCHAR";
      case INTEGER -> "BIGINT";
      case NUMBER -> "DOUBLE";
      case BOOLEAN -> "BOOLEAN";
    };
  }

  @Override
  public void write(List<@Nullable Object> cells) throws IOException {
    try {
      appender.beginRow();
      for (@Nullable Object cell : cells) {
        switch (cell) {
          case null -> appender.appendNull();
          case Long number -> appender.append(number.longValue());
          case Double number -> appender.append(number.doubleValue());
          case Boolean bool -> appender.append(bool.booleanValue());
          default -> appender.append(JsonlSink.encodable(cell.toString()));
        }
      }
      appender.endRow();
    } catch (SQLException e) {
      throw new IOException("cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  @Override
  public void finish() throws IOException {
    try {
      appender.close();
      try (Statement statement = connection.createStatement()) {
        String target = file.toAbsolutePath().toString().replace("'", "''");
        statement.execute(
            "COPY rows TO '" + target + "' (FORMAT parquet, COMPRESSION zstd, USE_TMP_FILE false)");
      }
    } catch (SQLException e) {
      throw new IOException("cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  @Override
  public void release() throws IOException {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IOException("cannot end " + file + ": " + e.getMessage(), e);
    }
  }
}
