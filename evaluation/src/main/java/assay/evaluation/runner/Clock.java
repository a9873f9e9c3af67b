package assay.evaluation.runner;

import java.time.Duration;

/** Time as the runner knows it, so that a test can let it pass. Never part of a result. */
public interface Clock {

  /** The machine's. */
  Clock SYSTEM =
      new Clock() {
        @Override
        public long nanos() {
          return System.nanoTime();
        }

        @Override
        public void sleep(Duration duration) throws InterruptedException {
          Thread.sleep(duration);
        }
      };

  /** Nanoseconds since some fixed moment. */
  long nanos();

  /** Waits. */
  void sleep(Duration duration) throws InterruptedException;
}
