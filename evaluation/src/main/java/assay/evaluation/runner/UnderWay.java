package assay.evaluation.runner;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * The trials that have begun and not ended: on the wire, or asleep until they are tried again.
 * Wakes the sleepers when the run is stopped, and lets a run end only when all of them have.
 */
final class UnderWay {

  private final Set<Thread> threads = new HashSet<>();
  private final Set<Thread> asleep = new HashSet<>();
  private boolean stopped;

  /** Begins a trial on a virtual thread of its own. */
  void start(Runnable trial) {
    Thread thread = Thread.ofVirtual().unstarted(() -> carryOut(trial));
    synchronized (this) {
      threads.add(thread);
    }
    thread.start();
  }

  private void carryOut(Runnable trial) {
    try {
      trial.run();
    } finally {
      synchronized (this) {
        threads.remove(Thread.currentThread());
        notifyAll();
      }
    }
  }

  /**
   * Waits until the number of trials under way lets another one begin.
   *
   * @return false if the run was stopped instead
   */
  synchronized boolean awaitRoom(IntPredicate room) throws InterruptedException {
    while (!stopped && !room.test(threads.size())) {
      wait();
    }
    return !stopped;
  }

  /** Waits until every trial has ended. */
  synchronized void awaitEnd() throws InterruptedException {
    while (!threads.isEmpty()) {
      wait();
    }
  }

  /**
   * Lets the trial of this thread sleep.
   *
   * @return false if the run was stopped meanwhile
   */
  boolean sleep(Clock clock, Duration time) throws InterruptedException {
    Thread self = Thread.currentThread();
    synchronized (this) {
      if (stopped) {
        return false;
      }
      asleep.add(self);
    }
    try {
      clock.sleep(time);
      return awake(self);
    } catch (InterruptedException e) {
      if (awake(self)) {
        throw e;
      }
      return false;
    }
  }

  /** Nobody is woken after this; a waking that came too late is forgotten. */
  private synchronized boolean awake(Thread self) {
    asleep.remove(self);
    if (stopped) {
      Thread.interrupted();
    }
    return !stopped;
  }

  /** Lets no trial begin or go on sleeping; those on the wire are left alone. */
  synchronized void stop() {
    stopped = true;
    asleep.forEach(Thread::interrupt);
    notifyAll();
  }

  /** Interrupts all, those on the wire too. */
  synchronized void interrupt() {
    threads.forEach(Thread::interrupt);
  }
}
