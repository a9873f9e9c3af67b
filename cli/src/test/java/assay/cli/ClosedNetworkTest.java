package assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import assay.cli.process.ExitCode;
import assay.testkit.Command;
import assay.testkit.Finished;
import assay.testkit.NoNetwork;
import assay.testkit.SharedData;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nothing is ever asked for beyond this machine: the demo and a recorded run in a network namespace
 * of their own.
 */
class ClosedNetworkTest {

  @TempDir private Path work;

  private Command assay(String... arguments) {
    List<String> options =
        List.of(
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "-Djava.awt.headless=true",
            "-Dassay.home=" + CliOutcome.HOME);
    return Command.javaMain("assay.cli.Main", options, arguments)
        .env("ASSAY_CACHE", work.resolve("cache").toString())
        .in(work);
  }

  @Test
  void theDemoAsksForNothing() {
    NoNetwork.require();
    Finished demo = NoNetwork.run(assay("demo", "--images", "6")).expectNoAttempt();

    assertThat(demo.exitCode()).as(demo.err()).isZero();
    assertThat(demo.out()).contains("reader:pixels");
  }

  @Test
  void aRecordedRunAsksForNothing() {
    NoNetwork.require();
    Path data = SharedData.require("medagents-benchmark");
    Finished run =
        NoNetwork.run(
                assay(
                    "run",
                    "medqa",
                    "--split",
                    "hard",
                    "--data",
                    data.toString(),
                    "--model",
                    "recorded:" + data.resolve("recorded/gpt-4o-medqa-test_hard-cot.json")))
            .expectNoAttempt();

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("39.0 %");
  }

  @Test
  void aHostBeyondThisMachineIsRefusedBeforeAnythingIsSent() {
    NoNetwork.require();
    Path data = SharedData.require("medagents-benchmark");
    Finished run =
        NoNetwork.run(
                assay(
                    "run",
                    "medqa",
                    "--split",
                    "hard",
                    "--data",
                    data.toString(),
                    "--model",
                    "openai:gpt-4o"))
            .expectNoAttempt();

    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE.code());
    assertThat(run.err()).contains("--allow-host");
  }
}
