package assay.evaluation.support;

import assay.evaluation.runner.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Time that passes only by sleeping, and then at once. */
public final class VirtualClock implements Clock {

  private long now;
  private final List<Duration> sleeps = new ArrayList<>();

  @Override
  public synchronized long nanos() {
    return now;
  }

  @Override
  public synchronized void sleep(Duration duration) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    now += duration.toNanos();
    sleeps.add(duration);
  }

  /** Lets time pass. */
  public synchronized void advance(Duration duration) {
    now += duration.toNanos();
  }

  /** How long was slept, each time. */
  public synchronized List<Duration> sleeps() {
    return List.copyOf(sleeps);
  }

  /** All of it. */
  public synchronized Duration passed() {
    return Duration.ofNanos(now);
  }
}
