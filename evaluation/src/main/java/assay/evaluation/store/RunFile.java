package assay.evaluation.store;

import assay.core.AssayException;
import assay.core.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;

/**
 * An open run file. Written by one process at a time (a lock file beside it says so), read by any
 * number. While it is open for writing it is in WAL mode; closing brings everything into the one
 * file.
 */
public final class RunFile implements AutoCloseable {

  /** Version of the layout, SQLite's {@code user_version}. */
  public static final int LAYOUT = 1;

  /** SQLite's {@code application_id}: the letters ASAY. */
  static final int APPLICATION = 0x41534159;

  private final Path path;
  private final Connection connection;
  private final @Nullable FileChannel lock;

  private RunFile(Path path, Connection connection, @Nullable FileChannel lock) {
    this.path = path;
    this.connection = connection;
    this.lock = lock;
  }

  /**
   * Makes a new run file, for its owner's eyes only.
   *
   * @throws AssayException if there is a file of this name already, or the folder cannot be written
   */
  public static RunFile create(Path path) {
    requireAbsent(path);
    PrivateFiles.createFolders(path.toAbsolutePath().getParent());
    PrivateFiles.createFile(path);
    @Nullable FileChannel lock = null;
    try {
      lock = lock(path);
      Connection connection = connect(path, false);
      try (Statement statement = connection.createStatement()) {
        statement.execute("PRAGMA application_id=" + APPLICATION);
        statement.execute("PRAGMA user_version=" + LAYOUT);
        for (String sql : layout().split(";\\s*\\R", -1)) {
          if (!sql.isBlank()) {
            statement.execute(sql);
          }
        }
      }
      return new RunFile(path, connection, lock);
    } catch (SQLException e) {
      release(path, lock);
      throw new StoreException("cannot make the run file " + path, e);
    }
  }

  /**
   * Checks that a name is free.
   *
   * @throws AssayException if there is a file of this name already
   */
  public static void requireAbsent(Path path) {
    if (Files.exists(path)) {
      throw AssayException.usage(
          Problem.of("there is a file of this name already")
              .at(path.toString())
              .remedy("name another file with -o, or go on with it: assay resume " + path));
    }
  }

