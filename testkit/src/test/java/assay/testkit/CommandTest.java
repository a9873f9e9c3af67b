package assay.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class CommandTest {
  @TempDir private Path folder;

  @Test
  void exitCodeAndOutputsComeBack() {
    Finished finished =
        Command.of("sh", "-c", "cat; pwd; echo \"é$1$X\"; echo err >&2; exit 3", "sh")
            .and("word")
            .env("X", "-x")
            .in(folder)
            .input("in\n")
            .run();
    assertThat(finished.exitCode()).isEqualTo(3);
    assertThat(finished.out()).startsWith("in\n").endsWith("éword-x\n").contains("/");
    assertThat(finished.err()).isEqualTo("err\n");
    assertThat(finished.expectExit(3)).isSameAs(finished);
    assertThatThrownBy(() -> finished.expectExit(0))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("exit code 3, expected 0\n--- out\nin\n")
        .hasMessageContaining("--- err\nerr\n");
  }

  @Test
  void anEmptyValueRemovesAVariable() {
    Command show = Command.of("sh", "-c", "echo ${HOME-none}").env("HOME", "/here");
    assertThat(show.run().out()).isEqualTo("/here\n");
    assertThat(show.env("HOME", "").run().out()).isEqualTo("none\n");
  }

  @Test
  void muchOutputAndUnreadInputBlockNothing() {
    Finished finished =
        Command.of("sh", "-c", "exec <&-; seq 200000; seq 200000 >&2")
            .input("x".repeat(1_000_000))
            .run();
    assertThat(finished.out()).endsWith("200000\n").hasSameSizeAs(finished.err());
  }

  @Test
  void whatRunsTooLongIsKilledWithItsChildren() {
    Command endless =
        Command.of("sh", "-c", "echo begun; sleep 1000 & wait").guard(Duration.ofMillis(300));
    assertThatThrownBy(endless::run)
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("still running after PT0.3S: [sh, -c, ");
    assertThat(ProcessHandle.current().descendants().filter(ProcessHandle::isAlive)).isEmpty();
  }

  @Test
  void whatCannotBeStartedIsSaid() {
    assertThatThrownBy(() -> Command.of("no-such-program").run())
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("cannot start [no-such-program]");
  }

  @Test
  void aMainRunsOnThisJdkAndClassPath() throws IOException {
    Finished finished = Command.java(Probe.class, "hello", "--", "wörld").run().expectExit(0);
    assertThat(finished.out()).isEqualTo("[hello, --, wörld]\n" + Runtime.version() + "\n");
  }
}
