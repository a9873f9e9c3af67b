package assay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import assay.testkit.SharedData;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code assay diff} on logs that share few questions or none, though they share lines. */
class UnlikeLogsTest extends LogsOnTheSameQuestions {

  private Path made(String name, Path log) {
    Path run = work.resolve(name + ".assay");
    CliOutcome outcome = call("import", log.toString(), "-o", run.toString());
    assertThat(outcome.code()).as(outcome.err()).isZero();
    return run;
  }

  private Path part(String name, int from, int to) throws IOException {
    List<String> lines = Files.readAllLines(SharedData.require("harness-logs/" + LM_EVAL));
    return made(
        name, Files.write(work.resolve("samples_" + name + ".jsonl"), lines.subList(from, to)));
  }

  @Test
  void partsOfOneLogShareWhatTheirIdsSay() throws IOException {
    Path head = part("head", 0, 20);
    CliOutcome apart = call("diff", head.toString(), part("apart", 100, 120).toString());
    assertThat(apart.code()).isEqualTo(2);
    assertThat(apart.err()).contains("there is nothing to explain: the runs share no question");

    JsonNode json =
        call("diff", head.toString(), part("beside", 9, 29).toString(), "--json").json();
    assertThat(json.get("matched").asInt()).isEqualTo(11);
    assertThat(json.get("other_target").asInt()).isZero();
    assertThat(cause(json, "prompt").get("differing").asInt()).isZero();
    assertThat(cause(json, "prompt").get("flips").asInt()).isZero();
    assertThat(json.get("gap").asDouble()).isCloseTo(-0.1, within(1e-12));
    assertThat(cause(json, "sample_set").get("points").asDouble()).isCloseTo(-0.1, within(1e-12));
    assertThat(json.get("items")).isEmpty();
  }

  @Test
  void aSharedOptionIsNoSharedQuestion() throws IOException {
    Path one =
        new MadeLog()
            .add(
                0,
                5,
                i -> "Question alpha " + i + " about organ " + i + "?",
                i -> List.of("Yes", "No", "shared option " + i + " text", "None"))
            .write(work.resolve("samples_a.jsonl"));
    Path other =
        new MadeLog()
            .add(
                0,
                5,
                i -> "Totally different beta " + i + " on drug " + i * 7 + "?",
                i -> List.of("Up", "Down", "shared option " + i + " text", "Same"))
            .write(work.resolve("samples_b.jsonl"));
    CliOutcome diff = call("diff", made("a", one).toString(), made("b", other).toString());
    assertThat(diff.code()).isEqualTo(2);
    assertThat(diff.err()).contains("the runs share no question");
  }

  @Test
  void logsOfOtherProgramsOnTheSameQuestionsAreMatched() {
    Path one = imported(LM_EVAL, "one.assay");
    for (String log : List.of(INSPECT, LMMS, VLM)) {
      Path other = imported(log, log.substring(0, log.indexOf('/')) + ".assay");
      JsonNode json = call("diff", one.toString(), other.toString(), "--json").json();
      assertThat(json.get("matched").asInt()).as(log).isEqualTo(300);
      assertThat(json.get("other_target").asInt()).as(log).isZero();
    }
  }
}
