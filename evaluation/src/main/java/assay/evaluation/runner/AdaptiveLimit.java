package assay.evaluation.runner;

import assay.core.exchange.Attempt;
import assay.core.exchange.FailureKind;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How many requests may be under way at once. Starts low and doubles every round trip (slow start)
 * until the most allowed or the first sign of overload; then adds one a round trip. Halves, at most
 * once a round trip, when the endpoint asks to slow down, fails under load, or grows slow without
 * giving more: a round trip over three times the fastest seen while no more requests a second come
 * through than before the last rise. A wait that the endpoint asks for holds for everybody.
 */
public final class AdaptiveLimit {

  private static final int START = 8;
  private static final double SLOW = 3;
  private static final double GAIN = 1.05;
  private static final double SMOOTHING = 0.1;

  private final int most;
  private final Clock clock;
  private double limit;
  private boolean slowStart = true;
  private int inFlight;
  private long pausedUntil = Long.MIN_VALUE;
  private double latency = Double.NaN;
  private double fastest = Double.POSITIVE_INFINITY;
  private long windowStart;
  private int windowDone;
  private double windowRate;
  private long lastCut = Long.MIN_VALUE;
  private boolean open = true;

  /**
   * A limit.
   *
   * @param most most requests at once, at least 1
   */
  public AdaptiveLimit(int most, Clock clock) {
    if (most < 1) {
      throw new IllegalArgumentException("most requests at once " + most + ": expected at least 1");
    }
    this.most = most;
    this.clock = clock;
    this.limit = Math.min(START, most);
    this.windowStart = clock.nanos();
  }

  /**
   * Waits until one more may start.
   *
   * @return false if the limit was closed instead
   */
  public boolean acquire() throws InterruptedException {
    while (true) {
      long pause;
      synchronized (this) {
        while (open && inFlight >= (int) limit) {
          wait();
        }
        if (!open) {
          return false;
        }
        pause = pausedUntil - clock.nanos();
        if (pausedUntil == Long.MIN_VALUE || pause <= 0) {
          inFlight++;
          return true;
        }
      }
      clock.sleep(Duration.ofNanos(Math.min(pause, 100_000_000L)));
    }
  }

  /** Lets nobody start any more; those who wait are turned away. */
  public synchronized void close() {
    open = false;
    notifyAll();
  }

  /**
   * Gives the place back and learns from how the exchange went.
   *
   * @param nanos how long it took
   */
  public synchronized void release(Attempt attempt, long nanos) {
    inFlight--;
    windowDone++;
    switch (attempt) {
      case Attempt.Answered answered -> succeeded(nanos);
      case Attempt.Failed failed -> failed(failed);
    }
    @Nullable Long left = attempt.pace().remainingRequests();
    if (left != null && left == 0) {
      pause(attempt.pace().reset());
    }
    notifyAll();
  }

  /** Gives the place back of a trial that asked nobody. */
  public synchronized void release() {
    inFlight--;
    notifyAll();
  }

  /** How many may be under way now. */
  public synchronized int current() {
    return (int) limit;
  }

  private void succeeded(long nanos) {
    latency = Double.isNaN(latency) ? nanos : latency + SMOOTHING * (nanos - latency);
    fastest = Math.min(fastest, (double) nanos);
    long now = clock.nanos();
    if (now - windowStart >= (long) latency && windowDone >= limit) {
      double rate = windowDone / (double) (now - windowStart);
      boolean gained = rate > windowRate * GAIN;
      if (latency > SLOW * fastest && !gained && limit > START) {
        cut(now);
      }
      windowRate = rate;
      windowStart = now;
      windowDone = 0;
    }
    limit = Math.min(most, slowStart ? limit + 1 : limit + 1 / limit);
  }

  private void failed(Attempt.Failed failed) {
    if (failed.kind() == FailureKind.RATE_LIMITED
        || failed.kind() == FailureKind.SERVER
        || failed.kind() == FailureKind.TIMEOUT) {
      cut(clock.nanos());
    }
    if (failed.kind() == FailureKind.RATE_LIMITED) {
      pause(failed.pace().retryAfter());
    }
  }

  private void cut(long now) {
    double roundTrip = Double.isNaN(latency) ? 0 : latency;
    if (lastCut != Long.MIN_VALUE && now - lastCut < roundTrip) {
      return;
    }
    slowStart = false;
    limit = Math.max(1, limit / 2);
    lastCut = now;
    fastest = Double.POSITIVE_INFINITY;
  }

  private void pause(@Nullable Duration wait) {
    if (wait != null && !wait.isNegative()) {
      long until = clock.nanos() + wait.toNanos();
      pausedUntil = pausedUntil == Long.MIN_VALUE ? until : Math.max(pausedUntil, until);
    }
  }
}
