package assay.evaluation.support;

import assay.evaluation.runner.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Time that stands still: who sleeps does so until interrupted. */
public final class HeldClock implements Clock {

  private final CountDownLatch asleep;

  /**
   * A clock.
   *
   * @param sleepers how many sleepers {@link #awaitSleepers} waits for
   */
  public HeldClock(int sleepers) {
    this.asleep = new CountDownLatch(sleepers);
  }

  @Override
  public long nanos() {
    return 0;
  }

  @Override
  public void sleep(Duration duration) throws InterruptedException {
    asleep.countDown();
    new CountDownLatch(1).await();
  }

  /** Waits until as many sleep as were announced. */
  public void awaitSleepers() throws InterruptedException {
    if (!asleep.await(30, TimeUnit.SECONDS)) {
      throw new AssertionError(asleep.getCount() + " more were to sleep");
    }
  }
}
