package assay.evaluation.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteOpenMode;

/** How Assay opens SQLite files. */
final class Databases {

  private static final int BUSY_MILLIS = 20_000;
  private static final int CACHE_KIB = 8_000;

  private Databases() {}

  /** Opens a file to read it, also while others write. */
  static Connection read(Path path) throws SQLException {
    SQLiteConfig config = config();
    config.setReadOnly(true);
    return config.createConnection("jdbc:sqlite:" + uri(path));
  }

  /** Opens a file that is there, to write it, in WAL mode: what is committed is on disk. */
  static Connection write(Path path, SQLiteConfig.SynchronousMode synchronous) throws SQLException {
    SQLiteConfig config = config();
    config.resetOpenMode(SQLiteOpenMode.CREATE);
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(synchronous);
    return config.createConnection("jdbc:sqlite:" + uri(path));
  }

  /** Opens an empty database that is nowhere but in memory. */
  static Connection memory() throws SQLException {
    return config().createConnection("jdbc:sqlite::memory:");
  }

  private static SQLiteConfig config() {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(BUSY_MILLIS);
    config.setCacheSize(-CACHE_KIB);
    config.setGetGeneratedKeys(false); // else every insert is followed by a query for its key
    return config;
  }

  /** The file's name for SQLite; characters that mean something there are escaped. */
  static String uri(Path path) {
    return path.toAbsolutePath().toUri().toString();
  }

  /** Whether the fault lies in the file's content. */
  static boolean isDamage(SQLException e) {
    return is(e, SQLiteErrorCode.SQLITE_CORRUPT) || is(e, SQLiteErrorCode.SQLITE_NOTADB);
  }

  static boolean is(SQLException e, SQLiteErrorCode code) {
    return e.getErrorCode() == code.code;
  }
}
