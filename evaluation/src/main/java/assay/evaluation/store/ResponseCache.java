package assay.evaluation.store;

import assay.core.Sha256;
import assay.core.exchange.Attempt;
import assay.core.exchange.Reply;
import assay.evaluation.json.LogprobsJson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
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

  private final Path path;
  private final Connection connection;

  private ResponseCache(Path path, Connection connection) {
    this.path = path;
    this.connection = connection;
  }

  /** Opens the cache, making it where there is none. */
  public static ResponseCache open(Path path) {
    PrivateFiles.createFolders(path.toAbsolutePath().getParent());
    if (!Files.exists(path)) {
      PrivateFiles.createFile(path);
    }
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(20_000);
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
    try {
      Connection connection = config.createConnection("jdbc:sqlite:" + path.toAbsolutePath());
      try (Statement statement = connection.createStatement()) {
        statement.execute(LAYOUT);
      }
      return new ResponseCache(path, connection);
    } catch (SQLException e) {
      throw new StoreException("cannot open the cache " + path, e);
    }
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
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT *, model AS reply_model, NULL AS recorded_reading, NULL AS recorded_score"
                + " FROM cached WHERE key = ?")) {
      statement.setString(1, key);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Optional.of(ReplyRows.read(row)) : Optional.empty();
      }
    } catch (SQLException e) {
      throw new StoreException("cannot read the cache " + path, e);
    }
  }

  /** Keeps the replies among these ends that have a key and came from the reader itself. */
  synchronized void putAll(List<Finished> group) {
    try {
      connection.setAutoCommit(false);
      try (PreparedStatement statement =
          connection.prepareStatement(
              "INSERT OR IGNORE INTO cached VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
        for (Finished finished : group) {
          if (finished.cacheKey() != null
              && !finished.fromCache()
              && finished.attempt() instanceof Attempt.Answered answered) {
            put(statement, finished.cacheKey(), answered.reply());
          }
        }
      }
      connection.commit();
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      throw new StoreException("cannot write the cache " + path, e);
    }
  }

  private static void put(PreparedStatement statement, String key, Reply reply)
      throws SQLException {
    Sql.bind(
        statement,
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
    statement.executeUpdate();
  }

  @Override
  public synchronized void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new StoreException("cannot close the cache " + path, e);
    }
  }
}
