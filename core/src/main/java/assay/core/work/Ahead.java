package assay.core.work;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Goes through an iterator on a thread of its own, some batches ahead of who takes from it, in its
 * order. So rows are read while those before them are written. A fault of the iterator is thrown
 * after everything before it was taken.
 */
public final class Ahead<T> implements Iterator<T>, AutoCloseable {

  private static final int BATCH = 64;
  private static final int BATCHES = 4;

  private static final long LOOK_UP_MILLIS = 50;

  private final BlockingQueue<List<T>> queue = new ArrayBlockingQueue<>(BATCHES);
  private final Background<Boolean> reading;
  private volatile boolean closed;
  private Iterator<T> batch = List.<T>of().iterator();
  private boolean ended;

  /** Begins to go through the iterator, which nobody else may touch until this is closed. */
  public Ahead(String name, Iterator<T> source) {
    reading = new Background<>(name, () -> read(source));
  }

  /** The empty batch says that nothing more comes. */
  private boolean read(Iterator<T> source) {
    try {
      while (!closed && source.hasNext()) {
        List<T> next = new ArrayList<>(BATCH);
        while (next.size() < BATCH && source.hasNext()) {
          next.add(source.next());
        }
        put(next);
      }
    } finally {
      put(List.of());
    }
    return true;
  }

  private void put(List<T> next) {
    try {
      boolean put = false;
      while (!put && !closed) {
        put = queue.offer(next, LOOK_UP_MILLIS, TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts this thread", e);
    }
  }

  @Override
  public boolean hasNext() {
    while (!ended && !batch.hasNext()) {
      List<T> next = take();
      if (next.isEmpty()) {
        ended = true;
        reading.result();
      }
      batch = next.iterator();
    }
    return batch.hasNext();
  }

  /** An interrupt is kept for later: what is read ends soon enough. */
  private List<T> take() {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return queue.take();
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

  @Override
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return batch.next();
  }

  /** Waits until the iterator is left alone. */
  @Override
  public void close() {
    closed = true;
    reading.close();
  }
}
