package assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import assay.testkit.Command;
import assay.testkit.endpoint.LoopbackEndpoint;
import assay.testkit.endpoint.MarkedAnswers;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run of 2,000 trials against a slow endpoint is killed (SIGKILL) again and again at random
 * moments and resumed: in the end every trial is there exactly once, with the results of an
 * undisturbed run. Eight kills in the ordinary build, fifty with {@code -Dassay.campaign=full}.
 */
class KillTest {

  private static final int QUESTIONS = 2_000;
  private static final int KILLS = "full".equals(System.getProperty("assay.campaign")) ? 50 : 8;

  @TempDir private Path work;

  @Test
  void aRunThatIsKilledAndResumedEndsLikeAnUndisturbedOne() throws Exception {
    Path folder = work.resolve("made");
    int right = MadeBenchmark.write(folder, QUESTIONS);
    try (LoopbackEndpoint endpoint =
        LoopbackEndpoint.start(MarkedAnswers.ofFour().delayedBy(Duration.ofMillis(15)))) {
      Path whole = work.resolve("whole.assay");
      CliOutcome undisturbed =
          CliOutcome.of(work.resolve("cache"), arguments("run", folder, endpoint, whole));
      assertThat(undisturbed.code()).as(undisturbed.err()).isZero();

      Path killed = work.resolve("killed.assay");
      Random random = new Random(20261122);
      for (int kill = 0; kill < KILLS; kill++) {
        long until =
            endpoint.traffic().counters().requests()
                + 1
                + random.nextInt(2 * QUESTIONS / KILLS / 3);
        Process process =
            process(
                Files.exists(killed) ? resume(killed) : arguments("run", folder, endpoint, killed));
        endpoint.traffic().awaitRequests(until);
        Command.kill(process);
        process.waitFor();
        endpoint.traffic().awaitIdle();
      }
      CliOutcome last = CliOutcome.of(work.resolve("cache"), resume(killed));

      assertThat(last.code()).as(last.err()).isZero();
      JsonNode expected = undisturbed.estimate("layered", "choice");
      JsonNode got = last.estimate("layered", "choice");
      assertThat(got).isEqualTo(expected);
      assertThat(got.get("value").asDouble()).isEqualTo(right / (double) QUESTIONS);
      assertThat(trials(killed)).isEqualTo(trials(whole)).hasSize(QUESTIONS);
    }
  }

  @Test
  void onInterruptWhatIsUnderWayIsKeptScoredAndShown() throws Exception {
    Path folder = work.resolve("made");
    MadeBenchmark.write(folder, QUESTIONS);
    try (LoopbackEndpoint endpoint =
        LoopbackEndpoint.start(MarkedAnswers.ofFour().delayedBy(Duration.ofMillis(50)))) {
      Path run = work.resolve("run.assay");
      Process process = process(arguments("run", folder, endpoint, run));
      endpoint.traffic().awaitRequests(40);
      boolean ignored = ignoresInterrupts();
      new ProcessBuilder("kill", ignored ? "-TERM" : "-INT", Long.toString(process.pid()))
          .start()
          .waitFor();
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

      assertThat(process.waitFor()).isEqualTo(ignored ? 143 : 130);
      endpoint.traffic().awaitIdle();
      JsonNode counts = new ObjectMapper().readTree(out).at("/runs/0/trials");
      assertThat(counts.get("answered").asLong())
          .isEqualTo(endpoint.traffic().counters().requests());
      assertThat(counts.get("pending").asLong())
          .isEqualTo(QUESTIONS - counts.get("answered").asLong());
    }
  }

  /**
   * Whether this process was started with SIGINT ignored, as everything is that a script starts in
   * the background; what it starts in turn ignores it too.
   */
  private static boolean ignoresInterrupts() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return false;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("SigIgn:"))
        .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0);
  }

  private static List<String> arguments(
      String command, Path folder, LoopbackEndpoint endpoint, Path run) {
    return List.of(
        command,
        folder.toString(),
        "--data",
        folder.toString(),
        "--model",
        "openai:slow@" + endpoint.baseUri(),
        "-o",
        run.toString(),
        "--concurrency",
        "16",
        "--no-cache",
        "--json");
  }

  private static List<String> resume(Path run) {
    return List.of("resume", run.toString(), "--concurrency", "16", "--no-cache", "--json");
  }

  private Process process(List<String> arguments) {
    List<String> options =
        List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "-Dassay.home=" + CliOutcome.HOME);
    return Command.javaMain("assay.cli.Main", options, arguments.toArray(String[]::new))
        .env("ASSAY_CACHE", work.resolve("cache").toString())
        .start();
  }

  /** Every trial with what it was answered, in the plan's order. */
  private static List<String> trials(Path run) throws SQLException {
    List<String> trials = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + run);
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT t.id, t.state, r.text, q.outcome, q.answer, s.value FROM trial t JOIN reply r ON r.trial = t.ordinal"
                    + " JOIN reading q ON q.trial = t.ordinal AND q.scoring = (SELECT max(ordinal) FROM scoring)"
                    + " JOIN score s ON s.trial = t.ordinal AND s.scoring = q.scoring AND s.extractor = q.extractor"
                    + " WHERE q.extractor LIKE 'layered@%' ORDER BY t.ordinal")) {
      while (rows.next()) {
        StringBuilder line = new StringBuilder();
        for (int i = 1; i <= 6; i++) {
          line.append(rows.getString(i)).append('|');
        }
        trials.add(line.toString());
      }
    }
    return trials;
  }
}
