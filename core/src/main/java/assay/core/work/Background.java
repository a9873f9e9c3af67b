package assay.core.work;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Work on a thread of its own beside ours; a fault of it comes to light where it is asked for. */
public final class Background<T> implements AutoCloseable {

  private final ExecutorService thread;
  private final CompletableFuture<T> work;

  /**
   * Begins.
   *
   * @param name the thread's name
   */
  public Background(String name, Supplier<T> work) {
    this.thread =
        Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name(name).factory());
    this.work = CompletableFuture.supplyAsync(work, thread);
  }

  /** Waits for the result; throws what the work threw. */
  public T result() {
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

  /** What was made, if the work has ended well. */
  public Optional<T> made() {
    return work.state() == Future.State.SUCCESS ? Optional.of(work.resultNow()) : Optional.empty();
  }

  /** Waits until the work has ended, however. */
  @Override
  public void close() {
    thread.close();
  }
}
