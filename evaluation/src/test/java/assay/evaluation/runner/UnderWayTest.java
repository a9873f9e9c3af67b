package assay.evaluation.runner;

import static org.assertj.core.api.Assertions.assertThat;

import assay.evaluation.support.HeldClock;
import assay.evaluation.support.VirtualClock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class UnderWayTest {

  private final UnderWay underWay = new UnderWay();

  @Test
  void roomIsThereAgainWhenATrialHasEnded() throws InterruptedException {
    CountDownLatch end = new CountDownLatch(1);
    underWay.start(() -> await(end));
    Thread.ofVirtual().start(end::countDown);
    assertThat(underWay.awaitRoom(n -> n < 1)).isTrue();
    underWay.awaitEnd();
  }

  @Test
  void aTrialThatThrowsHasEnded() throws InterruptedException {
    underWay.start(
        () -> {
          Thread.currentThread().setUncaughtExceptionHandler((thread, thrown) -> {});
          throw new IllegalStateException("a fault");
        });
    underWay.awaitEnd();
  }

  @Test
  void stoppingWakesSleepersAndLeavesTheOthersAlone() throws InterruptedException {
    HeldClock clock = new HeldClock(1);
    AtomicReference<Boolean> slept = new AtomicReference<>();
    AtomicBoolean interrupted = new AtomicBoolean();
    CountDownLatch end = new CountDownLatch(1);
    underWay.start(
        () -> {
          try {
            slept.set(underWay.sleep(clock, Duration.ofHours(1)));
            interrupted.set(Thread.currentThread().isInterrupted());
          } catch (InterruptedException e) {
            throw new AssertionError(e);
          }
        });
    underWay.start(
        () -> {
          await(end);
          interrupted.set(interrupted.get() | Thread.currentThread().isInterrupted());
        });
    clock.awaitSleepers();
    underWay.stop();
    end.countDown();
    underWay.awaitEnd();
    assertThat(slept.get()).isFalse();
    assertThat(interrupted).isFalse();
    assertThat(underWay.awaitRoom(n -> true)).isFalse();
    assertThat(underWay.sleep(clock, Duration.ofHours(1))).isFalse();
  }

  @Test
  void anUndisturbedSleepGoesOn() throws InterruptedException {
    assertThat(underWay.sleep(new VirtualClock(), Duration.ofHours(1))).isTrue();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
