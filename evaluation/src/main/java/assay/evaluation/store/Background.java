package assay.evaluation.store;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Work on a thread of its own beside ours; a fault of it comes to light where it is asked for. */
final class Background<T> implements AutoCloseable {

  private final ExecutorService thread;
  private final CompletableFuture<T> work;

  /** Begins. */
  Background(String name, Supplier<T> work) {
    this.thread =
        Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name(name).factory());
    this.work = CompletableFuture.supplyAsync(work, thread);
  }

  /** Waits for the result; throws what the work threw. */
  T result() {
    try {
      return work.join();
    } catch (CompletionException e) {
      switch (e.getCause()) {
        case RuntimeException fault -> throw fault;
        case Error fault -> throw fault;
        case null, default -> throw e;
      }
    }
  }

  /** Waits until the work has ended, however. */
  @Override
  public void close() {
    thread.close();
  }
}