  /** Takes back a run file that could not be written to its end. */
  public static void discard(Path path) {
    try {
      Files.deleteIfExists(path);
      Files.deleteIfExists(path.resolveSibling(path.getFileName() + "-wal"));
      Files.deleteIfExists(path.resolveSibling(path.getFileName() + "-shm"));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + path, e);
    }
  }

  /** Opens a run file for reading and writing. */
  public static RunFile open(Path path) {
    requireRunFile(path);
    FileChannel lock = lock(path);
    try {
      return new RunFile(path, connect(path, false), lock);
    } catch (SQLException e) {
      release(path, lock);
      throw new StoreException("cannot open the run file " + path, e);
    }
  }

  /** Opens a run file for reading only, also while another process writes it. */
  public static RunFile openReadOnly(Path path) {
    requireRunFile(path);
    try {
      return new RunFile(path, connect(path, true), null);
    } catch (SQLException e) {
      throw new StoreException("cannot open the run file " + path, e);
    }
  }

  public Path path() {
    return path;
  }

  Connection connection() {
    return connection;
  }

  /** A second connection for reading while the first one writes; to be closed by the caller. */
  Connection reader() {
    try {
      return connect(path, true);
    } catch (SQLException e) {
      throw new StoreException("cannot open the run file " + path, e);
    }
  }

  /** Everything that table {@code run} holds, by key. */
  public SequencedMap<String, String> values() {
    SequencedMap<String, String> values = new LinkedHashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT key, value FROM run ORDER BY key")) {
      while (rows.next()) {
        values.put(rows.getString(1), rows.getString(2));
      }
    } catch (SQLException e) {
      throw failure("read", e);
    }
    return values;
  }

  /** One value of table {@code run}. */
  public Optional<String> value(String key) {
    return Optional.ofNullable(values().get(key));
  }

  /** Sets a value of table {@code run}. */
  public void put(String key, String value) {
    Sql.update(connection, "INSERT OR REPLACE INTO run VALUES (?, ?)", key, value);
  }

  /** Notes that something happened; for people who look back, never part of a result. */
  public void event(String kind, String text) {
    Sql.update(
        connection,
        "INSERT INTO event (at, kind, text) VALUES (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), ?, ?)",
        kind,
        text);
  }

  /**
   * Has SQLite look at every page of the file.
   *
   * @throws AssayException if it is damaged
   */
  public void requireIntact() {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("PRAGMA integrity_check(5)")) {
      while (rows.next()) {
        if (!rows.getString(1).equals("ok")) {
          throw AssayException.data(
              Problem.of("the file is damaged: " + rows.getString(1)).at(path.toString()));
        }
      }
    } catch (SQLException e) {
      throw failure("read", e);
    }
  }

  StoreException failure(String what, SQLException e) {
    return new StoreException("cannot " + what + " the run file " + path, e);
  }

  @Override
  public void close() {
    try {
      if (lock != null && !connection.isClosed()) {
        try (Statement statement = connection.createStatement()) {
          statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
          statement.execute("PRAGMA journal_mode=DELETE");
        }
      }
      connection.close();
    } catch (SQLException e) {
      throw failure("close", e);
    } finally {
      release(path, lock);
    }
  }

  private static Connection connect(Path path, boolean readOnly) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(20_000);
    config.setCacheSize(-8_000);
    if (readOnly) {
      config.setReadOnly(true);
    } else {
      config.resetOpenMode(SQLiteOpenMode.CREATE);
      config.setJournalMode(SQLiteConfig.JournalMode.WAL);
      config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    }
    return config.createConnection("jdbc:sqlite:" + path.toAbsolutePath());
  }

  private static void requireRunFile(Path path) {
    Problem notOne =
        Problem.of("this is not a run file of Assay")
            .at(path.toString())
            .expected("a file NAME.assay that 'assay run' wrote");
    if (!Files.isRegularFile(path)) {
      throw AssayException.usage(
          Problem.of(Files.exists(path) ? "this is not a file" : "there is no such file")
              .at(path.toString()));
    }
    byte[] head = new byte[100];
    try (InputStream in = Files.newInputStream(path)) {
      if (in.readNBytes(head, 0, head.length) < head.length
          || !new String(head, 0, 15, StandardCharsets.US_ASCII).equals("SQLite format 3")) {
        throw AssayException.data(notOne);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path, e);
    }
    int layout = -1;
    try (Connection connection = connect(path, true);
        Statement statement = connection.createStatement()) {
      try (ResultSet id = statement.executeQuery("PRAGMA application_id")) {
        if (!id.next() || id.getInt(1) != APPLICATION) {
          throw AssayException.data(notOne);
        }
      }
      try (ResultSet version = statement.executeQuery("PRAGMA user_version")) {
        layout = version.next() ? version.getInt(1) : -1;
      }
    } catch (SQLException e) {
      throw new AssayException(
          AssayException.Category.DATA,
          Problem.of("the file is damaged: " + e.getMessage()).at(path.toString()),
          e);
    }
    if (layout != LAYOUT) {
      throw AssayException.data(
          Problem.of("the run file has layout " + layout)
              .at(path.toString())
              .expected("layout " + LAYOUT)
              .remedy(
                  "use the version of Assay that wrote it, see: sqlite3 FILE \"SELECT * FROM run\""));
    }
  }

  private static Path lockFile(Path path) {
    return path.resolveSibling(path.getFileName() + ".lock");
  }

  private static FileChannel lock(Path path) {
    try {
      FileChannel channel =
          FileChannel.open(lockFile(path), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      @Nullable FileLock held;
      try {
        held = channel.tryLock();
      } catch (OverlappingFileLockException e) {
        held = null;
      }
      if (held == null) {
        channel.close();
        throw AssayException.usage(
            Problem.of("another process is writing this run")
                .at(path.toString())
                .remedy("wait until it has ended"));
      }
      return channel;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot lock " + path, e);
    }
  }

  private static void release(Path path, @Nullable FileChannel lock) {
    if (lock == null) {
      return;
    }
    try {
      Files.deleteIfExists(lockFile(path));
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot unlock " + path, e);
    }
  }

  private static String layout() {
    try (@Nullable InputStream in = RunFile.class.getResourceAsStream("run-file.sql")) {
      if (in == null) {
        throw new IllegalStateException("run-file.sql is missing from the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
