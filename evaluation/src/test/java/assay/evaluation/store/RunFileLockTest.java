package assay.evaluation.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import assay.core.AssayException;
import assay.testkit.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFileLockTest {

  @TempDir private Path folder;

  private Path run() {
    return folder.resolve("run.assay");
  }

  @Test
  void isHeldByOneAndLeavesNothingBehind() {
    try (RunFileLock lock = RunFileLock.take(run())) {
      assertThat(lock).isNotNull();
      assertThat(RunFileLock.isTaken(run())).isTrue();
      assertThatThrownBy(() -> RunFileLock.take(run())).isInstanceOf(AssayException.class);
    }
    assertThat(RunFileLock.isTaken(run())).isFalse();
    assertThat(folder).isEmptyDirectory();
  }

  /**
   * Looking at the lock from the process that holds it must not lose it: on Unix it easily does.
   */
  @Test
  void anotherProcessIsTurnedAwayWhateverTheHolderDoes() throws Exception {
    Command other = Command.java(LockTaker.class, run().toString());
    try (RunFileLock lock = RunFileLock.take(run())) {
      assertThat(lock).isNotNull();
      assertThat(other.run().out()).contains("another process is writing this run");
      assertThat(RunFileLock.isTaken(run())).isTrue();
      assertThatThrownBy(
              () -> RunFileLock.take(folder.resolve("../" + folder.getFileName() + "/run.assay")))
          .isInstanceOf(AssayException.class);
      assertThat(other.run().out()).contains("another process is writing this run");
    }
    assertThat(other.run().out()).isEqualTo("taken" + System.lineSeparator());
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aFileThatAKilledProcessLeftIsNoLock() throws IOException {
    Files.writeString(folder.resolve("run.assay.lock"), "4711 whoever");
    assertThat(RunFileLock.isTaken(run())).isFalse();
    RunFileLock.take(run()).close();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void manyWhoWantItNeverHaveItTogether() throws InterruptedException {
    AtomicInteger holders = new AtomicInteger();
    AtomicInteger together = new AtomicInteger();
    AtomicInteger times = new AtomicInteger();
    CountDownLatch done = new CountDownLatch(4);
    for (int t = 0; t < 4; t++) {
      Thread.ofPlatform()
          .start(
              () -> {
                for (int i = 0; i < 200; i++) {
                  try (RunFileLock lock = RunFileLock.take(run())) {
                    times.addAndGet(lock == null ? 0 : 1);
                    if (holders.incrementAndGet() > 1) {
                      together.incrementAndGet();
                    }
                    holders.decrementAndGet();
                  } catch (AssayException e) {
                    Thread.onSpinWait(); // somebody else has it
                  }
                }
                done.countDown();
              });
    }
    done.await();
    assertThat(together).hasValue(0);
    assertThat(times).hasPositiveValue();
  }

  @Test
  void saysWhereItCannotBeTaken() {
    Path nowhere = folder.resolve("none").resolve("run.assay");
    assertThatThrownBy(() -> RunFileLock.take(nowhere))
        .isInstanceOf(AssayException.class)
        .hasMessageContaining("no file can be written beside the run")
        .hasMessageContaining("copy the run file to a folder of your own");
  }
}
