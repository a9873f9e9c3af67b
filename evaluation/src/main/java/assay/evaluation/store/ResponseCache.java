package assay.evaluation.store;

import assay.core.AssayException;
import assay.core.Problem;
import assay.core.Sha256;
import assay.core.exchange.Attempt;
import assay.core.exchange.Reply;
import assay.evaluation.json.LogprobsJson;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/**
 * Replies that were paid for once, by the content of the request: who answers (address, model,
 * options), the canonical request (messages, SHA-256 of pictures, settings) and the epoch. So arms
 * that put the same request share a reply, and epochs stay independent draws. A failure is never
 * kept. One SQLite file, for its owner's eyes only; safe for several threads and processes.
 */
public final class ResponseCache implements AutoCloseable {

  private static final String LAYOUT =
      """
      CREATE TABLE IF NOT EXISTS cached (
        key TEXT PRIMARY KEY, text TEXT NOT NULL, reasoning TEXT, finish TEXT NOT NULL,
        prompt_tokens INTEGER, completion_tokens INTEGER, reasoning_tokens INTEGER, cached_tokens INTEGER,
        cost REAL, seconds REAL, logprobs TEXT, model TEXT, raw TEXT NOT NULL
      ) WITHOUT ROWID
      """;

  private static final String GET =
      "SELECT " + ReplyRows.CACHE_COLUMNS + " FROM cached WHERE key = ?";
  private static final String PUT =
      "INSERT OR IGNORE INTO cached VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private final Path path;
  private final Connection connection;
  private final PreparedStatement get;
  private final PreparedStatement put;

  private ResponseCache(Path path, Connection connection) throws SQLException {
    this.path = path;
    this.connection = connection;
    this.get = connection.prepareStatement(GET);
    this.put = connection.prepareStatement(PUT);
  }

  /**
   * Opens the cache, making it where there is none.
   *
   * @throws AssayException if the file is no cache or is damaged, or its folder cannot be written
   */
  public static ResponseCache open(Path path) {
    PrivateFiles.createFolders(path.toAbsolutePath().getParent());
    PrivateFiles.createFileIfAbsent(path);
    boolean opened = false;
    @Nullable Connection connection = null;
    try {
      connection = Databases.write(path, SQLiteConfig.SynchronousMode.NORMAL);
      try (Statement statement = connection.createStatement()) {
        statement.execute(LAYOUT);
      }
      ResponseCache cache = new ResponseCache(path, connection);
      opened = true;
      return cache;
    } catch (SQLException e) {
      throw failure(path, "open", e);
    } finally {
      if (!opened && connection != null) {
        closeQuietly(connection);
      }
    }
  }

  /** The failure to open it is told; another one to close it would only hide that. */
  private static void closeQuietly(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      // see above
    }
  }

  private static RuntimeException failure(Path path, String what, SQLException e) {
    return new AssayException(
        AssayException.Category.USAGE,
        Problem.of("cannot " + what + " the cache of replies: " + e.getMessage())
            .at(path.toString())
            .remedy(
                "go on without it by --no-cache, or delete it: replies are paid for again then"),
        e);
  }

  /**
   * The key of a reply.
   *
   * @param identity {@link assay.core.exchange.Reader#identity()}
   * @param request canonical text of the request
   * @param epoch 1-based repetition
   */
  public static String key(String identity, String request, int epoch) {
    return Sha256.of(
        identity.length() + ":" + identity + ";" + request.length() + ":" + request + ";" + epoch);
  }

  /** The reply kept under this key. */
  public synchronized Optional<Reply> get(String key) {
    try {
      get.setString(1, key);
      try (ResultSet row = get.executeQuery()) {
        return row.next() ? Optional.of(ReplyRows.read(row, 1)) : Optional.empty();
      }
    } catch (SQLException e) {
      throw failure(path, "read", e);
    }
  }

  /** Keeps the replies among these ends that have a key and came from the reader itself. */
  synchronized void putAll(List<Finished> group) {
    try (Transaction transaction = new Transaction(connection)) {
      for (Finished finished : group) {
        if (finished.cacheKey() != null
            && !finished.fromCache()
            && finished.attempt() instanceof Attempt.Answered answered) {
          put(finished.cacheKey(), answered.reply());
        }
      }
      transaction.commit();
    } catch (SQLException e) {
      throw failure(path, "write", e);
    }
  }

  private void put(String key, Reply reply) throws SQLException {
    Sql.bind(
        put,
        key,
        reply.text(),
        reply.reasoning(),
        reply.finish().id(),
        reply.usage().promptTokens(),
        reply.usage().completionTokens(),
        reply.usage().reasoningTokens(),
        reply.usage().cachedTokens(),
        reply.cost(),
        reply.seconds(),
        LogprobsJson.write(reply.logprobs()),
        reply.model(),
        reply.raw());
    put.executeUpdate();
  }

  @Override
  public synchronized void close() {
    try (connection;
        get) {
      put.close();
    } catch (SQLException e) {
      throw failure(path, "close", e);
    }
  }
}
