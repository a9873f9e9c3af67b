package assay.evaluation.store;

import assay.core.exchange.Attempt;
import assay.core.exchange.Part;
import assay.core.exchange.Reply;
import assay.evaluation.json.LogprobsJson;
import assay.evaluation.json.RequestJson;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes ends of trials, in groups, by one thread. What was handed over is on disk when the
 * listener hears of it. Callers block while the queue is full, so memory stays bounded when the
 * disk is slow.
 */
public final class ReplyWriter implements AutoCloseable {

  private static final int GROUP = 512;
  private static final int GROUP_MILLIS = 20;
  private static final int QUEUE = 2048;

  private final RunFile file;
  private final @Nullable ResponseCache cache;
  private final Consumer<Finished> durable;
  private final BlockingQueue<Finished> queue = new ArrayBlockingQueue<>(QUEUE);
  private final Thread thread;
  private volatile boolean closing;
  private volatile @Nullable RuntimeException failure;

  /**
   * Starts the writing thread.
   *
   * @param cache where replies are cached too, or null
   * @param durable hears of every end after it is on disk, on the writing thread
   */
  public ReplyWriter(RunFile file, @Nullable ResponseCache cache, Consumer<Finished> durable) {
    this.file = file;
    this.cache = cache;
    this.durable = durable;
    this.thread = Thread.ofPlatform().name("assay-writer").start(this::write);
  }

  /**
   * Hands an end over; waits while the queue is full.
   *
   * @throws InterruptedException if the thread is interrupted while it waits
   * @throws RuntimeException the failure that ended the writing, if any did
   */
  public void submit(Finished finished) throws InterruptedException {
    do {
      throwIfFailed();
    } while (!queue.offer(finished, 100, TimeUnit.MILLISECONDS));
  }

  /** Writes what was handed over and ends the thread. */
  @Override
  public void close() {
    closing = true;
    boolean interrupted = false;
    while (true) {
      try {
        thread.join();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    throwIfFailed();
  }

  private void throwIfFailed() {
    RuntimeException thrown = failure;
    if (thrown != null) {
      throw thrown;
    }
  }

  private void write() {
    Connection connection = file.connection();
    try (Statements statements = new Statements(connection)) {
      connection.setAutoCommit(false);
      List<Finished> group = new ArrayList<>(GROUP);
      while (gather(group)) {
        for (Finished finished : group) {
          statements.write(finished);
        }
        connection.commit();
        if (cache != null) {
          cache.putAll(group);
        }
        group.forEach(durable);
        group.clear();
      }
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      failure = file.failure("write", e);
    } catch (StoreException e) {
      failure = e;
    }
  }

  /** Fills the group; false when all is written and no more will come. */
  private boolean gather(List<Finished> group) {
    long deadline = 0;
    while (group.size() < GROUP) {
      @Nullable Finished next = null;
      try {
        long wait = group.isEmpty() ? GROUP_MILLIS : Math.max(0, deadline - millis());
        next = queue.poll(wait, TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        closing = true;
      }
      if (next == null) {
        if (!group.isEmpty() || (closing && queue.isEmpty())) {
          break;
        }
        continue;
      }
      if (group.isEmpty()) {
        deadline = millis() + GROUP_MILLIS;
      }
      group.add(next);
    }
    return !group.isEmpty();
  }

  private static long millis() {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
  }

  /** The prepared statements of one connection. */
  private static final class Statements implements AutoCloseable {
    private final PreparedStatement reply;
    private final PreparedStatement request;
    private final PreparedStatement media;
    private final PreparedStatement trial;

    Statements(Connection connection) throws SQLException {
      reply =
          connection.prepareStatement(
              "INSERT OR REPLACE INTO reply VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
      request = connection.prepareStatement("INSERT OR IGNORE INTO request VALUES (?, ?)");
      media = connection.prepareStatement("INSERT OR IGNORE INTO media VALUES (?, ?, ?, ?, ?)");
      trial =
          connection.prepareStatement(
              "UPDATE trial SET state = ?, reason = ?, message = ?, attempts = attempts + ?, request = ?"
                  + " WHERE ordinal = ?");
    }

    void write(Finished finished) throws SQLException {
      @Nullable String hash = null;
      if (finished.request() != null) {
        hash = RequestJson.hash(finished.request());
        Sql.bind(request, hash, finished.request());
        request.executeUpdate();
      }
      for (Part.ImagePart image : finished.images()) {
        Sql.bind(
            media, image.sha256(), image.mime(), image.width(), image.height(), image.provenance());
        media.executeUpdate();
      }
      switch (finished.attempt()) {
        case Attempt.Answered answered -> {
          write(finished.trial(), answered.reply(), finished.fromCache());
          Sql.bind(trial, "answered", null, null, finished.attempts(), hash, finished.trial());
        }
        case Attempt.Failed failed -> {
          boolean skipped = finished.skipped() != null;
          Sql.bind(
              trial,
              skipped ? "skipped" : "failed",
              skipped ? finished.skipped() : failed.kind().id(),
              skipped ? null : failed.message(),
              finished.attempts(),
              hash,
              finished.trial());
        }
      }
      trial.executeUpdate();
    }

    private void write(long ordinal, Reply answer, boolean fromCache) throws SQLException {
      Sql.bind(
          reply,
          ordinal,
          answer.text(),
          answer.reasoning(),
          answer.finish().id(),
          answer.usage().promptTokens(),
          answer.usage().completionTokens(),
          answer.usage().reasoningTokens(),
          answer.usage().cachedTokens(),
          answer.cost(),
          answer.seconds(),
          LogprobsJson.write(answer.logprobs()),
          answer.model(),
          answer.raw(),
          answer.recorded() == null ? null : answer.recorded().reading(),
          answer.recorded() == null ? null : answer.recorded().score(),
          fromCache ? 1 : 0);
      reply.executeUpdate();
    }

    @Override
    public void close() throws SQLException {
      reply.close();
      request.close();
      media.close();
      trial.close();
    }
  }
}
