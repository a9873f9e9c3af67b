package assay.evaluation.store;

import java.sql.Connection;
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
 * disk is slow. A failure of disk, cache or listener ends the writing; it reaches whoever hands
 * something over next, and whoever closes.
 */
public final class ReplyWriter implements AutoCloseable {

  private static final int GROUP = 512;
  private static final int GROUP_MILLIS = 20;
  private static final int QUEUE = 1024;
  private static final int LOOK_UP_MILLIS = 100;

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
    this.thread = Thread.ofPlatform().name("assay-writer").start(this::run);
  }

  /**
   * Hands an end over; waits while the queue is full, also on a thread that is interrupted: what
   * was paid for is not to be lost.
   *
   * @throws RuntimeException the failure that ended the writing, if any did
   */
  public void submit(Finished finished) {
    boolean interrupted = false;
    try {
      throwIfFailed();
      boolean taken = queue.offer(finished);
      while (!taken) {
        throwIfFailed();
        try {
          taken = queue.offer(finished, LOOK_UP_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /**
   * Writes what was handed over and ends the thread.
   *
   * @throws RuntimeException the failure that ended the writing, if any did
   */
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

  private void run() {
    try {
      write();
    } catch (SQLException e) {
      failure = file.failure("write", e);
    } catch (RuntimeException e) {
      failure = e;
    } catch (Error e) { // nobody sees what this thread throws; whoever closes is to see it
      failure = new IllegalStateException("the writing of replies failed", e);
    }
  }

  private void write() throws SQLException {
    Connection connection = file.connection();
    try (Transaction transaction = new Transaction(connection);
        FinishedRows rows = new FinishedRows(connection)) {
      List<Finished> group = new ArrayList<>(GROUP);
      while (gather(group)) {
        for (Finished finished : group) {
          rows.write(finished);
        }
        transaction.commit();
        group.forEach(durable);
        if (cache != null) {
          cache.putAll(group);
        }
        group.clear();
      }
    }
  }

  /** Fills the group; false when all is written and no more will come. */
  private boolean gather(List<Finished> group) {
    long deadline = 0;
    while (group.size() < GROUP) {
      boolean last = closing; // before looking: what is handed over after that does not count
      @Nullable Finished next = null;
      try {
        long wait = group.isEmpty() ? GROUP_MILLIS : Math.max(0, deadline - millis());
        next = queue.poll(wait, TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        closing = true;
      }
      if (next == null) {
        if (!group.isEmpty() || last) {
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
}
