package assay.datasets.duckdb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * An empty DuckDB in memory that can read nothing but one file: no other files, no network, no
 * extensions, no change of its settings. Its memory is bounded; what does not fit goes to a private
 * folder, whose size is bounded too and which is deleted at the end.
 *
 * <p>One thread, so that the order of rows and of sums does not depend on the machine.
 */
public final class ConfinedDatabase implements AutoCloseable {

  /** How results are handed over. */
  public enum Results {
    /** Piece by piece, while the query runs: bounded memory, and faults anywhere on the way. */
    STREAMED,
    /** At once, when the query has run to its end; for small results, and for time limits. */
    WHOLE
  }

  private final DuckDBConnection connection;
  private final Path folder;

  private ConfinedDatabase(DuckDBConnection connection, Path folder) {
    this.connection = connection;
    this.folder = folder;
  }

  /**
   * Opens a database.
   *
   * @param readable the one file it may read, or null for none
   * @throws SQLException if the engine cannot be started
   * @throws IOException if the private folder cannot be made
   */
  public static ConfinedDatabase open(
      @Nullable Path readable, DatabaseLimits limits, Results results)
      throws SQLException, IOException {
    Path folder = Files.createTempDirectory("assay-duckdb-");
    try {
      DuckDBConnection connection =
          DriverManager.getConnection("jdbc:duckdb:", settings(folder, limits, results))
              .unwrap(DuckDBConnection.class);
      ConfinedDatabase database = new ConfinedDatabase(connection, folder);
      try {
        database.confine(readable);
        return database;
      } catch (SQLException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      delete(folder);
      throw e;
    }
  }

  private static Properties settings(Path folder, DatabaseLimits limits, Results results) {
    Properties settings = new Properties();
    settings.setProperty("jdbc_stream_results", String.valueOf(results == Results.STREAMED));
    settings.setProperty("memory_limit", limits.memoryBytes() + "B");
    settings.setProperty("threads", "1");
    settings.setProperty("temp_directory", folder.resolve("spill").toString());
    settings.setProperty("max_temp_directory_size", limits.diskBytes() + "B");
    settings.setProperty("home_directory", folder.toString());
    settings.setProperty("extension_directory", folder.resolve("none").toString());
    settings.setProperty("autoinstall_known_extensions", "false");
    settings.setProperty("autoload_known_extensions", "false");
    settings.setProperty("allow_community_extensions", "false");
    settings.setProperty("allow_persistent_secrets", "false");
    settings.setProperty("preserve_insertion_order", "true");
    return settings;
  }

  private void confine(@Nullable Path readable) throws SQLException {
    execute("SET TimeZone = 'UTC'");
    execute("SET errors_as_json = true");
    execute("SELECT setseed(0.5)");
    if (readable != null) {
      execute("SET allowed_paths = [" + text(readable.toString()) + "]");
    }
    execute("SET enable_external_access = false");
    execute("SET lock_configuration = true");
  }

  /** The connection; to be used by one thread at a time. */
  public DuckDBConnection connection() {
    return connection;
  }

  /**
   * Runs a statement of ours, whose result does not matter.
   *
   * @throws SQLException if it fails
   */
  public void execute(String statement) throws SQLException {
    try (Statement running = connection.createStatement()) {
      running.execute(statement);
    }
  }

  /**
   * The first cell of a result of ours, as text; null where it is null or there is none.
   *
   * @throws SQLException if the query fails
   */
  public @Nullable String first(String query) throws SQLException {
    try (Statement running = connection.createStatement();
        ResultSet result = running.executeQuery(query)) {
      return result.next() ? result.getString(1) : null;
    }
  }

  /** Why a statement failed, in the driver's words. */
  public DatabaseFault faultOf(SQLException thrown) {
    return DatabaseFault.of(thrown, 0);
  }

  /**
   * Why a query failed. While results stream, the driver tells of a failure at their beginning only
   * that there is no result; so the query is run again in a way that tells.
   */
  public DatabaseFault faultOf(SQLException thrown, String query) {
    DatabaseFault fault = DatabaseFault.of(thrown, 0);
    if (!fault.message().contains("Invalid result set")) {
      return fault;
    }
    String prefix = "EXPLAIN ANALYZE ";
    try {
      execute(prefix + query);
      return fault;
    } catch (SQLException said) {
      return DatabaseFault.of(said, prefix.length());
    }
  }

  /** A text as SQL writes it. */
  public static String text(String value) {
    return "'" + value.replace("'", "''") + "'";
  }

  /** A name as SQL writes it. */
  public static String name(String value) {
    return "\"" + value.replace("\"", "\"\"") + "\"";
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException("the database in memory cannot be closed", e);
    } finally {
      delete(folder);
    }
  }

  private static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              Files.deleteIfExists(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException fault)
                throws IOException {
              Files.deleteIfExists(visited);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException("the private folder " + folder + " cannot be deleted", e);
    }
  }
}
